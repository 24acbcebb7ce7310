import { listUnits } from '#/organisation/door.ts';
import { findUnitWithin } from '#/organisation/rules/name.ts';
import type { Reader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { isPicture } from '#/platform/picture.ts';
import { isGenuine } from '../content/forms.ts';
import type { StoredBatch } from '../rules/batch.ts';
import { FORM_VERSION, type ReportingForm } from '../rules/form.ts';
import { placeByName } from '../rules/place-file.ts';
import { type FormReading, readForm } from '../rules/read-form.ts';
import type { FileRefusal, ReturnedFile, SealState } from '../rules/staging.ts';

type Classified = Omit<ReturnedFile, 'addedBy' | 'addedAt'>;
type Dropped = { readonly digest: string; readonly name: string };
type Place = { readonly batch: StoredBatch; readonly forms: readonly ReportingForm[] };

/** What each dropped file is: a form that came back, evidence, or a form that belongs elsewhere. Documents are read side by side. */
export async function classifyFiles(reader: Reader, dropped: readonly Dropped[], place: Place): Promise<readonly Classified[]> {
  const units = await listUnits(reader);
  const opened: (Dropped & { readonly bytes: Buffer; readonly mediaType: string })[] = [];
  for (const it of dropped) opened.push({ ...(await openFile(reader, it.digest)), ...it });
  const readings = await Promise.all(
    opened.map((it) => (isPicture(it.mediaType) || it.mediaType === 'application/pdf' ? null : readReturned(it.bytes, it.name))),
  );
  return opened.map((it, i) => classified(reader, it, readings[i]!, { ...place, units }));
}

type Known = Place & { readonly units: Parameters<typeof placeByName>[2] };

function classified(reader: Reader, { digest, name }: Dropped, reading: FormReading | null, { batch, forms, units }: Known): Classified {
  const blank = { digest, name, promiseId: null, seal: null, refusal: null };
  if (reading === null) {
    const placed = placeByName(name, forms, units);
    const own = batch.unitId === null ? placed : { unitId: batch.unitId, promiseId: placed.promiseId };
    return { ...blank, ...own, kind: 'evidence', reading: null };
  }
  const seal: SealState = reading.identity === null ? 'lost' : isGenuine(reader, reading.identity) ? 'genuine' : 'changed';
  const unitId = unitOf(reading, name, { forms, units });
  const refusal = refusalOf(reader, reading, unitId, { batch, forms });
  return { ...blank, reading, seal, unitId, kind: refusal === null ? 'form' : 'refused', refusal };
}

/** A document that cannot be read as a table, or holds none of ours, is evidence like a scan. */
async function readReturned(bytes: Buffer, name: string): Promise<FormReading | null> {
  const content = await readDocument(bytes, name);
  return content.ok ? readForm(content.value) : null;
}

/** The name printed in the form goes before the name of its file; either may be an alias, or lack the district. */
function unitOf({ identity, printedUnit }: FormReading, name: string, { forms, units }: Pick<Known, 'forms' | 'units'>): string | null {
  if (identity !== null) return identity.unitId;
  const asked = units.filter((unit) => forms.some((form) => form.unitId === unit.id));
  return (findUnitWithin(asked, printedUnit ?? '') ?? findUnitWithin(asked, name))?.unit.id ?? null;
}

function refusalOf(reader: Reader, reading: FormReading, unitId: string | null, { batch, forms }: Place): FileRefusal | null {
  const { identity, printedUnit, printedPeriod } = reading;
  if (identity !== null && identity.version > FORM_VERSION) return { kind: 'newer-form', version: identity.version };
  if (identity !== null && identity.district !== reader.district) return { kind: 'other-district', district: identity.district };
  if (identity !== null && identity.programmeId !== batch.programmeId) return { kind: 'other-programme', name: identity.unitName };
  if (identity !== null && identity.period !== batch.period) return { kind: 'other-period', period: identity.period };
  const periodName = forms[0]?.periodName;
  if (identity === null && printedPeriod !== null && periodName !== undefined && printedPeriod !== periodName)
    return { kind: 'other-period', period: printedPeriod };
  const name = identity?.unitName ?? printedUnit ?? '';
  if (batch.unitId !== null && unitId !== null && unitId !== batch.unitId) return { kind: 'other-unit', name };
  return forms.some((it) => it.unitId === unitId) ? null : { kind: 'unknown-unit', name };
}

import { loadBoard } from '#/delivery/door.ts';
import { planOn, stepsOf } from '#/delivery/rules/board.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import { keyedDigest } from '#/platform/secrets.ts';
import { findProgramme, type StoredProgramme } from '#/programme/door.ts';
import { makeFormXlsx } from '../documents/form-xlsx.ts';
import type { CollectionPeriod } from '../rules/calendar.ts';
import { FORM_VERSION, type FormIdentity, formsOf, identityText, type ReportingForm } from '../rules/form.ts';

export async function getFrozenList(reader: Reader, programmeId: string): Promise<StoredProgramme> {
  const stored = await findProgramme(reader, programmeId);
  if (stored === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
  return stored;
}

/** What each lead unit is asked for in a period, with what is known up to its as-of day. */
export async function loadForms(reader: Reader, stored: StoredProgramme, period: CollectionPeriod): Promise<readonly ReportingForm[]> {
  return (await loadAsked(reader, stored, period)).forms;
}

export type AskedOfAll = { readonly forms: readonly ReportingForm[]; readonly unled: readonly string[] };

/** The forms, and the numbers of projects that nobody can be asked about because no unit leads them. */
export async function loadAsked(reader: Reader, stored: StoredProgramme, period: CollectionPeriod): Promise<AskedOfAll> {
  const asOf = period.asOf < reader.today ? period.asOf : reader.today;
  const { board, input } = await loadBoard(reader, stored, asOf);
  const trajectories = Map.groupBy(input.trajectories, (it) => it.promiseId);
  const steps = new Map(
    input.promises
      .filter(({ measure }) => measure === 'milestone-set')
      .map((it) => [it.id, stepsOf(planOn(it, trajectories.get(it.id) ?? [], board.programme, asOf))] as const),
  );
  const unled = board.projects
    .filter(({ project, light }) => project.leadUnitId === null && light !== 'closed')
    .map(({ project }) => project.no);
  return { forms: formsOf({ board, period, steps }), unled };
}

const PURPOSE = 'collection-form';

function identityOf(reader: Reader, form: ReportingForm): FormIdentity {
  return {
    version: FORM_VERSION,
    district: reader.district,
    programmeId: form.programmeId,
    period: form.period.id,
    asOf: form.period.asOf,
    unitId: form.unitId,
    unitName: form.unitName,
    issuedOn: reader.today,
    keyId: reader.keys.current,
    rows: form.rows,
  };
}

export async function formFile(reader: Reader, form: ReportingForm): Promise<Buffer> {
  const identity = identityOf(reader, form);
  const digest = keyedDigest(reader.keys, PURPOSE, identityText(identity), identity.keyId);
  return makeFormXlsx(form, { issuedOn: identity.issuedOn, district: identity.district, keyId: identity.keyId, digest });
}

/** Whether the hidden sheet is as this installation wrote it: its keys are called k1, k2, …, up to the current one. */
export function isGenuine(reader: Reader, identity: FormIdentity & { readonly digest: string }): boolean {
  const [number, newest] = [identity.keyId, reader.keys.current].map((it) => (/^k[1-9]\d{0,5}$/.test(it) ? Number(it.slice(1)) : 0));
  if (number === 0 || number! > newest!) return false;
  return keyedDigest(reader.keys, PURPOSE, identityText(identity), identity.keyId) === identity.digest;
}

import { loadBoard } from '#/delivery/door.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Reader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { unlessStopped } from '#/platform/documents/refusal.ts';
import { openFile } from '#/platform/files.ts';
import { digestOf } from '#/platform/secrets.ts';
import { fixedParts } from '../documents/move-drawings.ts';
import { openPackage } from '../documents/office-package.ts';
import { fillTemplate, readStructure } from '../documents/template-file.ts';
import type { FixedPart, FormTemplate, TemplateRefusal, TemplateStructure } from '../rules/template.ts';
import { structureText } from '../rules/template.ts';
import { linesOf, wholeValues } from '../rules/template-values.ts';
import { listReasons } from '../store/reports.ts';
import type { PeriodOfList } from './periods.ts';

export type ReadTemplate = {
  readonly structure: TemplateStructure;
  readonly digest: string;
  readonly bytes: Buffer;
  readonly fixed: readonly FixedPart[];
};

/** The file is read in its own thread first: what hurts, what is locked and what bears a mark ends there. */
export async function loadStructure(reader: Reader, fileDigest: string, fileName: string): Promise<Result<ReadTemplate, TemplateRefusal>> {
  const { bytes } = await openFile(reader, fileDigest);
  const read = await readDocument(bytes, fileName);
  if (!read.ok || (read.value.kind !== 'xlsx' && read.value.kind !== 'docx')) return refuse({ kind: 'not-a-template' });
  const whole = await unlessStopped(() => readWhole(bytes));
  if (whole === null) return refuse({ kind: 'not-a-template' });
  return accept({ ...whole, digest: digestOf(structureText(whole.structure)), bytes });
}

/** Every part, also those that reading a table leaves alone: filling copies them all. */
async function readWhole(bytes: Buffer): Promise<Pick<ReadTemplate, 'structure' | 'fixed'> | null> {
  const structure = await readStructure(bytes);
  return structure && { structure, fixed: fixedParts((await openPackage(bytes))!) };
}

/** The blank form with the adopted figures as of the period's day. */
export async function filledTemplate(
  reader: Reader,
  template: FormTemplate,
  { list, period }: Pick<PeriodOfList, 'list' | 'period'>,
): Promise<Result<Buffer, TemplateRefusal>> {
  const read = await loadStructure(reader, template.fileDigest, template.fileName);
  if (!read.ok) return read;
  const asOf = period.asOf < reader.today ? period.asOf : reader.today;
  const { board } = await loadBoard(reader, list, asOf);
  const reasons = await listReasons(reader, list.id);
  const facts = { board, period: period.id, today: reader.today, reasons, lightWords: lightWords['zh-CN'] };
  const filling = { mapping: template.mapping, whole: wholeValues(facts), lines: (per: 'promise' | 'project') => linesOf(facts, per) };
  const filled = await fillTemplate(read.value.bytes, filling, reader.today);
  return filled === null ? refuse({ kind: 'not-a-template' }) : accept(filled);
}

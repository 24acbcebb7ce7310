import { z } from 'zod';
import { getPlace } from '#/delivery/door.ts';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listAreas } from '#/planning/door.ts';
import { readSheet, type SheetRefusal } from '#/planning/rules/sheet.ts';
import { command } from '#/platform/command.ts';
import type { ActingReader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { ENTRY_KINDS } from '../rules/entries/entry.ts';
import { type EntryPlan, planEntries } from '../rules/entries/import.ts';
import type { EntryRemark } from '../rules/entries/import-fault.ts';
import { ENTRY_HEADS, NEEDED_OF } from '../rules/entries/import-heads.ts';
import type { EntryRefusal } from '../rules/entries/settle.ts';
import { addEntry, closeEntry, holdEntries, listCurrentEntries } from '../store/entries.ts';
import { mayEnterFor } from './entries.ts';

export const EntryFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), promiseId: z.uuid(), kind: z.enum(ENTRY_KINDS) });
type Asked = z.output<typeof EntryFile>;
type Summary = { readonly added: number; readonly changed: number; readonly same: number };
export type EntryReport = { readonly rows: number; readonly remarks: readonly EntryRemark[]; readonly summary: Summary };
type Refused = SheetRefusal | EntryRefusal;

/** Works out what a table would do, without writing anything. */
export async function workOutEntries(
  reader: ActingReader,
  { digest, promiseId, kind }: Asked,
): Promise<Result<{ readonly report: EntryReport; readonly plan: EntryPlan; readonly unitId: string | null }, Refused>> {
  const place = await getPlace(reader, promiseId);
  if (!mayEnterFor(reader.actor, place)) return refuse({ kind: 'entry-not-of-unit' });
  const file = await openFile(reader, digest);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const rows = readSheet(content.value, ENTRY_HEADS, NEEDED_OF[kind]);
  if (!rows.ok) return rows;
  const known = { entries: await listCurrentEntries(reader, promiseId), areas: await listAreas(reader), today: reader.today };
  const { plan, remarks } = planEntries(rows.value, { kind, promiseId, file, ...known });
  const summary = { added: plan.added.length, changed: plan.corrected.length, same: plan.same };
  return accept({ report: { rows: rows.value.length, remarks, summary }, plan, unitId: reader.actor.unitId ?? place.project.leadUnitId });
}

/** 整表导入: all rows or none; a line that the table words anew supersedes the one before. */
export const importEntries = command({
  name: 'records.import-entries',
  version: 1,
  input: EntryFile,
  permission: 'records.enter',
  subject: (input) => input.promiseId,
  async run(writer, input): Promise<Result<Summary, Refused>> {
    await holdEntries(writer, input.promiseId);
    const worked = await workOutEntries(writer, input);
    if (!worked.ok) return worked;
    const { report, plan, unitId } = worked.value;
    const count = report.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    for (const { entry, corrects, source } of [...plan.added, ...plan.corrected]) {
      if (corrects !== null) await closeEntry(writer, corrects.id, 'superseded', '');
      await addEntry(writer, { id: newId(), unitId: corrects?.unitId ?? unitId, entry, supersedes: corrects?.id ?? null, source });
    }
    return accept(report.summary);
  },
});

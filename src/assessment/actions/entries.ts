import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getUnit } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile } from '#/platform/files.ts';
import { getProgrammeOf } from '#/programme/door.ts';
import type { Quarter } from '../rules/quarter.ts';
import { checkEntry, EnterPoints, type EntryRefusal } from '../rules/round.ts';
import { addEntry, getEntry, saveWithdrawn } from '../store/entries.ts';
import { findRound, holdQuarter } from '../store/rounds.ts';
import { getSheet } from '../store/sheets.ts';

/** 人工评分: points for what no record counts, with evidence and who gave them. */
export const enterPoints = command({
  name: 'assessment.enter-points',
  version: 1,
  input: EnterPoints,
  permission: 'assessment.run',
  subject: ({ id }) => `entry:${id}`,
  async run(writer, { id, kind, unitId, lineKey, points, text, evidence, ...quarter }): Promise<Result<{ entryId: string }, EntryRefusal>> {
    const list = await getProgrammeOf(writer, { year: quarter.year, kind });
    const open = await mustBeOpen(writer, { programmeId: list.id, ...quarter });
    if (!open.ok) return open;
    const checked = checkEntry((await getSheet(writer, quarter.year)).sheet, { lineKey, points, evidence });
    if (!checked.ok) return checked;
    await getUnit(writer, unitId);
    for (const digest of evidence) await openFile(writer, digest);
    await addEntry(writer, { entryId: id, programmeId: list.id, ...quarter, unitId, lineKey, points, text, evidence });
    return accept({ entryId: id });
  },
});

/** Takes points back that were entered wrongly; the row stays with the reason. */
export const withdrawPoints = command({
  name: 'assessment.withdraw-points',
  version: 1,
  input: z.object({ entryId: z.uuid(), reason: z.string().trim().min(2).max(300) }),
  permission: 'assessment.run',
  subject: ({ entryId }) => `entry:${entryId}`,
  async run(writer, { entryId, reason }): Promise<Result<null, EntryRefusal>> {
    const { programmeId, year, quarter } = await getEntry(writer, entryId);
    const open = await mustBeOpen(writer, { programmeId, year, quarter });
    if (!open.ok) return open;
    await saveWithdrawn(writer, entryId, reason);
    return accept(null);
  },
});

async function mustBeOpen(writer: Writer, which: Quarter & { readonly programmeId: string }): Promise<Result<null, EntryRefusal>> {
  await holdQuarter(writer, which);
  const published = (await findRound(writer, which))?.published ?? null;
  return published === null ? accept(null) : refuse({ kind: 'round-published', on: published.on });
}

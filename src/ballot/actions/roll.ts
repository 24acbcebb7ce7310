import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import type { Reader } from '#/platform/transaction.ts';
import type { DeskRefusal } from '../rules/desk.ts';
import type { ImportRefusal } from '../rules/refusals.ts';
import { checkRoll, RecordAttendance, ROLL_HEADS, type RollRemark, type RollRow } from '../rules/roll.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { readTable } from '../rules/table.ts';
import { isAttendanceClosed, roundAtTheDesk } from '../store/desk.ts';
import { listSlipRounds, replaceRoll, saveAttendance } from '../store/roll.ts';
import { getSessionForUpdate } from '../store/sessions.ts';
import { contentOf, Source } from './source.ts';

export type RollRead = { readonly rows: readonly RollRow[]; readonly remarks: readonly RollRemark[] };

export const RollSource = z.object({ sessionId: z.uuid(), from: Source });

/** What a file says, row by row, before anything is written. */
export async function readRoll(reader: Reader, from: Source): Promise<Result<RollRead, ImportRefusal | ReadRefusal>> {
  const content = await contentOf(reader, from);
  if (!content.ok) return content;
  const table = readTable(content.value, ROLL_HEADS, 'name');
  if (!table.ok) return table;
  const read = checkRoll(table.value);
  return read.rows.length === 0 ? refuse({ kind: 'nothing-read' }) : accept(read);
}

/** 导入名册: all rows or none; it replaces the roll before it. */
export const importRoll = command({
  name: 'ballot.import-roll',
  version: 1,
  input: RollSource,
  permission: 'ballot.manage-roll',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, from }): Promise<Result<{ deputies: number }, ImportRefusal | ReadRefusal | SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    if ((await roundAtTheDesk(writer, sessionId)).box !== null) return refuse({ kind: 'box-prepared' });
    const read = await readRoll(writer, from);
    if (!read.ok) return read;
    const count = read.value.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    await replaceRoll(writer, sessionId, read.value.rows);
    return accept({ deputies: read.value.rows.length });
  },
});

/** 到会、请假, many at once: until the papers of the vote are handed out. */
export const recordAttendance = command({
  name: 'ballot.record-attendance',
  version: 1,
  input: RecordAttendance,
  permission: 'ballot.manage-roll',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, deputies }): Promise<Result<{ recorded: number }, DeskRefusal>> {
    await getSessionForUpdate(writer, sessionId);
    const { round } = await roundAtTheDesk(writer, sessionId);
    if (isAttendanceClosed(round)) return refuse({ kind: 'attendance-closed' });
    const known = await listSlipRounds(writer, sessionId);
    const stranger = deputies.find((it) => !known.has(it.id));
    if (stranger !== undefined) throw new Problem(404, 'unknown-deputy', { id: stranger.id });
    const holds = (id: string) => round !== null && known.get(id) === round.position;
    if (deputies.some((it) => it.attendance !== 'present' && holds(it.id))) return refuse({ kind: 'slip-for-absent' });
    for (const { id, attendance, leaveNote } of deputies) {
      const slipRound = attendance === 'present' ? (known.get(id) ?? null) : null;
      await saveAttendance(writer, id, { attendance, leaveNote, slipRound });
    }
    return accept({ recorded: deputies.length });
  },
});

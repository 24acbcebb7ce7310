import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findProgramme, findPromiseRow, getProgrammeOf, type StoredProgramme } from '#/programme/door.ts';
import { frozenOf } from '../content/round.ts';
import { loadSettlement } from '../content/settlement.ts';
import { mayCarryOver, maySettle, RecordCarryOver, type SettlementRefusal } from '../rules/settlement.ts';
import { addCarryOver, addSettlement, findSettlement, listCarryDecisions } from '../store/settlement.ts';
import { getPriorities, holdSettings } from '../store/sheets.ts';

/** 记录结转: what was decided about a promise that its year did not keep. */
export const recordCarryOver = command({
  name: 'assessment.record-carry-over',
  version: 1,
  input: RecordCarryOver,
  permission: 'assessment.settle',
  subject: ({ promiseId }) => `carry-over:${promiseId}`,
  async run(writer, input): Promise<Result<null, SettlementRefusal>> {
    const found = await findPromiseRow(writer, input.promiseId);
    if (found === undefined) throw new Problem(404, 'unknown-promise', { id: input.promiseId });
    const list = (await findProgramme(writer, found.programmeId))!;
    const open = await mustBeUnsettled(writer, list);
    if (!open.ok) return open;
    const line = (await loadSettlement(writer, list)).lines.find(({ promiseId }) => promiseId === input.promiseId)!;
    const allowed = mayCarryOver(input, line, list.year, writer.today);
    if (!allowed.ok) return allowed;
    const before = (await listCarryDecisions(writer, list.id)).find(({ promiseId }) => promiseId === input.promiseId);
    await addCarryOver(writer, list.id, (before?.no ?? 0) + 1, input);
    return accept(null);
  },
});

/** 年终结账: the year as it stands against what was frozen, kept with a digest. */
export const settleYear = command({
  name: 'assessment.settle-year',
  version: 1,
  input: z.object({
    year: z.number().int().min(2000).max(2100),
    kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  }),
  permission: 'assessment.settle',
  subject: ({ kind, year }) => `settlement:${kind}:${year}`,
  async run(writer, which): Promise<Result<{ readonly digest: string }, SettlementRefusal>> {
    const list = await getProgrammeOf(writer, which);
    const open = await mustBeUnsettled(writer, list);
    if (!open.ok) return open;
    const settlement = await loadSettlement(writer, list);
    const allowed = maySettle(settlement, list.to, writer.today);
    if (!allowed.ok) return allowed;
    const { content, digest } = frozenOf({ settlement, priorities: await getPriorities(writer, list.id) });
    await addSettlement(writer, list.id, content, digest);
    return accept({ digest });
  },
});

async function mustBeUnsettled(writer: Writer, list: StoredProgramme): Promise<Result<null, SettlementRefusal>> {
  if (list.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
  await holdSettings(writer, `settlement ${list.id}`);
  const settled = await findSettlement(writer, list.id);
  return settled === null ? accept(null) : refuse({ kind: 'year-settled', on: settled.settledOn });
}

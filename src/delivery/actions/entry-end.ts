import { z } from 'zod';
import type { Result } from '#/kernel/result.ts';
import { accept } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { mayEndEntry, mayResumeEntry } from '../rules/entry-end.ts';
import { type KeyRefusal, keysOf, Period, type PeriodKeys } from '../rules/period.ts';
import { SetEntryEnd } from '../rules/settings.ts';
import { addKeyAct, holdKeys, listKeyActs } from '../store/periods.ts';
import { addSetting } from '../store/settings.ts';
import { frozenList } from './periods.ts';

const subject = ({ period }: { readonly period: string }) => `period:${period}`;
const OfMonth = z.object({ programmeId: z.uuid(), period: Period });
type Decide = (keys: PeriodKeys) => Result<null, KeyRefusal>;
type Acting = z.output<typeof OfMonth> & { readonly act: 'end-entry' | 'resume-entry'; readonly reason: string | null };

async function actOnMonth(
  writer: Writer,
  { programmeId, period, act, reason }: Acting,
  decide: Decide,
): Promise<Result<{ period: string }, KeyRefusal>> {
  await frozenList(writer, programmeId);
  await holdKeys(writer, programmeId, 'act');
  const acts = await listKeyActs(writer, programmeId, period);
  const decided = decide(keysOf(acts));
  if (!decided.ok) return decided;
  const by = { by: writer.actor.name, at: writer.now.toISOString(), on: writer.today };
  await addKeyAct(writer, { programmeId, period, version: acts.length + 1, act, unitId: null, onBehalf: false, reason, ...by });
  return accept({ period });
}

/** 关闭填报: no new and no corrected figure of a month enters any more, but by a named exception. */
export const endEntry = command({
  name: 'delivery.end-entry',
  version: 1,
  input: OfMonth,
  permission: 'delivery.receive-period',
  subject,
  run: (writer, input) =>
    actOnMonth(writer, { ...input, act: 'end-entry', reason: null }, (keys) => mayEndEntry(input.period, keys, writer.today)),
});

/** 恢复填报: opens a month's entry again; it does not end by itself a second time. */
export const resumeEntry = command({
  name: 'delivery.resume-entry',
  version: 1,
  input: OfMonth.extend({ reason: z.string().trim().min(2).max(500) }),
  permission: 'delivery.receive-period',
  subject,
  run: (writer, input) => actOnMonth(writer, { ...input, act: 'resume-entry' }, (keys) => mayResumeEntry(input.period, keys)),
});

/** 设定填报截止: on which working day after a month its entry ends by itself, or that it never does. */
export const setEntryEnd = command({
  name: 'delivery.set-entry-end',
  version: 1,
  input: SetEntryEnd,
  permission: 'delivery.set-review',
  subject: () => 'entry-end',
  async run(writer, { on, workDays, reason }): Promise<Result<{ version: number }, never>> {
    const set = { setBy: writer.actor.name, setOn: writer.today };
    return accept({ version: await addSetting(writer, { name: 'entry-end', subject: '', value: { on, workDays }, reason, ...set }) });
  },
});

import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { editNetwork, finishActivity, lockBaseline, setRemaining, startActivity } from '#/planning/actions/networks.ts';
import { setUpTask } from '#/planning/actions/tasks.ts';
import type { Actor } from '#/platform/roles.ts';
import type { Must } from './people.ts';

export type Work = readonly [name: string, days: number, calendar: string, gate?: string];

/** A chain of works and how far it has come: how many are finished, how long each took, and what is left of the next. */
export type Works = {
  readonly works: readonly Work[];
  readonly finished: number;
  readonly isBegun: boolean;
  readonly daysEach: number;
  readonly remaining: number;
  readonly isLocked: boolean;
};

/** From tender to contract, as every work of building begins; the days are placeholders. */
export const TENDER: readonly Work[] = [
  ['招标文件审定发出', 5, 'office'],
  ['招标文件到开标', 20, 'every-day'],
  ['中标候选人公示', 3, 'every-day', '完成招投标'],
  ['签合同、进场', 10, 'office', '正式开工'],
];
export const ACCEPTANCE: Work = ['验收、资料归档', 10, 'office', '竣工验收'];

type Of = { readonly programmeId: string; readonly projectId: string; readonly name: string; readonly leadUnitId: string };
type By = { readonly must: Must; readonly actor: Actor; readonly evidence: string };
const FIRST_DAY: CivilDate = '2026-02-24';
const LAST_DAY: CivilDate = '2026-12-31';

/** One task whose works follow each other, back from the end of the year; returns the activities in their order. */
export async function planWorks({ must, actor, evidence }: By, { programmeId, projectId, name, leadUnitId }: Of, plan: Works) {
  const task = { programmeId, projectId, name, leadUnitId, dueOn: LAST_DAY };
  const { id: taskId } = await must<{ id: string }>(setUpTask, task, actor);
  const ids = plan.works.map(() => newId());
  const added = plan.works.map(([title, days, calendar, gate = null], i) => {
    return { do: 'add', activityId: ids[i], taskId, name: title, days, calendar, gate, isMilestone: gate !== null };
  });
  await must(editNetwork, { projectId, edits: [...added, ...chained(ids)], reason: '' }, actor);
  let day = dayNumber(FIRST_DAY);
  for (const activityId of ids.slice(0, plan.finished)) {
    await must(startActivity, { activityId, on: dayOf(day) }, actor);
    day += plan.daysEach;
    await must(finishActivity, { activityId, on: dayOf(day - 1), evidence: [evidence] }, actor);
  }
  const next = plan.isBegun ? ids[plan.finished] : undefined;
  if (next !== undefined) {
    await must(startActivity, { activityId: next, on: dayOf(day) }, actor);
    await must(setRemaining, { activityId: next, days: plan.remaining }, actor);
  }
  if (plan.isLocked) await must(lockBaseline, { projectId, reason: '排期审定' }, actor);
  return ids;
}

export function chained(ids: readonly string[]) {
  return ids.slice(1).map((to, i) => ({ do: 'link', from: ids[i], to }));
}

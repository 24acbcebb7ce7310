import { setCountSource } from '#/delivery/actions/count-source.ts';
import { approveTrajectory, proposeTrajectory } from '#/delivery/actions/plans.ts';
import { newId } from '#/kernel/id.ts';
import { recordDay } from '#/planning/actions/day-nodes.ts';
import { importSteps } from '#/planning/actions/step-files.ts';
import { setSiteSteps } from '#/planning/actions/steps.ts';
import { SITE_HEAD } from '#/planning/rules/step-import.ts';
import type { Actor } from '#/platform/roles.ts';
import type { Must } from '../people.ts';
import { VILLAGES, WATER_STEPS } from './places.ts';

type Water = {
  readonly office: Actor;
  readonly liaison: Actor;
  readonly programmeId: string;
  readonly projectId: string;
  readonly promiseId: string;
  readonly file: (name: string, content: string) => Promise<string>;
};

/** Ten villages by six steps, taken in as one table; from then on the figure of the promise is what they add up to. */
export async function deriveWater(must: Must, { office, liaison, programmeId, projectId, promiseId, file }: Water): Promise<void> {
  const ids = WATER_STEPS.map(() => newId());
  const steps = WATER_STEPS.map(([name, weight, needs], i) => ({ id: ids[i], name, weight, needs: needs.map((it) => ids[it]) }));
  await must(setSiteSteps, { programmeId, projectId, steps }, office);
  const heads = [SITE_HEAD, ...WATER_STEPS.map(([name]) => name)];
  const rows = VILLAGES.map(([name], village) => [name, ...WATER_STEPS.map((it, step) => (village < it[3] ? doneOn(step, village) : ''))]);
  const digest = await file('十村步骤进度.csv', [heads, ...rows].map((it) => it.join(',')).join('\n'));
  await must(importSteps, { digest, projectId }, office);
  await must(setCountSource, { promiseId, source: 'sites', reason: '按各村各步骤推算，不再填报' }, office);
  const due = WATER_STEPS.map(([title, weight, , , dueOn]) => ({ id: newId(), title, weight, dueOn }));
  const plan = { promiseId, shape: { kind: 'milestones', steps: due } };
  const { trajectoryId } = await must<{ trajectoryId: string }>(proposeTrajectory, plan, liaison);
  await must(approveTrajectory, { trajectoryId }, office);
}

/** Later steps on later days, a village after the other. */
function doneOn(step: number, village: number): string {
  return `2026-0${step < 2 ? 4 : step < 4 ? 5 : 6}-${String(village + 1 + (step % 2) * 8).padStart(2, '0')}`;
}

/** 日节点 of the work under way: how yesterday ended, and what today is for. */
export async function recordDays(must: Must, activityId: string, liaison: Actor): Promise<void> {
  const day = { activityId, planned: '枣园村主管沟开挖120米' };
  await must(recordDay, { ...day, on: '2026-06-17', state: 'partly', done: '开挖90米', note: '遇管线，改人工' }, liaison);
  await must(recordDay, { ...day, on: '2026-06-18', state: 'planned' }, liaison);
}

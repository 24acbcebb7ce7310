import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import type { Answer } from '#/testing.ts';
import type { ProjectNetwork, ProjectSchedule } from './rules/activity.ts';
import type { Drift } from './rules/baseline.ts';
import { valueIn } from './test-places.ts';
import { aBreakdown, type TestBreakdown } from './test-tasks.ts';

/** The sewer of delivery rule 3.3: name, days, calendar; placeholders that a department would set. */
export const SEWER: readonly (readonly [name: string, days: number, calendar: string])[] = [
  ['招标文件审定发出', 5, 'office'],
  ['招标文件到开标', 20, 'every-day'],
  ['中标候选人公示', 3, 'every-day'],
  ['签订合同和进场', 10, 'office'],
  ['管道铺设', 60, 'outdoor'],
  ['路面恢复', 25, 'outdoor'],
  ['验收和资料归档', 10, 'office'],
];

type Shown = {
  readonly network: ProjectNetwork;
  readonly schedule: ProjectSchedule;
  readonly drift: Readonly<Record<string, Drift>>;
  readonly project: { readonly isOwn: boolean };
};

/** A fictional sewer, broken down into one task and counted back from the end of its year. */
export type TestSewer = TestBreakdown & {
  readonly projectId: string;
  readonly taskId: string;
  /** The activities in their order, with the gate that stands before them first. */
  readonly ids: readonly string[];
  readonly edit: (edits: readonly object[], base?: number) => Promise<Answer>;
  readonly shown: (asOf?: string) => Promise<Shown>;
};

export async function aSewer(t: TestContext): Promise<TestSewer> {
  const it = await aBreakdown(t);
  const { projectId } = it.water;
  const taskId = await it.task('雨污分流', { dueOn: '2026-12-31' });
  const ids = [newId(), ...SEWER.map(() => newId())];
  const edit = (edits: readonly object[], base?: number) =>
    it.office.run('planning.edit-network', { projectId, edits }, base === undefined ? {} : { base: { [`network:${projectId}`]: base } });
  valueIn(
    await edit([
      { do: 'add', activityId: ids[0], taskId, name: '施工图审查和批复', days: 5, gate: '具备招投标条件', isMilestone: true },
      ...SEWER.map(([name, days, calendar], i) => ({ do: 'add', activityId: ids[i + 1], taskId, name, days, calendar })),
      ...SEWER.map((_, i) => ({ do: 'link', from: ids[i], to: ids[i + 1] })),
    ]),
  );
  return {
    ...it,
    projectId,
    taskId,
    ids,
    edit,
    shown: async (asOf) => {
      const { body } = await it.office.get(`/planning/schedule?projectId=${projectId}${asOf === undefined ? '' : `&asOf=${asOf}`}`);
      return body;
    },
  };
}

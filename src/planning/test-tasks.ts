import type { TestContext } from 'node:test';
import type { TestPerson } from '#/testing.ts';
import type { Task } from './rules/task.ts';
import { aDistrictWithList, type TestPlaces, valueIn } from './test-places.ts';

/** The fictional district with a unit that leads its water project, posts in it, and another unit. */
export type TestBreakdown = TestPlaces & {
  readonly programmeId: string;
  readonly water: { readonly unitId: string; readonly projectId: string; readonly head: TestPerson; readonly postId: string };
  readonly culture: { readonly unitId: string; readonly head: TestPerson };
  readonly leaderPostId: string;
  readonly task: (name: string, change?: Record<string, unknown>) => Promise<string>;
  readonly tasks: () => Promise<readonly (Task & { readonly isOwn: boolean })[]>;
};

export async function aBreakdown(t: TestContext): Promise<TestBreakdown> {
  const places = await aDistrictWithList(t);
  const { app, project } = places;
  const setup = app.as('setup');
  const { programmeId } = project('2');
  const made = async (name: string, input: unknown) => valueIn<{ id: string }>(await setup.run(name, input)).id;
  const [waterUnit, cultureUnit] = [project('2').unitIds[0]!, project('3').unitIds[0]!];
  const governmentId = await made('organisation.set-up-unit', { name: '区政府', kind: 'leadership' });
  const postId = await made('organisation.create-post', { unitId: waterUnit, title: '水利局农水股股长', kind: 'liaison' });
  const leaderPostId = await made('organisation.create-post', { unitId: governmentId, title: '副区长（农业农村）', kind: 'leader' });
  const task = (name: string, change: Record<string, unknown> = {}) =>
    made('planning.set-up-task', { programmeId, projectId: project('2').id, name, leadUnitId: waterUnit, dueOn: '2026-10-31', ...change });
  return {
    ...places,
    programmeId,
    water: { unitId: waterUnit, projectId: project('2').id, head: app.as('unit-head', { unitId: waterUnit, name: '陈水' }), postId },
    culture: { unitId: cultureUnit, head: app.as('unit-head', { unitId: cultureUnit, name: '文彩' }) },
    leaderPostId,
    task,
    tasks: async () => {
      const { body } = await places.office.get(`/planning/breakdown?programmeId=${programmeId}`);
      return (body as { tasks: readonly (Task & { isOwn: boolean })[] }).tasks;
    },
  };
}

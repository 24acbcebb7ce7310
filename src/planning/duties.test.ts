import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reading } from '#/platform/transaction.ts';
import { listPlanningDuties } from './store/duties.ts';
import { aSewer, type TestSewer } from './test-network.ts';
import { valueIn } from './test-places.ts';
import { dutyWords } from './words/duties.ts';

async function asked({ app, office }: TestSewer, until: `${number}-${number}-${number}`) {
  const duties = await reading(app.world, office.district, (reader) => listPlanningDuties(reader, until));
  return duties.map((it) => ({ what: (dutyWords['zh-CN'][it.kind] as (facts: unknown) => { what: string })(it.facts).what, ...it }));
}

test('a task that nobody claimed is asked of its lead unit within a week, and no more once it is claimed', async (t) => {
  const sewer = await aSewer(t);
  const today = await sewer.app.world.today(sewer.office.district);

  const [claim] = await asked(sewer, '2027-12-31');
  valueIn(await sewer.water.head.run('planning.claim-task', { taskId: sewer.taskId }));
  const after = await asked(sewer, '2027-12-31');

  assert.deepEqual([claim!.what, claim!.unitId, claim!.since], ['认领任务“雨污分流”', sewer.water.unitId, today]);
  assert.equal(
    after.some(({ kind }) => kind === 'planning.claim'),
    false,
  );
});

test('a gate is asked for by the day that still holds the deadline, and moves its number with every change of the network', async (t) => {
  const sewer = await aSewer(t);
  const gate = async () => (await asked(sewer, '2027-12-31')).find(({ kind }) => kind === 'planning.finish')!;
  const { schedule } = await sewer.shown();
  const planned = schedule.planned.find(({ activity }) => activity.id === sewer.ids[0])!;

  const before = await gate();
  await sewer.edit([{ do: 'change', activityId: sewer.ids[0], name: '施工图审查' }]);
  const after = await gate();

  assert.deepEqual([before.what, before.dueOn, before.postId], ['完成节点“施工图审查和批复”', planned.dates.lateFinish, null]);
  assert.ok(after.revision! > before.revision!);
  assert.equal(after.key, before.key);
});

test('work whose latest start has come is asked for only when everything before it is finished', async (t) => {
  const sewer = await aSewer(t);
  const starts = async () => (await asked(sewer, '2027-12-31')).filter(({ kind }) => kind === 'planning.start').map(({ what }) => what);

  assert.deepEqual(await starts(), [], 'the milestone before it is still open');
  const today = await sewer.app.world.today(sewer.office.district);
  const { digest } = (await sewer.office.upload('批复.txt', Buffer.from('批复'))).body as { digest: string };
  valueIn(await sewer.office.run('planning.start-activity', { activityId: sewer.ids[0], on: today }));
  valueIn(await sewer.office.run('planning.finish-activity', { activityId: sewer.ids[0], on: today, evidence: [digest] }));

  assert.deepEqual(await starts(), ['“招标文件审定发出”开工']);
});

test('work that bears on a post is asked of the post, whoever holds it', async (t) => {
  const sewer = await aSewer(t);
  valueIn(await sewer.office.run('planning.assign-posts', { taskId: sewer.taskId, postId: sewer.water.postId, contactPostId: null }));

  const finish = (await asked(sewer, '2027-12-31')).find(({ kind }) => kind === 'planning.finish')!;

  assert.equal(finish.postId, sewer.water.postId);
});

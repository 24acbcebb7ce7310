import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf, valueIn } from './test-places.ts';
import { aBreakdown } from './test-tasks.ts';

test('a project is broken down into tasks, and the list says who leads, who supports, with what money and until when', async (t) => {
  const { task, tasks, water, culture, leaderPostId, site } = await aBreakdown(t);
  const siteId = await site('柳河村', { projectId: water.projectId, kind: 'village-works' });
  await task('管网改造', {
    content: '更换入户管线',
    supportingUnitIds: [culture.unitId],
    overseeingPostId: leaderPostId,
    postId: water.postId,
    funds: [
      { source: 'district', yuan: 300000.5 },
      { source: 'province', yuan: 700000 },
    ],
    quarterGoals: ['完成设计', null, '完工', null],
    startOn: '2026-04-01',
    siteIds: [siteId],
  });
  await task('水质检测');

  const [first, second] = await tasks();
  assert.deepEqual(first!.funds, [
    { source: 'province', yuan: 700000 },
    { source: 'district', yuan: 300000.5 },
  ]);
  assert.deepEqual([first!.leadUnitId, first!.supportingUnitIds], [water.unitId, [culture.unitId]]);
  assert.deepEqual([first!.quarterGoals, first!.siteIds, first!.claim], [['完成设计', null, '完工', null], [siteId], { state: 'open' }]);
  assert.deepEqual([second!.name, second!.position, second!.dueOn], ['水质检测', 1, '2026-10-31']);
});

test('what a task cannot be is said in a sentence, and nothing is written', async (t) => {
  const { office, task, tasks, water, culture, leaderPostId, programmeId } = await aBreakdown(t);
  await task('管网改造');
  const cases: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ name: '管 网 改 造' }, 'task-name-taken'],
    [{ startOn: '2026-11-01' }, 'task-starts-after-due'],
    [{ dueOn: '2027-01-01' }, 'task-due-too-late'],
    [{ supportingUnitIds: [water.unitId] }, 'task-unit-twice'],
    [{ leadUnitId: culture.unitId, postId: water.postId }, 'task-post-elsewhere'],
    [{ overseeingPostId: water.postId }, 'task-leader-no-leader'],
    [
      {
        funds: [
          { source: 'city', yuan: 1 },
          { source: 'city', yuan: 2 },
        ],
      },
      'task-fund-twice',
    ],
  ];
  for (const [change, refusal] of cases) {
    const input = { programmeId, projectId: water.projectId, name: '水质检测', leadUnitId: water.unitId, dueOn: '2026-10-31', ...change };
    assert.equal(refusalOf(await office.run('planning.set-up-task', input)).kind, refusal);
  }
  assert.equal((await tasks()).length, 1);
  assert.equal(typeof leaderPostId, 'string');
});

test('a unit claims its task once; it declines with a reason, and takes its word back', async (t) => {
  const { task, tasks, water, culture } = await aBreakdown(t);
  const taskId = await task('管网改造');
  const claim = (person: typeof water.head) => person.run('planning.claim-task', { taskId, postId: null });

  assert.equal(refusalOf(await claim(culture.head)).kind, 'claim-not-of-unit');
  valueIn(await water.head.run('planning.claim-task', { taskId, postId: water.postId }));
  const [claimed] = await tasks();
  assert.deepEqual([claimed!.claim.state, claimed!.postId], ['claimed', water.postId]);
  assert.equal(refusalOf(await claim(water.head)).kind, 'claimed-already');
  valueIn(await water.head.run('planning.withdraw-claim', { taskId, reason: '职责调整' }));
  assert.equal(refusalOf(await water.head.run('planning.withdraw-claim', { taskId, reason: '再撤一次' })).kind, 'nothing-claimed');
  valueIn(await water.head.run('planning.decline-task', { taskId, reason: '不属本局职责' }));
  assert.equal((await tasks())[0]!.claim.state, 'declined');
});

test('a task that goes to another unit waits for that unit', async (t) => {
  const { office, task, tasks, water, culture } = await aBreakdown(t);
  const taskId = await task('管网改造');
  valueIn(await water.head.run('planning.claim-task', { taskId }));

  valueIn(await office.run('planning.change-task', { taskId, name: '管网改造', leadUnitId: culture.unitId, dueOn: '2026-10-31' }));

  assert.deepEqual([(await tasks())[0]!.claim.state, (await tasks())[0]!.leadUnitId], ['open', culture.unitId]);
});

test('of two who claim one task at once, one is told who was first', async (t) => {
  const { app, task, water } = await aBreakdown(t);
  const taskId = await task('管网改造');
  const people = ['陈水', '李泉'].map((name) => app.as('unit-head', { unitId: water.unitId, name }));

  const answers = await Promise.all(people.map((it) => it.run('planning.claim-task', { taskId })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  const refusal = refusalOf<{ kind: string; byName: string }>(answers.find((it) => it.status === 409)!);
  assert.equal(refusal.kind, 'claimed-already');
  assert.equal(refusal.byName, people[answers.findIndex((it) => it.status === 200)]!.actor.name);
});

test('the unit of a task fills in how it is done; what it is and until when is settled above it', async (t) => {
  const { task, water, culture } = await aBreakdown(t);
  const taskId = await task('文化墙', { leadUnitId: culture.unitId });
  const same = { taskId, name: '文化墙', leadUnitId: culture.unitId, dueOn: '2026-10-31' };
  const change = (person: typeof water.head, it: object) => person.run('planning.change-task', { ...same, ...it });

  assert.equal(refusalOf(await change(culture.head, { dueOn: '2026-12-31' })).kind, 'task-field-kept');
  valueIn(await change(culture.head, { content: '一村一面', quarterGoals: [null, '定稿', null, null] }));
  valueIn(await change(water.head, { dueOn: '2026-12-31', content: '一村一面', quarterGoals: [null, '定稿', null, null] }));
  const elsewhere = await task('管网改造');
  const asked = { taskId: elsewhere, name: '管网改造', leadUnitId: water.unitId, dueOn: '2026-10-31', content: '改' };
  assert.equal(refusalOf(await culture.head.run('planning.change-task', asked)).kind, 'task-not-of-unit');
});

test('tasks change places, a removed one stays in the history with its reason', async (t) => {
  const { office, task, tasks, water, programmeId } = await aBreakdown(t);
  const ids = [await task('甲事'), await task('乙事'), await task('丙事')];
  const { projectId } = water;
  const order = (taskIds: readonly string[]) => office.run('planning.reorder-tasks', { programmeId, projectId, taskIds });

  valueIn(await order([ids[2]!, ids[0]!, ids[1]!]));
  assert.deepEqual(
    (await tasks()).map((it) => it.name),
    ['丙事', '甲事', '乙事'],
  );
  valueIn(await office.run('planning.remove-task', { taskId: ids[0], reason: '并入乙事' }));
  assert.equal(refusalOf(await order(ids)).kind, 'tasks-moved-since');
  const { body } = await office.get(`/planning/task-changes?projectId=${projectId}`);
  const changes = (body as { changes: readonly { act: string; name: string; reason: string | null }[] }).changes;
  assert.deepEqual(changes.find((it) => it.act === 'removed')!.reason, '并入乙事');
});

test('the later writer is told that the task has changed since', async (t) => {
  const { office, task, water } = await aBreakdown(t);
  const taskId = await task('管网改造');
  const change = (content: string) => ({ taskId, name: '管网改造', leadUnitId: water.unitId, dueOn: '2026-10-31', content });
  const base = { base: { [`task:${taskId}`]: 1 } };

  valueIn(await office.run('planning.change-task', change('甲'), base));
  const { status, text } = await office.run('planning.change-task', change('乙'), base);
  assert.equal(status, 409);
  assert.match(text, /changed-since/);
});

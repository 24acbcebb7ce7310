import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { slackAfter } from './rules/gate.ts';
import type { MovedActivity } from './rules/network-change.ts';
import { aSewer } from './test-network.ts';
import { refusalOf, valueIn } from './test-places.ts';

test('the sewer counted back from 31 December must begin on 22 June', async (t) => {
  const { shown } = await aSewer(t);

  const { schedule } = await shown();

  assert.deepEqual(
    schedule.planned.slice(1).map(({ dates }) => [dates.lateStart, dates.lateFinish]),
    [
      ['2026-06-22', '2026-06-26'],
      ['2026-06-28', '2026-07-17'],
      ['2026-07-18', '2026-07-20'],
      ['2026-07-21', '2026-08-03'],
      ['2026-08-04', '2026-10-06'],
      ['2026-10-07', '2026-10-31'],
      ['2026-12-18', '2026-12-31'],
    ],
  );
  assert.equal(schedule.refusal, null);
});

test('a report of 18 June that the tender can begin leaves no day: the next working day is the latest start', async (t) => {
  const { shown } = await aSewer(t);
  const { network } = await shown();
  const left = (today: `${number}-${number}-${number}`, gates = ['具备招投标条件']) => {
    const found = slackAfter(network, { gates, reportedOn: '2026-06-18', today });
    return [found?.name, found?.latestStart, found?.slackDays];
  };

  assert.deepEqual(left('2026-06-18'), ['招标文件审定发出', '2026-06-22', 0]);
  assert.deepEqual(left('2026-06-22'), ['招标文件审定发出', '2026-06-22', 0]);
  assert.deepEqual(left('2026-06-23'), ['招标文件审定发出', '2026-06-22', -1]);
  assert.deepEqual(left('2026-06-18', ['立项']), ['施工图审查和批复', '2026-06-12', -5]);
});

test('edits are taken together or not at all, and each refusal names what is in the way', async (t) => {
  const { edit, ids, shown, taskId, office, task, project } = await aSewer(t);
  const [gate, documents] = ids as [string, string];
  const other = await task('招聘会筹备', { projectId: project('1').id, leadUnitId: project('1').unitIds[0] });
  const add = (more: object) => ({ do: 'add', activityId: newId(), taskId, name: '临时工序', days: 3, ...more });
  const cases: readonly (readonly [readonly object[], Record<string, unknown>])[] = [
    [[{ do: 'link', from: documents, to: gate }], { kind: 'network-cycle', names: ['施工图审查和批复', '招标文件审定发出'] }],
    [[add({ calendar: 'no-such' })], { kind: 'calendar-missing', calendar: 'no-such', name: '临时工序' }],
    [[add({ taskId: other })], { kind: 'task-outside', name: '临时工序' }],
    [[add({ siteId: newId() })], { kind: 'site-outside', name: '临时工序' }],
    [[{ do: 'link', from: documents, to: newId() }], { kind: 'link-outside-project', from: '招标文件审定发出', to: null }],
    [[{ do: 'link', from: documents, to: documents }], { kind: 'link-to-itself', name: '招标文件审定发出' }],
    [[{ do: 'unlink', from: gate, to: ids[3] }], { kind: 'link-missing', from: '施工图审查和批复', to: '中标候选人公示' }],
    [[add({ name: '管道铺设' })], { kind: 'activity-name-taken', name: '管道铺设' }],
    [
      [add({ notBefore: '2026-08-01', finishBy: '2026-07-01' })],
      { kind: 'window-inverted', name: '临时工序', notBefore: '2026-08-01', finishBy: '2026-07-01' },
    ],
    [
      [add({ days: 10, legalMinimum: { days: 20, source: '招标投标法第二十四条' } })],
      { kind: 'shorter-without-reason', name: '临时工序', days: 10, minimum: 20, source: '招标投标法第二十四条' },
    ],
    [[{ do: 'change', activityId: newId(), days: 3 }], { kind: 'activity-unknown' }],
  ];
  const before = await shown();

  for (const [edits, expected] of cases) {
    const { activityId: _, ...refusal } = refusalOf<Record<string, unknown>>(await edit([add({ name: '同批的另一道' }), ...edits]));
    assert.deepEqual(refusal, expected);
  }
  assert.deepEqual((await shown()).network, before.network);
  assert.equal((await office.run('planning.edit-network', { projectId: project('2').id, edits: [{ do: 'fly' }] })).status, 400);
});

test('what else moves is seen before a changed date is accepted, and nothing is saved by looking', async (t) => {
  const { office, projectId, ids, shown } = await aSewer(t);
  const edits = encodeURIComponent(JSON.stringify([{ do: 'change', activityId: ids[4], days: 15 }]));

  const moved = valueIn<readonly MovedActivity[]>(await office.get(`/planning/preview-edits?projectId=${projectId}&edits=${edits}`));

  assert.deepEqual(
    moved.slice(0, 2).map(({ name, before, after }) => [name, before?.lateStart, after?.lateStart]),
    [
      ['施工图审查和批复', '2026-06-12', '2026-06-05'],
      ['招标文件审定发出', '2026-06-22', '2026-06-12'],
    ],
  );
  assert.equal((await shown()).network.version, 1);
});

test('two people edit one network: the later one is told, and sees what the first one changed', async (t) => {
  const { edit, ids, office, projectId, shown } = await aSewer(t);
  const seen = (await shown()).network.version;
  const first = () => edit([{ do: 'change', activityId: ids[5], days: 55 }], seen);
  const second = () => edit([{ do: 'change', activityId: ids[6], days: 20 }], seen);

  const answers = await Promise.all([first(), second()]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  const refused = answers.find((it) => it.status === 409)!;
  assert.equal(refusalOf(refused).kind, 'changed-since');
  const { body } = await office.get(`/planning/network-changes?projectId=${projectId}&after=${seen}`);
  const changes = body as { version: number; changes: { act: string; field: string }[]; byName: string }[];
  assert.deepEqual(
    changes.map(({ version, byName, changes: acts }) => [version, byName, acts.map((it) => it.field)]),
    [[seen + 1, office.actor.name, ['days']]],
  );
});

test('a milestone is finished once, only with evidence, and is opened again only with a reason', async (t) => {
  const { office, ids, file, shown } = await aSewer(t);
  const activityId = ids[0];
  const start = (on: string) => office.run('planning.start-activity', { activityId, on });
  const finish = (evidence: string[], on = '2026-06-17') => office.run('planning.finish-activity', { activityId, on, evidence });
  const proof = await file('批复.txt', '已批复');

  assert.equal(refusalOf(await finish([proof])).kind, 'not-started');
  assert.equal(refusalOf(await start('2026-06-19')).kind, 'actual-in-future');
  valueIn(await start('2026-06-11'));
  assert.equal(refusalOf(await start('2026-06-12')).kind, 'already-started');
  assert.equal(refusalOf(await finish([])).kind, 'milestone-needs-evidence');
  assert.equal(refusalOf(await finish([proof], '2026-06-10')).kind, 'finish-before-start');
  assert.equal((await finish(['0'.repeat(64)])).status, 404);
  valueIn(await finish([proof]));
  assert.equal(refusalOf(await finish([proof])).kind, 'already-finished');
  const done = (await shown()).schedule.planned[0]!;
  assert.deepEqual([done.activity.finishedOn, done.activity.evidence, done.dates.earlyFinish], ['2026-06-17', [proof], '2026-06-17']);

  assert.equal((await office.run('planning.undo-actual', { activityId, what: 'finish', reason: '' })).status, 400);
  valueIn(await office.run('planning.undo-actual', { activityId, what: 'finish', reason: '批复文号有误' }));
  assert.equal((await shown()).network.activities[0]!.finishedOn, null);
  valueIn(await office.run('planning.set-remaining', { activityId, days: 9 }));
  assert.equal((await shown()).schedule.planned[0]!.dates.earlyFinish, '2026-07-01');
});

test('what has begun stays in the network until its start is taken back', async (t) => {
  const { office, ids, edit } = await aSewer(t);
  const removal = [{ do: 'remove', activityId: ids[7] }];
  valueIn(await office.run('planning.start-activity', { activityId: ids[7], on: '2026-06-17' }));

  assert.equal(refusalOf(await edit(removal)).kind, 'activity-begun');
  valueIn(await office.run('planning.undo-actual', { activityId: ids[7], what: 'start', reason: '填错工序' }));
  valueIn(await edit(removal));
});

test('a baseline keeps the dates of its day with a digest; later ones stand beside it, and the forecast is held against the newest', async (t) => {
  const { office, projectId, ids, edit, shown } = await aSewer(t);
  const lock = (reason: string) => office.run('planning.lock-baseline', { projectId, reason });

  valueIn(await lock('区政府常务会议审定'));
  assert.equal(refusalOf(await lock('再锁一次')).kind, 'baseline-unchanged');
  valueIn((await edit([{ do: 'change', activityId: ids[5], days: 70 }])) as never);
  const { drift, network } = await shown();
  assert.deepEqual(drift[ids[5]!], { startDays: 0, finishDays: 10 });
  assert.deepEqual(drift[ids[4]!], { startDays: 0, finishDays: 0 });
  assert.match(network.baseline!.digest, /^[0-9a-f]{64}$/);
  valueIn(await lock('管线加长，经批准'));
  const { body } = await office.get(`/planning/baselines?projectId=${projectId}`);
  assert.deepEqual(
    (body as { no: number; reason: string }[]).map((it) => [it.no, it.reason]),
    [
      [2, '管线加长，经批准'],
      [1, '区政府常务会议审定'],
    ],
  );
});

test('a unit changes the schedule of what it leads, and of nothing else', async (t) => {
  const { culture, water, projectId, ids, shown } = await aSewer(t);
  const input = { projectId, edits: [{ do: 'change', activityId: ids[5], days: 61 }] };

  assert.equal(refusalOf(await culture.head.run('planning.edit-network', input)).kind, 'network-not-of-unit');
  valueIn(await water.head.run('planning.edit-network', input));
  assert.equal((await shown()).network.activities[5]!.days, 61);
});

test('whoever leads a task of another unit’s project plans the works of that task and no others', async (t) => {
  const sewer = await aSewer(t);
  const { culture, projectId, ids, shown, task } = sewer;
  const ownTask = await task('沿线文保勘察', { leadUnitId: culture.unitId, dueOn: '2026-12-31' });
  const own = newId();
  const edit = (...edits: readonly object[]) => culture.head.run('planning.edit-network', { projectId, edits });
  const add = { do: 'add', activityId: own, taskId: ownTask, name: '文保勘察', days: 4 };

  valueIn(await edit(add, { do: 'link', from: ids[0], to: own }));
  valueIn(await edit({ do: 'change', activityId: own, days: 6 }));
  for (const foreign of [
    [{ do: 'change', activityId: ids[5], days: 61 }],
    [{ do: 'remove', activityId: ids[7] }],
    [{ do: 'link', from: own, to: ids[5] }],
    [{ do: 'unlink', from: ids[0], to: ids[1] }],
    [{ do: 'change', activityId: own, taskId: sewer.taskId }],
    [{ do: 'add', activityId: newId(), taskId: sewer.taskId, name: '加一道', days: 3 }],
  ])
    assert.equal(refusalOf(await edit(...foreign)).kind, 'activity-of-other-unit', JSON.stringify(foreign));
  valueIn(await culture.head.run('planning.start-activity', { activityId: own, on: '2026-06-17' }));
  assert.deepEqual(refusalOf(await culture.head.run('planning.start-activity', { activityId: ids[7], on: '2026-06-17' })), {
    kind: 'activity-of-other-unit',
    name: '验收和资料归档',
    task: '雨污分流',
  });
  valueIn(await culture.head.run('planning.record-day', { activityId: own, on: '2026-06-18', state: 'planned', planned: '踏勘北段' }));
  assert.equal(refusalOf(await culture.head.run('planning.lock-baseline', { projectId, reason: '审定' })).kind, 'network-not-of-unit');
  const { body } = await culture.head.get(`/planning/schedule?projectId=${projectId}`);
  const { project } = body as { project: { isOwn: boolean; ownTaskIds: readonly string[] } };
  assert.deepEqual([project.isOwn, project.ownTaskIds], [false, [ownTask]]);
  assert.equal((await shown()).network.activities.find(({ id }) => id === own)!.days, 6);
});

test('a task with activities is not removed before them; the sentence says how many there are', async (t) => {
  const sewer = await aSewer(t);

  const refused = refusalOf(await sewer.office.run('planning.remove-task', { taskId: sewer.taskId, reason: '重复' }));

  assert.deepEqual(refused, { kind: 'task-has-activities', name: '雨污分流', count: 8 });
});

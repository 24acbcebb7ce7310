import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredReport } from './store/reports.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

async function send({ liaisonOf, promise }: TestList, object: string, change: Record<string, unknown> = {}): Promise<string> {
  return answerOf<{ reportId: string }>(await liaisonOf(object).run('delivery.submit-report', aContent(promise(object).id, change)))
    .reportId;
}

test('a figure counts once the office has adopted it, and not before', async (t) => {
  const list = await aFrozenList(t);

  const reportId = await send(list, '招聘会');
  const sent = await list.standing('招聘会');
  const adopted = await list.office.run('delivery.adopt-report', { reportId });
  const after = await list.standing('招聘会');

  assert.deepEqual([sent.done, sent.light], [null, 'grey']);
  assert.equal(adopted.status, 200, adopted.text);
  assert.deepEqual([after.done, after.light, after.reportedBy], [8, 'green', '区人社局']);
});

test('two people of the office adopt one report at once: one is heard, the other is told', async (t) => {
  const list = await aFrozenList(t);
  const reportId = await send(list, '招聘会');

  const answers = await Promise.all([list.office, list.app.as('office')].map((it) => it.run('delivery.adopt-report', { reportId })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal(kindOf(answers.find((it) => it.status === 409)!), 'not-waiting');
});

test('a decision on a report that has changed since it was opened is refused with both versions', async (t) => {
  const list = await aFrozenList(t);
  const reportId = await send(list, '招聘会');

  const stale = await list.office.run('delivery.adopt-report', { reportId }, { base: { [reportId]: 7 } });

  assert.deepEqual((stale.body as { refusal: unknown }).refusal, { kind: 'changed-since', subject: reportId, seen: 7, current: 1 });
});

test('a figure that falls or jumps is sent only with a reason, and the reason is kept', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('检测');
  const liaison = list.liaisonOf('检测');
  const may = await send(list, '检测', { value: 40_000, measureUnit: '名', asOf: '2026-05-31' });
  await list.office.run('delivery.adopt-report', { reportId: may });
  const falling = aContent(id, { value: 30_000, measureUnit: '名' });
  const jumping = aContent(id, { value: 200_000, measureUnit: '名' });

  const fell = await liaison.run('delivery.submit-report', falling);
  const jumped = await liaison.run('delivery.submit-report', jumping);
  const explained = await liaison.run('delivery.submit-report', {
    ...falling,
    overrides: [{ check: 'falls', reason: '五月有重复登记，已核减' }],
  });
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${id}`)).body as { reports: StoredReport[] };

  const findings = (it: { body: unknown }) =>
    (it.body as { refusal: { findings: { check: string }[] } }).refusal.findings.map(({ check }) => check);
  assert.deepEqual([findings(fell), findings(jumped)], [['falls'], ['jumps']]);
  assert.equal(explained.status, 200);
  assert.deepEqual(reports[0]!.overrides, [{ check: 'falls', reason: '五月有重复登记，已核减' }]);
});

test('a unit reports for its own projects only; the office may enter for any unit, which is recorded', async (t) => {
  const list = await aFrozenList(t);
  const content = aContent(list.promise('招聘会').id);

  const stranger = await list.liaisonOf('检测').run('delivery.submit-report', content);
  const nobody = await list.app.as('liaison').run('delivery.submit-report', content);
  const entered = await list.office.run('delivery.submit-report', content);
  const waiting = (await list.office.get('/delivery/waiting?year=2026')).body as { reports: { report: StoredReport }[] };

  assert.deepEqual([stranger.status, nobody.status, entered.status], [403, 403, 200]);
  const [{ report }] = waiting.reports as [{ report: StoredReport }];
  assert.deepEqual([report.onBehalf, report.unitId], [true, list.promise('招聘会').leadUnitId]);
});

test('nobody adopts a report of his own unit, except the one person of the first hour', async (t) => {
  const list = await aFrozenList(t);
  const { leadUnitId } = list.promise('招聘会');
  const reportId = await send(list, '招聘会');

  const own = await list.app.as(['office'], { unitId: leadUnitId }).run('delivery.adopt-report', { reportId });
  const setup = await list.app.as(['setup'], { unitId: leadUnitId }).run('delivery.adopt-report', { reportId });

  assert.deepEqual([own.status, kindOf(own), setup.status], [409, 'own-unit', 200]);
});

test('a report sent back is corrected by a new one, and both stay to be seen', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const reportId = await send(list, '招聘会', { value: 9 });

  const back = await list.office.run('delivery.send-back-report', { reportId, reason: '缺第九场的签到表' });
  const corrected = await list
    .liaisonOf('招聘会')
    .run('delivery.correct-report', { reportId, reason: '第九场未办', content: aContent(id) });
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${id}`)).body as { reports: StoredReport[] };

  assert.deepEqual([back.status, corrected.status], [200, 200]);
  assert.deepEqual(
    reports.map((it) => [it.value, it.state, it.sentBackReason]),
    [
      [8, 'submitted', null],
      [9, 'superseded', '缺第九场的签到表'],
    ],
  );
});

test('an adopted figure stands until its correction is adopted', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const reportId = await send(list, '招聘会', { value: 9 });
  await list.office.run('delivery.adopt-report', { reportId });

  const sent = await list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '多计一场', content: aContent(id) });
  const second = await list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '多计一场', content: aContent(id) });
  const before = await list.standing('招聘会');
  await list.office.run('delivery.adopt-report', { reportId: answerOf<{ reportId: string }>(sent).reportId });
  const after = await list.standing('招聘会');

  assert.equal(kindOf(second), 'correction-pending');
  assert.deepEqual([before.done, after.done, after.pace!.reportPoints], [9, 8, 1]);
});

test('a photo that came with another report is found; one that was never filed proves nothing', async (t) => {
  const list = await aFrozenList(t);
  const evidence = [await list.evidence()];
  const { id } = list.promise('招聘会');
  const first = await send(list, '招聘会', { value: 7, asOf: '2026-05-31', evidence });
  await list.office.run('delivery.adopt-report', { reportId: first });

  const again = await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(id, { evidence }));
  const invented = await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(id, { evidence: ['d'.repeat(64)] }));

  const { findings } = (again.body as unknown as { refusal: { findings: { check: string }[] } }).refusal;
  assert.deepEqual([findings.map((it) => it.check), invented.status], [['same-photo'], 404]);
});

test('a report of one district does not exist in another', async (t) => {
  const list = await aFrozenList(t);
  const reportId = await send(list, '招聘会');
  const stranger = list.app.as('office', { district: '990002' });

  const adopted = await stranger.run('delivery.adopt-report', { reportId });
  const submitted = await stranger.run('delivery.submit-report', aContent(list.promise('招聘会').id));

  assert.deepEqual([adopted.status, submitted.status], [404, 404]);
});

test('the confirmed progress column becomes proposals once; adopted together they light the board', async (t) => {
  const list = await aFrozenList(t);
  const take = () => list.office.run('delivery.take-progress', { programmeId: list.programmeId, valueKind: 'cumulative' });

  const { reportIds } = answerOf<{ reportIds: string[] }>(await take());
  const again = answerOf<{ reportIds: string[] }>(await take());
  const unlit = await list.board();
  const adopted = await list.office.run('delivery.adopt-many', { items: reportIds.map((reportId) => ({ reportId })) });
  const lit = await list.board();

  assert.equal(adopted.status, 200, adopted.text);
  assert.deepEqual([again.reportIds.length, unlit.counts.grey], [0, 4]);
  const lights = lit.projects.map((it) => [it.project.no, it.promises.map(({ done, doneFrom, light }) => [done, doneFrom, light])]);
  assert.deepEqual(lights, [
    ['1', [[8, 'report', 'green']]],
    ['2', [[57_000, 'report', 'red']]],
    ['3', [[null, null, 'grey']]],
    ['4', [[0, 'stage', 'red']]],
  ]);
});

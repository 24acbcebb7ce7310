import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from '#/delivery/test-list.ts';

const TODAY = '2026-06-18';
const BEFORE = '2026-06-10';

type Fairs = TestList & { readonly promiseId: string; readonly switchOver: () => Promise<void> };

/** Fairs that units report, and that are counted from records once the office says so. */
async function fairs(t: TestContext): Promise<Fairs> {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const spec = { kind: 'events', eventKind: null, counts: 'held' };
  answerOf(await list.office.run('records.set-definition', { promiseId, spec, reason: '会议纪要' }));
  const switched = { promiseId, source: 'records', reason: '会议纪要' };
  return { ...list, promiseId, switchOver: async () => void answerOf(await list.office.run('delivery.set-count-source', switched)) };
}

const sent = async (list: Fairs, change: Record<string, unknown>) =>
  answerOf<{ reportId: string }>(await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(list.promiseId, change))).reportId;
const propose = (list: Fairs, ...contents: readonly object[]) =>
  list.office.run('delivery.propose-reports', { programmeId: list.programmeId, contents });
const proposed = async (list: Fairs, content: object) =>
  answerOf<{ reportIds: readonly string[] }>(await propose(list, content)).reportIds[0]!;
const adopt = (list: Fairs, reportId: string) => list.office.run('delivery.adopt-report', { reportId });
const reports = async (list: Fairs) =>
  (
    await list.app.ownerPool.query<{ state: string; value: string | null }>(
      'select state, value from delivery.report order by submitted_at, id',
    )
  ).rows;

test('once records count, nobody proposes a figure: none of a document is stored, and it is said of which promises', async (t) => {
  const list = await fairs(t);
  await list.switchOver();
  const other = list.promise('检测').id;
  const answer = await propose(list, aContent(other, { value: 57_000, measureUnit: '名' }), aContent(list.promiseId, { value: 11 }));

  assert.deepEqual(answer.body, { ok: false, refusal: { kind: 'counted-by-records', promises: ['1 举办专场招聘会'] } });
  assert.deepEqual(await reports(list), []);
  answerOf(await propose(list, aContent(list.promiseId, { value: null, valueKind: null, text: '正在筹备' })));
});

test('a figure that waited when records began to count is not adopted for a day from then on, whoever sent it', async (t) => {
  const list = await fairs(t);
  const waiting = [await sent(list, { value: 11 }), await proposed(list, aContent(list.promiseId, { value: 12 }))];
  await list.switchOver();

  for (const reportId of waiting)
    assert.deepEqual((await adopt(list, reportId)).body, { ok: false, refusal: { kind: 'counted-by-records', since: TODAY } });
  const many = await list.office.run('delivery.adopt-many', { items: waiting.map((reportId) => ({ reportId })) });
  assert.equal(kindOf(many), 'report-refused');
  assert.deepEqual(
    (await reports(list)).map(({ state }) => state),
    ['submitted', 'proposed'],
  );
});

test('a figure of a day on which units still reported is adopted after the switch, and stands on the board of that day', async (t) => {
  const list = await fairs(t);
  const waiting = [
    await sent(list, { value: 7, asOf: BEFORE }),
    await proposed(list, aContent(list.promiseId, { value: 8, asOf: '2026-06-11' })),
  ];
  await list.switchOver();

  for (const reportId of waiting) answerOf(await adopt(list, reportId));
  const doneOn = async (day: string) => {
    const { done, doneFrom } = await list.standing('招聘会', day);
    return [done, doneFrom];
  };
  assert.deepEqual(await Promise.all([BEFORE, '2026-06-11'].map(doneOn)), [
    [7, 'report'],
    [8, 'report'],
  ]);
  assert.notEqual((await doneOn(TODAY))[1], 'report');
});

test('words without a figure are adopted whatever counts', async (t) => {
  const list = await fairs(t);
  const reportId = await sent(list, { value: null, valueKind: null, text: '正在筹备' });
  await list.switchOver();
  answerOf(await adopt(list, reportId));
});

test('of the progress column a promise that records count takes the words and leaves the figure, and that is said', async (t) => {
  const list = await fairs(t);
  await list.switchOver();
  const take = { programmeId: list.programmeId, valueKind: 'cumulative' };
  type Taken = { readonly reportIds: readonly string[]; readonly withoutFigure: readonly string[] };
  const { reportIds, withoutFigure } = answerOf<Taken>(await list.office.run('delivery.take-progress', take));

  assert.deepEqual(withoutFigure, ['1 举办专场招聘会']);
  const { rows } = await list.app.ownerPool.query('select value, body from delivery.report where promise_id = $1', [list.promiseId]);
  assert.deepEqual(rows, [{ value: null, body: '已举办招聘会8场。' }]);
  answerOf(await list.office.run('delivery.adopt-many', { items: reportIds.map((reportId) => ({ reportId })) }));
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { endEntryOfMonth } from './jobs.ts';
import { entryEndsOn } from './rules/entry-end.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

type Periods = { isEntryEnded: boolean; entryEndsOn: string | null; acts: { act: string; by: string; reason: string | null }[] };

/** The list is frozen in June; the clock then stands on `today`. */
async function aMonth(t: TestContext, today: '2026-07-03' | '2026-07-04' | '2026-07-06') {
  const list = await aFrozenList(t, { today });
  await list.app.ownerPool.query(`update programme.programme set frozen_on = '2026-02-01'`);
  list.app.tampered = true;
  const unitId = list.promise('招聘会').leadUnitId;
  const month = { programmeId: list.programmeId, period: '2026-06' };
  const run = async (command: Parameters<TestList['app']['mustRun']>[0], district: string, input: unknown) =>
    list.app.mustRun(command as never, district, input as never);
  return {
    list,
    month,
    head: list.app.as('unit-head', { unitId }),
    of: { ...month, unitId },
    night: () => endEntryOfMonth.run('990001', { world: list.app.world, run } as never),
    view: async () => (await list.office.get('/delivery/periods?year=2026&period=2026-06')).body as Periods,
    june: (value: number) => aContent(list.promise('招聘会').id, { asOf: '2026-06-30', value }),
  };
}

test('the last day for a month is the third working day after it, with the announced holidays and make-up days', () => {
  const months = ['2025-12', '2026-01', '2026-04', '2026-06', '2026-09'] as const;

  assert.deepEqual(
    months.map((month) => entryEndsOn(month, { workDays: 3 })),
    ['2026-01-06', '2026-02-04', '2026-05-08', '2026-07-03', '2026-10-10'],
  );
});

test('on the third working day figures still come in; the night after it entry ends by itself, and a named exception lets one unit in', async (t) => {
  const inTime = await aMonth(t, '2026-07-03');
  await inTime.night();
  const onTheDay = await inTime.head.run('delivery.submit-report', inTime.june(9));

  const late = await aMonth(t, '2026-07-04');
  await late.night();
  await late.night();
  const refused = await late.head.run('delivery.submit-report', late.june(9));
  answerOf(await late.list.office.run('delivery.grant-late-entry', { ...late.of, until: '2026-07-08', reason: '系统停电' }));
  const excepted = await late.head.run('delivery.submit-report', late.june(9));
  const view = await late.view();

  assert.deepEqual([onTheDay.status, (await inTime.view()).entryEndsOn], [200, '2026-07-03']);
  assert.deepEqual([kindOf(refused), excepted.status], ['period-locked', 200]);
  assert.match(refused.text, /"state":"ended"/);
  assert.deepEqual([view.isEntryEnded, view.entryEndsOn, view.acts.map(({ act }) => act)], [true, null, ['end-entry']]);
});

test('ended entry is resumed with a reason, once the lock over it is undone, and does not end by itself again', async (t) => {
  const { list, month, head, night, view, june } = await aMonth(t, '2026-07-06');
  await night();
  await list.app.ownerPool.query(
    `insert into delivery.key_act (district, programme_id, period, act_version, act, on_behalf, acted_by, acted_at)
     values ('990001', $1, '2026-06', 2, 'close', false, '测试', now())`,
    [list.programmeId],
  );

  const underLock = await list.office.run('delivery.resume-entry', { ...month, reason: '系统停电' });
  answerOf(await list.office.run('delivery.reopen-period', { ...month, reason: '系统停电' }));
  answerOf(await list.office.run('delivery.resume-entry', { ...month, reason: '系统停电' }));
  await night();
  const entered = await head.run('delivery.submit-report', june(9));
  const twice = await list.office.run('delivery.resume-entry', { ...month, reason: '系统停电' });
  const byHand = await list.office.run('delivery.end-entry', month);
  const running = await list.office.run('delivery.end-entry', { ...month, period: '2026-07' });

  assert.deepEqual(
    [kindOf(underLock), entered.status, kindOf(twice), byHand.status, kindOf(running)],
    ['period-closed', 200, 'entry-not-ended', 200, 'entry-month-running'],
  );
  assert.deepEqual(
    (await view()).acts.map(({ act }) => act),
    ['end-entry', 'close', 'reopen', 'resume-entry', 'end-entry'],
  );
});

test('a district sets another working day, or that entry never ends by itself, each with its reason on record', async (t) => {
  const { list, night, view } = await aMonth(t, '2026-07-06');
  const set = (setting: object) => list.office.run('delivery.set-entry-end', { on: true, workDays: 3, reason: '办公会议定', ...setting });
  answerOf(await set({ workDays: 5 }));
  await night();
  const fifth = await view();
  answerOf(await set({ on: false }));
  await night();
  const never = await view();
  const { history } = (await list.office.get('/delivery/settings')).body as { history: { name: string; value: unknown }[] };

  assert.deepEqual([fifth.isEntryEnded, fifth.entryEndsOn, never.isEntryEnded, never.entryEndsOn], [false, '2026-07-07', false, null]);
  assert.deepEqual(
    history.filter(({ name }) => name === 'entry-end').map(({ value }) => value),
    [
      { on: false, workDays: 3 },
      { on: true, workDays: 5 },
    ],
  );
});

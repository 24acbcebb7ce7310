import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfMonth } from '#/kernel/civil-date.ts';
import type { TestPerson } from '#/testing.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

const OBJECTS = { 招聘会: {}, 驿站: { valueKind: null, value: null, text: '还在选址', measureUnit: '个' } } as const;

/** The unit of the fairs, which leads two promises, with the people around it; the demo day is a July day. */
async function aUnit(t: Parameters<typeof aFrozenList>[0], today: `${number}-${number}-${number}` = '2026-07-03') {
  const list = await aFrozenList(t, { today });
  const unitId = list.promise('招聘会').leadUnitId;
  const head = list.app.as('unit-head', { unitId });
  const of = { programmeId: list.programmeId, period: '2026-06', unitId };
  return { list, unitId, head, of };
}

async function answerAll({ promise, liaisonOf, app }: TestList): Promise<void> {
  for (const [object, change] of Object.entries(OBJECTS)) {
    const sent = await liaisonOf(object).run('delivery.submit-report', aContent(promise(object).id, { asOf: '2026-06-30', ...change }));
    answerOf(await app.as('office').run('delivery.adopt-report', { reportId: answerOf<{ reportId: string }>(sent).reportId }));
  }
}

const report = (list: TestList, person: TestPerson, change: object = {}) =>
  person.run('delivery.submit-report', { ...aContent(list.promise('招聘会').id), asOf: '2026-06-30', value: 9, ...change });

test('a unit approves its month once every promise is answered, and the office receives it once nothing waits', async (t) => {
  const { list, head, of } = await aUnit(t);

  const tooEarly = await head.run('delivery.approve-period', of);
  await answerAll(list);
  const approved = await head.run('delivery.approve-period', of);
  const received = await list.office.run('delivery.receive-period', of);
  const twice = await list.office.run('delivery.receive-period', of);
  const ahead = await head.run('delivery.approve-period', { ...of, period: '2026-08' });

  assert.equal(kindOf(tooEarly), 'promises-unanswered');
  assert.deepEqual([approved.status, received.status, kindOf(twice), kindOf(ahead)], [200, 200, 'key-state', 'period-ahead']);
});

test('an approval bears the day that the district lives in, not that of the machine', async (t) => {
  const { list, head, of } = await aUnit(t);
  await answerAll(list);
  answerOf(await head.run('delivery.approve-period', of));

  const { acts } = (await list.office.get('/delivery/periods?year=2026&kind=ten-things&period=2026-06')).body as {
    acts: readonly { on: string }[];
  };

  assert.deepEqual(
    acts.map((it) => it.on),
    ['2026-07-03'],
  );
});

test('no new and no corrected figure enters an approved or received month, by any of its doors; another month stays open', async (t) => {
  const { list, head, of } = await aUnit(t);
  await answerAll(list);
  answerOf(await head.run('delivery.approve-period', of));
  const promiseId = list.promise('招聘会').id;
  const { standing } = (await head.get(`/delivery/promise?promiseId=${promiseId}`)).body as { standing: { reportId: string } };
  const july = aContent(promiseId, { asOf: '2026-07-02', value: 9 });
  const correct = (content: object) => head.run('delivery.correct-report', { reportId: standing.reportId, reason: '更正数字', content });
  const proposed = await list.office.run('delivery.propose-reports', {
    programmeId: list.programmeId,
    contents: [{ ...july, asOf: '2026-06-29' }],
  });
  const [reportId] = answerOf<{ reportIds: string[] }>(proposed).reportIds;

  const answers = {
    byUnit: await report(list, head),
    byOffice: await report(list, list.office),
    corrected: await correct({ ...july, asOf: '2026-06-30' }),
    correctedInto: await correct(july),
    unchanged: await head.run('delivery.state-unchanged', { promiseId: list.promise('驿站').id, period: '2026-06' }),
    adoptedProposal: await list.app.as('office').run('delivery.adopt-report', { reportId }),
    july: await head.run('delivery.submit-report', july),
  };

  assert.deepEqual(Object.fromEntries(Object.entries(answers).map(([name, it]) => [name, it.status === 200 ? 200 : kindOf(it)])), {
    byUnit: 'period-locked',
    byOffice: 'period-locked',
    corrected: 'period-locked',
    correctedInto: 'period-locked',
    unchanged: 'unchanged-not-possible',
    adoptedProposal: 'period-locked',
    july: 200,
  });
});

test('a late entry is let in by a named exception until its day, and lapses by itself', async (t) => {
  const { list, unitId, head, of } = await aUnit(t);
  const open = await list.office.run('delivery.grant-late-entry', { ...of, until: '2026-07-05', reason: '数据口径调整' });
  await answerAll(list);
  answerOf(await head.run('delivery.approve-period', of));
  answerOf(await list.office.run('delivery.receive-period', of));

  const past = await list.office.run('delivery.grant-late-entry', { ...of, until: '2026-07-02', reason: '数据口径调整' });
  answerOf(await list.office.run('delivery.grant-late-entry', { ...of, until: '2026-07-03', reason: '数据口径调整' }));
  const onTheDay = await report(list, head);
  await list.app.ownerPool.query(`update delivery.entry_exception set granted_on = '2026-07-01', until_on = '2026-07-02'`);
  list.app.tampered = true;
  const dayAfter = await report(list, head, { value: 10 });

  assert.deepEqual([kindOf(open), kindOf(past), onTheDay.status], ['nothing-locked', 'exception-ends-past', 200]);
  assert.deepEqual((dayAfter.body as { refusal: unknown }).refusal, {
    kind: 'period-locked',
    period: '2026-06',
    state: 'received',
    lapsedOn: '2026-07-02',
  });
  assert.ok(unitId);
});

test('un-approval goes from the top down: the district first, then the office, then the unit, each with its reason on record', async (t) => {
  const { list, head, of } = await aUnit(t);
  const period = { programmeId: of.programmeId, period: of.period };
  await answerAll(list);
  const units = [...new Set(['招聘会', '检测', '送戏'].map((it) => list.promise(it).leadUnitId))];
  for (const object of ['检测', '送戏']) {
    const measureUnit = object === '检测' ? '名' : '场';
    const sent = await list
      .liaisonOf(object)
      .run('delivery.submit-report', aContent(list.promise(object).id, { asOf: '2026-06-30', value: 1, measureUnit }));
    answerOf(await list.app.as('office').run('delivery.adopt-report', { reportId: answerOf<{ reportId: string }>(sent).reportId }));
  }
  const closedTooEarly = await list.office.run('delivery.close-period', period);
  for (const unitId of units) {
    answerOf(await list.office.run('delivery.approve-period', { ...of, unitId }));
    answerOf(await list.office.run('delivery.receive-period', { ...of, unitId }));
  }
  answerOf(await list.office.run('delivery.close-period', period));
  const why = { reason: '发现漏报' };

  const underLock = await list.office.run('delivery.unreceive-period', { ...of, ...why });
  answerOf(await list.office.run('delivery.reopen-period', { ...period, ...why }));
  const unitBeforeOffice = await head.run('delivery.withdraw-period', { ...of, ...why });
  answerOf(await list.office.run('delivery.unreceive-period', { ...of, ...why }));
  answerOf(await head.run('delivery.withdraw-period', { ...of, ...why }));
  const { acts } = (await list.office.get('/delivery/periods?year=2026&period=2026-06')).body as {
    acts: { act: string; unitId: string | null; onBehalf: boolean; reason: string | null }[];
  };

  assert.deepEqual(
    [kindOf(closedTooEarly), kindOf(underLock), kindOf(unitBeforeOffice)],
    ['units-not-received', 'period-closed', 'key-state'],
  );
  assert.deepEqual(
    acts.slice(-4).map(({ act, reason }) => [act, reason]),
    [
      ['close', null],
      ['reopen', '发现漏报'],
      ['unreceive', '发现漏报'],
      ['withdraw', '发现漏报'],
    ],
  );
  assert.deepEqual([acts[0]!.act, acts[0]!.onBehalf], ['approve', true]);
});

test('a report sent back opens the approved month of its unit again, on the record', async (t) => {
  const { list, head, of } = await aUnit(t);
  await answerAll(list);
  const { reportId } = answerOf<{ reportId: string }>(await report(list, head));
  answerOf(await head.run('delivery.approve-period', of));
  const receivedTooEarly = await list.office.run('delivery.receive-period', of);

  answerOf(await list.office.run('delivery.send-back-report', { reportId, reason: '与附件不符' }));
  const content = aContent(list.promise('招聘会').id, { asOf: '2026-06-30', value: 8.5 });
  const corrected = await head.run('delivery.correct-report', { reportId, reason: '按附件更正', content });

  assert.deepEqual([kindOf(receivedTooEarly), corrected.status], ['reports-waiting', 200]);
});

test('a unit neither approves nor withdraws for another, and sees its own line only', async (t) => {
  const { list, of } = await aUnit(t);
  const stranger = list.app.as('unit-head', { unitId: list.promise('检测').leadUnitId });

  const { status } = await stranger.run('delivery.approve-period', of);
  const { units } = (await stranger.get('/delivery/periods?year=2026&period=2026-06')).body as { units: { name: string }[] };

  assert.equal(status, 403);
  assert.deepEqual(
    units.map(({ name }) => name),
    ['区卫健局'],
  );
});

test('a late entry changes the figures of the month, and not the light that was frozen at its end', async (t) => {
  const { list, head, of } = await aUnit(t);
  await answerAll(list);
  answerOf(await list.office.run('delivery.freeze-month-lights', { programmeId: list.programmeId, year: 2026, month: 6 }));
  const frozen = (await list.standing('招聘会')).months[5];
  answerOf(await head.run('delivery.approve-period', of));
  answerOf(await list.office.run('delivery.grant-late-entry', { ...of, until: '2026-07-10', reason: '漏报一场' }));
  const { reportId } = answerOf<{ reportId: string }>(await report(list, head));
  answerOf(await list.app.as('office').run('delivery.adopt-report', { reportId }));

  const after = await list.standing('招聘会', endOfMonth(2026, 6));
  const again = await list.office.run('delivery.freeze-month-lights', { programmeId: list.programmeId, year: 2026, month: 6 });

  assert.deepEqual([after.done, after.months[5], answerOf<{ frozen: number }>(again).frozen], [9, frozen, 0]);
});

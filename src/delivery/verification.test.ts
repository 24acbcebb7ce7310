import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawSample } from './rules/sample.ts';
import type { StoredSample } from './store/verdicts.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

async function adopted(list: TestList, object = '招聘会', change: object = {}): Promise<string> {
  const sent = await list.liaisonOf(object).run('delivery.submit-report', { ...aContent(list.promise(object).id), ...change });
  const { reportId } = answerOf<{ reportId: string }>(sent);
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  return reportId;
}

const switchOn = async ({ office }: TestList, on = true) =>
  answerOf(await office.run('delivery.set-verification', { on, shareNeeded: 0.95, reason: '区政府督查室通知' }));
const verify = (list: TestList, reportId: string, given: object) =>
  list.office.run('delivery.verify-report', { reportId, way: 'evidence', result: 'confirmed', ...given });

test('the verified share is told once the district verifies, and too little of it hatches the light', async (t) => {
  const list = await aFrozenList(t);
  const evidence = [await list.evidence()];
  const reportId = await adopted(list, '招聘会', { evidence });
  const shares = async () => {
    const { verified, verifiedShare, isUnderVerified, light, reasons } = await list.standing('招聘会');
    return { verified, verifiedShare, isUnderVerified, light, said: reasons.some(({ code }) => code === 'under-verified') };
  };

  const off = await shares();
  await switchOn(list);
  const none = await shares();
  answerOf(await verify(list, reportId, {}));
  const all = await shares();
  await adopted(list, '招聘会', {
    asOf: '2026-06-17',
    valueKind: 'this-period',
    value: 1,
    overrides: [{ check: 'older-than-adopted', reason: '补报' }],
  });
  await switchOn(list, false);

  assert.deepEqual(off, { verified: null, verifiedShare: null, isUnderVerified: false, light: 'green', said: false });
  assert.deepEqual(none, { verified: { value: 0, of: 8 }, verifiedShare: 0, isUnderVerified: true, light: 'green', said: true });
  assert.deepEqual(all, { verified: { value: 8, of: 8 }, verifiedShare: 1, isUnderVerified: false, light: 'green', said: false });
  assert.equal((await shares()).verified, null);
});

test('a mismatch asks for a correction by a day; the figure stands with its mark until the correction is adopted', async (t) => {
  const list = await aFrozenList(t);
  const photo = await list.evidence('现场照片');
  const reportId = await adopted(list);
  const wrong = { way: 'on-site', result: 'mismatch', note: '现场只核到 6 场', evidence: [photo], dueOn: '2026-06-30' };
  type Shown = { asks: { kind: string; reason: string | null; dueOn: string; waitsAt: string | null }[] };
  const ask = async () => {
    const { asks } = (await list.liaisonOf('招聘会').get('/delivery/my-week?year=2026')).body as Shown;
    return asks.filter(({ kind }) => kind === 'correct-mismatch').map(({ reason, dueOn, waitsAt }) => [reason, dueOn, waitsAt]);
  };

  answerOf(await verify(list, reportId, wrong));
  const marked = await list.standing('招聘会');
  const asked = await ask();
  const content = aContent(list.promise('招聘会').id, { value: 6 });
  const correction = await list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '按核查结果更正', content });
  const answered = await ask();
  answerOf(await list.office.run('delivery.adopt-report', { reportId: answerOf<{ reportId: string }>(correction).reportId }));
  const after = await list.standing('招聘会');

  assert.deepEqual([marked.done, marked.mismatch], [8, { reportId, asOf: '2026-06-18', dueOn: '2026-06-30' }]);
  assert.ok(marked.reasons.some(({ code }) => code === 'mismatch'));
  assert.deepEqual([asked, answered], [[['现场只核到 6 场', '2026-06-30', null]], [['现场只核到 6 场', '2026-06-30', 'office']]]);
  assert.deepEqual([after.done, after.mismatch, await ask()], [6, null, []]);
});

test('a demanded correction enters a received month without another exception', async (t) => {
  const list = await aFrozenList(t, { today: '2026-07-03' });
  const reportId = await adopted(list, '招聘会', { asOf: '2026-06-30' });
  const of = { programmeId: list.programmeId, period: '2026-06', unitId: list.promise('招聘会').leadUnitId };
  await adopted(list, '驿站', { asOf: '2026-06-30', valueKind: null, value: null, text: '还在选址', measureUnit: '个' });
  answerOf(await list.office.run('delivery.approve-period', of));
  answerOf(await list.office.run('delivery.receive-period', of));
  const content = aContent(list.promise('招聘会').id, { asOf: '2026-06-30', value: 6 });
  const correct = () => list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '按核查结果更正', content });

  const undemanded = await correct();
  const wrong = { way: 'on-site', result: 'mismatch', note: '只有 6 场', evidence: [await list.evidence('现场')], dueOn: '2026-07-10' };
  answerOf(await verify(list, reportId, wrong));
  const elsewhere = await list
    .liaisonOf('招聘会')
    .run('delivery.correct-report', { reportId, reason: '按核查结果更正', content: { ...content, asOf: '2026-06-29' } });

  assert.deepEqual([kindOf(undemanded), kindOf(elsewhere), (await correct()).status], ['period-locked', 'period-locked', 200]);
});

test('a verdict shows what it rests on', async (t) => {
  const list = await aFrozenList(t);
  const bare = await adopted(list);
  const shown = await adopted(list, '检测', { value: 100, measureUnit: '名', evidence: [await list.evidence()] });
  const waiting = answerOf<{ reportId: string }>(
    await list.liaisonOf('送戏').run('delivery.submit-report', aContent(list.promise('送戏').id, { value: 1 })),
  ).reportId;
  const cases: readonly (readonly [string, object, string | null])[] = [
    [waiting, {}, 'only-adopted-verified'],
    [bare, {}, 'no-evidence-to-check'],
    [bare, { way: 'on-site' }, 'photo-missing'],
    [bare, { result: 'unverifiable' }, 'verdict-needs-note'],
    [bare, { result: 'unverifiable', note: '没有材料' }, null],
    [shown, { result: 'mismatch', note: '人数不符' }, 'due-day-missing'],
    [shown, { result: 'mismatch', note: '人数不符', dueOn: '2026-06-17' }, 'due-day-past'],
    [shown, { result: 'mismatch', note: '人数不符', dueOn: '2026-06-18' }, null],
    [shown, { result: 'confirmed' }, null],
  ];

  for (const [reportId, given, wanted] of cases) {
    const answer = await verify(list, reportId, given);
    assert.equal(answer.status === 200 ? null : kindOf(answer), wanted, JSON.stringify(given));
  }
  const own = await list.app.as('office', { unitId: list.promise('检测').leadUnitId }).run('delivery.verify-report', {
    reportId: shown,
    way: 'evidence',
    result: 'confirmed',
  });
  assert.equal(kindOf(own), 'own-unit');
});

test('a promise with a wrong figure is not accepted as kept', async (t) => {
  const list = await aFrozenList(t);
  const evidence = [await list.evidence()];
  const reportId = await adopted(list, '招聘会', { value: 15, evidence });
  answerOf(await verify(list, reportId, { result: 'mismatch', note: '有两场重复', dueOn: '2026-06-30' }));

  const refused = await list.office.run('delivery.accept-completion', { promiseId: list.promise('招聘会').id, evidence });

  assert.equal(kindOf(refused), 'mismatch-open');
});

test('a sample is kept with its seed and all it was drawn from, so that anybody draws it again', async (t) => {
  const list = await aFrozenList(t);
  const ids = [
    await adopted(list),
    await adopted(list, '检测', { value: 100, measureUnit: '名' }),
    await adopted(list, '送戏', { value: 1 }),
    await adopted(list, '送戏', { asOf: '2026-06-17', value: 1, overrides: [{ check: 'older-than-adopted', reason: '补报' }] }),
  ];
  const draw = { programmeId: list.programmeId, period: '2026-06', size: 3, byUnit: true };

  const empty = await list.office.run('delivery.draw-sample', { ...draw, period: '2026-05' });
  const { sampleId, reportIds } = answerOf<{ sampleId: string; reportIds: string[] }>(await list.office.run('delivery.draw-sample', draw));
  const { samples } = (await list.office.get('/delivery/verification?year=2026&period=2026-06')).body as { samples: StoredSample[] };
  const [kept] = samples;
  const outside = ids.find((id) => !reportIds.includes(id))!;
  const photo = await list.evidence('现场');
  const notDrawn = await verify(list, outside, { way: 'on-site', sampleId, evidence: [photo] });

  assert.equal(kindOf(empty), 'nothing-to-sample');
  assert.deepEqual(drawSample(kept!.population, kept!), reportIds);
  assert.deepEqual(kept!.reportIds, reportIds);
  assert.equal(kindOf(notDrawn), 'not-in-sample');
  answerOf(await verify(list, reportIds[0]!, { way: 'on-site', sampleId, evidence: [photo] }));
});

test('a sample is drawn on the day that the district lives in, not on that of the machine', async (t) => {
  const list = await aFrozenList(t, { today: '2026-06-18' });
  await adopted(list);
  answerOf(await list.office.run('delivery.draw-sample', { programmeId: list.programmeId, period: '2026-06', size: 1, byUnit: false }));

  const { samples } = (await list.office.get('/delivery/verification?year=2026&period=2026-06')).body as { samples: { drawnOn: string }[] };

  assert.deepEqual(
    samples.map(({ drawnOn }) => drawnOn),
    ['2026-06-18'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeEndedWeeks } from './jobs.ts';
import type { AskedProject, CheckLine, UnitWeek, WeeklyCheck } from './rules/check.ts';
import { aRhythm, refusalOf, type TestRhythm, type TestUnit, valueIn } from './test-rhythm.ts';

type Asked = { readonly asked: readonly AskedProject[]; readonly lines: readonly CheckLine[]; readonly check: WeeklyCheck | null };
const WEEK = { year: 2026, week: 25 };

async function asks({ liaison }: TestUnit, week = WEEK): Promise<Asked> {
  return (await liaison.get(`/rhythm/check?year=${week.year}&week=${week.week}`)).body;
}

async function answers({ office }: TestRhythm, week = WEEK): Promise<Readonly<Record<string, string>>> {
  const { units } = (await office.get(`/rhythm/week?year=${week.year}&week=${week.week}`)).body as { units: readonly UnitWeek[] };
  return Object.fromEntries(units.map(({ unitId, answer }) => [unitId, answer]));
}

test('a week asks only about what is behind, has a gate near or is stuck, and fills in what the reports already say', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.jobs, 8);
  await it.reported(it.health, 900);
  await it.raised(it.civil);

  const [jobs, health, civil] = [await asks(it.jobs), await asks(it.health), await asks(it.civil)];

  assert.deepEqual(jobs.asked, []);
  assert.deepEqual(health.asked[0]!.because, [{ kind: 'light', light: 'red' }]);
  assert.match(health.lines[0]!.done, /900人次/);
  assert.deepEqual(
    civil.asked[0]!.because.map(({ kind }) => kind),
    ['blocker'],
  );
  assert.deepEqual([civil.lines[0]!.problem, civil.lines[0]!.needs], ['场地产权未明', '区民政局：请协调腾退']);
});

test('本周无变化 is one tap, every project that was asked about has to have its line, and a correction keeps the day of the first filing', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  const { liaison, projectId } = it.health;
  const line = { projectId, done: '', next: '', problem: '', needs: '' };

  const missing = refusalOf(await liaison.run('rhythm.file-check', { ...WEEK, lines: [] }));
  const empty = refusalOf(await liaison.run('rhythm.file-check', { ...WEEK, lines: [line] }));
  const needs = refusalOf(await liaison.run('rhythm.file-check', { ...WEEK, lines: [{ ...line, done: '检测', needs: '分管领导' }] }));
  valueIn(await liaison.run('rhythm.file-check', { ...WEEK, isUnchanged: true }));
  it.at('2026-06-20');
  const corrected = { ...WEEK, lines: [{ ...line, done: '到3个村检测' }] };
  const late = valueIn<{ isLate: boolean; version: number }>(await liaison.run('rhythm.file-check', corrected));
  const { check } = await asks(it.health);

  assert.deepEqual([missing.kind, empty.kind, needs.kind], ['check-line-missing', 'check-line-empty', 'needs-without-problem']);
  assert.deepEqual([late.isLate, check!.filedOn, check!.version, check!.isUnchanged], [false, '2026-06-18', 2, false]);
});

test('lateness and silence are facts: on time, late, silent, and while the day lasts neither', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  await it.raised(it.jobs);
  await it.raised(it.civil);
  const tap = ({ liaison }: TestUnit) => liaison.run('rhythm.file-check', { ...WEEK, isUnchanged: true });

  valueIn(await tap(it.health));
  const friday = await answers(it);
  it.at('2026-06-20');
  valueIn(await tap(it.jobs));
  const saturday = await answers(it);

  const { health, jobs, civil } = it;
  assert.deepEqual(
    [health, jobs, civil].map(({ unitId }) => friday[unitId]),
    ['on-time', 'waiting', 'waiting'],
  );
  assert.deepEqual(
    [health, jobs, civil].map(({ unitId }) => saturday[unitId]),
    ['on-time', 'late', 'silent'],
  );
});

test('a week that is over is closed once, by a machine that was off for days too, and what is solved later does not unsay whom it asked', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const deps = { world: it.app.world, run: it.app.run, outside: null as never };

  await closeEndedWeeks.run('990001', deps);
  it.at('2026-06-24');
  await closeEndedWeeks.run('990001', deps);
  await closeEndedWeeks.run('990001', deps);
  const solved = { blockerId, as: 'solved', on: '2026-06-24', how: '已腾退' };
  valueIn(await it.civil.liaison.run('rhythm.settle-blocker', solved));

  assert.deepEqual(await answers(it), { [it.civil.unitId]: 'silent' });
  const closed = await it.app.ownerPool.query('select iso_week from rhythm.closed_week order by iso_week');
  assert.deepEqual(
    closed.rows.map((row) => row.iso_week),
    [21, 22, 23, 24, 25],
  );
});

test('nobody is silent in a week before the district began to ask, nor about a list that was not frozen yet', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 100, '2026-05-31');
  const deps = { world: it.app.world, run: it.app.run, outside: null as never };

  const before = await answers(it, { year: 2026, week: 24 });
  it.at('2026-07-06');
  await closeEndedWeeks.run('990001', deps);

  assert.deepEqual([before, await answers(it, { year: 2026, week: 26 })], [{}, {}]);
});

test('two people of one unit: the second who answers without having seen the first is told so', async (t) => {
  const it = await aRhythm(t);
  await it.raised(it.civil);
  const base = { [`check:${it.civil.unitId}:2026-25`]: 1 };
  const line = (done: string) => ({ ...WEEK, lines: [{ projectId: it.civil.projectId, done }] });
  valueIn(await it.civil.liaison.run('rhythm.file-check', line('走访两户')));

  const outcomes = await Promise.all([
    it.civil.liaison.run('rhythm.file-check', line('走访三户'), { base }),
    it.civil.head.run('rhythm.file-check', line('走访四户'), { base }),
  ]);

  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal((await asks(it.civil)).check!.version, 2);
});

test('weeks that have not begun, are long over or do not exist are not answered; a unit answers for itself alone', async (t) => {
  const it = await aRhythm(t);
  await it.raised(it.civil);
  const say = (week: object) => it.civil.liaison.run('rhythm.file-check', { isUnchanged: true, ...week });

  const kinds = [
    { year: 2026, week: 26 },
    { year: 2026, week: 23 },
    { year: 2025, week: 53 },
  ].map(say);
  const other = await say({ ...WEEK, unitId: it.health.unitId });
  const nothing = refusalOf(await it.health.liaison.run('rhythm.file-check', { ...WEEK, isUnchanged: true }));

  assert.deepEqual(
    (await Promise.all(kinds)).map((answer) => refusalOf(answer).kind),
    ['week-not-begun', 'week-too-old', 'no-such-week'],
  );
  assert.deepEqual([other.status, nothing.kind], [403, 'nothing-asked']);
});

test('what is behind and has no lead unit is named to the office, for there is nobody to ask', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  it.app.tampered = true;
  await it.app.ownerPool.query(`update programme.project set lead_unit_id = null where id = $1`, [it.health.projectId]);
  const unled = async (person: TestUnit['liaison'], week = WEEK) =>
    ((await person.get(`/rhythm/week?year=${week.year}&week=${week.week}`)).body as { unled: readonly { no: string; light: string }[] })
      .unled;

  const [office, unit, before] = [await unled(it.office), await unled(it.jobs.liaison), await unled(it.office, { ...WEEK, week: 24 })];

  assert.deepEqual(
    office.map(({ no, light }) => [no, light]),
    [['2', 'red']],
  );
  assert.deepEqual([unit, before], [[], []]);
});

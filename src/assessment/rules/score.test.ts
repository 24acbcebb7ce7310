import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { EntryFact, UnitFacts } from './facts.ts';
import { movesBetween } from './rank.ts';
import { scoreUnits } from './score.ts';
import { checkSheet, DEFAULT_SHEET, type ScoreSheet, SOURCES } from './sheet.ts';
import { aLightFact, aPromiseFact, aUnit, QUARTER_END } from './telling-facts.ts';
import type { UnitScore } from './unit-score.ts';

const asOf = QUARTER_END;
const day = (text: string) => text as CivilDate;
const sheet = (change: Partial<ScoreSheet>): ScoreSheet => ({ ...DEFAULT_SHEET, bonuses: [], deductions: [], ...change });
const COMPLETION = sheet({ lines: [{ key: 'completion', title: '目标完成', source: 'completion', weight: 100 }] });

function only(facts: UnitFacts, by: ScoreSheet = DEFAULT_SHEET): UnitScore {
  return scoreUnits(by, { asOf, units: [facts] })[0]!;
}

const anEntry = (change: Partial<EntryFact>): EntryFact => ({
  ...{ entryId: 'e1', lineKey: 'quality', points: 5, text: '抽查合格', evidence: ['a'.repeat(64)], enteredBy: '督查员', enteredOn: asOf },
  ...change,
});

test('what is done counts against what the plan asks, and more than the plan counts no further', () => {
  const cases: readonly (readonly [Partial<Parameters<typeof aPromiseFact>[0]>, number | null])[] = [
    [{ done: 4, expected: 8, light: 'red' }, 50],
    [{ done: 8, expected: 8 }, 100],
    [{ done: 80, expected: 8 }, 100],
    [{ done: null, expected: null, light: 'grey' }, 0],
    [{ light: 'grey', isWithoutTarget: true }, null],
    [{ light: 'white', done: 0, expected: 0 }, null],
    [{ light: 'closed', done: 3, expected: 8 }, 100],
  ];

  assert.deepEqual(
    cases.map(([change]) => only(aUnit({ promises: [aPromiseFact(change)] }), COMPLETION).total),
    cases.map(([, total]) => total),
  );
});

test('a harder project weighs more, and one easy task done does not beat ten of which nine are done', () => {
  const easy = aUnit({ unitId: 'easy', promises: [aPromiseFact()] });
  const ten = Array.from({ length: 10 }, (_, i) => aPromiseFact({ promiseId: `p${i}`, done: i === 0 ? 7 : 8, expected: 8 }));
  const two = aUnit({
    promises: [aPromiseFact({ promiseId: 'a', done: 4, difficulty: 3 }), aPromiseFact({ promiseId: 'b', difficulty: 1 })],
  });

  const [first] = scoreUnits(
    { ...COMPLETION, bonuses: DEFAULT_SHEET.bonuses },
    { asOf, units: [easy, aUnit({ unitId: 'ten', promises: ten })] },
  );

  assert.equal(only(two, COMPLETION).total, 62.5);
  assert.equal(first!.unitId, 'ten');
});

test('a line without anything to judge by leaves the sheet, and the others count out of a hundred', () => {
  const { lines, base } = only(aUnit({ promises: [aPromiseFact({ done: 4, light: 'red' })] }));

  assert.deepEqual(
    lines.filter((it) => it.kind === 'line').map(({ key, points }) => [key, points]),
    [
      ['completion', 25],
      ['milestones', null],
      ['lights', null],
      ['rectified', 5],
      ['quality', null],
      ['payment', null],
      ['satisfaction', null],
      ['on-time', null],
      ['verified', null],
    ],
  );
  assert.equal(base, 54.55);
});

test('a deduction may double when the same happens again, ends at its cap, and a veto means the lowest grade behind everybody', () => {
  const red = { key: 'red', title: '月末严重滞后', source: 'red-light', each: 2, most: 10, doubles: true, vetoes: false } as const;
  const fraud = { ...red, key: 'fraud', title: '弄虚作假', source: 'manual', doubles: false, vetoes: true } as const;
  const lights = ['2026-04', '2026-05', '2026-06'].map((month) => aLightFact({ month, light: 'red' }));
  const by = (doubles: boolean) => ({ ...COMPLETION, deductions: [{ ...red, doubles }, fraud] });

  const twice = [2, 3].map((count) => only(aUnit({ lights: lights.slice(0, count) }), by(true)).deduction);
  const plain = only(aUnit({ lights }), by(false)).deduction;
  const [honest, vetoed] = scoreUnits(by(false), {
    asOf,
    units: [
      aUnit({ unitId: 'a', entries: [anEntry({ lineKey: 'fraud', points: 5 })] }),
      aUnit({ unitId: 'b', promises: [aPromiseFact({ done: 1, light: 'red' })] }),
    ],
  });

  assert.deepEqual([...twice, plain], [6, 10, 6]);
  assert.deepEqual([honest!.unitId, vetoed!.unitId, vetoed!.grade, vetoed!.rank], ['b', 'a', '差', 2]);
});

test('equal totals share a rank; the numbers after them are skipped, or not', () => {
  const units = [8, 4, 4, 2].map((done, i) => aUnit({ unitId: `u${i}`, promises: [aPromiseFact({ done, light: 'red' })] }));
  const ranks = (ties: ScoreSheet['ties']) => scoreUnits({ ...COMPLETION, ties }, { asOf, units }).map(({ rank }) => rank);

  assert.deepEqual(
    [ranks('skip'), ranks('dense')],
    [
      [1, 2, 2, 4],
      [1, 2, 2, 3],
    ],
  );
});

test('days decide what is in time: the day before, the day, the day after, and what is not due yet does not count', () => {
  const by = sheet({ lines: [{ key: 'orders', title: '督办件', source: 'orders', weight: 100 }] });
  const order = (settledOn: string | null, dueOn = '2026-06-10') => ({
    ...{ orderId: 'o', no: '〔2026〕1号', matter: '补报计划', dueOn: day(dueOn) },
    settledOn: settledOn === null ? null : day(settledOn),
  });

  assert.deepEqual(
    [order('2026-06-09'), order('2026-06-10'), order('2026-06-11'), order(null), order(null, '2026-06-30'), order(null, '2026-06-29')].map(
      (it) => only(aUnit({ orders: [it] }), by).total,
    ),
    [100, 100, 0, 0, null, 0],
  );
});

test('points by hand end at the weight of their line', () => {
  const entries = [anEntry({ points: 4 }), anEntry({ entryId: 'e2', points: 4 })];

  const line = only(aUnit({ entries })).lines.find(({ key }) => key === 'quality')!;

  assert.deepEqual([line.points, line.parts.map(({ facts }) => facts.enteredBy)], [5, ['督查员', '督查员']]);
});

test('a sheet whose weights do not add up, that counts a thing twice, or whose grades are out of order is not taken', () => {
  const [first, ...rest] = DEFAULT_SHEET.lines;
  const refused = (change: Partial<ScoreSheet>) => {
    const checked = checkSheet({ ...DEFAULT_SHEET, ...change });
    return checked.ok ? 'accepted' : checked.refusal;
  };

  assert.deepEqual(
    [
      refused({}),
      refused({ lines: [{ ...first!, weight: 49 }, ...rest] }),
      refused({ lines: [{ ...first!, weight: 45 }, { ...first!, key: 'again', weight: 5 }, ...rest] }),
      refused({ lines: [{ ...first!, key: 'late' }, ...rest] }),
      refused({ grades: DEFAULT_SHEET.grades.toReversed() }),
      refused({ deductions: DEFAULT_SHEET.deductions.map((it) => ({ ...it, vetoes: true })) }),
    ],
    [
      'accepted',
      { kind: 'weights-do-not-add-up', sum: 99, wants: 100 },
      { kind: 'source-twice', title: '目标完成' },
      { kind: 'line-key-twice', title: '迟报' },
      { kind: 'grades-out-of-order', name: '中' },
      { kind: 'veto-only-by-hand', title: '迟报' },
    ],
  );
});

test('no line of any sheet can count sendings, log-ins or photos', () => {
  assert.deepEqual(SOURCES, ['completion', 'lights', 'milestones', 'on-time', 'verified', 'rectified', 'orders', 'manual']);
});

test('another sheet says who would move, from where to where', () => {
  const units = [
    aUnit({ unitId: 'a', unit: '甲', lights: [aLightFact({ light: 'red' })] }),
    aUnit({ unitId: 'b', unit: '乙', promises: [aPromiseFact({ done: 6 })] }),
  ];
  const now = scoreUnits(COMPLETION, { asOf, units });
  const other = scoreUnits(
    {
      ...COMPLETION,
      deductions: [{ key: 'red', title: '红灯', source: 'red-light', each: 40, most: null, doubles: false, vetoes: false }],
    },
    { asOf, units },
  );

  assert.deepEqual(
    movesBetween(now, other).map(({ unit, was, now: then }) => [unit, was.rank, then.rank, was.total, then.total]),
    [
      ['乙', 2, 1, 75, 75],
      ['甲', 1, 2, 100, 60],
    ],
  );
});

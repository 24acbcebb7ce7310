import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, neededOf } from './decide.ts';
import { CountSheet } from './sheet.ts';

type Loose = { readonly [name: string]: unknown };

const RULE = {
  form: 'tick',
  seats: 2,
  quorum: { of: 'roll', atLeast: '2/3' },
  threshold: { of: 'roll', moreThan: '1/2' },
  tie: 'second-ballot',
  shortage: 'leave',
} as const;

/** A count of 231 deputies of whom 210 attend; `votes` are ticks of c1, c2, … */
function aSheet(votes: readonly number[], { rule = {}, ...more }: Loose & { rule?: Loose } = {}): CountSheet {
  return CountSheet.parse({
    rule: { ...RULE, ...rule },
    ...{ roll: 231, attending: 210, issued: 210, collected: 209, void: 2, blank: 1 },
    candidates: votes.map((_, i) => ({ id: `c${i + 1}`, name: `候选项目${i + 1}` })),
    votes: Object.fromEntries(votes.map((it, i) => [`c${i + 1}`, { for: it }])),
    ...more,
  });
}

const codes = (sheet: CountSheet) => decide(sheet).reasons.map((it) => it.code);

test('more than half of 231 is 116, two thirds or more of 231 is 154, and halves of even numbers are not enough', () => {
  assert.deepEqual(
    [
      neededOf({ of: 'roll', moreThan: '1/2' }, 231),
      neededOf({ of: 'roll', moreThan: '1/2' }, 230),
      neededOf({ of: 'roll', atLeast: '1/2' }, 231),
    ],
    [116, 116, 116],
  );
  assert.deepEqual(
    [231, 230, 232].map((it) => neededOf({ of: 'roll', atLeast: '2/3' }, it)),
    [154, 154, 155],
  );
});

test('154 of 231 deputies are a quorum, 153 are none, and without one nobody is chosen', () => {
  const at = (attending: number) => decide(aSheet([120, 118], { attending, issued: 150, collected: 150 }));
  assert.deepEqual([at(154).valid, at(154).elected], [true, ['c1', 'c2']]);
  assert.deepEqual([at(153).valid, at(153).elected], [false, []]);
  assert.deepEqual(at(153).reasons, [{ code: 'no-quorum', facts: { attending: 153, needed: 154, roll: 231 } }]);
});

test('the threshold counts all deputies, those present, or valid papers, as the session decided', () => {
  const elected = (of: string) =>
    decide(aSheet([116, 115, 106, 105, 104, 103], { rule: { threshold: { of, moreThan: '1/2' }, seats: 6, maxMarks: 6 } })).elected;
  assert.deepEqual(elected('roll'), ['c1']);
  assert.deepEqual(elected('present'), ['c1', 'c2', 'c3']);
  assert.deepEqual(elected('valid'), ['c1', 'c2', 'c3', 'c4', 'c5']);
});

test('the chosen stand in order of votes, and the sums are returned with them', () => {
  assert.deepEqual(decide(aSheet([118, 140, 115])), {
    valid: true,
    reasons: [],
    elected: ['c2', 'c1'],
    tiedAtCut: [],
    shortage: 0,
    arithmetic: [
      { what: 'quorum', of: 231, needed: 154, has: 210, holds: true },
      { what: 'threshold', base: 'roll', of: 231, needed: 116 },
      { what: 'candidate', candidate: 'c2', has: 140, needed: 116, holds: true },
      { what: 'candidate', candidate: 'c1', has: 118, needed: 116, holds: true },
      { what: 'candidate', candidate: 'c3', has: 115, needed: 116, holds: false },
    ],
  });
});

test('a tie at the last seat chooses none of the tied and is no shortage; a tie above it changes nothing', () => {
  const tied = decide(aSheet([140, 120, 120, 120], { rule: { maxMarks: 4 } }));
  assert.deepEqual([tied.elected, tied.tiedAtCut, tied.shortage], [['c1'], ['c2', 'c3', 'c4'], 0]);
  assert.deepEqual(tied.arithmetic.at(-1), { what: 'tie', votes: 120, seatsLeft: 1, next: 'second-ballot' });

  const above = decide(aSheet([130, 130, 120]));
  assert.deepEqual([above.elected, above.tiedAtCut], [['c1', 'c2'], []]);

  const below = decide(aSheet([130, 110, 110]));
  assert.deepEqual([below.elected, below.tiedAtCut, below.shortage], [['c1'], [], 1]);
  assert.deepEqual(below.arithmetic.at(-1), { what: 'shortage', missing: 1, next: 'leave' });
});

test('for, against and abstain are counted for each project, and only those in favour elect', () => {
  const votes = { c1: { for: 190, against: 5, abstain: 12 }, c2: { for: 100, against: 107, abstain: 0 } };
  const outcome = decide(aSheet([0, 0], { rule: { form: 'approve' }, votes }));
  assert.deepEqual([outcome.elected, outcome.shortage], [['c1'], 1]);
});

test('a ranking goes by points without a threshold, and whoever has none leaves a seat open', () => {
  const votes = { c1: { points: 7 }, c2: { points: 900 }, c3: { points: 0 } };
  const outcome = decide(aSheet([0, 0, 0], { rule: { form: 'rank', seats: 3 }, votes }));
  assert.deepEqual([outcome.valid, outcome.elected, outcome.shortage], [true, ['c2', 'c1'], 1]);
});

test('a count that cannot be is not valid, and says why', () => {
  const cases: readonly (readonly [string, CountSheet])[] = [
    ['attending-exceeds-roll', aSheet([120], { attending: 232 })],
    ['issued-exceeds-attending', aSheet([120], { issued: 211 })],
    ['collected-exceeds-issued', aSheet([120], { collected: 211 })],
    ['void-and-blank-exceed-collected', aSheet([0], { collected: 10, void: 10, blank: 1 })],
    ['votes-exceed-valid', aSheet([208])],
    ['votes-exceed-valid', aSheet([0], { rule: { form: 'approve' }, votes: { c1: { for: 200, against: 5, abstain: 3 } } })],
    ['marks-exceed-allowed', aSheet([207, 206])],
    ['unknown-candidate', aSheet([120], { votes: { x: { for: 1 } } })],
    ['candidate-listed-twice', aSheet([120], { candidates: [{ id: 'c1' }, { id: 'c1' }] })],
  ];
  for (const [code, sheet] of cases) assert.deepEqual([...new Set(codes(sheet))], [code], code);
});

test('at the edges a count is valid: every paper ticked to the last mark, every deputy present', () => {
  assert.deepEqual(codes(aSheet([206, 206])), []);
  assert.deepEqual(codes(aSheet([207, 205])), []);
  assert.deepEqual(codes(aSheet([231], { attending: 231, issued: 231, collected: 231, void: 0, blank: 0 })), []);
  assert.deepEqual(codes(aSheet([207, 207, 207], { rule: { form: 'approve', maxMarks: 1 } })), []);
});

const aCount = fc
  .record({ votes: fc.array(fc.integer({ min: 0, max: 206 }), { minLength: 1, maxLength: 12 }), seats: fc.integer({ min: 1, max: 12 }) })
  .map(({ votes, seats }) => aSheet(votes, { rule: { seats, maxMarks: 12 } }));

test('the order of candidates makes no difference', () => {
  fc.assert(
    fc.property(aCount, (sheet) => {
      const turned = {
        ...sheet,
        candidates: sheet.candidates.toReversed(),
        votes: Object.fromEntries(Object.entries(sheet.votes).toReversed()),
      };
      assert.deepEqual(decide(turned), decide(sheet));
    }),
  );
});

test('one more vote never takes a seat away', () => {
  fc.assert(
    fc.property(aCount, (sheet) => {
      for (const id of decide(sheet).elected) {
        const more = { ...sheet, votes: { ...sheet.votes, [id]: { ...sheet.votes[id]!, for: sheet.votes[id]!.for + 1 } } };
        assert.ok(decide(more).elected.includes(id), id);
      }
    }),
  );
});

test('the chosen, the tied and the shortage always account for the seats', () => {
  fc.assert(
    fc.property(aCount, (sheet) => {
      const { elected, tiedAtCut, shortage } = decide(sheet);
      if (tiedAtCut.length === 0) assert.equal(elected.length + shortage, sheet.rule.seats);
      else assert.ok(elected.length < sheet.rule.seats && elected.length + tiedAtCut.length > sheet.rule.seats && shortage === 0);
    }),
  );
});

test('a rule sheet that contradicts itself is not read', () => {
  const reads = (rule: Loose) => CountSheet.safeParse({ ...aSheet([1]), rule: { ...RULE, ...rule } }).success;
  assert.ok(reads({}));
  assert.ok(!reads({ threshold: { of: 'roll', moreThan: '1/2', atLeast: '1/2' } }));
  assert.ok(!reads({ threshold: { of: 'roll' } }));
  assert.ok(!reads({ quorum: { of: 'roll', atLeast: '3/2' } }));
  assert.ok(!reads({ quorum: { of: 'roll', atLeast: '0.66' } }));
  assert.ok(!reads({ seats: 0 }));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide } from './decide.ts';
import { CountSheet } from './sheet.ts';

/**
 * The rules once more, from the words of the rule sheet and in another way: fractions are never divided, candidates are compared two by two. Whoever
 * changes one reading has to change the other.
 */
type Raw = {
  readonly rule: {
    readonly form: 'tick' | 'approve' | 'rank';
    readonly seats: number;
    readonly maxMarks?: number;
    readonly quorum: Share;
    readonly threshold: Share;
  };
  readonly roll: number;
  readonly attending: number;
  readonly issued: number;
  readonly collected: number;
  readonly void: number;
  readonly blank: number;
  readonly candidates: readonly { readonly id: string }[];
  readonly votes: Readonly<
    Record<string, { readonly for: number; readonly against: number; readonly abstain: number; readonly points: number }>
  >;
};
type Share = { readonly of: string; readonly atLeast?: string; readonly moreThan?: string };

/** 以上 counts the number itself, 超过 does not: the two sides multiplied out. */
function reaches({ atLeast, moreThan }: Share, has: number, base: number): boolean {
  const [part, whole] = (atLeast ?? moreThan)!.split('/').map(BigInt) as [bigint, bigint];
  const [left, right] = [BigInt(has) * whole, BigInt(base) * part];
  return atLeast === undefined ? left > right : left >= right;
}

function reasonsOf({ rule, candidates, votes, ...it }: Raw): ReadonlySet<string> {
  const valid = it.collected - it.void;
  const given = candidates.map(({ id }) => votes[id] ?? { for: 0, against: 0, abstain: 0, points: 0 });
  const ticks = given.reduce((sum, one) => sum + one.for, 0);
  const found: Readonly<Record<string, boolean>> = {
    'attending-exceeds-roll': it.attending > it.roll,
    'issued-exceeds-attending': it.issued > it.attending,
    'collected-exceeds-issued': it.collected > it.issued,
    'void-and-blank-exceed-collected': it.void + it.blank > it.collected,
    'votes-exceed-valid':
      (rule.form === 'tick' && given.some((one) => one.for > valid)) ||
      (rule.form === 'approve' && given.some((one) => one.for + one.against + one.abstain > valid)),
    'marks-exceed-allowed': rule.form === 'tick' && ticks > (rule.maxMarks ?? rule.seats) * Math.max(0, valid - it.blank),
    'no-quorum': !reaches(rule.quorum, it.attending, it.roll),
  };
  return new Set(Object.keys(found).filter((name) => found[name]));
}

function electedOf(sheet: Raw) {
  const { rule, candidates, votes } = sheet;
  const has = (id: string) => votes[id]?.[rule.form === 'rank' ? 'points' : 'for'] ?? 0;
  const base = { roll: sheet.roll, present: sheet.attending, valid: sheet.collected - sheet.void }[rule.threshold.of]!;
  const over = candidates.map(({ id }) => id).filter((id) => (rule.form === 'rank' ? has(id) > 0 : reaches(rule.threshold, has(id), base)));
  // How many stand before one, and how many beside him: in while both fit, tied while only some of them do.
  const before = (id: string) => over.filter((other) => has(other) > has(id)).length;
  const beside = (id: string) => over.filter((other) => has(other) === has(id)).length;
  const elected = over.filter((id) => before(id) + beside(id) <= rule.seats);
  const tied = over.filter((id) => before(id) < rule.seats && before(id) + beside(id) > rule.seats);
  return { elected: new Set(elected), tied: new Set(tied), shortage: Math.max(0, rule.seats - over.length), has };
}

const share = (bases: readonly string[]) =>
  fc.record({
    of: fc.constantFrom(...bases),
    kind: fc.constantFrom('atLeast', 'moreThan'),
    part: fc.nat(4),
    more: fc.integer({ min: 1, max: 4 }),
  });
const small = fc.nat(12);
const sheets = fc.record({
  form: fc.constantFrom('tick', 'approve', 'rank'),
  seats: fc.integer({ min: 1, max: 4 }),
  maxMarks: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  quorum: share(['roll']),
  threshold: share(['roll', 'present', 'valid']),
  roll: fc.integer({ min: 1, max: 14 }),
  papers: fc.record({ attending: small, issued: small, collected: small, void: fc.nat(3), blank: fc.nat(3) }),
  votes: fc.array(fc.record({ for: small, against: fc.nat(4), abstain: fc.nat(4), points: fc.nat(6) }), { minLength: 1, maxLength: 6 }),
  isTidy: fc.boolean(),
});

test('two readings of the rules agree on every count: valid or not and why, who is elected in which order, who is tied, what is short', () => {
  const told = { valid: 0, tied: 0, short: 0 };
  fc.assert(
    fc.property(sheets, ({ form, seats, maxMarks, quorum, threshold, roll, papers, votes, isTidy }) => {
      const fraction = ({ of, kind, part, more }: typeof quorum) => ({ of, [kind]: `${part}/${part + more}` });
      const candidates = votes.map((_, i) => ({ id: `c${i + 1}` }));
      const all = isTidy ? { attending: roll, issued: roll, collected: roll, void: 0, blank: 0 } : papers;
      const most = isTidy ? Math.min(roll, 3) : 12;
      const counts = votes.map((it, i) => [`c${i + 1}`, { ...it, for: Math.min(it.for, most) }] as const);
      const rule = { form, seats, ...(maxMarks !== undefined && { maxMarks }), quorum: fraction(quorum), threshold: fraction(threshold) };
      const raw = { rule: { ...rule, tie: 'presidium', shortage: 'leave' }, roll, ...all, candidates, votes: Object.fromEntries(counts) };
      const sheet = CountSheet.parse(raw);

      const outcome = decide(sheet);

      const reasons = reasonsOf(sheet as unknown as Raw);
      assert.deepEqual(new Set(outcome.reasons.map((it) => it.code)), reasons);
      assert.equal(outcome.valid, reasons.size === 0);
      if (!outcome.valid) return assert.deepEqual([outcome.elected, outcome.tiedAtCut, outcome.shortage], [[], [], 0]);
      const { elected, tied, shortage, has } = electedOf(sheet as unknown as Raw);
      assert.deepEqual([new Set(outcome.elected), new Set(outcome.tiedAtCut), outcome.shortage], [elected, tied, shortage]);
      for (const [i, id] of outcome.elected.entries()) assert.ok(i === 0 || has(outcome.elected[i - 1]!) >= has(id));
      told.valid += 1;
      told.tied += tied.size > 0 ? 1 : 0;
      told.short += shortage > 0 ? 1 : 0;
    }),
    { numRuns: 3_000 },
  );
  assert.ok(told.valid > 300 && told.tied > 20 && told.short > 50, `the cases must reach every ending: ${JSON.stringify(told)}`);
});

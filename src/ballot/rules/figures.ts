import { z } from 'zod';
import { type CountFault, countFaults } from './decide.ts';
import type { BallotRule, CountSheet } from './sheet.ts';

const count = z.number().int().min(0).max(100_000);
const points = z.number().int().min(0).max(10_000_000);

/** 一捆票的数: what is read off the papers of one bundle. */
export const BundleFigures = z.object({
  papers: count,
  void: count,
  blank: count,
  votes: z.record(
    z.uuid(),
    z.object({ for: count.default(0), against: count.default(0), abstain: count.default(0), points: points.default(0) }),
  ),
});
export type BundleFigures = Readonly<z.infer<typeof BundleFigures>>;
export type Votes = BundleFigures['votes'][string];

const NONE: Votes = { for: 0, against: 0, abstain: 0, points: 0 };
const PARTS = ['for', 'against', 'abstain', 'points'] as const;

/** What cannot be so within one bundle: it is a count of its own, with all of its papers issued, collected and attending. */
export function faultsOfFigures(figures: BundleFigures, rule: BallotRule, candidateIds: readonly string[]): readonly CountFault[] {
  const { papers, void: voided, blank, votes } = figures;
  const sheet: CountSheet = {
    rule: { ...rule, quorum: { of: 'roll', atLeast: '0/1' } },
    roll: Math.max(1, papers),
    ...{ attending: papers, issued: papers, collected: papers, void: voided, blank, votes },
    candidates: candidateIds.map((id) => ({ id, name: '' })),
  };
  const faults = countFaults(sheet);
  if (rule.form !== 'rank') return faults;
  // On one paper the numbers 1…N stand once each: N points for the first, one for the last.
  const marked = Math.max(0, papers - voided - blank);
  const allowed = (marked * rule.seats * (rule.seats + 1)) / 2;
  const given = Object.values(votes).reduce((sum, it) => sum + it.points, 0);
  return given > allowed ? [...faults, { code: 'marks-exceed-allowed', facts: { marks: given, allowed } }] : faults;
}

/** 两人录入的差异: one figure that two persons read differently. `candidate` is null for the counts of papers. */
export type EntryDifference = {
  readonly candidate: string | null;
  readonly what: 'papers' | 'void' | 'blank' | (typeof PARTS)[number];
  readonly first: number;
  readonly second: number;
};

export function differencesOf(first: BundleFigures, second: BundleFigures): readonly EntryDifference[] {
  const heads = (['papers', 'void', 'blank'] as const).flatMap((what) =>
    first[what] === second[what] ? [] : [{ candidate: null, what, first: first[what], second: second[what] }],
  );
  const candidates = [...new Set([...Object.keys(first.votes), ...Object.keys(second.votes)])].sort();
  const votes = candidates.flatMap((candidate) => {
    const [one, other] = [first.votes[candidate] ?? NONE, second.votes[candidate] ?? NONE];
    return PARTS.flatMap((what) => (one[what] === other[what] ? [] : [{ candidate, what, first: one[what], second: other[what] }]));
  });
  return [...heads, ...votes];
}

/** The bundles of a vote added up. */
export function sumOf(bundles: readonly BundleFigures[], candidateIds: readonly string[]): BundleFigures {
  const add = (of: (it: BundleFigures) => number) => bundles.reduce((sum, it) => sum + of(it), 0);
  const votesOf = (id: string) =>
    Object.fromEntries(PARTS.map((part) => [part, add((it) => (it.votes[id] ?? NONE)[part])])) as unknown as Votes;
  return {
    papers: add((it) => it.papers),
    void: add((it) => it.void),
    blank: add((it) => it.blank),
    votes: Object.fromEntries(candidateIds.map((id) => [id, votesOf(id)])),
  };
}

import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type ElectronicPart, reconciled } from './box-questions.ts';
import { type BallotOutcome, type CountFault, decide } from './decide.ts';
import { type BundleFigures, sumOf } from './figures.ts';
import type { Attendance } from './roll.ts';
import type { BallotRule, CountSheet } from './sheet.ts';

/** 轮次: one vote of a session: the first, or another among the tied, for seats left open, or instead of a void one. */
export type Round = {
  readonly id: string;
  readonly sessionId: string;
  readonly position: number;
  readonly cause: 'first' | 'tie' | 'shortage' | 'void';
  readonly afterId: string | null;
  /** 主席团: why there is this vote. */
  readonly decision: string;
  readonly candidateIds: readonly string[];
  readonly seats: number;
  readonly maxMarks: number;
  readonly colour: PaperColour;
  readonly paperSize: 'A4' | 'A5';
  readonly state: 'issuing' | 'voting' | 'counting' | 'decided';
  readonly rollCount: number;
  readonly attending: number;
  readonly issued: number | null;
  readonly collected: number | null;
  readonly source: 'paper' | 'keypad' | 'electronic';
  readonly sheet: CountSheet | null;
  readonly outcome: BallotOutcome | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly version: number;
};

/** 票的颜色: papers of two votes are never of one colour. */
export const PAPER_COLOURS = ['white', 'pink', 'yellow', 'green', 'blue'] as const;
export type PaperColour = (typeof PAPER_COLOURS)[number];

export type RoundRefusal =
  | { readonly kind: 'no-quorum'; readonly attending: number; readonly needed: number; readonly roll: number }
  | { readonly kind: 'session-not-ready'; readonly wants: 'roll' | 'sheet' | 'list' }
  | { readonly kind: 'session-not-sitting' }
  | { readonly kind: 'round-not-in-state'; readonly state: Round['state']; readonly wants: Round['state'] }
  | {
      readonly kind: 'issued-to-delegation';
      readonly delegation: string;
      readonly papers: number;
      readonly present: number;
      readonly slips: number;
    }
  | { readonly kind: 'unknown-delegation'; readonly delegation: string }
  | { readonly kind: 'nothing-issued' }
  | { readonly kind: 'collected-exceeds-issued'; readonly collected: number; readonly issued: number }
  | { readonly kind: 'nothing-collected' }
  | { readonly kind: 'bundles-open'; readonly serials: readonly number[] }
  | { readonly kind: 'papers-do-not-add-up'; readonly papers: number; readonly collected: number }
  | { readonly kind: 'count-does-not-stand'; readonly faults: readonly CountFault[]; readonly names: Readonly<Record<string, string>> }
  | { readonly kind: 'no-cause-for-another'; readonly cause: Exclude<Round['cause'], 'first'> }
  | { readonly kind: 'seats-stay-open' }
  | { readonly kind: 'round-followed' }
  | { readonly kind: 'colour-used'; readonly colour: PaperColour }
  | { readonly kind: 'vote-stays-void' }
  | { readonly kind: 'keyed-already'; readonly bundles: number };

/** By what rule a vote is decided. Among the tied, who passed the line already, more votes win. */
export function ruleOfRound(rule: BallotRule, { cause, seats, maxMarks }: Pick<Round, 'cause' | 'seats' | 'maxMarks'>): BallotRule {
  if (cause === 'tie') return { ...rule, form: 'tick', seats, maxMarks, threshold: { of: 'valid', moreThan: '0/1' } };
  const { maxMarks: _, ...rest } = rule;
  return rule.form === 'tick' ? { ...rest, seats, maxMarks } : { ...rest, seats };
}

export type Issue = { readonly delegation: string; readonly papers: number };

/** 发票: no more papers than deputies there, in each delegation and together. */
export function issuePapers(issues: readonly Issue[], attendance: Attendance): Result<number, RoundRefusal> {
  const { present: attending, needed, roll, delegations } = attendance;
  if (!attendance.holds) return refuse({ kind: 'no-quorum', attending, needed, roll });
  for (const { delegation, papers } of issues) {
    const known = delegations.find((it) => it.name === delegation);
    if (known === undefined) return refuse({ kind: 'unknown-delegation', delegation });
    // Who took a slip holds no paper.
    const present = known.present - known.slips;
    if (papers > present) return refuse({ kind: 'issued-to-delegation', delegation, papers, present, slips: known.slips });
  }
  const issued = issues.reduce((sum, it) => sum + it.papers, 0);
  return issued === 0 ? refuse({ kind: 'nothing-issued' }) : accept(issued);
}

type Bundle = { readonly serial: number; readonly figures: BundleFigures | null };
type Counted = { readonly sheet: CountSheet; readonly outcome: BallotOutcome };

/** 计票: every bundle settled, the papers add up, and the count stands by the rule; otherwise it stops and says where. */
export function countRound(
  round: Round,
  rule: BallotRule,
  bundles: readonly Bundle[],
  { names, electronic }: { readonly names: ReadonlyMap<string, string>; readonly electronic: ElectronicPart | null },
): Result<Counted, RoundRefusal> {
  if (round.state !== 'counting') return refuse({ kind: 'round-not-in-state', state: round.state, wants: 'counting' });
  const open = bundles.filter((it) => it.figures === null).map((it) => it.serial);
  if (open.length > 0) return refuse({ kind: 'bundles-open', serials: open });
  const sum = sumOf(
    bundles.map((it) => it.figures!),
    round.candidateIds,
  );
  const collected = round.collected!;
  if (sum.papers !== collected) return refuse({ kind: 'papers-do-not-add-up', papers: sum.papers, collected });
  const sheet = reconciled(sheetOf(round, rule, sum, names), electronic);
  const outcome = decide(sheet);
  return outcome.valid
    ? accept({ sheet, outcome })
    : refuse({ kind: 'count-does-not-stand', faults: outcome.reasons, names: Object.fromEntries(names) });
}

/** 收回多于发出: the vote is void by the rule; its sheet says why. */
export function voidRound(round: Round, rule: BallotRule, collected: number, names: ReadonlyMap<string, string>): Counted {
  const sheet = sheetOf({ ...round, collected }, rule, { papers: collected, void: 0, blank: 0, votes: {} }, names);
  return { sheet, outcome: decide(sheet) };
}

/** 票箱作废 after the papers came back: the papers alone are not the vote, for `slips` deputies have no part in them. */
export function withoutItsBox(round: Round, rule: BallotRule, slips: number, names: ReadonlyMap<string, string>): Counted {
  const { sheet, outcome } = voidRound(round, rule, round.collected!, names);
  const lost = { code: 'box-given-up', facts: { slips } } as const;
  const arithmetic = outcome.arithmetic.filter((it) => it.what === 'quorum');
  return { sheet, outcome: { valid: false, reasons: [lost], elected: [], tiedAtCut: [], shortage: 0, arithmetic } };
}

function sheetOf(round: Round, rule: BallotRule, sum: BundleFigures, names: ReadonlyMap<string, string>): CountSheet {
  return {
    rule: ruleOfRound(rule, round),
    roll: round.rollCount,
    attending: round.attending,
    issued: round.issued ?? 0,
    collected: round.collected ?? 0,
    void: sum.void,
    blank: sum.blank,
    candidates: round.candidateIds.map((id) => ({ id, name: names.get(id) ?? '' })),
    votes: sum.votes,
  };
}

type Another = Pick<Round, 'candidateIds' | 'seats' | 'maxMarks'>;

/** 再次投票: on whom and for how many, as the vote before left it. `chosen` are all that earlier votes chose. */
export function anotherRound(
  after: Round,
  cause: Exclude<Round['cause'], 'first'>,
  rule: BallotRule,
  all: { readonly candidateIds: readonly string[]; readonly chosen: readonly string[] },
): Result<Another, RoundRefusal> {
  const { outcome } = after;
  if (outcome === null) return refuse({ kind: 'round-not-in-state', state: after.state, wants: 'decided' });
  if (cause === 'void') {
    const { candidateIds, seats, maxMarks } = after;
    return outcome.valid ? refuse({ kind: 'no-cause-for-another', cause }) : accept({ candidateIds, seats, maxMarks });
  }
  if (cause === 'tie') {
    const tie = outcome.arithmetic.find((it) => it.what === 'tie');
    if (tie === undefined) return refuse({ kind: 'no-cause-for-another', cause });
    return accept({
      candidateIds: after.candidateIds.filter((id) => outcome.tiedAtCut.includes(id)),
      seats: tie.seatsLeft,
      maxMarks: tie.seatsLeft,
    });
  }
  if (outcome.shortage === 0) return refuse({ kind: 'no-cause-for-another', cause });
  if (rule.shortage === 'leave') return refuse({ kind: 'seats-stay-open' });
  const rest = all.candidateIds.filter((id) => !all.chosen.includes(id));
  if (rest.length === 0) return refuse({ kind: 'no-cause-for-another', cause });
  const seats = Math.min(outcome.shortage, rest.length);
  return accept({ candidateIds: rest, seats, maxMarks: Math.min(rest.length, Math.max(1, seats)) });
}

/** By votes (points, in a ranking); equal ones in the order of the ballot paper. */
export function inOrderOfVotes({ candidates, votes, rule }: CountSheet): readonly string[] {
  const has = (id: string) => (rule.form === 'rank' ? votes[id]?.points : votes[id]?.for) ?? 0;
  return candidates.map(({ id }) => id).toSorted((a, b) => has(b) - has(a));
}

import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { BallotRule } from './sheet.ts';

/** What the public reads of a result: the names alone, in order of votes, or with the counts. */
export const PUBLISHED = ['list', 'list-rank', 'list-counts'] as const;

/**
 * 规则单: everything that a session decided on its vote. Without 差额 there is nothing to choose between, so as many candidates as seats
 * are voted on one by one.
 */
export const SessionSheet = z.object({
  rule: BallotRule,
  candidates: z.number().int().min(1).max(200),
  publish: z.enum(PUBLISHED),
  /** The session lets its deputies vote by the verifiable electronic ballot. */
  electronic: z.boolean().default(false),
  /** The session takes the count of a keypad system as one of its sources. */
  keypad: z.boolean().default(false),
  /** 最少票数: with fewer, the counts would tell what single deputies chose; they are not published, and an electronic box is not opened. */
  leastBallots: z.number().int().min(1).max(1_000).optional(),
});
export type SessionSheet = Readonly<z.infer<typeof SessionSheet>>;

/** Where the sheet says nothing (README, 来源 7). */
export const USUAL_LEAST_BALLOTS = 10;

export const leastBallotsOf = ({ leastBallots }: SessionSheet): number => leastBallots ?? USUAL_LEAST_BALLOTS;

type Share = SessionSheet['rule']['quorum'] | SessionSheet['rule']['threshold'];

/** 规则单的矛盾: two provisions that cannot both hold. */
export type SheetFault =
  | { readonly code: 'more-seats-than-candidates'; readonly seats: number; readonly candidates: number }
  | { readonly code: 'nothing-to-choose'; readonly seats: number }
  | { readonly code: 'marks-outside-ticking' }
  | { readonly code: 'more-marks-than-candidates'; readonly marks: number; readonly candidates: number }
  | { readonly code: 'marks-cannot-fill-seats'; readonly marks: number; readonly seats: number }
  | { readonly code: 'quorum-of-nobody' }
  | { readonly code: 'quorum-cannot-be-met' | 'threshold-cannot-be-met' }
  | { readonly code: 'quorum-below-threshold' }
  | { readonly code: 'ranking-by-machine' };

/** Every contradiction of a sheet; one without any may be adopted. */
export function faultsOfSheet({ rule, candidates, electronic, keypad }: SessionSheet): readonly SheetFault[] {
  const { form, seats, maxMarks, quorum, threshold } = rule;
  const faults: SheetFault[] = [];
  if (seats > candidates) faults.push({ code: 'more-seats-than-candidates', seats, candidates });
  if (seats === candidates && form !== 'approve') faults.push({ code: 'nothing-to-choose', seats });
  if (maxMarks !== undefined && form !== 'tick') faults.push({ code: 'marks-outside-ticking' });
  if (form === 'tick') faults.push(...faultsOfMarks(rule, candidates));
  if (partOf(quorum) === 0) faults.push({ code: 'quorum-of-nobody' });
  if (isOutOfReach(quorum)) faults.push({ code: 'quorum-cannot-be-met' });
  if (form === 'rank') return electronic || keypad ? [...faults, { code: 'ranking-by-machine' }] : faults;
  if (isOutOfReach(threshold)) faults.push({ code: 'threshold-cannot-be-met' });
  else if (threshold.of === 'roll' && isBelow(quorum, threshold)) faults.push({ code: 'quorum-below-threshold' });
  return faults;
}

function faultsOfMarks({ seats, maxMarks = seats, threshold }: BallotRule, candidates: number): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  if (maxMarks > candidates) faults.push({ code: 'more-marks-than-candidates', marks: maxMarks, candidates });
  // All papers together carry too few marks to lift that many candidates over the line.
  const needed = seats * partOf(threshold);
  const isShort = threshold.moreThan === undefined ? maxMarks < needed : maxMarks <= needed;
  if (isShort && partOf(threshold) < 1) faults.push({ code: 'marks-cannot-fill-seats', marks: maxMarks, seats });
  return faults;
}

function partOf({ atLeast, moreThan }: Share): number {
  const [part, whole] = (atLeast ?? moreThan)!.split('/').map(Number) as [number, number];
  return part / whole;
}

/** More than all of them. */
function isOutOfReach(share: Share): boolean {
  return share.moreThan !== undefined && partOf(share) >= 1;
}

/** With as many present as the quorum asks, not even all of their votes would reach the threshold. */
function isBelow(quorum: Share, threshold: Share): boolean {
  if (partOf(quorum) !== partOf(threshold)) return partOf(quorum) < partOf(threshold);
  return quorum.moreThan === undefined && threshold.moreThan !== undefined;
}

export const SHEET_STATES = ['draft', 'presidium', 'adopted'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export type SheetRefusal =
  | { readonly kind: 'sheet-contradicts'; readonly faults: readonly SheetFault[] }
  | { readonly kind: 'sheet-adopted'; readonly digest: string }
  | { readonly kind: 'session-under-way' }
  | { readonly kind: 'box-prepared' }
  | { readonly kind: 'sheet-out-of-order'; readonly state: SheetState };

type Standing = {
  readonly state: 'preparing' | 'sitting' | 'announced';
  readonly sheetState: SheetState;
  readonly sheetDigest: string | null;
};

/** A sheet changes until the plenary adopts it; from then on what the deputies adopted holds. */
export function changeSheet(session: Standing, sheet: SessionSheet): Result<SessionSheet, SheetRefusal> {
  if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
  if (session.sheetState === 'adopted') return refuse({ kind: 'sheet-adopted', digest: session.sheetDigest! });
  const faults = faultsOfSheet(sheet);
  return faults.length === 0 ? accept(sheet) : refuse({ kind: 'sheet-contradicts', faults });
}

/** 草案 → 主席团 → 大会通过, one after the other; a draft may also go back from the presidium. */
export function moveSheet(session: Standing, sheet: SessionSheet, to: SheetState): Result<SheetState, SheetRefusal> {
  if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
  if (session.sheetState === 'adopted') return refuse({ kind: 'sheet-adopted', digest: session.sheetDigest! });
  const follows = { draft: 'presidium', presidium: 'adopted' }[session.sheetState];
  if (to !== follows && !(session.sheetState === 'presidium' && to === 'draft'))
    return refuse({ kind: 'sheet-out-of-order', state: session.sheetState });
  const faults = faultsOfSheet(sheet);
  return faults.length === 0 ? accept(to) : refuse({ kind: 'sheet-contradicts', faults });
}

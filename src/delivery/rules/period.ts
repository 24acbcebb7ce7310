import { z } from 'zod';
import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 报送期: a month, YYYY-MM. */
export const Period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Period = z.output<typeof Period>;

export function periodOf(day: CivilDate): Period {
  return day.slice(0, 7);
}

export function lastDayOf(period: Period): CivilDate {
  return endOfMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
}

export function firstDayOf(period: Period): CivilDate {
  return `${period}-01` as CivilDate;
}

export function monthBefore(period: Period): Period {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** A list goes on being watched for a year after its period: late finishes show. */
export function isWatchedOn({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }, day: CivilDate): boolean {
  return from <= day && day <= endOfMonth(Number(to.slice(0, 4)) + 1, Number(to.slice(5, 7)));
}

/** 审定动作: entry ends, the unit approves, the office receives, the district closes; each is undone only from the top down. */
export type KeyActKind = 'approve' | 'withdraw' | 'receive' | 'unreceive' | 'return' | DistrictActKind;
export type DistrictActKind = 'close' | 'reopen' | 'end-entry' | 'resume-entry';

export type KeyAct = {
  readonly version: number;
  readonly act: KeyActKind;
  /** Null for what the district does to a whole period. */
  readonly unitId: string | null;
  readonly onBehalf: boolean;
  readonly reason: string | null;
  readonly by: string;
  /** The day that the district lives in. */
  readonly on: CivilDate;
  readonly at: string;
};

/** 审定状态 of a unit's period. */
export type KeyState = 'open' | 'approved' | 'received';

/** From which state each act of a unit leads to which. */
const STEPS = {
  approve: ['open', 'approved'],
  withdraw: ['approved', 'open'],
  return: ['approved', 'open'],
  receive: ['approved', 'received'],
  unreceive: ['received', 'approved'],
} as const satisfies Record<Exclude<KeyActKind, DistrictActKind>, readonly [KeyState, KeyState]>;

export type UnitAct = keyof typeof STEPS;
const isOfUnit = (act: KeyActKind): act is UnitAct => act in STEPS;

/** 审定情况 of a period: what all its acts, in their order, come to. */
export type PeriodKeys = { readonly isClosed: boolean; readonly isEntryEnded: boolean; readonly units: ReadonlyMap<string, KeyState> };

export function keysOf(acts: readonly KeyAct[]): PeriodKeys {
  const units = new Map<string, KeyState>();
  let [isClosed, isEntryEnded] = [false, false];
  for (const { act, unitId } of acts.toSorted((a, b) => a.version - b.version)) {
    if (isOfUnit(act)) units.set(unitId!, STEPS[act][1]);
    else if (act === 'end-entry' || act === 'resume-entry') isEntryEnded = act === 'end-entry';
    else isClosed = act === 'close';
  }
  return { isClosed, isEntryEnded, units };
}

export function stateOf(keys: PeriodKeys, unitId: string): KeyState {
  return keys.units.get(unitId) ?? 'open';
}

export type KeyRefusal =
  | { readonly kind: 'key-state'; readonly act: KeyActKind; readonly state: KeyState }
  | { readonly kind: 'period-closed'; readonly period: Period }
  | { readonly kind: 'period-not-closed'; readonly period: Period }
  | { readonly kind: 'period-ahead'; readonly period: Period }
  | { readonly kind: 'entry-ended'; readonly period: Period }
  | { readonly kind: 'entry-not-ended'; readonly period: Period }
  | { readonly kind: 'entry-month-running'; readonly period: Period }
  | { readonly kind: 'promises-unanswered'; readonly promises: readonly string[] }
  | { readonly kind: 'reports-waiting'; readonly count: number }
  | { readonly kind: 'units-not-received'; readonly units: readonly string[] }
  | { readonly kind: 'period-locked'; readonly period: Period; readonly state: LockedBy; readonly lapsedOn: CivilDate | null }
  | { readonly kind: 'exception-ends-past'; readonly until: CivilDate }
  | { readonly kind: 'nothing-locked'; readonly period: Period };

/** What keeps figures out of a month: the lock of the district, the unit's own approval, or that its days are over. */
export type LockedBy = Exclude<KeyState, 'open'> | 'closed' | 'ended';

/** Null as long as figures of the unit may still come in. */
export function lockOf(keys: PeriodKeys, unitId: string): LockedBy | null {
  if (keys.isClosed) return 'closed';
  const state = stateOf(keys, unitId);
  return state !== 'open' ? state : keys.isEntryEnded ? 'ended' : null;
}

/** What a unit's act depends on: whether all is answered, and whether something still waits to be decided. */
export type KeyFacts = {
  readonly period: Period;
  readonly today: CivilDate;
  readonly keys: PeriodKeys;
  /** Promises of the unit without a report or 本月无变化 in the period, by name. */
  readonly unanswered: readonly string[];
  /** Reports of the period that wait inside the unit, and at the office. */
  readonly waitingInUnit: number;
  readonly waiting: number;
};

/** 审定、接收 and their undoing, for one unit; the district's lock lies over all of them. */
export function mayAct(act: UnitAct, unitId: string, facts: KeyFacts): Result<KeyState, KeyRefusal> {
  const { period, keys } = facts;
  if (keys.isClosed) return refuse({ kind: 'period-closed', period });
  const state = stateOf(keys, unitId);
  const [from, to] = STEPS[act];
  if (state !== from) return refuse({ kind: 'key-state', act, state });
  if (act === 'approve') {
    if (period > periodOf(facts.today)) return refuse({ kind: 'period-ahead', period });
    if (facts.unanswered.length > 0) return refuse({ kind: 'promises-unanswered', promises: facts.unanswered });
    if (facts.waitingInUnit > 0) return refuse({ kind: 'reports-waiting', count: facts.waitingInUnit });
  }
  if (act === 'receive' && facts.waiting > 0) return refuse({ kind: 'reports-waiting', count: facts.waiting });
  return accept(to);
}

/** 锁定全区: only after every unit with promises has been received; a parent approves after its children. */
export function mayClose(
  period: Period,
  keys: PeriodKeys,
  units: readonly { readonly id: string; readonly name: string }[],
): Result<null, KeyRefusal> {
  if (keys.isClosed) return refuse({ kind: 'period-closed', period });
  const missing = units.filter(({ id }) => stateOf(keys, id) !== 'received').map(({ name }) => name);
  return missing.length > 0 ? refuse({ kind: 'units-not-received', units: missing }) : accept(null);
}

export function mayReopen(period: Period, keys: PeriodKeys): Result<null, KeyRefusal> {
  return keys.isClosed ? accept(null) : refuse({ kind: 'period-not-closed', period });
}

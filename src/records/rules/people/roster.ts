import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { leftWithout, type ReplaceRefusal, Replaces } from '../replacing.ts';
import { EligibilityRule, type RuleVersion } from './eligibility.ts';

/** 名册: who might be served: a denominator, with its day, its source, and whether its number is an estimate (约). */
export type Roster = {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly asOf: CivilDate;
  readonly source: string;
  /** The number as it was stated; a list of persons is imported beside it, or never. */
  readonly statedCount: number | null;
  readonly isEstimate: boolean;
  readonly isSensitive: boolean;
};

/** 服务项目: a kind of service that persons get, with its slots, its series of doses, and what it asks as evidence. */
export type ServiceKind = {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** Health data, assistance, and persons under 14: read by the unit's own staff only. */
  readonly isSensitive: boolean;
  readonly needsEvidence: boolean;
  /** 餐次 and the like: one person, one slot, once. Without slots one service a day counts. */
  readonly slots: readonly string[];
  readonly doses: number;
  readonly doseDaysLeast: number | null;
  readonly doseDaysMost: number | null;
  /** Over this share of undecided duplicates a figure is not published. */
  readonly duplicatesMost: number;
};

/** Where presence is the evidence, and no number of a report or a dose is asked for, people may sign in. */
export const takesSignIns = ({ slots, doses, needsEvidence }: Pick<ServiceKind, 'slots' | 'doses' | 'needsEvidence'>): boolean =>
  slots.length > 0 || (doses === 1 && !needsEvidence);

const name = z.string().trim().min(2).max(60);
/** Why what is in use is changed. */
const reason = z.string().trim().min(2).max(300).nullable().default(null);

export const KeepRoster = z.object({
  rosterId: z.uuid(),
  name,
  unitId: z.uuid(),
  asOf: civilDate,
  source: z.string().trim().min(2).max(200),
  statedCount: z.number().int().min(1).max(100_000_000).nullable(),
  isEstimate: z.boolean(),
  isSensitive: z.boolean(),
  reason,
});

/** One in a hundred persons may be somebody twice before a figure is held back. 来源: 自定. */
export const DUPLICATES_MOST = 0.01;

export const KeepServiceKind = z
  .object({
    serviceKindId: z.uuid(),
    name,
    unitId: z.uuid(),
    isSensitive: z.boolean(),
    needsEvidence: z.boolean(),
    slots: z.array(z.string().trim().min(1).max(10)).max(6).default([]),
    doses: z.number().int().min(1).max(9).default(1),
    doseDaysLeast: z.number().int().min(1).max(1000).nullable().default(null),
    doseDaysMost: z.number().int().min(1).max(2000).nullable().default(null),
    duplicatesMost: z.number().min(0).max(1).default(DUPLICATES_MOST),
    reason,
  })
  .refine((it) => it.doses > 1 === (it.doseDaysLeast !== null && it.doseDaysMost !== null), { path: ['doseDaysLeast'] });

export const SetEligibility = z.object({
  serviceKindId: z.uuid(),
  rule: EligibilityRule,
  from: civilDate.nullable().default(null),
  replaces: Replaces,
  reason: z.string().trim().min(2).max(500),
});

/** Overdue is later than too early. */
export function intervalFault({ doseDaysLeast, doseDaysMost }: Pick<ServiceKind, 'doseDaysLeast' | 'doseDaysMost'>): IntervalFault | null {
  if (doseDaysLeast === null || doseDaysMost === null || doseDaysMost >= doseDaysLeast) return null;
  return { kind: 'interval-swapped', least: doseDaysLeast, most: doseDaysMost };
}

export type IntervalFault = { readonly kind: 'interval-swapped'; readonly least: number; readonly most: number };

export type RosterRefusal =
  | IntervalFault
  | { readonly kind: 'unit-unknown' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'not-of-unit' }
  /** A service with health data or the like whose rule would count children without consent. */
  | { readonly kind: 'children-without-consent'; readonly name: string }
  | { readonly kind: 'rule-not-later'; readonly from: CivilDate; readonly after: CivilDate }
  | ReplaceRefusal
  | { readonly kind: 'rule-same'; readonly versionNo: number }
  | { readonly kind: 'age-open'; readonly group: number }
  | { readonly kind: 'slot-twice'; readonly slot: string }
  | { readonly kind: 'ages-swapped'; readonly group: number; readonly least: number; readonly most: number };

/** The persons of a list are another unit's, or for the eyes of its liaison alone. */
export type ClosedRefusal = { readonly kind: 'not-of-unit' } | { readonly kind: 'sensitive-list'; readonly name: string };

const EARLIEST = '1900-01-01';

type Known = { readonly versions: readonly RuleVersion[]; readonly lastNo: number; readonly today: CivilDate };

/** The first version holds for all services before it too; a later one from its day on. One of today may be put right the same day. */
export function settleRule(
  { rule, from, replaces }: Pick<z.output<typeof SetEligibility>, 'rule' | 'from' | 'replaces'>,
  { versions, lastNo, today }: Known,
): Result<Pick<RuleVersion, 'versionNo' | 'from'>, RosterRefusal> {
  const without = leftWithout(versions, replaces, today);
  if (!without.ok) return without;
  const { left, replaced } = without.value;
  const last = left.at(-1);
  const day = last === undefined ? EARLIEST : (from ?? replaced?.from ?? today);
  if (last !== undefined && day <= last.from) return refuse({ kind: 'rule-not-later', from: day, after: last.from });
  const before = replaced ?? last;
  if (before !== undefined && isSameRule(before.rule, rule) && (replaced === null || replaced.from === day))
    return refuse({ kind: 'rule-same', versionNo: before.versionNo });
  return accept({ versionNo: lastNo + 1, from: day });
}

/** However its fields were written down. */
const isSameRule = (one: EligibilityRule, other: EligibilityRule): boolean =>
  JSON.stringify(EligibilityRule.parse(one)) === JSON.stringify(EligibilityRule.parse(other));

/** A slot that stands twice would be one, and somebody had it twice. */
export function slotTwice(slots: readonly string[]): string | null {
  return slots.find((it, i) => slots.indexOf(it) < i) ?? null;
}

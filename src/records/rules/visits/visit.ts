import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';

const line = (max: number) => z.string().trim().min(1).max(max);

/** One call at the home of a family in difficulty, and what it was found to need. Never public. */
export const AddVisit = z.object({
  id: z.uuid(),
  promiseId: z.uuid(),
  on: civilDate,
  areaId: z.uuid().nullable().default(null),
  /** As the unit names the family: a number of its own list is better than a name. */
  family: line(60),
  situation: z.string().trim().max(500).default(''),
  needs: z
    .array(z.object({ id: z.uuid(), text: line(300), dueOn: civilDate }))
    .max(20)
    .default([]),
});
export type VisitInput = z.output<typeof AddVisit>;
export const SettleNeed = z.object({ needId: z.uuid(), on: civilDate, answer: line(500) });
export const CancelVisit = z.object({ visitId: z.uuid(), reason: line(300) });

/** 需求跟进 */
export type VisitNeed = {
  readonly id: string;
  readonly text: string;
  readonly dueOn: CivilDate;
  readonly settledOn: CivilDate | null;
  readonly answer: string | null;
};

/** 走访 */
export type Visit = {
  readonly id: string;
  readonly promiseId: string;
  readonly unitId: string | null;
  readonly on: CivilDate;
  readonly areaId: string | null;
  readonly state: 'recorded' | 'cancelled';
  readonly family: string;
  readonly situation: string;
  readonly needs: readonly VisitNeed[];
  readonly reason: string | null;
  readonly enteredBy: string;
  readonly version: number;
};

export type VisitRefusal =
  | { readonly kind: 'visit-ahead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'visit-recorded-already'; readonly on: CivilDate }
  | { readonly kind: 'need-due-before-visit'; readonly dueOn: CivilDate; readonly on: CivilDate }
  | { readonly kind: 'visit-not-of-unit' }
  | { readonly kind: 'visit-cancelled' }
  | { readonly kind: 'need-settled'; readonly on: CivilDate }
  | { readonly kind: 'need-settled-before-visit'; readonly visitedOn: CivilDate };

/** One family is called on once a day: a second entry of the same visit is the same visit. */
export function settleVisit(
  { on, needs }: Pick<VisitInput, 'on' | 'needs'>,
  isKnown: boolean,
  today: CivilDate,
): Result<null, VisitRefusal> {
  if (on > today) return refuse({ kind: 'visit-ahead', on, today });
  const early = needs.find(({ dueOn }) => dueOn < on);
  if (early !== undefined) return refuse({ kind: 'need-due-before-visit', dueOn: early.dueOn, on });
  return isKnown ? refuse({ kind: 'visit-recorded-already', on }) : accept(null);
}

type Settled = { readonly need: Pick<VisitNeed, 'settledOn'>; readonly visit: Pick<Visit, 'state' | 'on'> };

export function settleNeed({ need, visit }: Settled, on: CivilDate, today: CivilDate): Result<null, VisitRefusal> {
  if (visit.state === 'cancelled') return refuse({ kind: 'visit-cancelled' });
  if (need.settledOn !== null) return refuse({ kind: 'need-settled', on: need.settledOn });
  if (on > today) return refuse({ kind: 'visit-ahead', on, today });
  return on < visit.on ? refuse({ kind: 'need-settled-before-visit', visitedOn: visit.on }) : accept(null);
}

/** What a family is known again by. */
export const familyOf = (family: string): string => nameKey(family);

/** 走访的数: what may leave the closed part: a day, a place and counts. */
export type VisitFact = {
  readonly on: CivilDate;
  readonly areaId: string | null;
  readonly familyKey: string;
  readonly settledOn: readonly CivilDate[];
};

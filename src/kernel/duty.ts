import type { CivilDate } from './civil-date.ts';
import type { Locale } from './format.ts';
import type { Role } from './role.ts';

/** What a duty is about: facts to be stored; the stage that asks has the sentence for them. */
export type DutyFacts = Readonly<Record<string, string | number | boolean | null>>;

/** 待办事项: one thing that a post or a unit owes on a day, computed by the stage that asks for it. What is done is no duty any more. */
export type Duty<Kind extends string = string, Facts extends DutyFacts = DutyFacts> = {
  /** `stage.what` */
  readonly kind: Kind;
  /** Names the same matter for as long as it is owed: nothing is asked twice under one key. */
  readonly key: string;
  readonly facts: Facts;
  /** The unit that owes it; null for what the district's own posts owe. */
  readonly unitId: string | null;
  /** One post alone, whatever its unit. */
  readonly postId: string | null;
  /** Otherwise whoever holds one of these in the unit; the first that anybody holds is reminded, the others see it. */
  readonly roles: readonly Role[];
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
  /** `at-once` is told without waiting for the evening. */
  readonly urgency: 'ordinary' | 'at-once';
  /** Where it is answered, below `/staff/{district}/`. */
  readonly link: string;
  /** Counts up whenever the day moves, so that a calendar moves with it. */
  readonly revision?: number;
  /** What happens at an hour and a place (a meeting); other duties last the whole day. */
  readonly meets?: { readonly from: string; readonly to: string | null; readonly place: string };
};

/** 待办的话: what is to be done, and why; by when and where are said alike for all. */
export type DutySentence = { readonly what: string; readonly why: string };

/** A sentence for each kind, in each language: a kind without one does not compile. */
export type DutyWords<Known extends Duty> = Readonly<
  Record<Locale, { readonly [Kind in Known['kind']]: (facts: Extract<Known, { readonly kind: Kind }>['facts']) => DutySentence }>
>;

import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import type { EventKind } from './event.ts';
import type { ProposalFacts } from './measure.ts';
import { isWithUnit, numberText, type Order } from './order.ts';
import { limitDay, MEASURES, type Measure, type OrderProfile } from './profile.ts';
import type { Slip } from './slip.ts';
import type { TimerStart, TimerStep } from './timers.ts';

/** 到期时的督办件: the order of a timer, and what else decides what the day brings. */
export type TimedOrder = Pick<
  Order,
  'id' | 'state' | 'dueOn' | 'signBy' | 'signedOn' | 'feedbackBy' | 'repliedOn' | 'profileVersion' | 'isUrgent'
> & {
  /** 申辩 or 延期 not decided yet: the unit does not answer for the office's delay. */
  readonly hasOpenRequest: boolean;
  readonly extended: number;
  readonly returned: number;
  /** Those about the day that holds now. */
  readonly slips: readonly Pick<Slip, 'kind' | 'year' | 'number' | 'issuedOn' | 'replyBy'>[];
};

/** 到期结果: what the calendar does: a line of the course, a slip, a proposal, or nothing any more. */
export type TimerOutcome =
  | { readonly do: 'drop' }
  | { readonly do: 'note'; readonly event: Extract<EventKind, 'not-signed' | 'not-replied' | 'reminded'> }
  | { readonly do: 'slip'; readonly slip: Pick<Slip, 'kind' | 'colour' | 'replyBy' | 'daysLate' | 'forDueOn'>; readonly next: TimerStart }
  | { readonly do: 'propose'; readonly measure: Measure; readonly facts: ProposalFacts };

type Now = { readonly today: CivilDate; readonly profile: OrderProfile; readonly office: CalendarSpec };
const DROP: TimerOutcome = { do: 'drop' };

/** What is due today of an order: settled matters ask for nothing, and what was missed while the machine was off comes once. */
export function outcomeOf(step: TimerStep, order: TimedOrder, now: Now): TimerOutcome {
  if (!isWithUnit(order)) return DROP;
  if (step === 'sign') return isLate(order.signedOn, order.signBy) ? { do: 'note', event: 'not-signed' } : DROP;
  if (step === 'feedback') return isLate(order.repliedOn, order.feedbackBy) ? { do: 'note', event: 'not-replied' } : DROP;
  if (step === 'remind') return order.dueOn >= now.today ? { do: 'note', event: 'reminded' } : DROP;
  if (order.hasOpenRequest || order.dueOn >= now.today) return DROP;
  if (step === 'urge' || step === 'demand') return { do: 'slip', ...slipNow(step, order, now) };
  return { do: 'propose', measure: step, facts: factsOf(order, now.today) };
}

/** Done too late before the calendar came by is too late all the same. */
function isLate(doneOn: CivilDate | null, by: CivilDate | null): boolean {
  return doneOn === null || (by !== null && doneOn > by);
}

/** 开单: the slip of a day, and what comes after it when nothing happens. */
export function slipNow(kind: Slip['kind'], order: Pick<Order, 'dueOn'>, { today, profile, office }: Now) {
  const limit = kind === 'urge' ? profile.demand : profile.propose.circular;
  const replyBy = limitDay(today, limit, office);
  const slip = {
    kind,
    colour: profile.colours[kind],
    replyBy,
    daysLate: Math.max(0, daysBetween(order.dueOn, today)),
    forDueOn: order.dueOn,
  } as const;
  const step: TimerStep = kind === 'urge' ? 'demand' : 'circular';
  return { slip, next: { step, dueOn: limitDay(replyBy, { count: 1, in: 'days' }, office) } };
}

export function factsOf(order: TimedOrder, today: CivilDate): ProposalFacts {
  const { dueOn, signedOn, repliedOn, extended, returned } = order;
  const slips = order.slips.map((it) => ({ kind: it.kind, number: numberText(it), issuedOn: it.issuedOn, replyBy: it.replyBy }));
  return { dueOn, daysLate: Math.max(0, daysBetween(dueOn, today)), signedOn, repliedOn, slips, extended, returned };
}

/** After an approved measure the next heavier one is proposed, when the order still stands then. */
export function afterMeasure(
  measure: Measure,
  decidedOn: CivilDate,
  { profile, office }: Pick<Now, 'profile' | 'office'>,
): TimerStart | null {
  const next = MEASURES[MEASURES.indexOf(measure) + 1];
  return next === undefined ? null : { step: next, dueOn: limitDay(decidedOn, profile.propose[next], office) };
}

type Resuming = Now & { readonly order: Pick<Order, 'dueOn'>; readonly lastSlip: Slip['kind'] | null };

/** 恢复计时: after a refused request or a return the calendar goes on where it stood, never at once. */
export function resumed({ order, lastSlip, today, profile, office }: Resuming): readonly TimerStart[] {
  const tomorrow = limitDay(today, { count: 1, in: 'days' }, office);
  const later = (day: CivilDate) => (day > tomorrow ? day : tomorrow);
  if (lastSlip === 'demand') return [{ step: 'circular', dueOn: later(limitDay(today, profile.propose.circular, office)) }];
  if (lastSlip === 'urge') return [{ step: 'demand', dueOn: later(limitDay(today, profile.demand, office)) }];
  return [{ step: 'urge', dueOn: later(limitDay(order.dueOn, profile.urge, office)) }];
}

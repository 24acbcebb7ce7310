import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import type { Order } from './order.ts';
import { dayBefore, limitDay, type OrderProfile } from './profile.ts';

export const TIMER_STEPS = ['sign', 'feedback', 'remind', 'urge', 'demand', 'circular', 'talk', 'listing'] as const;
export type TimerStep = (typeof TIMER_STEPS)[number];

/** 到期动作: what the calendar does with an order on a day, once. */
export type Timer = {
  readonly id: string;
  readonly orderId: string;
  readonly step: TimerStep;
  readonly dueOn: CivilDate;
};

export type TimerStart = Pick<Timer, 'step' | 'dueOn'>;
type Dated = Pick<Order, 'issuedOn' | 'signBy' | 'feedbackBy' | 'dueOn'>;
type By = { readonly profile: OrderProfile; readonly office: CalendarSpec };

/** What waits from the day of issue on. What is missed is noted on the day after; a reminder that would fall on the day of issue is left out. */
export function firstTimers(order: Dated, by: By): readonly TimerStart[] {
  const feedback: readonly TimerStart[] = order.feedbackBy === null ? [] : [{ step: 'feedback', dueOn: addDays(order.feedbackBy, 1) }];
  return [{ step: 'sign', dueOn: addDays(order.signBy, 1) }, ...feedback, ...dueTimers(order, by)];
}

/** What hangs on the due day, and moves with it. */
export function dueTimers({ issuedOn, dueOn }: Pick<Dated, 'issuedOn' | 'dueOn'>, { profile, office }: By): readonly TimerStart[] {
  const remindOn = dayBefore(dueOn, profile.remind, office);
  const remind: readonly TimerStart[] = remindOn > issuedOn ? [{ step: 'remind', dueOn: remindOn }] : [];
  return [...remind, { step: 'urge', dueOn: limitDay(dueOn, profile.urge, office) }];
}

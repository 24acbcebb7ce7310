import { addDays, type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { officeCalendar } from '#/kernel/schedule/china.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import { type KeyAct, type KeyRefusal, lastDayOf, monthBefore, type Period, type PeriodKeys, periodOf } from './period.ts';
import type { EntryEndSetting } from './settings.ts';

const OFFICE = workCalendar(officeCalendar());

/** 填报截止日: the last day on which a month's figures are taken, counted in working days of the offices after its end. */
export function entryEndsOn(period: Period, { workDays }: Pick<EntryEndSetting, 'workDays'>): CivilDate {
  const after = dayNumber(addDays(lastDayOf(period), 1));
  return dayOf(OFFICE.dayAt(OFFICE.indexFrom(after) + workDays - 1));
}

/** The newest month whose days for figures are over. */
export function newestEnded(today: CivilDate, setting: Pick<EntryEndSetting, 'workDays'>): Period {
  let period = monthBefore(periodOf(today));
  while (entryEndsOn(period, setting) >= today) period = monthBefore(period);
  return period;
}

/** Whether the calendar ends it now: what was resumed by hand is not ended by itself again. */
export function isDueToEnd(acts: readonly Pick<KeyAct, 'act'>[]): boolean {
  return !acts.some(({ act }) => act === 'end-entry' || act === 'close');
}

/** 关闭填报 of a month that is over; what its units approve and the office receives goes on. */
export function mayEndEntry(period: Period, keys: PeriodKeys, today: CivilDate): Result<null, KeyRefusal> {
  if (keys.isClosed) return refuse({ kind: 'period-closed', period });
  if (keys.isEntryEnded) return refuse({ kind: 'entry-ended', period });
  return period < periodOf(today) ? accept(null) : refuse({ kind: 'entry-month-running', period });
}

/** 恢复填报: the lowest step of all, hence only once the lock over it is undone. */
export function mayResumeEntry(period: Period, keys: PeriodKeys): Result<null, KeyRefusal> {
  if (keys.isClosed) return refuse({ kind: 'period-closed', period });
  return keys.isEntryEnded ? accept(null) : refuse({ kind: 'entry-not-ended', period });
}

import { type CivilDate, dayNumber, monthOf } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { HolidayYear } from '#/kernel/schedule/china.ts';
import { isoWeekday } from '#/kernel/schedule/work-calendar.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { type DayKind, type DistrictCalendar, yearDays } from '../rules/calendar.ts';
import { calendarLabels } from './calendar-labels.ts';

type YearProps = { readonly calendar: DistrictCalendar; readonly years: readonly HolidayYear[]; readonly year: number };
type Day = ReturnType<typeof yearDays>[number];

const KINDS: readonly DayKind[] = ['worked', 'makeup', 'free', 'holiday', 'closed', 'out-of-season'];

/** Twelve months; what a day is reads from its sign as well as from its shade. */
export function CalendarYear({ calendar, years, year }: YearProps) {
  const words = useLabels(calendarLabels);
  const days = yearDays(calendar, years, year);
  const months = Map.groupBy(days, ({ day }) => monthOf(day));
  const document = calendar.free === 'none' ? undefined : years.find((it) => it.year === year)?.document;
  const worked = days.filter(({ kind }) => kind === 'worked' || kind === 'makeup').length;
  const present = KINDS.filter((kind) => days.some((it) => it.kind === kind));
  return (
    <section aria-label={`${calendar.title} ${year}`}>
      <p>
        <b>{words.worked(worked)}</b>
        {document && <span className="soft"> · {words.document(document)}</span>}
      </p>
      {days.some((it) => it.isProvisional) && <p className="notice">{words.provisional(year)}</p>}
      <ul className="day-legend">
        {present.map((kind) => (
          <li key={kind}>
            <span className={`cal-day ${kind}`}>{words.signs[kind] || '1'}</span> {words.kinds[kind]}
          </li>
        ))}
      </ul>
      <div className="months">
        {[...months].map(([month, rows]) => (
          <Month key={month} month={month} days={rows} />
        ))}
      </div>
    </section>
  );
}

function Month({ month, days }: { readonly month: number; readonly days: readonly Day[] }) {
  const words = useLabels(calendarLabels);
  const locale = useLocale();
  const before = isoWeekday(dayNumber(days[0]!.day)) - 1;
  const blanks = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, before);
  return (
    <section className="month">
      <h3>{words.month(month)}</h3>
      <div className="days">
        {words.weekdays.map((it, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weekdays stand in their order
          <span key={i} className="weekday" aria-hidden="true">
            {it}
          </span>
        ))}
        {blanks.map((it) => (
          <span key={it} />
        ))}
        {days.map(({ day, kind, isProvisional }) => (
          <time
            key={day}
            dateTime={day}
            className={`cal-day ${kind}${isProvisional ? ' provisional' : ''}`}
            title={`${longDate(day, locale)} ${words.kinds[kind]}`}
          >
            {dateOf(day)}
            {words.signs[kind] && <sup>{words.signs[kind]}</sup>}
          </time>
        ))}
      </div>
    </section>
  );
}

function dateOf(day: CivilDate): number {
  return Number(day.slice(8));
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import { type CollectionPeriod, DEFAULT_CALENDAR, proposedPeriod, type ReportingCalendar } from '../rules/calendar.ts';

export type CalendarVersion = ReportingCalendar & { readonly source: string; readonly setBy: string; readonly setAt: string };

/** Every calendar that the district has set, newest first. */
export async function listCalendars({ client, district }: Reader): Promise<readonly CalendarVersion[]> {
  const found = await client.query<CalendarVersion>({
    name: 'collection-calendars',
    text: `select rhythm, due_days as "dueDays", reminder, settings_version as version, source, set_by as "setBy", set_at as "setAt"
             from collection.calendar where district = $1 order by settings_version desc`,
    values: [district],
  });
  return found.rows;
}

export async function getCalendar(reader: Reader): Promise<ReportingCalendar> {
  return (await listCalendars(reader))[0] ?? DEFAULT_CALENDAR;
}

export async function addCalendar(
  writer: Writer,
  { version, rhythm, dueDays, reminder }: ReportingCalendar,
  source: string,
): Promise<void> {
  const set = { source, set_by: writer.actor.name, set_at: writer.now.toISOString() };
  await add(writer, 'collection.calendar', { settings_version: version, rhythm, due_days: dueDays, reminder, ...set });
}

export type PeriodVersion = {
  readonly version: number;
  readonly asOf: CivilDate;
  readonly dueOn: CivilDate;
  readonly reminder: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
};

/** What was set for a period, newest first. */
export async function listPeriodVersions({ client, district }: Reader, period: string): Promise<readonly PeriodVersion[]> {
  const found = await client.query<PeriodVersion>({
    name: 'collection-period-versions',
    text: `select settings_version as version, as_of as "asOf", due_on as "dueOn", reminder, reason, set_by as "setBy", set_at as "setAt"
             from collection.period where district = $1 and period = $2 order by settings_version desc`,
    values: [district, period],
  });
  return found.rows;
}

/** The days in force: those that were set, else those that the calendar proposes. */
export async function getPeriod(reader: Reader, id: string): Promise<CollectionPeriod> {
  const proposed = proposedPeriod(id, await getCalendar(reader));
  if (proposed === null) throw new Problem(404, 'unknown-period', { period: id });
  const set = (await listPeriodVersions(reader, id))[0];
  if (set === undefined) return proposed;
  const { asOf, dueOn, reminder, version } = set;
  return { ...proposed, asOf, dueOn, reminder: reminder || proposed.reminder, version };
}

export async function addPeriodVersion(writer: Writer, period: string, it: Omit<PeriodVersion, 'setBy' | 'setAt'>): Promise<void> {
  const set = { reason: it.reason, set_by: writer.actor.name, set_at: writer.now.toISOString() };
  const days = { as_of: it.asOf, due_on: it.dueOn, reminder: it.reminder };
  await add(writer, 'collection.period', { period, settings_version: it.version, ...days, ...set });
}

/** Two who set the same thing at once are heard one after the other. */
export async function holdCalendar({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`collection.calendar ${district}`]);
}

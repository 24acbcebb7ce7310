import type { HolidayYear } from '#/kernel/schedule/china.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { CalendarVersion, HolidayEntry } from '../rules/calendar.ts';

/** Every version of every calendar that the district set, newest first. */
export async function listCalendarVersions({ client, district }: Reader): Promise<readonly CalendarVersion[]> {
  const found = await client.query<CalendarVersion>({
    name: 'planning-calendars',
    text: `select key, calendar_version as version, title, weekdays, free, seasons, closed, closed_known_until as "closedKnownUntil",
             quiet_hours as "quietHours", reason, set_by as "setBy", set_on as "setOn"
             from planning.calendar where district = $1 order by key, calendar_version desc`,
    values: [district],
  });
  return found.rows;
}

/** Every entry of every year that the district entered, newest first. */
export async function listHolidayEntries({ client, district }: Reader): Promise<readonly HolidayEntry[]> {
  const found = await client.query<HolidayEntry>({
    name: 'planning-holiday-years',
    text: `select year, entry_no as "entryNo", document, days_off as off, makeup, statutory, reason, set_by as "setBy", set_on as "setOn"
             from planning.holiday_year where district = $1 order by year, entry_no desc`,
    values: [district],
  });
  return found.rows;
}

/** Calendars and years, held until the transaction ends: a new one counts up from the last. */
export async function holdCalendars({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`planning.calendars ${district}`]);
}

export async function addCalendarVersion(writer: Writer, it: Omit<CalendarVersion, 'setBy' | 'setOn'>): Promise<void> {
  const { key, version, title, weekdays, free, seasons, closed, closedKnownUntil, quietHours, reason } = it;
  await add(writer, 'planning.calendar', {
    key,
    calendar_version: version,
    title,
    weekdays,
    free,
    seasons,
    closed,
    closed_known_until: closedKnownUntil,
    quiet_hours: quietHours,
    reason,
    set_by: writer.actor.name,
    set_on: writer.today,
  });
}

export async function addHolidayEntry(
  writer: Writer,
  { year, document, off, makeup, statutory }: HolidayYear,
  { entryNo, reason }: { readonly entryNo: number; readonly reason: string },
): Promise<void> {
  const days = { year, entry_no: entryNo, document, days_off: off, makeup, statutory };
  await add(writer, 'planning.holiday_year', { ...days, reason, set_by: writer.actor.name, set_on: writer.today });
}

/** The calendars that sites and areas name for themselves. */
export async function listPlaceCalendars({ client, district }: Reader): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ placeId: string; calendar: string }>({
    name: 'planning-place-calendars',
    text: 'select place_id as "placeId", calendar from planning.place_calendar where district = $1',
    values: [district],
  });
  return new Map(found.rows.map((it) => [it.placeId, it.calendar]));
}

export async function savePlaceCalendar(writer: Writer, placeId: string, calendar: string | null): Promise<void> {
  const key = { place_id: placeId };
  if (calendar === null) await remove(writer, 'planning.place_calendar', key);
  else await save(writer, 'planning.place_calendar', key, { calendar, set_by: writer.actor.name, set_on: writer.today });
}

import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import { calendarsInForce, newestOf, yearsInForce } from '../rules/calendar.ts';
import {
  type CalendarRefusal,
  EnterHolidayYear,
  SetCalendar,
  SetPlaceCalendar,
  settleCalendar,
  settleHolidayYear,
} from '../rules/calendar-setting.ts';
import { listAreas } from '../store/areas.ts';
import {
  addCalendarVersion,
  addHolidayEntry,
  holdCalendars,
  listCalendarVersions,
  listHolidayEntries,
  listPlaceCalendars,
  savePlaceCalendar,
} from '../store/calendars.ts';
import { listSites } from '../store/sites.ts';

const permission = 'planning.set-calendars';

export const setCalendar = command({
  name: 'planning.set-calendar',
  version: 1,
  input: SetCalendar,
  permission,
  subject: (input) => input.key ?? input.title,
  async run(writer, input): Promise<Result<{ readonly key: string }, CalendarRefusal>> {
    await holdCalendars(writer);
    const inForce = calendarsInForce(newestOf(await listCalendarVersions(writer), ({ key }) => key));
    if (input.key !== null) checkBase(writer, `calendar:${input.key}`, inForce.find(({ key }) => key === input.key)?.version ?? 0);
    const settled = settleCalendar(inForce, newId(), input);
    if (!settled.ok) return settled;
    await addCalendarVersion(writer, { ...settled.value, reason: input.reason });
    return accept({ key: settled.value.key });
  },
});

export const enterHolidayYear = command({
  name: 'planning.enter-holiday-year',
  version: 1,
  input: EnterHolidayYear,
  permission,
  subject: (input) => String(input.year),
  async run(writer, input): Promise<Result<{ readonly year: number }, CalendarRefusal>> {
    await holdCalendars(writer);
    const entries = await listHolidayEntries(writer);
    const entryNo = (entries.find(({ year }) => year === input.year)?.entryNo ?? 0) + 1;
    checkBase(writer, `holiday-year:${input.year}`, entryNo - 1);
    const settled = settleHolidayYear(yearsInForce(newestOf(entries, ({ year }) => year)), input);
    if (!settled.ok) return settled;
    await addHolidayEntry(writer, settled.value, { entryNo, reason: input.reason });
    return accept({ year: input.year });
  },
});

/** The calendar that holds at a site, or at every site of an area; nothing leaves it to the area around, or to the district. */
export const setPlaceCalendar = command({
  name: 'planning.set-place-calendar',
  version: 1,
  input: SetPlaceCalendar,
  permission,
  subject: (input) => input.placeId,
  async run(writer, { placeId, calendar }): Promise<Result<{ readonly placeId: string }, CalendarRefusal>> {
    await holdCalendars(writer);
    const places = [...(await listAreas(writer)), ...(await listSites(writer))];
    if (!places.some(({ id }) => id === placeId)) throw new Problem(404, 'unknown-place', { id: placeId });
    const inForce = calendarsInForce(newestOf(await listCalendarVersions(writer), ({ key }) => key));
    if (calendar !== null && !inForce.some(({ key }) => key === calendar)) return refuse({ kind: 'calendar-unknown', key: calendar });
    const isNamed = (await listPlaceCalendars(writer)).has(placeId);
    if (calendar !== null || isNamed) await savePlaceCalendar(writer, placeId, calendar);
    return accept({ placeId });
  },
});

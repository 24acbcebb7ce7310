import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { calendarsInForce, coveredUntil, newestOf, yearsInForce } from '../rules/calendar.ts';
import { listCalendarVersions, listHolidayEntries, listPlaceCalendars } from '../store/calendars.ts';

export const calendarReads = [
  read({
    path: '/planning/calendars',
    permission: 'planning.read',
    query: z.object({}),
    summary: '工作历: the calendars in force, the announced years with their documents, and everything that was set before',
    async run(reader) {
      const versions = await listCalendarVersions(reader);
      const entries = await listHolidayEntries(reader);
      const years = yearsInForce(newestOf(entries, ({ year }) => year));
      return {
        calendars: calendarsInForce(newestOf(versions, ({ key }) => key)),
        versions,
        years,
        entries,
        coveredUntil: coveredUntil(years),
        places: Object.fromEntries(await listPlaceCalendars(reader)),
      };
    },
  }),
];

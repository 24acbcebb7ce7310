import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { CalendarInput, type CalendarRefusal, checkPeriod, PeriodInput, spanOf } from '../rules/calendar.ts';
import { addCalendar, addPeriodVersion, getCalendar, holdCalendar, listPeriodVersions } from '../store/calendar.ts';

/** 设定报送日历: how often, and when it is due; periods whose days were set one by one keep them. */
export const setCalendar = command({
  name: 'collection.set-calendar',
  version: 1,
  input: CalendarInput,
  permission: 'collection.keep-calendar',
  subject: () => 'calendar',
  async run(writer, { source, ...calendar }): Promise<Result<{ version: number }, never>> {
    await holdCalendar(writer);
    const version = (await getCalendar(writer)).version + 1;
    await addCalendar(writer, { ...calendar, version }, source);
    return accept({ version });
  },
});

/** 设定报送期: the days of one period, with the reason why they differ. */
export const setPeriod = command({
  name: 'collection.set-period',
  version: 1,
  input: PeriodInput,
  permission: 'collection.keep-calendar',
  subject: (input) => `period:${input.period}`,
  async run(writer, { period, ...days }): Promise<Result<{ version: number }, CalendarRefusal>> {
    if (spanOf(period) === null) throw new Problem(404, 'unknown-period', { period });
    const checked = checkPeriod({ period, ...days });
    if (!checked.ok) return checked;
    await holdCalendar(writer);
    const version = ((await listPeriodVersions(writer, period))[0]?.version ?? 0) + 1;
    await addPeriodVersion(writer, period, { version, ...days });
    return accept({ version });
  },
});

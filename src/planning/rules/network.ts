import { type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import type { LinkType, Network, NetworkRefusal, Schedule } from '#/kernel/schedule/network.ts';
import { schedule } from '#/kernel/schedule/schedule.ts';
import { type CalendarSpec, type MonthDay, workCalendar } from '#/kernel/schedule/work-calendar.ts';
import type { Activity, ActivityLink, ProjectNetwork, ProjectSchedule, ScheduleRefusal, ScheduleRemark } from './activity.ts';
import { SITE_CALENDAR, SITE_DEFAULT } from './calendar.ts';

/** 排期 of one project on a day: both passes over its network, counted anew each time. */
export function scheduleOf(network: ProjectNetwork, dataDate: CivilDate): ProjectSchedule {
  const { projectId, deadline, activities, links, baseline, version } = network;
  const found = schedule(kernelNetwork(network, dataDate));
  const nothing = { planned: [], negative: [], longestPath: [], provisional: [], remarks: [] };
  const same = { projectId, dataDate, deadline, links, baseline, version };
  if (!found.ok) return { ...same, ...nothing, refusal: refusalOf(found.refusal, network) };
  const { tasks, negative, longestPath, provisional } = found.value;
  const planned = activities.map((activity, i) => ({ activity, dates: tasks[i]! }));
  return { ...same, planned, negative, longestPath, provisional, remarks: remarksOf(network, found.value), refusal: null };
}

function kernelNetwork(network: ProjectNetwork, dataDate: CivilDate): Network {
  const { activities, links, calendars } = network;
  return {
    dataDate,
    calendars: Object.fromEntries(Object.entries(calendars).map(([key, { spec }]) => [key, spec])) as Network['calendars'],
    tasks: activities.map((it) => ({ ...it, calendar: calendarKey(network, it) })),
    links: links.map((it) => ({ ...it })),
    deadlines: deadlinesOf(network),
  };
}

/** The calendar an activity is counted in; 现场 stands for the one of its site. */
export function calendarKey(
  { siteCalendars }: Pick<ProjectNetwork, 'siteCalendars'>,
  { calendar, siteId }: Pick<Activity, 'calendar' | 'siteId'>,
): string {
  if (calendar !== SITE_CALENDAR) return calendar;
  return (siteId === null ? undefined : siteCalendars[siteId]) ?? SITE_DEFAULT;
}

/** Whether a link keeps what it comes from from ending after what it leads to; one from its start leaves its end open. */
export function holdsFinish(type: LinkType, lag: number): boolean {
  return (type === 'FS' || type === 'FF') && lag >= 0;
}

/** 还要等的工序: what may not begin yet, because something before it is not done, or not begun where that is enough. */
export function waitingIn(
  activities: readonly { readonly id: string; readonly isBegun: boolean; readonly isDone: boolean }[],
  links: readonly Pick<ActivityLink, 'from' | 'to' | 'type'>[],
): ReadonlySet<string> {
  const known = new Map(activities.map((it) => [it.id, it]));
  const holds = ({ from, type }: Pick<ActivityLink, 'from' | 'type'>) => {
    const before = known.get(from);
    if (before === undefined || before.isDone) return false;
    return type === 'FS' || (type === 'SS' && !before.isBegun);
  };
  return new Set(links.filter(holds).map(({ to }) => to));
}

/** What nothing waits for to be done must be done by the project's deadline, and what nothing within its task waits for by the task's. */
function deadlinesOf({ activities, links, tasks, deadline }: ProjectNetwork): Network['deadlines'] {
  const taskOf = new Map(activities.map(({ id, taskId }) => [id, taskId]));
  const dueOn = new Map(tasks.map((it) => [it.id, it.dueOn]));
  const holding = links.filter(({ type, lag }) => holdsFinish(type, lag));
  const followed = new Set(holding.map(({ from }) => from));
  const followedWithin = new Set(holding.filter(({ from, to }) => taskOf.get(from) === taskOf.get(to)).map(({ from }) => from));
  return activities.flatMap(({ id, taskId }) => {
    const due = dueOn.get(taskId) ?? null;
    return [
      ...(followed.has(id) ? [] : [{ task: id, on: deadline }]),
      ...(due === null || followedWithin.has(id) ? [] : [{ task: id, on: due }]),
    ];
  });
}

function refusalOf(refusal: NetworkRefusal, { activities, calendars }: ProjectNetwork): ScheduleRefusal {
  const nameOf = (id: string) => activities.find((it) => it.id === id)?.name ?? id;
  const titleOf = (key: string) => calendars[key]?.title ?? key;
  switch (refusal.kind) {
    case 'cycle':
      return { kind: 'network-cycle', names: fromTheFirst(refusal.tasks, activities).map(nameOf) };
    case 'unknown-calendar':
      return { kind: 'calendar-missing', calendar: titleOf(refusal.calendar), name: nameOf(refusal.task) };
    case 'no-working-day-left':
      return { kind: 'no-working-day', calendar: titleOf(refusal.calendar), name: nameOf(refusal.task), days: refusal.days };
    case 'finished-before-started':
      return { kind: 'finish-before-start', name: nameOf(refusal.task) };
    case 'duplicate-task':
    case 'unknown-task':
      return { kind: 'link-outside', activityId: refusal.task };
  }
}

function remarksOf(network: ProjectNetwork, { pinConflicts }: Schedule): readonly ScheduleRemark[] {
  const pins = pinConflicts.map(
    ({ task, pinnedOn, possibleFrom }): ScheduleRemark => ({ kind: 'pin-too-early', activityId: task, pinnedOn, possibleFrom }),
  );
  const windows = new Map<string, number | null>();
  const windowOf = (key: string): number | null => {
    if (!windows.has(key)) windows.set(key, longestWindow(network.calendars[key]?.spec));
    return windows.get(key)!;
  };
  const open = network.activities.filter((it) => it.finishedOn === null);
  const own = open.flatMap((it): ScheduleRemark[] => {
    const window = windowOf(calendarKey(network, it));
    const { legalMinimum } = it;
    return [
      ...(window !== null && it.days > window ? [{ kind: 'longer-than-window', activityId: it.id, days: it.days, window } as const] : []),
      ...(legalMinimum !== null && it.days < legalMinimum.days
        ? [
            {
              kind: 'shorter-than-legal',
              activityId: it.id,
              days: it.days,
              minimum: legalMinimum.days,
              source: legalMinimum.source,
            } as const,
          ]
        : []),
    ];
  });
  return [...pins, ...own];
}

/** The most working days that one season has; null where the calendar is open all year. */
function longestWindow(spec: CalendarSpec | undefined): number | null {
  if (spec?.seasons === undefined || spec.seasons.length === 0) return null;
  const calendar = workCalendar(spec);
  const year = Number((spec.covers?.[1] ?? '2026-12-31').slice(0, 4));
  return Math.max(...spec.seasons.map((season) => daysWorked(calendar, seasonDays(season, year))));
}

function seasonDays([first, last]: readonly [MonthDay, MonthDay], year: number): readonly [CivilDate, CivilDate] {
  return [`${last < first ? year - 1 : year}-${first}` as CivilDate, `${year}-${last}` as CivilDate];
}

function daysWorked(calendar: ReturnType<typeof workCalendar>, [from, to]: readonly [CivilDate, CivilDate]): number {
  return calendar.indexAfter(dayNumber(to)) - calendar.indexFrom(dayNumber(from));
}

/** A loop has no beginning of its own: it is told from the activity that stands first in the plan. */
function fromTheFirst(loop: readonly string[], activities: ProjectNetwork['activities']): readonly string[] {
  const position = (id: string) => activities.find((it) => it.id === id)?.position ?? 0;
  const first = loop.reduce((best, id, at) => (position(id) < position(loop[best]!) ? at : best), 0);
  return [...loop.slice(first), ...loop.slice(0, first)];
}

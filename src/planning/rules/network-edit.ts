import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { LINK_TYPES } from '#/kernel/schedule/network.ts';
import type { Activity, ActivityLink, ProjectNetwork, ScheduleRefusal } from './activity.ts';
import { SITE_CALENDAR } from './calendar.ts';
import { scheduleOf } from './network.ts';

const fields = {
  taskId: z.uuid(),
  siteId: z.uuid().nullable(),
  name: z.string().trim().min(2).max(80),
  days: z.number().int().min(1).max(2000),
  calendar: z.string().min(1).max(60),
  isMilestone: z.boolean(),
  gate: z.string().trim().min(2).max(60).nullable(),
  notBefore: civilDate.nullable(),
  finishBy: civilDate.nullable(),
  pinnedOn: civilDate.nullable(),
  legalMinimum: z.object({ days: z.number().int().min(1).max(2000), source: z.string().trim().min(2).max(200) }).nullable(),
  shorterBecause: z.string().trim().min(2).max(300).nullable(),
};
/** What an activity is when no more is said than its task, its name and how long it takes. */
const USUAL = {
  siteId: null,
  calendar: 'office',
  isMilestone: false,
  gate: null,
  notBefore: null,
  finishBy: null,
  pinnedOn: null,
  legalMinimum: null,
  shorterBecause: null,
} as const;

const ends = { from: z.uuid(), to: z.uuid(), type: z.enum(LINK_TYPES).default('FS') };

/** 一处改动 of a network; several travel together and are taken together or not at all. */
export const NetworkEdit = z.discriminatedUnion('do', [
  z.object({
    ...z.object(fields).partial().shape,
    do: z.literal('add'),
    activityId: z.uuid(),
    taskId: fields.taskId,
    name: fields.name,
    days: fields.days,
  }),
  z.object({
    ...z.object(fields).partial().shape,
    do: z.literal('change'),
    activityId: z.uuid(),
    position: z.number().int().min(1).max(100_000).optional(),
  }),
  z.object({ do: z.literal('remove'), activityId: z.uuid() }),
  z.object({
    do: z.literal('link'),
    ...ends,
    lag: z.number().int().min(-1000).max(1000).default(0),
    lagCalendar: z.string().max(60).nullable().default(null),
  }),
  z.object({ do: z.literal('unlink'), ...ends }),
]);
export type NetworkEdit = z.output<typeof NetworkEdit>;

export const EditNetwork = z.object({
  projectId: z.uuid(),
  edits: z.array(NetworkEdit).min(1).max(500),
  reason: z.string().trim().max(300).default(''),
});
export type EditNetwork = z.output<typeof EditNetwork>;

export type EditRefusal =
  | { readonly kind: 'activity-unknown'; readonly activityId: string }
  | { readonly kind: 'activity-twice'; readonly name: string }
  | { readonly kind: 'activity-name-taken'; readonly name: string }
  | { readonly kind: 'activity-begun'; readonly name: string }
  | { readonly kind: 'task-outside'; readonly name: string }
  | { readonly kind: 'site-outside'; readonly name: string }
  | { readonly kind: 'link-outside-project'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'link-to-itself'; readonly name: string }
  | { readonly kind: 'link-missing'; readonly from: string; readonly to: string }
  | { readonly kind: 'window-inverted'; readonly name: string; readonly notBefore: CivilDate; readonly finishBy: CivilDate }
  | {
      readonly kind: 'shorter-without-reason';
      readonly name: string;
      readonly days: number;
      readonly minimum: number;
      readonly source: string;
    }
  | { readonly kind: 'too-many-activities'; readonly limit: number };
export type NetworkRefusal = EditRefusal | ScheduleRefusal;
/** Said to a unit that neither leads nor supports the project, nor leads the task of the activity. */
export type NotOwnNetwork =
  | { readonly kind: 'network-not-of-unit'; readonly name: string }
  | { readonly kind: 'activity-of-other-unit'; readonly name: string; readonly task: string };

/** 项目的边界: what an edit may name: the tasks and sites of the project itself. */
export type Within = { readonly taskIds: readonly string[]; readonly siteIds: readonly string[] };

/** No project of a district comes near it; a slip of the hand may. */
const LIMIT = 2000;

/** The network after all the edits, held together by its own rules: it can be scheduled, or it is refused with the names that are in the way. */
export function editNetwork(
  network: ProjectNetwork,
  edits: readonly NetworkEdit[],
  within: Within,
): Result<ProjectNetwork, NetworkRefusal> {
  let next = network;
  for (const edit of edits) {
    const done = applied(next, edit);
    if (!done.ok) return done;
    next = done.value;
  }
  const fault = faultIn(network, next, within);
  if (fault !== null) return refuse(fault);
  const { refusal } = scheduleOf(next, next.deadline);
  return refusal === null ? accept(next) : refuse(refusal);
}

type Applied = Result<ProjectNetwork, EditRefusal>;

function applied(network: ProjectNetwork, edit: NetworkEdit): Applied {
  switch (edit.do) {
    case 'add':
      return addedTo(network, edit);
    case 'change':
      return changedIn(network, edit);
    case 'remove':
      return removedFrom(network, edit.activityId);
    case 'link':
      return linkedIn(network, edit);
    case 'unlink':
      return unlinkedIn(network, edit);
  }
}

type Edit<Do extends NetworkEdit['do']> = Extract<NetworkEdit, { do: Do }>;

function addedTo(network: ProjectNetwork, { do: _, activityId, ...given }: Edit<'add'>): Applied {
  const { activities, projectId } = network;
  if (activities.some(({ id }) => id === activityId)) return refuse({ kind: 'activity-twice', name: given.name });
  const position = Math.max(0, ...activities.map((it) => it.position)) + 1;
  const untouched = { startedOn: null, finishedOn: null, remainingDays: null, evidence: [], version: 1 };
  const activity: Activity = { ...USUAL, ...defined(given), id: activityId, projectId, position, ...untouched };
  return accept({ ...network, activities: [...activities, activity] });
}

function changedIn(network: ProjectNetwork, { do: _, activityId, ...given }: Edit<'change'>): Applied {
  if (!network.activities.some(({ id }) => id === activityId)) return refuse({ kind: 'activity-unknown', activityId });
  const activities = network.activities.map((it) => (it.id === activityId ? { ...it, ...defined(given) } : it));
  return accept({ ...network, activities: activities.toSorted((a, b) => a.position - b.position) });
}

function defined<It extends object>(given: It): { [K in keyof It]: Exclude<It[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** What has begun is part of the record: its start is taken back first. */
function removedFrom(network: ProjectNetwork, activityId: string): Applied {
  const activity = network.activities.find(({ id }) => id === activityId);
  if (activity === undefined) return refuse({ kind: 'activity-unknown', activityId });
  if (activity.startedOn !== null || activity.finishedOn !== null) return refuse({ kind: 'activity-begun', name: activity.name });
  const activities = network.activities.filter((it) => it !== activity);
  return accept({ ...network, activities, links: network.links.filter(({ from, to }) => from !== activityId && to !== activityId) });
}

function linkedIn(network: ProjectNetwork, { do: _, ...link }: Edit<'link'>): Applied {
  const nameOf = (id: string) => network.activities.find((it) => it.id === id)?.name ?? null;
  const [from, to] = [nameOf(link.from), nameOf(link.to)];
  if (from === null || to === null) return refuse({ kind: 'link-outside-project', from, to });
  if (link.from === link.to) return refuse({ kind: 'link-to-itself', name: from });
  return accept({ ...network, links: [...network.links.filter((it) => !isSameLink(it, link)), link] });
}

function unlinkedIn(network: ProjectNetwork, link: Edit<'unlink'>): Applied {
  const nameOf = (id: string) => network.activities.find((it) => it.id === id)?.name ?? '';
  const links = network.links.filter((it) => !isSameLink(it, link));
  if (links.length === network.links.length) return refuse({ kind: 'link-missing', from: nameOf(link.from), to: nameOf(link.to) });
  return accept({ ...network, links });
}

export function isSameLink(a: Pick<ActivityLink, 'from' | 'to' | 'type'>, b: Pick<ActivityLink, 'from' | 'to' | 'type'>): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type;
}

/** Only what an edit touched is looked at: an older activity may name a site that is gone by now. */
function faultIn(before: ProjectNetwork, { activities, links, calendars }: ProjectNetwork, within: Within): NetworkRefusal | null {
  if (activities.length > LIMIT) return { kind: 'too-many-activities', limit: LIMIT };
  const names = new Set<string>();
  for (const it of activities) {
    const key = `${it.taskId} ${it.siteId ?? ''} ${it.name}`;
    if (names.has(key)) return { kind: 'activity-name-taken', name: it.name };
    names.add(key);
    const fault = before.activities.includes(it) ? null : activityFault(it, calendars, within);
    if (fault !== null) return fault;
  }
  const lost = links.find((it) => it.lagCalendar !== null && calendars[it.lagCalendar] === undefined);
  const name = activities.find((it) => it.id === lost?.to)?.name ?? '';
  return lost === undefined ? null : { kind: 'calendar-missing', calendar: lost.lagCalendar!, name };
}

function activityFault(it: Activity, calendars: ProjectNetwork['calendars'], within: Within): NetworkRefusal | null {
  const { name, notBefore, finishBy, legalMinimum, days } = it;
  if (!within.taskIds.includes(it.taskId)) return { kind: 'task-outside', name };
  if (it.siteId !== null && !within.siteIds.includes(it.siteId)) return { kind: 'site-outside', name };
  if (it.calendar !== SITE_CALENDAR && calendars[it.calendar] === undefined)
    return { kind: 'calendar-missing', calendar: it.calendar, name };
  if (notBefore !== null && finishBy !== null && finishBy < notBefore) return { kind: 'window-inverted', name, notBefore, finishBy };
  if (legalMinimum !== null && days < legalMinimum.days && it.shorterBecause === null)
    return { kind: 'shorter-without-reason', name, days, minimum: legalMinimum.days, source: legalMinimum.source };
  return null;
}

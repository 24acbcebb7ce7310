import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import type { ProjectNetwork, ProjectSchedule } from '#/planning/rules/activity.ts';
import { calendarKey, scheduleOf } from '#/planning/rules/network.ts';
import { type MovedActivity, movedBy } from '#/planning/rules/network-change.ts';
import { editNetwork, type NetworkEdit, type NetworkRefusal } from '#/planning/rules/network-edit.ts';

/** 拖动: a bar is taken to another start, or its end to another finish. Days as numbers. */
export type Drag = { readonly activityId: string; readonly grip: 'start' | 'end'; readonly day: number };

/** What a drag comes to: the edit, and where the bar rests; `held` where the works before it keep it from going so far. */
export type Dragged = { readonly edit: NetworkEdit; readonly rests: number; readonly held: boolean };

/** What has started, or is pinned to a day, keeps its start; what is finished is the past. */
export function mayDrag({ network, activityId, grip }: { readonly network: ProjectNetwork } & Omit<Drag, 'day'>): boolean {
  const activity = network.activities.find(({ id }) => id === activityId);
  if (activity === undefined || activity.finishedOn !== null) return false;
  return grip === 'end' ? activity.remainingDays === null : activity.startedOn === null && activity.pinnedOn === null;
}

/** 拖动的结果: a start becomes 不早于, which goes when the bar rests where it would lie anyway; an end becomes so many days of its calendar. */
export function draggedTo(network: ProjectNetwork, dataDate: CivilDate, { activityId, grip, day }: Drag): Dragged | null {
  const activity = network.activities.find(({ id }) => id === activityId);
  if (activity === undefined || !mayDrag({ network, activityId, grip })) return null;
  if (grip === 'start') return draggedStart(network, dataDate, { activityId, day });
  const found = scheduleOf(network, dataDate).planned.find((it) => it.activity.id === activityId);
  const spec = network.calendars[calendarKey(network, activity)]?.spec;
  if (found === undefined || spec === undefined) return null;
  const calendar = workCalendar(spec);
  const days = Math.max(1, calendar.indexAfter(day) - calendar.indexFrom(dayNumber(found.dates.earlyStart)));
  const edit: NetworkEdit = { do: 'change', activityId, days };
  return { edit, rests: day, held: activity.legalMinimum !== null && days < activity.legalMinimum.days };
}

function draggedStart(network: ProjectNetwork, dataDate: CivilDate, { activityId, day }: Omit<Drag, 'grip'>): Dragged | null {
  const free = startWith(network, dataDate, { activityId, notBefore: null });
  if (free === null) return null;
  if (day <= free) return { edit: { do: 'change', activityId, notBefore: null }, rests: free, held: day < free };
  const notBefore = dayOf(day);
  const start = startWith(network, dataDate, { activityId, notBefore });
  return start === null ? null : { edit: { do: 'change', activityId, notBefore }, rests: start, held: false };
}

function startWith(
  network: ProjectNetwork,
  dataDate: CivilDate,
  change: { readonly activityId: string; readonly notBefore: CivilDate | null },
): number | null {
  const activities = network.activities.map((it) => (it.id === change.activityId ? { ...it, notBefore: change.notBefore } : it));
  const found = scheduleOf({ ...network, activities }, dataDate).planned.find(({ activity }) => activity.id === change.activityId);
  return found === undefined ? null : dayNumber(found.dates.earlyStart);
}

/** What the edits make of a network and what moves by them, or why they cannot be. */
export type Tried =
  | { readonly ok: true; readonly network: ProjectNetwork; readonly schedule: ProjectSchedule; readonly moved: readonly MovedActivity[] }
  | { readonly ok: false; readonly refusal: NetworkRefusal };

export function tried(network: ProjectNetwork, edits: readonly NetworkEdit[], dataDate: CivilDate): Tried {
  const siteIds = network.activities.flatMap(({ siteId }) => (siteId === null ? [] : [siteId]));
  const next = editNetwork(network, edits, { taskIds: network.tasks.map(({ id }) => id), siteIds });
  if (!next.ok) return next;
  const schedule = scheduleOf(next.value, dataDate);
  return { ok: true, network: next.value, schedule, moved: movedBy(scheduleOf(network, dataDate), schedule) };
}

/** 撤销: what takes the changed fields of a network back to how they were. */
export function takingBack(before: ProjectNetwork, edits: readonly NetworkEdit[]): readonly NetworkEdit[] {
  const was = new Map(before.activities.map((it) => [it.id, it]));
  const ids = [...new Set(edits.flatMap((it) => (it.do === 'change' ? [it.activityId] : [])))];
  return ids.flatMap((activityId): NetworkEdit[] => {
    const activity = was.get(activityId);
    return activity === undefined ? [] : [{ do: 'change', activityId, days: activity.days, notBefore: activity.notBefore }];
  });
}

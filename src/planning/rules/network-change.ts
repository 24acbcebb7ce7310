import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Activity, ActivityLink, ProjectNetwork, ProjectSchedule } from './activity.ts';
import { isSameLink } from './network-edit.ts';

/** What of an activity a person can change; each is said by name where it changed. */
export const ACTIVITY_FIELDS = [
  'name',
  'taskId',
  'siteId',
  'days',
  'calendar',
  'isMilestone',
  'gate',
  'notBefore',
  'finishBy',
  'pinnedOn',
  'legalMinimum',
  'shorterBecause',
  'startedOn',
  'finishedOn',
  'remainingDays',
  'evidence',
] as const;
export type ActivityField = (typeof ACTIVITY_FIELDS)[number];

type Value = string | number | boolean | null;

/** 网络变动的一处: what one person did to one activity or one link. */
export type NetworkAct =
  | { readonly act: 'added' | 'removed' | 'moved'; readonly name: string }
  | { readonly act: 'changed'; readonly name: string; readonly field: ActivityField; readonly from: Value; readonly to: Value }
  | {
      readonly act: 'linked' | 'unlinked';
      readonly name: string;
      readonly after: string;
      readonly type: ActivityLink['type'];
      readonly lag: number;
    };

/** 网络变动: one version of a project's network against the one before. */
export type NetworkChange = {
  readonly version: number;
  readonly changes: readonly NetworkAct[];
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};

/** What stands differently after an edit, activity by activity and link by link. */
export function networkActs(before: ProjectNetwork, after: ProjectNetwork): readonly NetworkAct[] {
  const was = new Map(before.activities.map((it) => [it.id, it]));
  const is = new Map(after.activities.map((it) => [it.id, it]));
  const nameOf = (id: string) => (is.get(id) ?? was.get(id))?.name ?? '';
  const linkAct = (act: 'linked' | 'unlinked', { from, to, type, lag }: ActivityLink): NetworkAct => ({
    act,
    name: nameOf(to),
    after: nameOf(from),
    type,
    lag,
  });
  const has = (links: readonly ActivityLink[], it: ActivityLink) =>
    links.some((other) => isSameLink(other, it) && other.lag === it.lag && other.lagCalendar === it.lagCalendar);
  return [
    ...before.activities.filter((it) => !is.has(it.id)).map(({ name }): NetworkAct => ({ act: 'removed', name })),
    ...after.activities.flatMap((it) => activityActs(was.get(it.id), it)),
    ...before.links.filter((it) => !has(after.links, it)).map((it) => linkAct('unlinked', it)),
    ...after.links.filter((it) => !has(before.links, it)).map((it) => linkAct('linked', it)),
  ];
}

function activityActs(before: Activity | undefined, after: Activity): readonly NetworkAct[] {
  const { name } = after;
  if (before === undefined) return [{ act: 'added', name }];
  const changed = ACTIVITY_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const acts = changed.map(
    (field): NetworkAct => ({ act: 'changed', name: before.name, field, from: shown(before[field]), to: shown(after[field]) }),
  );
  return before.position === after.position ? acts : [...acts, { act: 'moved', name }];
}

function shown(value: Activity[ActivityField]): Value {
  if (typeof value !== 'object' || value === null) return value;
  return 'days' in value ? value.days : value.join(' ');
}

/** 会移动的工序: an activity whose dates or slack are not the same after a change. */
export type MovedActivity = {
  readonly activityId: string;
  readonly name: string;
  readonly before: MovedDates | null;
  readonly after: MovedDates | null;
};
type MovedDates = Pick<ProjectSchedule['planned'][number]['dates'], 'earlyStart' | 'earlyFinish' | 'lateStart' | 'lateFinish' | 'slack'>;

/** What a change would move, before anybody accepts it; in the order of the work. */
export function movedBy(before: ProjectSchedule, after: ProjectSchedule): readonly MovedActivity[] {
  const was = new Map(before.planned.map(({ activity, dates }) => [activity.id, { name: activity.name, dates: datesOf(dates) }]));
  const is = new Set(after.planned.map(({ activity }) => activity.id));
  const gone = [...was].flatMap(([activityId, { name, dates }]) =>
    is.has(activityId) ? [] : [{ activityId, name, before: dates, after: null }],
  );
  const moved = after.planned.map(({ activity, dates }) => ({
    activityId: activity.id,
    name: activity.name,
    before: was.get(activity.id)?.dates ?? null,
    after: datesOf(dates),
  }));
  return [...gone, ...moved.filter((it) => JSON.stringify(it.before) !== JSON.stringify(it.after))];
}

function datesOf({ earlyStart, earlyFinish, lateStart, lateFinish, slack }: MovedDates): MovedDates {
  return { earlyStart, earlyFinish, lateStart, lateFinish, slack };
}

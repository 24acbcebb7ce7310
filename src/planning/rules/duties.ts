import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import type { Activity, PlannedActivity, ProjectSchedule } from './activity.ts';
import { waitingIn } from './network.ts';
import type { Task } from './task.ts';

type OfActivity = { readonly activityId: string; readonly activity: string; readonly project: string };

/** 排期类待办: tasks to be claimed, works to be begun, and works and milestones to be finished. */
export type PlanningDuty =
  | Duty<'planning.claim', { readonly taskId: string; readonly task: string; readonly project: string; readonly taskDueOn: CivilDate }>
  | Duty<'planning.start', OfActivity>
  | Duty<'planning.finish', OfActivity & { readonly isMilestone: boolean; readonly startedOn: CivilDate | null; readonly slack: number }>;

const OF_UNIT = ['liaison', 'deputy-head', 'unit-head'] as const;
/** A unit has a week to say whether a task is its own (来源: 自定). */
const CLAIM_DAYS = 7;

type AskedTask = Pick<Task, 'id' | 'name' | 'leadUnitId' | 'postId' | 'dueOn' | 'claim'> & { readonly setUpOn: CivilDate };

export function claimDuty(task: AskedTask, project: string): PlanningDuty | null {
  if (task.claim.state !== 'open') return null;
  return {
    kind: 'planning.claim',
    key: task.id,
    facts: { taskId: task.id, task: task.name, project, taskDueOn: task.dueOn },
    unitId: task.leadUnitId,
    postId: null,
    roles: ['unit-head', 'deputy-head', 'liaison'],
    since: task.setUpOn,
    dueOn: addDays(task.setUpOn, CLAIM_DAYS),
    urgency: 'ordinary',
    link: 'my-week',
  };
}

type Bearer = Pick<Task, 'id' | 'leadUnitId' | 'postId'>;
type Within = { readonly project: string; readonly tasks: ReadonlyMap<string, Bearer>; readonly until: CivilDate };

/** Milestones and gates, works under way, and works whose latest start has come. A project that cannot be scheduled asks for nothing. */
export function activityDuties(schedule: ProjectSchedule, { project, tasks, until }: Within): readonly PlanningDuty[] {
  const states = schedule.planned.map(({ activity: { id, startedOn, finishedOn } }) => ({
    id,
    isBegun: startedOn !== null,
    isDone: finishedOn !== null,
  }));
  const waiting = waitingIn(states, schedule.links);
  return schedule.planned.flatMap((it): readonly PlanningDuty[] => {
    const task = tasks.get(it.activity.taskId);
    if (task === undefined || it.activity.finishedOn !== null) return [];
    const common = {
      ...bearing(task),
      ...seen(it.activity, schedule),
      urgency: 'ordinary',
      link: 'my-week',
      revision: schedule.version,
    } as const;
    const facts = { activityId: it.activity.id, activity: it.activity.name, project };
    const { lateStart, slack } = it.dates;
    const isWatched = it.activity.isMilestone || it.activity.gate !== null || it.activity.startedOn !== null;
    const finishBy = finishDay(it, schedule);
    if (isWatched && finishBy <= until) {
      const more = { isMilestone: it.activity.isMilestone, startedOn: it.activity.startedOn, slack };
      return [{ ...common, kind: 'planning.finish', facts: { ...facts, ...more }, dueOn: finishBy }];
    }
    if (it.activity.startedOn !== null || waiting.has(it.activity.id) || lateStart === null || lateStart > until) return [];
    return [{ ...common, kind: 'planning.start', facts, dueOn: lateStart }];
  });
}

/** What was locked counts; else the last day that does not endanger the deadline; without one, the day it is done by itself. */
export function finishDay({ activity, dates }: PlannedActivity, { baseline }: Pick<ProjectSchedule, 'baseline'>): CivilDate {
  return baseline?.dates.find(({ activityId }) => activityId === activity.id)?.finish ?? dates.lateFinish ?? dates.earlyFinish;
}

/** The post that the task names, whatever it is; else whoever works for its lead unit. */
function bearing({ postId, leadUnitId }: Bearer) {
  return { postId, unitId: leadUnitId, roles: OF_UNIT };
}

function seen(activity: Activity, { dataDate }: ProjectSchedule) {
  return { key: activity.id, since: activity.startedOn ?? dataDate };
}

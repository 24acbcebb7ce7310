import type { CivilDate } from '#/kernel/civil-date.ts';
import type { LinkType, ScheduledTask } from '#/kernel/schedule/network.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';

/**
 * 工序: a stretch of work of a task that takes whole working days of one calendar; what the schedule moves. Its finish may be a 节点
 * (milestone), and the stage word that is true from then on makes it a gate that reports are held against.
 */
export type Activity = {
  readonly id: string;
  readonly projectId: string;
  readonly taskId: string;
  /** The site that it is done at, where the task has several. */
  readonly siteId: string | null;
  readonly position: number;
  readonly name: string;
  readonly days: number;
  /** 工作历, by its name in the district. */
  readonly calendar: string;
  readonly isMilestone: boolean;
  /** 关口: the stage of work, as reports word it, that is reached when this is finished (已具备招投标条件). */
  readonly gate: string | null;
  readonly notBefore: CivilDate | null;
  readonly finishBy: CivilDate | null;
  readonly pinnedOn: CivilDate | null;
  readonly startedOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly remainingDays: number | null;
  /** Files that prove the finish; a milestone is finished only with one. */
  readonly evidence: readonly string[];
  /** 法定最短时限, in days of its calendar, with its source; a shorter duration needs a reason. */
  readonly legalMinimum: { readonly days: number; readonly source: string } | null;
  readonly shorterBecause: string | null;
  readonly version: number;
};

/** 搭接 of two activities of one project; lag in working days, as the kernel counts them. */
export type ActivityLink = {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly lag: number;
  readonly lagCalendar: string | null;
};

/** 基线: the dates of a project as they were locked, with a digest over them. */
export type Baseline = {
  readonly no: number;
  readonly lockedOn: CivilDate;
  readonly lockedBy: string;
  readonly reason: string;
  readonly digest: string;
  readonly dates: readonly { readonly activityId: string; readonly start: CivilDate; readonly finish: CivilDate }[];
};

/** 网络中的任务: what the network knows of a task: its name, and by when its activities must be done. */
export type NetworkTaskName = { readonly id: string; readonly name: string; readonly dueOn: CivilDate | null };

/** 网络中的工作历: a calendar of the district as the network counts in it. */
export type NetworkCalendar = {
  readonly title: string;
  readonly spec: CalendarSpec;
  readonly quietHours: readonly (readonly [string, string])[];
};

/** 项目网络: all that a project's schedule is counted from, on any day; the same in the browser as on the server. */
export type ProjectNetwork = {
  readonly projectId: string;
  readonly deadline: CivilDate;
  readonly tasks: readonly NetworkTaskName[];
  readonly activities: readonly Activity[];
  readonly links: readonly ActivityLink[];
  readonly calendars: Readonly<Record<string, NetworkCalendar>>;
  /** Of each site: the calendar that holds there. */
  readonly siteCalendars: Readonly<Record<string, string>>;
  readonly baseline: Baseline | null;
  readonly version: number;
};

/** 排期提示: what is odd about one activity, without keeping the network from being scheduled. */
export type ScheduleRemark =
  | { readonly kind: 'longer-than-window'; readonly activityId: string; readonly days: number; readonly window: number }
  | { readonly kind: 'pin-too-early'; readonly activityId: string; readonly pinnedOn: CivilDate; readonly possibleFrom: CivilDate }
  | {
      readonly kind: 'shorter-than-legal';
      readonly activityId: string;
      readonly days: number;
      readonly minimum: number;
      readonly source: string;
    };

/** 排不出的缘由: why a network has no dates. */
export type ScheduleRefusal =
  | { readonly kind: 'network-cycle'; readonly names: readonly string[] }
  | { readonly kind: 'calendar-missing'; readonly calendar: string; readonly name: string }
  | { readonly kind: 'no-working-day'; readonly calendar: string; readonly name: string; readonly days: number }
  | { readonly kind: 'link-outside'; readonly activityId: string }
  | { readonly kind: 'finish-before-start'; readonly name: string };

/** 排定的工序: an activity with what both passes say of it. */
export type PlannedActivity = { readonly activity: Activity; readonly dates: ScheduledTask };

/**
 * 项目排期: one project's network as it is scheduled on a day; what the board's gate light, the wall chart, the Gantt and the reminders read.
 * `refusal` is set where the network cannot be scheduled (a cycle, a calendar without working days), and `planned` is empty then.
 */
export type ProjectSchedule = {
  readonly projectId: string;
  readonly dataDate: CivilDate;
  readonly deadline: CivilDate;
  readonly planned: readonly PlannedActivity[];
  readonly links: readonly ActivityLink[];
  readonly negative: readonly (readonly string[])[];
  readonly longestPath: readonly string[];
  /** 暂定: activities with a date past what their calendar covers. */
  readonly provisional: readonly string[];
  readonly baseline: Baseline | null;
  readonly remarks: readonly ScheduleRemark[];
  readonly refusal: ScheduleRefusal | null;
  /** Counts up with every change of the project's network: two people editing it meet here. */
  readonly version: number;
};

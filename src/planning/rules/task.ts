import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import type { Claim } from './claim.ts';

/** 资金来源: where the money of a task comes from, as breakdown tables print it. */
export const FUND_SOURCES = ['central', 'province', 'city', 'district', 'bond', 'society'] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** 任务资金: one source of a task's budget, in yuan. */
export type TaskFund = { readonly source: FundSource; readonly yuan: number };

/**
 * 分解任务: one piece of a project that a unit answers for (责任分解). It is borne by a post, not by a person: whoever holds the post on a day is
 * responsible on that day (兴庆 2018). The first unit leads (湖州 2020).
 */
export type Task = {
  readonly id: string;
  readonly programmeId: string;
  readonly projectId: string;
  /** The promise that the task serves, where it serves one alone. */
  readonly promiseId: string | null;
  readonly position: number;
  readonly name: string;
  readonly content: string;
  readonly leadUnitId: string;
  readonly supportingUnitIds: readonly string[];
  /** 牵头领导, a post. */
  readonly overseeingPostId: string | null;
  /** 责任岗位 */
  readonly postId: string | null;
  /** 联系人, a post. */
  readonly contactPostId: string | null;
  readonly funds: readonly TaskFund[];
  /** 季度目标, in words, first to fourth. */
  readonly quarterGoals: readonly (string | null)[];
  readonly startOn: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly siteIds: readonly string[];
  readonly claim: Claim;
  readonly version: number;
};

/** More in one project is no breakdown that anybody reads. 来源: 自定. */
export const MOST_TASKS = 1200;

const goal = z
  .string()
  .trim()
  .max(300)
  .transform((it) => it || null)
  .nullable();
const fields = {
  promiseId: z.uuid().nullable().default(null),
  name: z.string().trim().min(2).max(80),
  content: z.string().trim().max(1000).default(''),
  leadUnitId: z.uuid(),
  supportingUnitIds: z.array(z.uuid()).max(20).default([]),
  overseeingPostId: z.uuid().nullable().default(null),
  postId: z.uuid().nullable().default(null),
  contactPostId: z.uuid().nullable().default(null),
  funds: z
    .array(z.object({ source: z.enum(FUND_SOURCES), yuan: z.number().positive().max(1e13).multipleOf(0.01) }))
    .max(FUND_SOURCES.length)
    .default([]),
  quarterGoals: z.array(goal).length(4).default([null, null, null, null]),
  startOn: civilDate.nullable().default(null),
  dueOn: civilDate,
  siteIds: z.array(z.uuid()).max(500).default([]),
};

export const SetUpTask = z.object({ programmeId: z.uuid(), projectId: z.uuid(), ...fields });
export const ChangeTask = z.object({ taskId: z.uuid(), ...fields });
export const RemoveTask = z.object({ taskId: z.uuid(), reason: z.string().trim().min(2).max(300) });
export const ReorderTasks = z.object({ programmeId: z.uuid(), projectId: z.uuid(), taskIds: z.array(z.uuid()).min(1).max(MOST_TASKS) });
export const AssignPosts = z.object({ taskId: z.uuid(), postId: z.uuid().nullable(), contactPostId: z.uuid().nullable() });

/** What a person says of a task. */
export type TaskInput = Omit<Task, 'id' | 'programmeId' | 'projectId' | 'position' | 'claim' | 'version'>;

export type TaskRefusal =
  | { readonly kind: 'task-not-of-unit'; readonly name: string }
  | { readonly kind: 'task-field-kept'; readonly name: string; readonly fields: readonly TaskField[] }
  | { readonly kind: 'task-name-taken'; readonly name: string }
  | { readonly kind: 'task-has-activities'; readonly name: string; readonly count: number }
  | { readonly kind: 'task-starts-after-due'; readonly startOn: CivilDate; readonly dueOn: CivilDate }
  | { readonly kind: 'task-due-too-late'; readonly dueOn: CivilDate; readonly last: CivilDate }
  | { readonly kind: 'task-unit-twice'; readonly name: string }
  | { readonly kind: 'task-unit-ended'; readonly name: string }
  | { readonly kind: 'task-fund-twice'; readonly source: FundSource }
  | { readonly kind: 'task-post-elsewhere'; readonly title: string; readonly unit: string }
  | { readonly kind: 'task-post-ended'; readonly title: string }
  | { readonly kind: 'task-leader-no-leader'; readonly title: string }
  | { readonly kind: 'task-site-elsewhere'; readonly name: string }
  | { readonly kind: 'tasks-moved-since' }
  | { readonly kind: 'too-many-tasks'; readonly limit: number };

/** What a task is held against. The ids of the input are known: whoever asks has looked them up. */
export type TaskContext = {
  /** Which task bears a name in its project; see `taskKey`. */
  readonly named: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, { readonly name: string; readonly isActive: boolean }>;
  readonly posts: ReadonlyMap<string, TaskPost>;
  readonly sites: ReadonlyMap<string, { readonly name: string; readonly projectId: string }>;
  /** The last day of the list, or the later one that was granted to the promise. */
  readonly lastDay: CivilDate;
};
export type TaskPost = { readonly title: string; readonly kind: string; readonly unitId: string | null; readonly isActive: boolean };

type Own = Pick<Task, 'id' | 'programmeId' | 'projectId' | 'position' | 'claim' | 'version'>;

/** What a task may be. What it already was is not questioned again: a unit that ended since does not stop a correction of a date. */
export function settleTask(context: TaskContext, own: Own, input: TaskInput, before: Task | null): Result<Task, TaskRefusal> {
  const holder = context.named.get(taskKey(own.projectId, input.name));
  if (holder !== undefined && holder !== own.id) return refuse({ kind: 'task-name-taken', name: input.name });
  const fault =
    dateFault(context, input) ?? unitFault(context, input, before) ?? postFault(context, input, before) ?? restFault(context, own, input);
  if (fault !== null) return refuse(fault);
  const { id, programmeId, projectId, position, claim, version } = own;
  return accept({ ...inOrder(input), id, programmeId, projectId, position, claim, version });
}

/** A task is known by its project and its name, whatever its width and blanks. */
export function taskKey(projectId: string, name: string): string {
  return `${projectId} ${nameKey(name)}`;
}

/** Sources stand as tables print them; sites have no order of their own. */
function inOrder(input: TaskInput): TaskInput {
  const funds = input.funds.toSorted((a, b) => FUND_SOURCES.indexOf(a.source) - FUND_SOURCES.indexOf(b.source));
  return { ...input, funds, siteIds: input.siteIds.toSorted() };
}

function dateFault({ lastDay }: TaskContext, { startOn, dueOn }: TaskInput): TaskRefusal | null {
  if (startOn !== null && startOn > dueOn) return { kind: 'task-starts-after-due', startOn, dueOn };
  return dueOn > lastDay ? { kind: 'task-due-too-late', dueOn, last: lastDay } : null;
}

function unitFault({ units }: TaskContext, input: TaskInput, before: Task | null): TaskRefusal | null {
  const ids = unitsOf(input);
  const twice = ids.find((it, i) => ids.indexOf(it) !== i);
  if (twice !== undefined) return { kind: 'task-unit-twice', name: units.get(twice)!.name };
  const known = before === null ? [] : unitsOf(before);
  const ended = ids.find((it) => !known.includes(it) && !units.get(it)!.isActive);
  return ended === undefined ? null : { kind: 'task-unit-ended', name: units.get(ended)!.name };
}

function postFault({ units, posts }: TaskContext, input: TaskInput, before: Task | null): TaskRefusal | null {
  const { overseeingPostId, leadUnitId } = input;
  const isMoved = before?.leadUnitId !== leadUnitId;
  for (const field of ['overseeingPostId', 'postId', 'contactPostId'] as const) {
    const id = input[field];
    if (id === null || (id === before?.[field] && !isMoved)) continue;
    const { title, kind, unitId, isActive } = posts.get(id)!;
    if (!isActive) return { kind: 'task-post-ended', title };
    if (id === overseeingPostId && field === 'overseeingPostId') {
      if (kind !== 'leader') return { kind: 'task-leader-no-leader', title };
    } else if (unitId !== leadUnitId) return { kind: 'task-post-elsewhere', title, unit: units.get(leadUnitId)!.name };
  }
  return null;
}

function restFault({ sites }: TaskContext, { projectId }: Own, { funds, siteIds }: TaskInput): TaskRefusal | null {
  const sources = funds.map((it) => it.source);
  const twice = sources.find((it, i) => sources.indexOf(it) !== i);
  if (twice !== undefined) return { kind: 'task-fund-twice', source: twice };
  const elsewhere = siteIds.find((it) => sites.get(it)!.projectId !== projectId);
  return elsewhere === undefined ? null : { kind: 'task-site-elsewhere', name: sites.get(elsewhere)!.name };
}

/** The lead unit and those that support it, as a table prints them. */
export function unitsOf({ leadUnitId, supportingUnitIds }: Pick<Task, 'leadUnitId' | 'supportingUnitIds'>): readonly string[] {
  return [leadUnitId, ...supportingUnitIds];
}

const WATCHED = [
  'name',
  'content',
  'promiseId',
  'leadUnitId',
  'supportingUnitIds',
  'overseeingPostId',
  'postId',
  'contactPostId',
  'funds',
  'quarterGoals',
  'startOn',
  'dueOn',
  'siteIds',
] as const;
export type TaskField = (typeof WATCHED)[number];

/** What only the office and the unit that leads the project may change: what was asked of the unit, and until when. */
const KEPT: readonly TaskField[] = ['name', 'promiseId', 'leadUnitId', 'supportingUnitIds', 'overseeingPostId', 'dueOn'];

export function changedFields(before: TaskInput, after: TaskInput): readonly TaskField[] {
  return WATCHED.filter((it) => JSON.stringify(before[it]) !== JSON.stringify(after[it]));
}

/** A unit fills in how it does its task; what the task is and until when was decided above it. */
export function keptFieldsChanged(before: TaskInput, after: TaskInput): readonly TaskField[] {
  return changedFields(before, after).filter((it) => KEPT.includes(it));
}

export type TaskAct = 'set-up' | 'changed' | 'moved' | 'imported' | 'posts' | 'removed';

/** 任务变动: who did what to a task and when. */
export type TaskChange = {
  readonly taskId: string;
  readonly changeNo: number;
  readonly act: TaskAct;
  readonly name: string;
  readonly changes: readonly TaskFieldChange[];
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};
export type TaskFieldChange = { readonly field: TaskField; readonly from: unknown; readonly to: unknown };

export function taskChanges(before: Task, after: Task): readonly TaskFieldChange[] {
  return changedFields(before, after).map((field) => ({ field, from: before[field], to: after[field] }));
}

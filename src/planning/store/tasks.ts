import { Problem } from '#/kernel/problem.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { add, addMany, type Reader, remove, removeMany, save, type Writer } from '#/platform/db.ts';
import { type ClaimStep, claimOf } from '../rules/claim.ts';
import { type Task, type TaskAct, type TaskChange, taskChanges, unitsOf } from '../rules/task.ts';

type Row = Omit<Task, 'leadUnitId' | 'supportingUnitIds' | 'quarterGoals' | 'claim'> & {
  readonly unitIds: readonly string[];
  readonly goals: Readonly<Record<string, string>>;
  readonly lastClaim: ClaimStep | null;
};

const SELECT = `select t.id, t.programme_id as "programmeId", t.project_id as "projectId", t.promise_id as "promiseId", t.position, t.name, t.content,
    t.overseeing_post_id as "overseeingPostId", t.post_id as "postId", t.contact_post_id as "contactPostId", t.start_on as "startOn",
    t.due_on as "dueOn", t.version,
    coalesce((select json_agg(u.unit_id order by u.position) from planning.task_unit u where u.district = t.district and u.task_id = t.id), '[]') as "unitIds",
    coalesce((select json_agg(json_build_object('source', f.source, 'yuan', f.yuan)
                order by array_position('{central,province,city,district,bond,society}'::text[], f.source))
                from planning.task_fund f where f.district = t.district and f.task_id = t.id), '[]') as funds,
    coalesce((select json_object_agg(g.quarter, g.goal) from planning.task_goal g where g.district = t.district and g.task_id = t.id), '{}') as goals,
    coalesce((select json_agg(s.site_id order by s.site_id::text) from planning.task_site s where s.district = t.district and s.task_id = t.id), '[]') as "siteIds",
    (select json_build_object('act', c.act, 'byName', c.by_name, 'byPost', c.by_post, 'onDay', c.on_day, 'reason', c.reason)
       from planning.claim c where c.district = t.district and c.task_id = t.id order by c.claim_no desc limit 1) as "lastClaim"
  from planning.task t`;

function taskOf({ unitIds, goals, lastClaim, ...rest }: Row): Task {
  const [leadUnitId, ...supportingUnitIds] = unitIds;
  const quarterGoals = [1, 2, 3, 4].map((quarter) => goals[quarter] ?? null);
  return { ...rest, leadUnitId: leadUnitId!, supportingUnitIds, quarterGoals, claim: claimOf(lastClaim) };
}

export type TasksAsked = { readonly programmeId?: string; readonly projectId?: string; readonly ids?: readonly string[] };

/** Tasks in the order of their breakdown; of a list, of a project, or some of them. */
export async function listTasks({ client, district }: Reader, { programmeId, projectId, ids }: TasksAsked): Promise<readonly Task[]> {
  const found = await client.query<Row>({
    name: 'planning-tasks',
    text: `${SELECT} where t.district = $1 and ($2::uuid is null or t.programme_id = $2) and ($3::uuid is null or t.project_id = $3)
              and ($4::uuid[] is null or t.id = any($4)) order by t.project_id, t.position, t.id`,
    values: [district, programmeId ?? null, projectId ?? null, ids ?? null],
  });
  return found.rows.map(taskOf);
}

/** Only who leads each task: for asking what is whose. */
export async function listLeadUnits({ client, district }: Reader, { programmeId, projectId }: Omit<TasksAsked, 'ids'>) {
  const found = await client.query<Pick<Task, 'id' | 'projectId' | 'leadUnitId'>>({
    name: 'planning-task-leads',
    text: `select t.id, t.project_id as "projectId",
             (select u.unit_id from planning.task_unit u where u.district = t.district and u.task_id = t.id order by u.position limit 1) as "leadUnitId"
             from planning.task t where t.district = $1 and ($2::uuid is null or t.programme_id = $2) and ($3::uuid is null or t.project_id = $3)`,
    values: [district, programmeId ?? null, projectId ?? null],
  });
  return found.rows;
}

export async function getTask(reader: Reader, id: string): Promise<Task> {
  const task = (await listTasks(reader, { ids: [id] }))[0];
  if (task === undefined) throw new Problem(404, 'unknown-task', { id });
  return task;
}

/** Waits for whoever is writing a task of this list just now: names, order and claims are looked at together. */
export async function holdTasks({ client, district }: Writer, programmeId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`planning.tasks ${district} ${programmeId}`]);
}

/** The task as it stands once nobody else is at work on its list. */
export async function getTaskForUpdate(writer: Writer, id: string): Promise<Task> {
  const { programmeId } = await getTask(writer, id);
  await holdTasks(writer, programmeId);
  return getTask(writer, id);
}

export type TaskDoing = { readonly act: TaskAct; readonly before: Task | null; readonly reason?: string };

export async function saveTask(writer: Writer, task: Task, doing: TaskDoing): Promise<void> {
  await save(writer, 'planning.task', { id: task.id }, taskColumns(task));
  await saveManyParts(writer, [{ before: doing.before, after: task }]);
  await noteTask(writer, task, doing);
}

export function taskColumns(task: Task): Readonly<Record<string, unknown>> {
  return {
    programme_id: task.programmeId,
    project_id: task.projectId,
    promise_id: task.promiseId,
    position: task.position,
    name: task.name,
    name_key: nameKey(task.name),
    content: task.content,
    overseeing_post_id: task.overseeingPostId,
    post_id: task.postId,
    contact_post_id: task.contactPostId,
    start_on: task.startOn,
    due_on: task.dueOn,
  };
}

type Part = { readonly table: string; readonly of: (task: Task) => readonly (readonly [key: Key, values: Key])[] };
type Key = Readonly<Record<string, string | number>>;
const PARTS: readonly Part[] = [
  { table: 'planning.task_unit', of: (task) => unitsOf(task).map((unit_id, position) => [{ position }, { unit_id }]) },
  { table: 'planning.task_fund', of: ({ funds }) => funds.map(({ source, yuan }) => [{ source }, { yuan }]) },
  {
    table: 'planning.task_goal',
    of: ({ quarterGoals }) => quarterGoals.flatMap((goal, i) => (goal === null ? [] : [[{ quarter: i + 1 }, { goal }] as const])),
  },
  { table: 'planning.task_site', of: ({ siteIds }) => siteIds.map((site_id) => [{ site_id }, {}]) },
];

type Written = { readonly before: Task | null; readonly after: Task | null };

/** What stays the same is not written again; the rest goes first, so that units may change places. */
export async function saveManyParts(writer: Writer, tasks: readonly Written[]): Promise<void> {
  for (const { table, of } of PARTS) {
    const parted = tasks.map(({ before, after }) => {
      const task_id = (after ?? before)!.id;
      const [wanted, present] = [after, before].map((it) => (it === null ? [] : of(it)).map((part) => JSON.stringify(part)));
      const partsIn = (some: readonly string[]) => some.map((it) => JSON.parse(it) as [Key, Key]);
      return {
        gone: partsIn(present!.filter((it) => !wanted!.includes(it))).map(([key]) => ({ task_id, ...key })),
        come: partsIn(wanted!.filter((it) => !present!.includes(it))).map(([key, values]) => ({ task_id, ...key, ...values })),
      };
    });
    const all = (which: 'gone' | 'come') => parted.flatMap((it): readonly Key[] => it[which]);
    await removeMany(writer, table, all('gone'));
    await addMany(writer, table, all('come'));
  }
}

export async function removeTask(writer: Writer, task: Task, reason: string): Promise<void> {
  await saveManyParts(writer, [{ before: task, after: null }]);
  await remove(writer, 'planning.task', { id: task.id });
  await noteTask(writer, task, { act: 'removed', before: null, reason });
}

/** Moves tasks to new places; only those that moved are written. */
export async function saveOrder(writer: Writer, tasks: readonly Task[], ids: readonly string[]): Promise<void> {
  for (const task of tasks) {
    const position = ids.indexOf(task.id);
    if (position !== task.position) await save(writer, 'planning.task', { id: task.id }, { position });
  }
}

export async function noteTask(writer: Writer, task: Task, { act, before, reason = '' }: TaskDoing): Promise<void> {
  const last = await writer.client.query<{ no: number }>({
    name: 'planning-task-change-no',
    text: 'select coalesce(max(change_no), 0)::int as no from planning.task_change where district = $1 and task_id = $2',
    values: [writer.district, task.id],
  });
  await add(writer, 'planning.task_change', {
    task_id: task.id,
    change_no: last.rows[0]!.no + 1,
    project_id: task.projectId,
    act,
    name: task.name,
    changes: before === null ? [] : taskChanges(before, task),
    reason: reason || null,
    by_name: writer.actor.name,
    by_post: writer.actor.postTitle,
    on_day: writer.today,
  });
}

/** The history of a project's tasks, removed ones too, newest first. */
export async function listTaskChanges({ client, district }: Reader, projectId: string): Promise<readonly TaskChange[]> {
  const found = await client.query<TaskChange>({
    name: 'planning-task-changes',
    text: `select task_id as "taskId", change_no as "changeNo", act, name, changes, reason, by_name as "byName", by_post as "byPost", on_day as "onDay"
             from planning.task_change where district = $1 and project_id = $2 order by on_day desc, task_id, change_no desc limit 1000`,
    values: [district, projectId],
  });
  return found.rows;
}

export async function countActivities({ client, district }: Reader, taskId: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    'select count(*)::int as count from planning.activity where district = $1 and task_id = $2',
    [district, taskId],
  );
  return found.rows[0]!.count;
}

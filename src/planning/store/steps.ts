import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import {
  type DerivedShare,
  derivedPoints,
  type StepBook,
  type StepDone,
  type StepOverride,
  type StepPlan,
  derivedShare as shareOf,
} from '../rules/step.ts';

const PLAN = `project_id as "projectId", plan_no as "planNo", steps, reason, set_by as "setBy", set_on as "setOn"`;

/** Every version of a project's steps, newest first. */
export async function listStepPlans({ client, district }: Reader, projectId: string): Promise<readonly StepPlan[]> {
  const found = await client.query<StepPlan>({
    name: 'planning-step-plans',
    text: `select ${PLAN} from planning.step_plan where district = $1 and project_id = $2 order by plan_no desc`,
    values: [district, projectId],
  });
  return found.rows;
}

export async function addStepPlan(writer: Writer, { projectId, planNo, steps, reason, setBy, setOn }: StepPlan): Promise<void> {
  await add(writer, 'planning.step_plan', { project_id: projectId, plan_no: planNo, steps, reason, set_by: setBy, set_on: setOn });
}

/** What is known of a project's sites and steps; `done` with who did it and by what it is proved. */
export type LoadedSteps = Omit<StepBook, 'done' | 'overrides'> & {
  readonly plan: StepPlan | null;
  readonly overrides: readonly StepOverride[];
  readonly done: readonly StepDone[];
};

/** Of a project; with a promise, its own sites and those of the project that belong to no promise alone. */
export async function loadSteps({ client, district }: Reader, projectId: string, promiseId: string | null = null): Promise<LoadedSteps> {
  const plans = await client.query<StepPlan>({
    name: 'planning-step-plan',
    text: `select ${PLAN} from planning.step_plan where district = $1 and project_id = $2 order by plan_no desc limit 1`,
    values: [district, projectId],
  });
  const sites = await client.query<{ id: string }>({
    name: 'planning-step-sites',
    text: `select id from planning.site where district = $1 and project_id = $2 and ($3::uuid is null or promise_id is null or promise_id = $3)
            order by name collate "C", id`,
    values: [district, projectId, promiseId],
  });
  const siteIds = sites.rows.map((it) => it.id);
  const overrides = await client.query<StepOverride>({
    name: 'planning-step-overrides',
    text: `select site_id as "siteId", step_id as "stepId", weight, reason from planning.step_override where district = $1 and site_id = any($2::uuid[])`,
    values: [district, siteIds],
  });
  const done = await client.query<StepDone>({
    name: 'planning-steps-done',
    text: `select site_id as "siteId", step_id as "stepId", done_on as "doneOn", evidence, by_name as "byName", by_post as "byPost", on_day as "onDay"
             from (select distinct on (site_id, step_id) * from planning.step_act where district = $1 and site_id = any($2::uuid[])
                    order by site_id, step_id, act_no desc) last where act = 'done'`,
    values: [district, siteIds],
  });
  const plan = plans.rows[0] ?? null;
  return { plan, steps: plan?.steps ?? [], siteIds, overrides: overrides.rows, done: done.rows };
}

type Acting = { readonly siteId: string; readonly stepId: string } & (
  | { readonly act: 'done'; readonly doneOn: CivilDate; readonly evidence: readonly string[] }
  | { readonly act: 'undone'; readonly reason: string }
);

export async function addStepAct(writer: Writer, it: Acting): Promise<void> {
  const last = await writer.client.query<{ no: number }>({
    name: 'planning-step-act-no',
    text: 'select coalesce(max(act_no), 0)::int as no from planning.step_act where district = $1 and site_id = $2 and step_id = $3',
    values: [writer.district, it.siteId, it.stepId],
  });
  await add(writer, 'planning.step_act', {
    site_id: it.siteId,
    step_id: it.stepId,
    act_no: last.rows[0]!.no + 1,
    act: it.act,
    done_on: it.act === 'done' ? it.doneOn : null,
    evidence: it.act === 'done' ? it.evidence : [],
    reason: it.act === 'undone' ? it.reason : null,
    by_name: writer.actor.name,
    by_post: writer.actor.postTitle,
    on_day: writer.today,
  });
}

export async function saveOverride(writer: Writer, { siteId, stepId, weight, reason }: StepOverride): Promise<void> {
  const values = { weight, reason, set_by: writer.actor.name, set_on: writer.today };
  await save(writer, 'planning.step_override', { site_id: siteId, step_id: stepId }, values);
}

export async function removeOverride(writer: Writer, { siteId, stepId }: Pick<StepOverride, 'siteId' | 'stepId'>): Promise<void> {
  await remove(writer, 'planning.step_override', { site_id: siteId, step_id: stepId });
}

/** 步骤记录: each act on the steps of these sites, newest first. */
export type StepAct = {
  readonly siteId: string;
  readonly stepId: string;
  readonly actNo: number;
  readonly act: 'done' | 'undone';
  readonly doneOn: CivilDate | null;
  readonly evidence: readonly string[];
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};

export async function listStepActs({ client, district }: Reader, siteIds: readonly string[]): Promise<readonly StepAct[]> {
  const found = await client.query<StepAct>({
    name: 'planning-step-acts',
    text: `select site_id as "siteId", step_id as "stepId", act_no as "actNo", act, done_on as "doneOn", evidence, reason, by_name as "byName",
             by_post as "byPost", on_day as "onDay" from planning.step_act where district = $1 and site_id = any($2::uuid[])
            order by on_day desc, site_id, step_id, act_no desc limit 1000`,
    values: [district, siteIds],
  });
  return found.rows;
}

/** 由点位推算: how far a promise is by its sites and steps, and the days on which it grew; for whoever shows or judges it. */
export async function derivedShare(
  reader: Reader,
  { projectId, promiseId, asOf }: { readonly projectId: string; readonly promiseId: string; readonly asOf: CivilDate },
): Promise<DerivedShare & { readonly points: readonly { readonly on: CivilDate; readonly share: number }[] }> {
  const book = await loadSteps(reader, projectId, promiseId);
  return { ...shareOf(book, asOf), points: derivedPoints(book, asOf) };
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Acceptance, MonthLight } from '../rules/board.ts';
import { DEFAULT_LIGHTS, type LightSettings } from '../rules/lights.ts';
import type { PromiseStanding } from '../rules/standing.ts';
import type { Trajectory } from '../rules/trajectory.ts';

/** A plan as it is stored: with its list, the unit that proposed it, and the count that tells two readers apart. */
export type StoredTrajectory = Trajectory & { readonly programmeId: string; readonly unitId: string | null; readonly rowVersion: number };

const PLAN = `id, programme_id as "programmeId", promise_id as "promiseId", plan_version as version, shape, target, base, starts_on as "startsOn",
  finish_on as "finishOn", state, reason, unit_id as "unitId", proposed_by as "proposedBy", proposed_on as "proposedOn", approved_by as "approvedBy",
  approved_on as "approvedOn", digest, version as "rowVersion"`;

/** The locked plans of a list, all versions. */
export async function listApprovedPlans({ client, district }: Reader, programmeId: string): Promise<readonly Trajectory[]> {
  const found = await client.query<StoredTrajectory>({
    name: 'delivery-plans',
    text: `select ${PLAN} from delivery.trajectory where district = $1 and programme_id = $2 and state = 'approved' order by promise_id, plan_version`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function listPlansOf({ client, district }: Reader, promiseId: string): Promise<readonly StoredTrajectory[]> {
  const found = await client.query<StoredTrajectory>({
    name: 'delivery-plans-of',
    text: `select ${PLAN} from delivery.trajectory where district = $1 and promise_id = $2 order by plan_version`,
    values: [district, promiseId],
  });
  return found.rows;
}

/** Plans of a list that wait for approval. */
export async function listProposedPlans({ client, district }: Reader, programmeId: string): Promise<readonly StoredTrajectory[]> {
  const found = await client.query<StoredTrajectory>({
    name: 'delivery-plans-proposed',
    text: `select ${PLAN} from delivery.trajectory where district = $1 and programme_id = $2 and state = 'proposed' order by proposed_on, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function getPlanForUpdate({ client, district }: Writer, id: string): Promise<StoredTrajectory> {
  const found = await client.query<StoredTrajectory>(`select ${PLAN} from delivery.trajectory where district = $1 and id = $2 for update`, [
    district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-plan', { trajectoryId: id });
  return found.rows[0];
}

/** Waits for whoever decides one of these plans just now, so that what he decides is not written over. */
export async function holdPlansOf({ client, district }: Writer, promiseId: string): Promise<void> {
  await client.query('select 1 from delivery.trajectory where district = $1 and promise_id = $2 order by id for update', [
    district,
    promiseId,
  ]);
}

export async function addPlan(writer: Writer, plan: StoredTrajectory): Promise<void> {
  await add(writer, 'delivery.trajectory', {
    id: plan.id,
    programme_id: plan.programmeId,
    promise_id: plan.promiseId,
    plan_version: plan.version,
    unit_id: plan.unitId,
    proposed_by: plan.proposedBy,
    proposed_on: plan.proposedOn,
    reason: plan.reason,
    ...lockedColumns(plan),
    shape: plan.shape,
  });
}

export async function savePlan(writer: Writer, plan: Trajectory): Promise<void> {
  await save(writer, 'delivery.trajectory', { id: plan.id }, lockedColumns(plan));
}

function lockedColumns(plan: Trajectory): Record<string, unknown> {
  return {
    target: plan.target,
    base: plan.base,
    starts_on: plan.startsOn,
    finish_on: plan.finishOn,
    state: plan.state,
    approved_by: plan.approvedBy,
    approved_on: plan.approvedOn,
    digest: plan.digest,
  };
}

export async function listAcceptances({ client, district }: Reader, programmeId: string): Promise<readonly Acceptance[]> {
  const found = await client.query<Acceptance>({
    name: 'delivery-acceptances',
    text: `select promise_id as "promiseId", accepted_on as "acceptedOn" from delivery.acceptance where district = $1 and programme_id = $2`,
    values: [district, programmeId],
  });
  return found.rows;
}

export type NewAcceptance = Acceptance & {
  readonly programmeId: string;
  readonly acceptedBy: string;
  readonly note: string;
  readonly evidence: readonly string[];
};

export async function addAcceptance(writer: Writer, it: NewAcceptance): Promise<void> {
  const { promiseId, programmeId, acceptedOn, acceptedBy, note, evidence } = it;
  await add(writer, 'delivery.acceptance', {
    promise_id: promiseId,
    programme_id: programmeId,
    accepted_on: acceptedOn,
    accepted_by: acceptedBy,
    note,
    evidence,
  });
}

export async function listMonthLights({ client, district }: Reader, programmeId: string): Promise<readonly MonthLight[]> {
  const found = await client.query<MonthLight>({
    name: 'delivery-month-lights',
    text: `select promise_id as "promiseId", year, month, light, expected from delivery.month_light where district = $1 and programme_id = $2`,
    values: [district, programmeId],
  });
  return found.rows;
}

type Frozen = {
  readonly programmeId: string;
  readonly year: number;
  readonly month: number;
  readonly settingsVersion: number;
  readonly frozenOn: CivilDate;
};

export async function addMonthLights(writer: Writer, standings: readonly PromiseStanding[], frozen: Frozen): Promise<void> {
  await addMany(
    writer,
    'delivery.month_light',
    standings.map((it) => ({
      promise_id: it.promise.id,
      year: frozen.year,
      month: frozen.month,
      programme_id: frozen.programmeId,
      light: it.light,
      expected: it.pace?.expected ?? null,
      done: it.done,
      reasons: it.reasons,
      settings_version: frozen.settingsVersion,
      frozen_on: frozen.frozenOn,
    })),
  );
}

/** The newest thresholds of the district; those of the product where none was set. */
export async function getLightSettings({ client, district }: Reader): Promise<LightSettings> {
  const found = await client.query<{ version: number; thresholds: Omit<LightSettings, 'version'> }>({
    name: 'delivery-light-settings',
    text: `select settings_version as version, thresholds from delivery.light_settings where district = $1 order by settings_version desc limit 1`,
    values: [district],
  });
  const row = found.rows[0];
  return row === undefined ? DEFAULT_LIGHTS : { ...DEFAULT_LIGHTS, ...row.thresholds, version: row.version };
}

/** 灯规版本: thresholds as they were set, by whom, when and on what ground. */
export type LightVersion = {
  readonly settings: LightSettings;
  readonly source: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

/** Every version of the thresholds, newest first. */
export async function listLightHistory({ client, district }: Reader): Promise<readonly LightVersion[]> {
  const found = await client.query<LightVersion & { readonly version: number; readonly thresholds: Omit<LightSettings, 'version'> }>({
    name: 'delivery-light-history',
    text: `select settings_version as version, thresholds, source, set_by as "setBy", set_on as "setOn"
             from delivery.light_settings where district = $1 order by settings_version desc`,
    values: [district],
  });
  return found.rows.map(({ version, thresholds, source, setBy, setOn }) => ({
    settings: { ...DEFAULT_LIGHTS, ...thresholds, version },
    source,
    setBy,
    setOn,
  }));
}

export type NewSettings = { readonly settings: LightSettings; readonly source: string; readonly setBy: string; readonly setOn: CivilDate };

export async function addLightSettings(writer: Writer, { settings, source, setBy, setOn }: NewSettings): Promise<void> {
  const { version, ...thresholds } = settings;
  await add(writer, 'delivery.light_settings', { settings_version: version, thresholds, source, set_by: setBy, set_on: setOn });
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, addMany, type Db, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Adjustment } from './rules/adjust.ts';
import type { Draft, DraftProgress } from './rules/draft.ts';
import type { ListContent, Step } from './rules/freeze.ts';
import type { ParsedCommitment, ParsedPromise } from './rules/parse/parsed.ts';
import type { Programme, ProgrammePromise, Project } from './rules/programme.ts';

type ProgrammeRow = {
  district: string;
  id: string;
  year: number;
  kind: Programme['kind'];
  origin: Programme['origin'];
  title: string;
  from_on: CivilDate;
  to_on: CivilDate;
  state: Programme['state'];
  draft: Draft | null;
  source_name: string;
  source_digest: string | null;
  frozen_on: CivilDate | null;
  frozen_by: string | null;
  digest: string | null;
  version: number;
};
type ProjectRow = {
  district: string;
  id: string;
  programme_id: string;
  no: string;
  position: number;
  name: string;
  text: string;
  lead_unit_id: string | null;
  supporting_unit_ids: string[];
  levels: Project['levels'];
  note: string | null;
  phrases: ParsedPromise[];
  commitments: ParsedCommitment[];
  progress: DraftProgress | null;
  progress_as_of: CivilDate | null;
};
type PromiseRow = {
  district: string;
  id: string;
  project_id: string;
  position: number;
  verb: string;
  object: string;
  measure: ProgrammePromise['measure'];
  direction: ProgrammePromise['direction'];
  target: number | null;
  target_max: number | null;
  measure_unit: string;
  approx: boolean;
  bound: ProgrammePromise['bound'];
  start_at: number | null;
  end_at: number | null;
  counting_rule: ProgrammePromise['countingRule'];
  quarter_targets: (number | null)[];
  due_on: CivilDate | null;
  settled_later: boolean;
};
type StepRow = {
  district: string;
  id: string;
  promise_id: string;
  position: number;
  title: string;
  due_on: CivilDate | null;
  weight: number;
};
type AdjustmentRow = {
  district: string;
  id: string;
  programme_id: string;
  promise_id: string;
  position: number;
  kind: Adjustment['kind'];
  after: Adjustment['after'];
  reason: string;
  decided_by: Adjustment['decidedBy'];
  decision: string;
  document_no: string;
  decided_on: CivilDate;
  document_digest: string | null;
};

const tables = (db: Db) =>
  db.withTables<{
    'programme.programme': ProgrammeRow;
    'programme.project': ProjectRow;
    'programme.promise': PromiseRow;
    'programme.step': StepRow;
    'programme.adjustment': AdjustmentRow;
  }>();

const PROGRAMME = [
  'id',
  'district',
  'year',
  'kind',
  'origin',
  'title',
  'from_on as from',
  'to_on as to',
  'state',
  'frozen_on as frozenOn',
  'frozen_by as frozenBy',
  'digest',
  'version',
] as const;

/** A programme with what the wizard needs of it. */
export type StoredProgramme = Programme & {
  readonly draft: Draft | null;
  readonly sourceName: string;
  readonly sourceDigest: string | null;
};

export function listProgrammes({ db, district }: Reader): Promise<StoredProgramme[]> {
  return tables(db)
    .selectFrom('programme.programme')
    .select([...PROGRAMME, 'draft', 'source_name as sourceName', 'source_digest as sourceDigest'])
    .where('district', '=', district)
    .orderBy('year', 'desc')
    .orderBy('kind')
    .execute();
}

export type FrozenCount = { readonly id: string; readonly projects: number; readonly promises: number };

/** How many projects and promises each frozen list has. */
export async function countFrozen({ client, district }: Reader): Promise<readonly FrozenCount[]> {
  const counts = await client.query<FrozenCount>(
    `select j.programme_id as id, count(distinct j.id) as projects, count(p.id) as promises
       from programme.project j left join programme.promise p on p.district = j.district and p.project_id = j.id
      where j.district = $1 group by 1`,
    [district],
  );
  return counts.rows;
}

export async function findProgramme({ db, district }: Reader, id: string): Promise<StoredProgramme | undefined> {
  return tables(db)
    .selectFrom('programme.programme')
    .select([...PROGRAMME, 'draft', 'source_name as sourceName', 'source_digest as sourceDigest'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Holds the list until the transaction ends: two people cannot freeze or overwrite it at once. */
export async function getProgrammeForUpdate({ db, district }: Writer, id: string): Promise<StoredProgramme> {
  return tables(db)
    .selectFrom('programme.programme')
    .select([...PROGRAMME, 'draft', 'source_name as sourceName', 'source_digest as sourceDigest'])
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem(404, 'unknown-programme', { id }));
}

/** Makes those who begin or keep lists of a district wait for each other, so that a year does not get two. */
export async function holdLists({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`programme.lists ${district}`]);
}

export async function saveDraft(writer: Writer, id: string, draft: Draft): Promise<void> {
  const { year, kind, origin, title, from, to, source } = draft;
  await save(
    writer,
    'programme.programme',
    { id },
    { year, kind, origin, title, from_on: from, to_on: to, draft, source_name: source.name, source_digest: source.digest },
  );
}

export type Freezing = { readonly by: string; readonly reason: string; readonly digest: string };

/** Writes the rows of the list and closes the draft; from here on only adjustments change what binds. */
export async function saveFrozen(writer: Writer, programmeId: string, draft: Draft, content: ListContent, frozen: Freezing): Promise<void> {
  const byId = new Map(draft.projects.map((it) => [it.id, it]));
  await addMany(
    writer,
    'programme.project',
    content.projects.map(({ programmeId: programme_id, leadUnitId, supportingUnitIds, ...project }) => ({
      ...project,
      programme_id,
      lead_unit_id: leadUnitId,
      supporting_unit_ids: supportingUnitIds,
      phrases: byId.get(project.id)!.phrases,
      commitments: byId.get(project.id)!.commitments,
      progress: byId.get(project.id)!.progress,
      progress_as_of: draft.progressAsOf,
    })),
  );
  await addMany(writer, 'programme.promise', content.promises.map(promiseRow));
  await addMany(
    writer,
    'programme.step',
    content.steps.map(({ promiseId, dueOn, ...step }) => ({ ...step, promise_id: promiseId, due_on: dueOn })),
  );
  const { by, reason, digest } = frozen;
  const values = { state: 'frozen', draft: null, frozen_on: writer.today, frozen_by: by, frozen_reason: reason, digest };
  await save(writer, 'programme.programme', { id: programmeId }, values);
}

function promiseRow({
  projectId,
  targetMax,
  measureUnit,
  start,
  end,
  countingRule,
  quarterTargets,
  dueOn,
  settledLater,
  ...rest
}: ProgrammePromise) {
  return {
    ...rest,
    project_id: projectId,
    target_max: targetMax,
    measure_unit: measureUnit,
    start_at: start,
    end_at: end,
    counting_rule: countingRule,
    quarter_targets: quarterTargets,
    due_on: dueOn,
    settled_later: settledLater,
  };
}

export function listProjectRows({ db, district }: Reader, programmeId: string): Promise<Project[]> {
  return tables(db)
    .selectFrom('programme.project')
    .select(['id', 'programme_id as programmeId', 'no', 'position', 'name', 'text', 'lead_unit_id as leadUnitId'])
    .select(['supporting_unit_ids as supportingUnitIds', 'levels', 'note'])
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
}

/** 拟报进展 as stored with the frozen list, for the stage that turns it into proposed reports. */
export type StoredProgress = { readonly projectId: string; readonly asOf: CivilDate; readonly progress: DraftProgress };

export async function listProgress({ db, district }: Reader, programmeId: string): Promise<StoredProgress[]> {
  const rows = await tables(db)
    .selectFrom('programme.project')
    .select(['id as projectId', 'progress_as_of as asOf', 'progress'])
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .where('progress', 'is not', null)
    .where('progress_as_of', 'is not', null)
    .orderBy('position')
    .execute();
  return rows as StoredProgress[];
}

export async function saveProgress(writer: Writer, projectId: string, asOf: CivilDate, progress: DraftProgress): Promise<void> {
  await save(writer, 'programme.project', { id: projectId }, { progress, progress_as_of: asOf });
}

export async function listPromiseRows({ db, district }: Reader, programmeId: string): Promise<ProgrammePromise[]> {
  return tables(db)
    .selectFrom('programme.promise as p')
    .innerJoin('programme.project as j', (join) => join.onRef('j.district', '=', 'p.district').onRef('j.id', '=', 'p.project_id'))
    .select(['p.id', 'p.project_id as projectId', 'p.position', 'p.verb', 'p.object', 'p.measure', 'p.direction', 'p.target'])
    .select(['p.target_max as targetMax', 'p.measure_unit as measureUnit', 'p.approx', 'p.bound', 'p.start_at as start', 'p.end_at as end'])
    .select(['p.counting_rule as countingRule', 'p.quarter_targets as quarterTargets', 'p.due_on as dueOn'])
    .select(['p.settled_later as settledLater'])
    .where('p.district', '=', district)
    .where('j.programme_id', '=', programmeId)
    .orderBy('j.position')
    .orderBy('p.position')
    .execute();
}

export async function findPromiseRow(
  { db, district }: Reader,
  promiseId: string,
): Promise<{ readonly programmeId: string; readonly promise: ProgrammePromise } | undefined> {
  const found = await tables(db)
    .selectFrom('programme.promise as p')
    .innerJoin('programme.project as j', (join) => join.onRef('j.district', '=', 'p.district').onRef('j.id', '=', 'p.project_id'))
    .select('j.programme_id as programmeId')
    .where('p.district', '=', district)
    .where('p.id', '=', promiseId)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const promises = await listPromiseRows({ db, district } as Reader, found.programmeId);
  return { programmeId: found.programmeId, promise: promises.find((it) => it.id === promiseId)! };
}

export async function listStepRows({ db, district }: Reader, programmeId: string): Promise<Step[]> {
  return tables(db)
    .selectFrom('programme.step as s')
    .innerJoin('programme.promise as p', (join) => join.onRef('p.district', '=', 's.district').onRef('p.id', '=', 's.promise_id'))
    .innerJoin('programme.project as j', (join) => join.onRef('j.district', '=', 'p.district').onRef('j.id', '=', 'p.project_id'))
    .select(['s.id', 's.promise_id as promiseId', 's.position', 's.title', 's.due_on as dueOn', 's.weight'])
    .where('s.district', '=', district)
    .where('j.programme_id', '=', programmeId)
    .orderBy('s.position')
    .execute();
}

export function listAdjustments({ db, district }: Reader, programmeId: string): Promise<Adjustment[]> {
  return tables(db)
    .selectFrom('programme.adjustment')
    .select(['id', 'promise_id as promiseId', 'position', 'kind', 'after', 'reason', 'decided_by as decidedBy', 'decision'])
    .select(['document_no as documentNo', 'decided_on as decidedOn', 'document_digest as documentDigest'])
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
}

export async function addAdjustment(writer: Writer, programmeId: string, it: Adjustment): Promise<void> {
  const { promiseId, decidedBy, documentNo, decidedOn, documentDigest, ...rest } = it;
  await add(writer, 'programme.adjustment', {
    ...rest,
    programme_id: programmeId,
    promise_id: promiseId,
    decided_by: decidedBy,
    document_no: documentNo,
    decided_on: decidedOn,
    document_digest: documentDigest,
    made_by: writer.actor.name,
    made_on: writer.today,
  });
}

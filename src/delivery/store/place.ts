import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import { lookUp } from '#/platform/gather.ts';
import { type Adjustment, adjusted } from '#/programme/rules/adjust.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { Period } from '../rules/period.ts';
import type { ReportFacts } from '../rules/report.ts';
import { GATE, type Gate, type GateRow, gateOf, holdKeysOf } from './periods.ts';

/** A promise as it binds today, with its project and its list. */
export type Place = {
  readonly programme: Pick<Programme, 'id' | 'state' | 'from' | 'to'>;
  readonly project: Pick<Project, 'id' | 'leadUnitId' | 'supportingUnitIds'>;
  readonly promise: ProgrammePromise;
};

type Row = {
  readonly programme: Place['programme'];
  readonly project: Place['project'];
  readonly promise: ProgrammePromise;
  readonly adjustments: Adjustment[];
};

/** Read for every report that comes in, hence in one statement. */
const PLACE = `
    json_build_object('id', l.id, 'state', l.state, 'from', l.from_on, 'to', l.to_on) as programme,
    json_build_object('id', j.id, 'leadUnitId', j.lead_unit_id, 'supportingUnitIds', j.supporting_unit_ids) as project,
    json_build_object('id', p.id, 'projectId', p.project_id, 'position', p.position, 'verb', p.verb, 'object', p.object, 'measure', p.measure,
      'direction', p.direction, 'target', p.target, 'targetMax', p.target_max, 'measureUnit', p.measure_unit, 'approx', p.approx, 'bound', p.bound,
      'start', p.start_at, 'end', p.end_at, 'countingRule', p.counting_rule, 'quarterTargets', p.quarter_targets, 'dueOn', p.due_on,
      'settledLater', p.settled_later) as promise,
    coalesce((select json_agg(json_build_object('promiseId', a.promise_id, 'position', a.position, 'after', a.after))
                from programme.adjustment a where a.district = p.district and a.promise_id = p.id), '[]') as adjustments`;
const ITS_LIST = `
  join programme.project j on j.district = p.district and j.id = p.project_id
  join programme.programme l on l.district = j.district and l.id = j.programme_id`;
const OF_PROMISE = `from programme.promise p ${ITS_LIST} where p.district = $1 and p.id = $2`;
const FACTS = `
    coalesce((select json_agg(json_build_object('id', r.id, 'promiseId', r.promise_id, 'asOf', r.as_of, 'valueKind', r.value_kind, 'value', r.value,
        'denominator', r.denominator, 'measureUnit', r.measure_unit, 'inMeasure', r.in_measure, 'stage', r.stage, 'beforeOutput', r.before_output,
        'stepsDone', r.steps_done, 'hasEvidence', r.evidence <> '{}', 'text', '', 'state', r.state, 'submittedAt', r.submitted_at, 'unitId', r.unit_id)
        order by r.as_of, r.submitted_at, r.id)
      from delivery.report r where r.district = p.district and r.promise_id = p.id and r.state = 'adopted'), '[]') as facts,
    coalesce((select s.source <> 'reports' from delivery.count_source s
               where s.district = p.district and s.promise_id = p.id order by s.decision_no desc limit 1), false) as "isCounted"`;

export async function getPlace({ client, district }: Reader, promiseId: string): Promise<Place> {
  const found = await client.query<Row>({ name: 'delivery-place', text: `select ${PLACE} ${OF_PROMISE}`, values: [district, promiseId] });
  return placeOf(found.rows[0], promiseId);
}

/** A promise, the adopted reports on it without their texts, and whether its figure comes from sites or records instead. */
export type PlaceWithFacts = Place & { readonly facts: readonly ReportFacts[]; readonly isCounted: boolean };

export async function getPlaceWithFacts({ client, district }: Reader, promiseId: string): Promise<PlaceWithFacts> {
  const text = `select ${PLACE}, ${FACTS} ${OF_PROMISE}`;
  const asked = { name: 'delivery-place-facts', text, values: [district, promiseId] };
  const found = await client.query<Row & Pick<PlaceWithFacts, 'facts' | 'isCounted'>>(asked);
  return factsOf(found.rows[0], promiseId);
}

/** With all that a new report of one period depends on, and the keys of its list held: no act on a period comes in between. */
export type HeldPlace = PlaceWithFacts & { readonly gate: Gate };

/** What is asked for every report that comes in: the hold, and behind it, in the same breath, everything else in one statement. */
export async function holdPlace(reader: Reader, promiseId: string, period: Period): Promise<HeldPlace> {
  const row = await lookUp(reader, holdPlaces, { promiseId, period });
  return { ...factsOf(row, promiseId), gate: gateOf(row!.gate) };
}

type Asked = { readonly promiseId: string; readonly period: Period };
type HeldRow = Row & Pick<PlaceWithFacts, 'facts' | 'isCounted'> & { readonly position: number; readonly gate: GateRow };

async function holdPlaces(reader: Reader, asked: readonly Asked[]): Promise<readonly (HeldRow | undefined)[]> {
  const promiseIds = asked.map(({ promiseId }) => promiseId);
  const held = holdKeysOf(reader, promiseIds);
  const found = reader.client.query<HeldRow>({
    name: 'delivery-place-held',
    text: `select asked.position::int, ${PLACE}, ${FACTS}, ${GATE}
             from unnest($2::uuid[], $3::character(7)[]) with ordinality as asked (promise_id, period, position)
             join programme.promise p on p.district = $1 and p.id = asked.promise_id ${ITS_LIST}`,
    values: [reader.district, promiseIds, asked.map(({ period }) => period)],
  });
  const [, { rows }] = await Promise.all([held, found]);
  const inOrder: (HeldRow | undefined)[] = asked.map(() => undefined);
  for (const row of rows) inOrder[row.position - 1] = row;
  return inOrder;
}

function factsOf(row: (Row & Pick<PlaceWithFacts, 'facts' | 'isCounted'>) | undefined, promiseId: string): PlaceWithFacts {
  const place = placeOf(row, promiseId);
  return { ...place, facts: row!.facts, isCounted: row!.isCounted };
}

function placeOf(row: Row | undefined, promiseId: string): Place {
  if (row === undefined) throw new Problem(404, 'unknown-promise', { promiseId });
  return { programme: row.programme, project: row.project, promise: adjusted(row.promise, row.adjustments) };
}

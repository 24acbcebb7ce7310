import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import { type Adjustment, adjusted } from '#/programme/rules/adjust.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';

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
const PLACE = `select
    jsonb_build_object('id', l.id, 'state', l.state, 'from', l.from_on, 'to', l.to_on) as programme,
    jsonb_build_object('id', j.id, 'leadUnitId', j.lead_unit_id, 'supportingUnitIds', j.supporting_unit_ids) as project,
    jsonb_build_object('id', p.id, 'projectId', p.project_id, 'position', p.position, 'verb', p.verb, 'object', p.object, 'measure', p.measure,
      'direction', p.direction, 'target', p.target, 'targetMax', p.target_max, 'measureUnit', p.measure_unit, 'approx', p.approx, 'bound', p.bound,
      'start', p.start_at, 'end', p.end_at, 'countingRule', p.counting_rule, 'quarterTargets', p.quarter_targets, 'dueOn', p.due_on,
      'settledLater', p.settled_later) as promise,
    coalesce((select jsonb_agg(jsonb_build_object('promiseId', a.promise_id, 'position', a.position, 'after', a.after))
                from programme.adjustment a where a.district = p.district and a.promise_id = p.id), '[]') as adjustments
  from programme.promise p
  join programme.project j on j.district = p.district and j.id = p.project_id
  join programme.programme l on l.district = j.district and l.id = j.programme_id
 where p.district = $1 and p.id = $2`;

export async function getPlace({ client, district }: Reader, promiseId: string): Promise<Place> {
  const found = await client.query<Row>({ name: 'delivery-place', text: PLACE, values: [district, promiseId] });
  const row = found.rows[0];
  if (row === undefined) throw new Problem(404, 'unknown-promise', { promiseId });
  return { programme: row.programme, project: row.project, promise: adjusted(row.promise, row.adjustments) };
}

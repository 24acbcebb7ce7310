import { planOn, stepsOf } from '#/delivery/rules/board.ts';
import type { ReportFacts } from '#/delivery/rules/report.ts';
import { seriesAt } from '#/delivery/rules/series.ts';
import type { Board, PromiseStanding } from '#/delivery/rules/standing.ts';
import { approvedPlan, type Trajectory } from '#/delivery/rules/trajectory.ts';
import type { Reader } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import type { FigureSource } from '../rules/content.ts';

type AdoptedReport = ReportFacts & { readonly evidence: readonly string[] };

/** What stands behind each figure of a board: adopted values, locked plans, steps, who adopted, and the digest of the evidence. No text, no person. */
export async function figureSources(reader: Reader, board: Board, officeName: string): Promise<ReadonlyMap<string, FigureSource>> {
  const reports = Map.groupBy(await adoptedReports(reader, board), (it) => it.promiseId);
  const plans = Map.groupBy(await startedPlans(reader, board), (it) => it.promiseId);
  const standings = board.projects.flatMap((it) => it.promises);
  return new Map(
    standings.map((it) => [
      it.promise.id,
      sourceOf(board, it, { reports: reports.get(it.promise.id) ?? [], plans: plans.get(it.promise.id) ?? [], officeName }),
    ]),
  );
}

type Behind = { readonly reports: readonly AdoptedReport[]; readonly plans: readonly Trajectory[]; readonly officeName: string };

function sourceOf({ programme, asOf }: Board, { promise }: PromiseStanding, { reports, plans, officeName }: Behind): FigureSource {
  const steps = stepsOf(planOn(promise, plans, programme, asOf));
  const proven = new Set(reports.filter((it) => it.hasEvidence).flatMap((it) => it.stepsDone));
  const evidence = [...new Set(reports.flatMap((it) => it.evidence))].sort();
  return {
    points: seriesAt(promise, reports, asOf, steps).points,
    plans: plans.map((it) => ({ version: it.version, reason: it.reason, startsOn: it.startsOn, curve: approvedPlan(it).curve })),
    steps: steps.map(({ id, title, dueOn, weight }) => ({ title, dueOn, weight, isDone: proven.has(id) })),
    approvedBy: reports.length === 0 ? null : officeName,
    evidenceDigest: evidence.length === 0 ? null : digestOf(evidence.join('\n')),
  };
}

async function adoptedReports({ client, district }: Reader, { programme, asOf }: Board): Promise<readonly AdoptedReport[]> {
  const found = await client.query<AdoptedReport>({
    name: 'publication-adopted-reports',
    text: `select id, promise_id as "promiseId", as_of as "asOf", value_kind as "valueKind", value, denominator, measure_unit as "measureUnit",
                  in_measure as "inMeasure", stage, before_output as "beforeOutput", steps_done as "stepsDone", evidence <> '{}' as "hasEvidence",
                  '' as text, state, submitted_at as "submittedAt", unit_id as "unitId", evidence
             from delivery.report where district = $1 and programme_id = $2 and state = 'adopted' and as_of <= $3
            order by promise_id, as_of, submitted_at, id`,
    values: [district, programme.id, asOf],
  });
  return found.rows;
}

async function startedPlans({ client, district }: Reader, { programme, asOf }: Board): Promise<readonly Trajectory[]> {
  const found = await client.query<Trajectory>({
    name: 'publication-started-plans',
    text: `select id, promise_id as "promiseId", plan_version as version, shape, target, base, starts_on as "startsOn", finish_on as "finishOn", state,
                  reason, '' as "proposedBy", proposed_on as "proposedOn", null as "approvedBy", approved_on as "approvedOn", digest
             from delivery.trajectory where district = $1 and programme_id = $2 and state = 'approved' and starts_on <= $3
            order by promise_id, plan_version`,
    values: [district, programme.id, asOf],
  });
  return found.rows;
}

import type { LoadedBoard } from '#/delivery/door.ts';
import { planOn, stepsOf } from '#/delivery/rules/board.ts';
import { derivedOn, pointsOf } from '#/delivery/rules/count-source.ts';
import type { PromiseStanding } from '#/delivery/rules/standing.ts';
import { approvedPlan } from '#/delivery/rules/trajectory.ts';
import { round } from '#/kernel/format.ts';
import type { Reader } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import { listAdjustments } from '#/programme/door.ts';
import { loadPublicParts } from '#/records/door.ts';
import { heldCadences, type PublicParts } from '#/records/rules/public-parts.ts';
import type { FigureSource } from '../rules/content.ts';
import { isDrawnByMonth, publicLine } from '../rules/public-line.ts';
import { publishedParts } from './published-parts.ts';

/** What stands behind each figure of a board: adopted values, locked plans, steps, decisions, who adopted, and the digest of the evidence. No person. */
export async function figureSources(reader: Reader, loaded: LoadedBoard, officeName: string): Promise<ReadonlyMap<string, FigureSource>> {
  const { board, input } = loaded;
  const standings = board.projects.flatMap((it) => it.promises);
  const counted = standings.filter((it) => it.doneFrom === 'records').map((it) => it.promise.id);
  const { from, to } = input.programme;
  const behind: Behind = {
    loaded,
    officeName,
    evidence: await adoptedEvidence(reader, loaded),
    parts: await loadPublicParts(reader, counted, { from, to, asOf: board.asOf }, await publishedParts(reader, input.programme.id)),
    adjustments: Map.groupBy(await listAdjustments(reader, input.programme.id), (it) => it.promiseId),
  };
  return new Map(
    board.projects.flatMap(({ project, promises }) => promises.map((it) => [it.promise.id, sourceOf(it, project.text, behind)] as const)),
  );
}

type Behind = {
  readonly loaded: LoadedBoard;
  readonly officeName: string;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  readonly parts: ReadonlyMap<string, PublicParts>;
  readonly adjustments: ReadonlyMap<string, Awaited<ReturnType<typeof listAdjustments>>>;
};

function sourceOf(
  { promise, done }: PromiseStanding,
  text: string,
  { loaded, officeName, evidence, parts, adjustments }: Behind,
): FigureSource {
  const { board, input } = loaded;
  const reports = input.reports.filter((it) => it.promiseId === promise.id && it.state === 'adopted' && it.asOf <= board.asOf);
  const plans = input.trajectories.filter((it) => it.promiseId === promise.id && it.state === 'approved' && it.startsOn <= board.asOf);
  const steps = stepsOf(planOn(promise, plans, input.programme, board.asOf));
  const proven = new Set(reports.filter((it) => it.hasEvidence).flatMap((it) => it.stepsDone));
  const digests = evidence.get(promise.id) ?? [];
  const taken = parts.get(promise.id);
  const { asOf } = board;
  const derived = derivedOn(input.derived?.[promise.id], input.sourceDays?.[promise.id] ?? [], asOf);
  const cadences = taken === undefined ? [] : heldCadences(taken, text, { from: input.programme.from, asOf });
  const isShare = promise.measure === 'ratio';
  return {
    points:
      taken !== undefined && isDrawnByMonth(taken)
        ? publicLine(taken, { from: input.programme.from, asOf, done, isShare })
        : pointsOf(promise, { derived, facts: reports, asOf, steps }).map((it) => ({ ...it, value: round(it.value, 6) })),
    plans: plans.map((it) => ({ version: it.version, reason: it.reason, startsOn: it.startsOn, curve: approvedPlan(it).curve })),
    steps: steps.map(({ id, title, dueOn, weight }) => ({ title, dueOn, weight, isDone: proven.has(id) })),
    adjustments: (adjustments.get(promise.id) ?? [])
      .filter((it) => it.decidedOn <= board.asOf)
      .map(({ kind, after, reason, decision, documentNo, decidedOn }) => ({ kind, after, reason, decision, documentNo, decidedOn })),
    ...(taken !== undefined && { parts: { ...taken, ...(cadences.length > 0 && { cadences }) } }),
    approvedBy: reports.length === 0 ? null : officeName,
    evidenceDigest: digests.length === 0 ? null : digestOf(digests.join('\n')),
  };
}

/** The digests of all that came with the adopted reports, by promise, in one order. */
async function adoptedEvidence(
  { client, district }: Reader,
  { board, input }: LoadedBoard,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await client.query<{ promiseId: string; digests: string[] }>({
    name: 'publication-evidence',
    text: `select promise_id as "promiseId", array_agg(distinct digest order by digest) as digests from delivery.report, unnest(evidence) digest
            where district = $1 and programme_id = $2 and state = 'adopted' and as_of <= $3 group by promise_id`,
    values: [district, input.programme.id, board.asOf],
  });
  return new Map(found.rows.map((it) => [it.promiseId, it.digests]));
}

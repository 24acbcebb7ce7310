import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/db.ts';
import { read } from '#/platform/module.ts';
import { findProgramme, findProgrammeOf, loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import { sendingContext } from './actions/sending-context.ts';
import { planOn, stepsOf } from './rules/board.ts';
import { reportsDue } from './rules/due.ts';
import { type Finding, findingsOf } from './rules/sending.ts';
import { seriesAt } from './rules/series.ts';
import { flagsOf } from './rules/trajectory.ts';
import { boardOn, loadBoard } from './store/board.ts';
import { getPlace, getPlaceWithFacts } from './store/place.ts';
import { getLightSettings, listPlansOf, listProposedPlans } from './store/plans.ts';
import { listReportsOf, listWaiting, type StoredReport } from './store/reports.ts';

const OfYear = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  asOf: civilDate.optional(),
});

async function listOf(reader: ActingReader, query: z.output<typeof OfYear>): Promise<StoredProgramme> {
  const stored = await findProgrammeOf(reader, query);
  if (stored === undefined) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
  return stored;
}

/** What the form needs before sending, with the stage words left out: the browser has the same list of stages. */
async function findingsFor(reader: ActingReader, report: StoredReport) {
  const content = { ...report, stepsDone: [...report.stepsDone], evidence: [...report.evidence], overrides: [...report.overrides] };
  return findingsOf(content, await sendingContext(reader, await getPlaceWithFacts(reader, report.promiseId), content, report.supersedes));
}

export const deliveryReads = [
  read({
    path: '/delivery/board',
    permission: 'delivery.read',
    query: OfYear,
    summary: '看板: where every promise of a list stands today, or on the day asked for',
    async run(reader, query) {
      const board = await boardOn(reader, query);
      if (board === null) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
      return board;
    },
  }),
  read({
    path: '/delivery/my-reports-due',
    permission: 'delivery.read',
    query: OfYear,
    summary: "应报事项: this month's reports that my unit owes; for the supervision office, those of all units",
    async run(reader, query) {
      const stored = await listOf(reader, query);
      const { board } = await loadBoard(reader, stored, reader.today);
      const waiting = new Set((await listWaiting(reader, stored.id)).map((it) => it.promiseId));
      const { roles, unitId } = reader.actor;
      const seesAll = roles.includes('setup') || roles.includes('office') || roles.includes('leader');
      return seesAll || unitId !== null ? reportsDue(board, seesAll ? null : unitId, waiting) : [];
    },
  }),
  read({
    path: '/delivery/waiting',
    permission: 'delivery.read',
    query: OfYear,
    summary: '待审核: reports and plans that wait for the supervision office, with what the checks find',
    async run(reader, query) {
      const stored = await listOf(reader, query);
      const { projects, promises } = await loadProgramme(reader, stored);
      const reports = await listWaiting(reader, stored.id);
      const findings: (readonly Finding[])[] = [];
      for (const it of reports) findings.push(it.state === 'proposed' ? await findingsFor(reader, it) : []);
      const plans = await listProposedPlans(reader, stored.id);
      return {
        projects,
        promises,
        reports: reports.map((report, i) => ({ report, findings: findings[i]! })),
        plans: plans.map((plan) => ({ plan, flags: flagsOf(plan, stored) })),
      };
    },
  }),
  read({
    path: '/delivery/promise',
    permission: 'delivery.read',
    query: z.object({ promiseId: z.uuid(), asOf: civilDate.optional() }),
    summary: '承诺详情: its standing, every report with its corrections, every version of its plan, and the points of its chart',
    async run(reader, { promiseId, asOf = reader.today }) {
      const { programme } = await getPlace(reader, promiseId);
      const stored = (await findProgramme(reader, programme.id))!;
      const { board, input } = await loadBoard(reader, stored, asOf);
      const project = board.projects.find((it) => it.promises.some(({ promise }) => promise.id === promiseId))!;
      const standing = project.promises.find(({ promise }) => promise.id === promiseId)!;
      const plans = await listPlansOf(reader, promiseId);
      const steps = stepsOf(planOn(standing.promise, plans, stored, asOf));
      const facts = input.reports.filter((it) => it.promiseId === promiseId && it.asOf <= asOf);
      const published = await loadProgramme(reader, stored);
      return {
        programme: board.programme,
        project: project.project,
        leadUnit: project.leadUnit,
        standing,
        points: seriesAt(standing.promise, facts, asOf, steps).points,
        reports: await listReportsOf(reader, promiseId),
        plans: plans.map((plan) => ({ plan, flags: flagsOf(plan, stored) })),
        steps: published.steps.filter((it) => it.promiseId === promiseId),
        adjustments: published.adjustments.filter((it) => it.promiseId === promiseId),
        newestOn: facts.at(-1)?.asOf ?? null,
      };
    },
  }),
  read({
    path: '/delivery/light-settings',
    permission: 'delivery.read',
    query: z.object({}),
    summary: '灯规: the thresholds in force',
    run: (reader) => getLightSettings(reader),
  }),
];

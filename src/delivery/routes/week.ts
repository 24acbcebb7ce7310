import type { ActingReader } from '#/platform/db.ts';
import { read } from '#/platform/module.ts';
import { sendingContext } from '../actions/sending-context.ts';
import { standingIfAdopted } from '../rules/preview.ts';
import { type Finding, findingsOf } from '../rules/sending.ts';
import { flagsOf } from '../rules/trajectory.ts';
import { weekOf } from '../rules/week.ts';
import { loadBoard } from '../store/board.ts';
import { getPlaceWithFacts } from '../store/place.ts';
import { listProposedPlans } from '../store/plans.ts';
import { listOpen, listWaiting, type StoredReport } from '../store/reports.ts';
import { listVerdicts } from '../store/verdicts.ts';
import { listOf, OfYear } from './of-year.ts';

/** The same checks as before sending; the browser has the same list of stages. */
async function findingsFor(reader: ActingReader, report: StoredReport): Promise<readonly Finding[]> {
  if (report.state !== 'proposed') return [];
  const content = { ...report, stepsDone: [...report.stepsDone], evidence: [...report.evidence], overrides: [...report.overrides] };
  return findingsOf(content, await sendingContext(reader, await getPlaceWithFacts(reader, report.promiseId), content, report.supersedes));
}

function seesAll({ roles }: ActingReader['actor']): boolean {
  return roles.includes('setup') || roles.includes('office') || roles.includes('leader');
}

export const weekReads = [
  read({
    path: '/delivery/my-week',
    permission: 'delivery.read',
    query: OfYear.omit({ asOf: true }),
    summary: '我的本月: what is asked of my unit this month, why and by when, and the other promises; for the office, of all units',
    async run(reader, query) {
      const stored = await listOf(reader, query);
      const { board, input } = await loadBoard(reader, stored, reader.today);
      const { unitId } = reader.actor;
      const all = seesAll(reader.actor);
      if (!all && unitId === null) return { asks: [], others: [] };
      const notes = new Map((await listVerdicts(reader, stored.id)).map((it) => [it.reportId, it.note]));
      const open = await listOpen(reader, stored.id);
      return weekOf({ board, unitId: all ? null : unitId, open, facts: input.reports, mismatchNotes: notes });
    },
  }),
  read({
    path: '/delivery/waiting',
    permission: 'delivery.read',
    query: OfYear.omit({ asOf: true }),
    summary: '待审核: the reports and plans that wait for the reader to decide them, the light each would give, and what waits elsewhere',
    async run(reader, query) {
      const stored = await listOf(reader, query);
      const { input } = await loadBoard(reader, stored, reader.today);
      const { roles, unitId } = reader.actor;
      const isOffice = roles.includes('setup') || roles.includes('office');
      const isReviewer = roles.includes('unit-head') || roles.includes('deputy-head');
      const all = await listWaiting(reader, stored.id);
      const isHis = (it: StoredReport) =>
        it.state === 'unit-review' ? roles.includes('setup') || (isReviewer && it.unitId === unitId) : isOffice;
      const reports = [];
      for (const report of all.filter(isHis)) {
        const { light, done } = standingIfAdopted(input, report, reader.today);
        reports.push({ report, findings: await findingsFor(reader, report), ifAdopted: { light, done } });
      }
      const plans = isOffice ? await listProposedPlans(reader, stored.id) : [];
      return {
        projects: input.projects,
        promises: input.promises,
        reports,
        plans: plans.map((plan) => ({ plan, flags: flagsOf(plan, stored) })),
        elsewhere: waitingElsewhere(
          all.filter((it) => !isHis(it) && (isOffice || it.unitId === unitId)),
          input.unitNames,
        ),
      };
    },
  }),
];

/** 在谁手里: how many reports wait at whom since when; not what they say. */
function waitingElsewhere(reports: readonly StoredReport[], unitNames: Readonly<Record<string, string>>) {
  const at = (it: StoredReport) => (it.state === 'unit-review' ? (it.unitId ?? '') : '');
  return [...Map.groupBy(reports, at)].map(([unitId, rows]) => ({
    unit: unitId === '' ? null : (unitNames[unitId] ?? null),
    count: rows.length,
    since: rows.map(({ submittedAt }) => submittedAt).toSorted()[0]!,
  }));
}

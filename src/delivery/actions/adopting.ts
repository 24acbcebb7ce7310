import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { countedSince } from '../rules/count-source.ts';
import type { KeyRefusal } from '../rules/period.ts';
import type { ManyRefusal } from '../rules/refusals.ts';
import type { Override } from '../rules/report.ts';
import { mayAdopt, type ReviewRefusal } from '../rules/review.ts';
import { type CountedRefusal, OverrideInput, prepareReport, type ReportRefusal, saysFigure, usedOverrides } from '../rules/sending.ts';
import { listSourceDays } from '../store/count-sources.ts';
import { holdKeys } from '../store/periods.ts';
import { getPlaceWithFacts } from '../store/place.ts';
import { getReport, getReportForUpdate, holdPromise, type StoredReport, saveDecision } from '../store/reports.ts';
import { passGate } from './entering.ts';
import { decider } from './reviewing.ts';
import { sendingContext } from './sending-context.ts';

const Adoption = z.object({
  reportId: z.uuid(),
  /** Reasons for what the checks found in a proposed report; a sent one has given its own. */
  overrides: z.array(OverrideInput).max(20).default([]),
});

/** 采用: the figure counts from now on. Two people who adopt one report at once: one is heard, the other is told. */
export const adoptReport = command({
  name: 'delivery.adopt-report',
  version: 1,
  input: Adoption,
  permission: 'delivery.adopt',
  subject: (input) => input.reportId,
  async run(writer, { reportId, overrides }): Promise<Result<{ reportId: string }, ReviewRefusal | ReportRefusal | KeyRefusal>> {
    const adopted = await adopt(writer, reportId, overrides);
    return adopted.ok ? accept({ reportId }) : adopted;
  },
});

/** 全部采用: the confirmed proposals of a progress column, all of them or none. */
export const adoptMany = command({
  name: 'delivery.adopt-many',
  version: 1,
  input: z.object({ items: z.array(Adoption).min(1).max(500) }),
  permission: 'delivery.adopt',
  subject: (input) => `reports:${input.items.length}`,
  async run(writer, { items }): Promise<Result<{ adopted: number }, ManyRefusal>> {
    await holdPromisesOf(
      writer,
      items.map((it) => it.reportId),
    );
    for (const [index, { reportId, overrides }] of items.entries()) {
      const adopted = await adopt(writer, reportId, overrides);
      if (!adopted.ok) return refuse({ kind: 'report-refused', position: index + 1, reportId, refusal: adopted.refusal });
    }
    return accept({ adopted: items.length });
  },
});

/** All in one order, so that two who adopt much the same do not wait for each other crosswise. */
async function holdPromisesOf(writer: Writer, reportIds: readonly string[]): Promise<void> {
  const promiseIds = new Set<string>();
  for (const id of reportIds) promiseIds.add((await getReport(writer, id)).promiseId);
  for (const id of [...promiseIds].sort()) await holdPromise(writer, id);
}

async function adopt(
  writer: Writer,
  reportId: string,
  overrides: readonly Override[],
): Promise<Result<StoredReport, ReviewRefusal | ReportRefusal | KeyRefusal>> {
  const { promiseId, programmeId, state } = await getReport(writer, reportId);
  await holdPromise(writer, promiseId);
  if (state === 'proposed') await holdKeys(writer, programmeId, 'entry');
  const report = await getReportForUpdate(writer, reportId);
  checkBase(writer, reportId, report.version);
  const decided = mayAdopt(report, writer.actor);
  if (!decided.ok) return decided;
  const reported = await settleSource(writer, report);
  if (!reported.ok) return reported;
  const settled = report.state === 'proposed' ? await settleProposed(writer, report, overrides) : accept(report);
  if (!settled.ok) return settled;
  if (report.supersedes !== null) {
    const original = await getReportForUpdate(writer, report.supersedes);
    if (original.state === 'adopted') await saveDecision(writer, { ...original, state: 'superseded' });
    else if (original.state !== 'superseded') return refuse({ kind: 'original-changed', state: original.state });
  }
  await saveDecision(writer, { ...settled.value, state: 'adopted', ...decider(writer) });
  return settled;
}

/** What was typed before sites or records counted goes by the source of its day (see decision 0052). */
async function settleSource(writer: Writer, report: StoredReport): Promise<Result<null, CountedRefusal>> {
  if (!saysFigure(report)) return accept(null);
  const days = (await listSourceDays(writer, [report.promiseId]))[report.promiseId] ?? [];
  const since = countedSince(days, report.asOf);
  return since === null ? accept(null) : refuse({ kind: 'counted-by-records', since });
}

/** A proposal was read from a document, not sent: it meets the checks now, with the reasons that the office gives. */
async function settleProposed(
  writer: Writer,
  report: StoredReport,
  given: readonly Override[],
): Promise<Result<StoredReport, ReportRefusal | KeyRefusal>> {
  const content = {
    ...report,
    stepsDone: [...report.stepsDone],
    evidence: [...report.evidence],
    overrides: [...report.overrides, ...given],
  };
  const place = await getPlaceWithFacts(writer, report.promiseId);
  const gate = await passGate(writer, place, { content, unitId: report.unitId, original: null });
  if (!gate.ok) return gate;
  const context = { ...(await sendingContext(writer, place, content, report.supersedes)), isCounted: false };
  const prepared = prepareReport(content, context);
  if (!prepared.ok) return prepared;
  return accept({ ...report, inMeasure: prepared.value.inMeasure, overrides: usedOverrides(content, context) });
}

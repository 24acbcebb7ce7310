import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import { digestOf } from '#/platform/secrets.ts';
import { firstDayOf, lastDayOf, Period } from '../rules/period.ts';
import { drawSample } from '../rules/sample.ts';
import { mayVerify, type VerificationRefusal, VerifyReport } from '../rules/verification.ts';
import { checkFilesKnown, getReportForUpdate } from '../store/reports.ts';
import { addSample, addVerdict, getSample, listDrawable } from '../store/verdicts.ts';

/** 抽查: draws adopted reports of a period by lot. The seed is made here and recorded; from it anybody draws the same sample again. */
export const drawVerificationSample = command({
  name: 'delivery.draw-sample',
  version: 1,
  input: z.object({ programmeId: z.uuid(), period: Period, size: z.number().int().min(1).max(500), byUnit: z.boolean() }),
  permission: 'delivery.verify',
  subject: (input) => `sample:${input.period}`,
  async run(
    writer,
    { programmeId, period, size, byUnit },
  ): Promise<Result<{ sampleId: string; reportIds: readonly string[] }, VerificationRefusal>> {
    const population = await listDrawable(writer, { programmeId, from: firstDayOf(period), to: lastDayOf(period) });
    if (population.length === 0) return refuse({ kind: 'nothing-to-sample' });
    const seed = digestOf(`${writer.now.toISOString()} ${writer.commandId}`).slice(0, 16);
    const reportIds = drawSample(population, { seed, size, byUnit });
    const drawn = { drawnBy: writer.actor.name, drawnAt: writer.now.toISOString(), drawnOn: writer.today };
    const sample = { id: newId(), programmeId, period, seed, size, byUnit, population, reportIds, ...drawn };
    await addSample(writer, sample);
    return accept({ sampleId: sample.id, reportIds });
  },
});

/** 核查: 属实, 不符 or 无法核实, by the evidence or on site. 不符 demands a corrected report by a day. */
export const verifyReport = command({
  name: 'delivery.verify-report',
  version: 1,
  input: VerifyReport,
  permission: 'delivery.verify',
  subject: (input) => input.reportId,
  async run(writer, given): Promise<Result<{ verdictId: string }, VerificationRefusal>> {
    const report = await getReportForUpdate(writer, given.reportId);
    checkBase(writer, report.id, report.version);
    const decided = mayVerify(report, given, writer.actor, writer.today);
    if (!decided.ok) return decided;
    await checkFilesKnown(writer, given.evidence);
    if (given.sampleId !== null) {
      const { reportIds } = await getSample(writer, given.sampleId);
      if (given.way !== 'on-site' || !reportIds.includes(report.id)) return refuse({ kind: 'not-in-sample' });
    }
    const { way, result, note, evidence, sampleId } = given;
    const dueOn = result === 'mismatch' ? given.dueOn : null;
    const by = { givenBy: writer.actor.name, givenAt: writer.now.toISOString(), on: writer.today };
    const verdict = { id: newId(), reportId: report.id, promiseId: report.promiseId, sampleId, way, result, note, evidence, dueOn, ...by };
    await addVerdict(writer, report.programmeId, verdict);
    return accept({ verdictId: verdict.id });
  },
});

import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { lastDayOf, Period, periodOf } from '../rules/period.ts';
import { isWaiting } from '../rules/report.ts';
import { isOnBehalf, mayReportFor } from '../rules/review.ts';
import { ReportContent } from '../rules/sending.ts';
import { unchangedContent } from '../rules/unchanged.ts';
import { getPlaceWithFacts, holdPlace, type Place, type PlaceWithFacts } from '../store/place.ts';
import { holdPromise, listReportsOf } from '../store/reports.ts';
import { enterReport, type SendRefusal, type Sent } from './entering.ts';

/** 报送: a unit reports on one promise for one day. */
export const submitReport = command({
  name: 'delivery.submit-report',
  version: 1,
  input: ReportContent,
  permission: 'delivery.report',
  subject: (input) => input.promiseId,
  ahead: (reader, { promiseId, asOf }) => holdPlace(reader, promiseId, periodOf(asOf)),
  inCompany: true,
  async run(writer, content, place): Promise<Result<Sent, SendRefusal>> {
    checkReporter(writer, place);
    return enterReport(writer, place, { content, ...whose(writer, place), source: null });
  },
});

/** 更正: a new report that takes the place of an earlier one; the earlier one stays to be seen. */
export const correctReport = command({
  name: 'delivery.correct-report',
  version: 1,
  input: z.object({ reportId: z.uuid(), reason: z.string().trim().min(2).max(500), content: ReportContent }),
  permission: 'delivery.report',
  subject: (input) => input.reportId,
  async run(writer, { reportId, reason, content }): Promise<Result<Sent, SendRefusal>> {
    await holdPromise(writer, content.promiseId);
    const place = await placeForReporter(writer, content.promiseId);
    return enterReport(writer, place, { content, ...whose(writer, place), source: null, corrects: { reportId, reason } });
  },
});

/** 本月无变化: one tap restates the last adopted value for the period, by the same rules as any other report. */
export const stateUnchanged = command({
  name: 'delivery.state-unchanged',
  version: 1,
  input: z.object({ promiseId: z.uuid(), period: Period, behindReason: z.string().trim().min(2).max(1000).nullable().default(null) }),
  permission: 'delivery.report',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, period, behindReason }): Promise<Result<Sent, SendRefusal>> {
    await holdPromise(writer, promiseId);
    const place = await placeForReporter(writer, promiseId);
    const asOf = lastDayOf(period) < writer.today ? lastDayOf(period) : writer.today;
    const waiting = (await listReportsOf(writer, promiseId)).find(isWaiting);
    if (waiting !== undefined) return refuse({ kind: 'waiting-already', reportId: waiting.id });
    const content = unchangedContent(place.promise, place.facts, { asOf, period });
    if (!content.ok) return content;
    return enterReport(writer, place, {
      content: { ...content.value, behindReason },
      ...whose(writer, place),
      source: null,
      unchanged: true,
    });
  },
});

async function placeForReporter(writer: Writer, promiseId: string): Promise<PlaceWithFacts> {
  const place = await getPlaceWithFacts(writer, promiseId);
  checkReporter(writer, place);
  return place;
}

function checkReporter(writer: Writer, { project, promise }: Place): void {
  if (!mayReportFor(project, writer.actor)) throw new Problem(403, 'not-your-project', { promiseId: promise.id });
}

function whose(writer: Writer, { project }: Place) {
  const onBehalf = isOnBehalf(project, writer.actor);
  return { unitId: onBehalf ? project.leadUnitId : writer.actor.unitId, onBehalf };
}

import type { Result } from '#/kernel/result.ts';
import type { Reader } from '#/platform/db.ts';
import { prepareReport, type ReportContent, type ReportRefusal, type Sendable } from '../rules/sending.ts';
import { getPlaceWithFacts } from '../store/place.ts';
import { sendingContext } from './sending-context.ts';

/** What sending this report would answer now, without sending it. `corrects` names the report whose place it would take. */
export async function trySending(
  reader: Reader,
  content: ReportContent,
  corrects: string | null,
): Promise<Result<Sendable, ReportRefusal>> {
  const place = await getPlaceWithFacts(reader, content.promiseId);
  return prepareReport(content, await sendingContext(reader, place, content, corrects));
}

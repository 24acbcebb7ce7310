import type { Result } from '#/kernel/result.ts';
import type { Reader } from '#/platform/db.ts';
import { prepareReport, type ReportContent, type ReportRefusal, type Sendable } from '../rules/sending.ts';
import { getPlaceWithFacts } from '../store/place.ts';
import { behindOf } from './behind.ts';
import { sendingContext } from './sending-context.ts';

/** What sending this report would answer now, without sending it. `corrects` names the report whose place it would take, `onBehalf` that the office enters it. */
export async function trySending(
  reader: Reader,
  content: ReportContent,
  { corrects, onBehalf }: { readonly corrects: string | null; readonly onBehalf: boolean },
): Promise<Result<Sendable, ReportRefusal>> {
  const place = await getPlaceWithFacts(reader, content.promiseId);
  const behind = await behindOf(reader, place, content, { corrects, isMust: !onBehalf });
  return prepareReport(content, { ...(await sendingContext(reader, place, content, corrects)), behind });
}

import type { Reader } from '#/platform/db.ts';
import { loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import type { Answering } from '../rules/answers.ts';
import { firstDayOf, lastDayOf, type Period } from '../rules/period.ts';
import { listAcceptances } from './plans.ts';
import { listReportLines } from './report-lines.ts';

/** What the answers of a period are counted from. */
export async function loadAnswering(reader: Reader, stored: StoredProgramme, period: Period): Promise<Answering> {
  const { projects, promises } = await loadProgramme(reader, stored);
  const acceptances = await listAcceptances(reader, stored.id);
  const lines = await listReportLines(reader, { programmeId: stored.id, from: firstDayOf(period), to: lastDayOf(period) });
  return { projects, promises, acceptances, lines };
}

import { listOrderFacts } from '#/orders/door.ts';
import { getDistrict, listPosts, listUnits } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/db.ts';
import type { MinutesFacts } from '../documents/minutes.ts';
import type { PapersFacts } from '../documents/papers.ts';
import type { Meeting } from '../rules/meeting.ts';
import { listAttendance } from '../store/agenda.ts';
import { listDecisions } from '../store/decisions.ts';
import { loadAgenda, loadLastDecisions } from './meetings.ts';

/** Who sends a paper, and the line over every page of a district that only shows how it would look. */
export async function loadSender(reader: Reader): Promise<{ readonly issuer: string; readonly band: string | null }> {
  const { officeName, demoToday } = await getDistrict(reader);
  return { issuer: officeName, band: demoToday === null ? null : demoWords['zh-CN'][demoKind(reader.district)] };
}

export async function loadPapers(reader: Reader, meeting: Meeting): Promise<PapersFacts> {
  const { agenda, board } = await loadAgenda(reader, meeting);
  return {
    ...{ meeting, agenda, board },
    ...(await loadSender(reader)),
    last: await loadLastDecisions(reader, meeting),
    unitNames: Object.fromEntries((await listUnits(reader)).map(({ id, name }) => [id, name])),
  };
}

export async function loadMinutes(reader: Reader, meeting: Meeting): Promise<MinutesFacts> {
  const papers = await loadPapers(reader, meeting);
  const orders = await listOrderFacts(reader, { source: { kind: 'meeting', id: meeting.id } });
  return {
    ...papers,
    districtName: papers.board.districtName,
    decisions: await listDecisions(reader, meeting.id),
    attendance: await listAttendance(reader, meeting.id),
    posts: Object.fromEntries((await listPosts(reader)).map(({ id, title }) => [id, title])),
    numbers: Object.fromEntries(orders.map(({ id, year, number }) => [id, { year, number }])),
  };
}

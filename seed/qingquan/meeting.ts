import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { closeMeeting, writeDecision } from '#/rhythm/actions/decisions.ts';
import { beginMeeting, planMeeting, recordAttendance } from '#/rhythm/actions/meetings.ts';
import { findFrozenAgenda, listAttendance } from '#/rhythm/store/agenda.ts';
import { listDecisions } from '#/rhythm/store/decisions.ts';
import { QINGQUAN } from './list.ts';
import type { Stage } from './stage.ts';

const DECIDED = [
  { no: '2', unit: '区住建局', text: '燃气管线迁改办法6月底前定下，招标文件同步送审', dueOn: '2026-06-30' },
  { no: '8', unit: '区文旅局', text: '七月至九月送戏下乡场次表报督查室，七月起每周不少于六场', dueOn: '2026-06-15' },
  { no: '7', unit: '区园林中心', text: '其余四处口袋公园用地手续办完', dueOn: '2026-07-03' },
] as const;
const CHAIR = '演示·区领导';

/** 专题调度会: one that was held on 10 June with what it decided, and the next one, which is to come; returns the orders by their unit. */
export async function holdMeetings({
  composition,
  on,
  office,
  leader,
  programmeId,
  projectId,
  unitId,
}: Stage): Promise<ReadonlyMap<string, string>> {
  const meetingId = newId();
  const where = {
    programmeId,
    place: '区政府三楼会议室',
    chairPostId: leader.postId,
    chairName: CHAIR,
    fromTime: '09:00',
    toTime: '10:30',
  };
  await on('2026-06-08')(planMeeting, { id: meetingId, ...where, plannedOn: '2026-06-10' }, office);
  const then = on('2026-06-10');
  await then(beginMeeting, { meetingId }, office);
  const { agenda, seats } = await reading(composition.world, QINGQUAN, async (reader) => ({
    agenda: await findFrozenAgenda(reader, meetingId),
    seats: await listAttendance(reader, meetingId),
  }));
  const entries = seats.map(({ place, title, name }, i) => ({
    ...{ place, title, name: name === '' ? `演示·参会${place}` : name },
    ...(i === seats.length - 1 && i > 1 ? { state: 'leave', note: '参加上级会议' } : { state: 'present' }),
  }));
  await then(recordAttendance, { meetingId, entries }, office);
  for (const { no, unit, ...said } of DECIDED) {
    const item = agenda?.items.find((it) => it.projectId === projectId(no));
    const of = { itemKey: item?.key ?? null, projectId: projectId(no), unitId: unitId(unit) };
    await then(writeDecision, { meetingId, decisionId: newId(), ...of, ...said }, office);
  }
  await then(writeDecision, { meetingId, decisionId: newId(), text: '七月调度会专题研究冬季停工前的路面恢复' }, office);
  await then(closeMeeting, { meetingId, overCap: null }, office);
  await on('2026-06-15')(planMeeting, { id: newId(), ...where, plannedOn: '2026-06-25' }, office);
  const decisions = await reading(composition.world, QINGQUAN, (reader) => listDecisions(reader, meetingId));
  return new Map(decisions.flatMap((it) => (it.unitId === null || it.orderId === null ? [] : [[it.unitId, it.orderId]])));
}

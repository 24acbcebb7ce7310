import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { objectToOrder, replyToOrder, signOrder } from '#/orders/actions/answers.ts';
import { applyForClearing, checkClearing, closeOrder, visitOrder } from '#/orders/actions/clearing.ts';
import { decideRequest } from '#/orders/actions/decisions.ts';
import { orderFromInstruction, recordInstruction } from '#/orders/actions/instructions.ts';
import { issueByOffice } from '#/orders/actions/issue.ts';
import { drawRevisits } from '#/orders/actions/revisits.ts';
import { runTimers } from '#/orders/actions/timers.ts';
import type { Stage } from './stage.ts';

type Draft = { readonly kind: string; readonly matter: string; readonly unit: string; readonly no: string; readonly requirement?: string };

/** 督办件 before the meeting: one that was cleared, one put off after an objection, one that is late and silent, and one from an instruction. */
export async function driveOrders(stage: Stage): Promise<void> {
  await clearOne(stage);
  await putOff(stage);
  await fallSilent(stage);
  await stage.on('2026-06-04')(drawRevisits, { from: '2026-05-01', to: '2026-05-31', size: 1, dueOn: '2026-06-26' }, stage.office);
  await followInstruction(stage);
}

async function issue({ on, office, unitId, projectId }: Stage, day: CivilDate, { unit, no, ...draft }: Draft): Promise<string> {
  const about = { unitId: unitId(unit), subjectProjectId: projectId(no), sourceKind: 'light', sourceText: '看板' };
  const [order] = await on(day)<readonly { id: string }[]>(issueByOffice, { drafts: [{ ...draft, ...about }] }, office);
  return order!.id;
}

const typed = (name: string, on: CivilDate) => ({ typed: { name, on } });

async function clearOne(stage: Stage): Promise<void> {
  const { on, office, file } = stage;
  const matter = '十二个改造小区外墙脚手架安全检查';
  const orderId = await issue(stage, '2026-05-11', {
    kind: 'ordinary',
    matter,
    unit: '区住建局',
    no: '1',
    requirement: '逐个小区检查，隐患当日整改。',
  });
  const builder = stage.liaisons.get('区住建局')!;
  await on('2026-05-11')(signOrder, { orderId }, builder);
  await on('2026-05-13')(replyToOrder, { orderId, text: '已查8个小区，2处连墙件松动当日紧固。' }, builder);
  const shown = { name: '脚手架检查记录.txt', digest: await file('脚手架检查记录.txt', '虚构的检查记录，供演示') };
  const seen = { name: '现场核验记录.txt', digest: await file('现场核验记录.txt', '虚构的现场核验记录，供演示') };
  const said = { text: '12个小区全部查完，隐患3处已整改。', files: [shown], ...typed('演示·住建负责人', '2026-05-15') };
  await on('2026-05-15')(applyForClearing, { orderId, ...said }, office);
  await on('2026-05-18')(checkClearing, { orderId, note: '记录齐全' }, office);
  await on('2026-05-18')(visitOrder, { orderId, note: '抽看3个小区，整改属实', files: [seen] }, office);
  await on('2026-05-18')(closeOrder, { orderId, note: '同意销号' }, office);
}

async function putOff(stage: Stage): Promise<void> {
  const { on, office } = stage;
  const matter = '东泉村停水期间送水方案';
  const orderId = await issue(stage, '2026-05-20', { kind: 'complex', matter, unit: '区水务局', no: '3' });
  await on('2026-05-20')(signOrder, { orderId }, stage.liaisons.get('区水务局')!);
  const reason = '停水时段要等供电检修安排，6月20日前定不下来。';
  const said = { orderId, reason, ...typed('演示·水务负责人', '2026-05-22') };
  const { requestId } = await on('2026-05-22')<{ requestId: string }>(objectToOrder, said, office);
  const decision = { requestId, granted: true, decision: '理由成立，时限顺延到供电检修安排确定之后', newDueOn: '2026-06-26' };
  await on('2026-05-25')(decideRequest, decision, office);
}

/** Urged, then demanded, then a circular is proposed: each by the calendar, on the day it is due. */
async function fallSilent(stage: Stage): Promise<void> {
  const matter = '补齐六个助餐点食品经营许可材料';
  const orderId = await issue(stage, '2026-05-25', { kind: 'ordinary', matter, unit: '区民政局', no: '5' });
  await stage.on('2026-05-26')(signOrder, { orderId, ...typed('演示·民政联络员', '2026-05-26') }, stage.office);
}

async function followInstruction({ on, office, leader, unitId, projectId, liaisons }: Stage): Promise<void> {
  const id = newId();
  const about = '石桥乡农村公路边沟淤堵的群众反映';
  const body = '请交通局到现场看一遍，雨季前把边沟清通，结果报我。';
  const of = { leaderPostId: leader.postId, subjectProjectId: projectId('10') };
  await on('2026-06-03')(recordInstruction, { id, ...of, about, body, instructedOn: '2026-06-02', scan: null }, office);
  const draft = {
    kind: 'tracked',
    matter: '清通石桥乡农村公路边沟',
    unitId: unitId('区交通局'),
    dueOn: '2026-06-30',
    requirement: '6月底前全线清通。',
  };
  const [order] = await on('2026-06-03')<readonly { id: string }[]>(orderFromInstruction, { instructionId: id, drafts: [draft] }, office);
  const roads = liaisons.get('区交通局')!;
  await on('2026-06-03')(signOrder, { orderId: order!.id }, roads);
  await on('2026-06-05')(replyToOrder, { orderId: order!.id, text: '已清通4公里，剩余约2公里6月20日前完成。' }, roads);
}

/** 到期处理 on the days on which something was due. */
export async function runDueTimers({ on }: Stage, days: readonly CivilDate[]): Promise<void> {
  for (const day of days) await on(day)(runTimers, {});
}

/** What the units did with the orders of the meeting by the day of the demo. */
export async function answerDecisions({ on, office, liaisons, unitId }: Stage, orders: ReadonlyMap<string, string>): Promise<void> {
  await on('2026-06-10')(signOrder, { orderId: orders.get(unitId('区住建局')) }, liaisons.get('区住建局')!);
  await on('2026-06-12')(
    replyToOrder,
    { orderId: orders.get(unitId('区住建局')), text: '已约燃气公司6月19日到现场。' },
    liaisons.get('区住建局')!,
  );
  await on('2026-06-11')(signOrder, { orderId: orders.get(unitId('区文旅局')), ...typed('演示·文旅联络员', '2026-06-11') }, office);
}

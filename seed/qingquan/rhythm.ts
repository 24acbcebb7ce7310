import { newId } from '#/kernel/id.ts';
import { MODULES } from '#/life.ts';
import { setOverseeingLeader } from '#/programme/actions.ts';
import { addEntry } from '#/records/actions/entries.ts';
import { issueMay, judgeQuarter, setGround } from './judged.ts';
import { holdMeetings } from './meeting.ts';
import { answerDecisions, driveOrders, runDueTimers } from './orders.ts';
import type { Stage } from './stage.ts';
import { answerWeeks, raiseBlockers, writeToGas } from './weeks.ts';

const REMIND = MODULES.flatMap(({ commands }) => commands).find(({ name }) => name === 'notices.remind')!;

/** 周碰头、调度会、督办、月通报、季考评: a spring of the fictional district, so that whoever looks sees all of it under way. */
export async function playRhythm(stage: Stage, projectIds: readonly string[]): Promise<void> {
  const { on, office, leader } = stage;
  for (const projectId of projectIds) await on('2026-02-12')(setOverseeingLeader, { projectId, postId: leader.postId }, office);
  await setGround(stage);
  await judgeQuarter(stage);
  await pay(stage);
  await driveOrders(stage);
  await issueMay(stage);
  const { gas } = await raiseBlockers(stage);
  await answerWeeks(stage);
  await runDueTimers(stage, ['2026-06-02', '2026-06-05', '2026-06-08']);
  await answerDecisions(stage, await holdMeetings(stage));
  await writeToGas(stage, gas);
  await runDueTimers(stage, ['2026-06-12', '2026-06-16', '2026-06-17', '2026-06-18']);
  await on('2026-06-17')(REMIND, {});
}

/** 支付登记: what was paid so far, which the bulletin sets beside what was set aside. */
async function pay({ on, office, promiseId, file }: Stage): Promise<void> {
  const evidence = [await file('支付凭证.txt', '虚构的支付凭证，供演示')];
  for (const [no, day, title, yuan] of [
    ['2', '2026-04-20', '施工图设计和审查费', 860_000],
    ['4', '2026-04-28', '教室灯具采购首付款', 180_000],
    ['4', '2026-05-26', '教室灯具采购二期款', 240_000],
  ] as const) {
    const entry = {
      kind: 'money',
      promiseId: promiseId(no),
      on: day,
      title,
      moneyKind: 'purchase',
      amountFen: yuan * 100,
      payeeClass: 'firm',
    };
    await on(day)(addEntry, { id: newId(), entry: { ...entry, evidence } }, office);
  }
}

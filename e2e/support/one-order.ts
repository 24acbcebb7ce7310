import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { replyToOrder, signOrder } from '#/orders/actions/answers.ts';
import { applyForClearing } from '#/orders/actions/clearing.ts';
import { orderFromInstruction, recordInstruction } from '#/orders/actions/instructions.ts';
import { issueByOffice } from '#/orders/actions/issue.ts';
import { runTimers } from '#/orders/actions/timers.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { openStory } from './opening.ts';

/** A district that does not exist, with orders in every state that three weeks bring. */
const DISTRICT = '990003';
const PEOPLE = [
  { username: 'order-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'order-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'order-water', name: '演示·水务局长', unit: '区水务局', kind: 'head' },
  { username: 'order-roads', name: '演示·住建局长', unit: '区住建局', kind: 'head' },
] as const;

const { installation, must, person, end } = await openStory({ district: DISTRICT, today: '2026-06-18', people: PEOPLE });
const { composition } = installation;
const [office, leader, water, roads] = PEOPLE.map(({ username }) => person(username)) as [never, never, never, never];
const unitOf = (it: { readonly unitId: string | null }) => it.unitId!;

const on = (day: CivilDate) => Object.assign(composition.world, { today: async () => day });
type Draft = { readonly matter: string; readonly unitId: string; readonly [field: string]: unknown };
const issue = async (...drafts: readonly Draft[]) =>
  (await must<readonly { id: string }[]>(issueByOffice, { drafts: drafts.map((it) => ({ kind: 'ordinary', ...it })) }, office)).map(
    ({ id }) => id,
  );

const bytes = Buffer.from('验收单（演示）');
const digest = await putBytes(composition.world, DISTRICT, bytes);
await must(storeFile, { digest, name: '验收单.txt', size: bytes.length, mediaType: 'text/plain' });
const file = { digest, name: '验收单.txt' };

on('2026-05-25');
await issue({
  matter: '清理北门排洪渠淤泥',
  unitId: unitOf(water),
  requirement: '汛期前清完，渠底不留积泥',
  sourceKind: 'meeting',
  sourceText: '第5次专题调度会',
});
for (const day of ['2026-06-03', '2026-06-09', '2026-06-17'] as const) {
  on(day);
  await must(runTimers, {});
}
on('2026-06-15');
const [applied] = await issue({ matter: '更换东街损坏井盖12处', unitId: unitOf(roads), sourceKind: 'hotline' });
await must(signOrder, { orderId: applied }, roads);
await must(replyToOrder, { orderId: applied, text: '已更换9处，其余3处明天更换。' }, roads);
on('2026-06-17');
await must(applyForClearing, { orderId: applied, text: '12处井盖全部更换，街道已验收。', files: [file] }, roads);
const leaderPostId = (leader as { postId: string }).postId;
const instruction = {
  id: newId(),
  leaderPostId,
  about: '《东街雨后积水情况专报》',
  body: '请水务、住建两家一周内拿出办法，切实解决群众出行问题。',
  instructedOn: '2026-06-16',
};
await must(recordInstruction, instruction, office);
on('2026-06-18');
const drafts = [
  { kind: 'complex', matter: '东街积水点改造方案', unitId: unitOf(water), requirement: '一周内报方案，一个月内完工' },
  { kind: 'ordinary', matter: '清通东街雨水口', unitId: unitOf(roads) },
];
await must(orderFromInstruction, { instructionId: instruction.id, drafts }, office);
await issue({ matter: '报送上半年供水管网更新台账', unitId: unitOf(water), kind: 'paper', isUrgent: true });
await end();

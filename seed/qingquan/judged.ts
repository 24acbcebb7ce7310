import { decideAppeal, fileAppeal } from '#/assessment/actions/appeals.ts';
import { enterPoints } from '#/assessment/actions/entries.ts';
import { openRound, publishRound } from '#/assessment/actions/rounds.ts';
import { setDifficulty, setPriorities } from '#/assessment/actions/settings.ts';
import { freezeMonthLights } from '#/delivery/actions/lights.ts';
import { newId } from '#/kernel/id.ts';
import { issueBulletin, prepareBulletin } from '#/supervision/actions/bulletins.ts';
import { submitDocument, takeDocumentStep } from '#/supervision/actions/documents.ts';
import type { Stage } from './stage.ts';

const YEAR = 2026;
const PRIORITIES = [
  { title: '改善群众居住条件', of: ['1', '2', '7'] },
  { title: '补齐农村基础设施短板', of: ['3', '10'] },
  { title: '办好“一老一小”实事', of: ['4', '5'] },
  { title: '稳定和扩大就业', of: ['9'] },
] as const;

/** 月末灯 and 工作报告重点: what bulletin, scores and settlement stand on. */
export async function setGround({ on, office, programmeId, projectId }: Stage): Promise<void> {
  for (const [month, day] of [
    [3, '2026-04-03'],
    [4, '2026-05-07'],
    [5, '2026-06-03'],
  ] as const)
    await on(day)(freezeMonthLights, { programmeId, year: YEAR, month });
  const items = PRIORITIES.map(({ title }) => ({ id: newId(), title }));
  const links = PRIORITIES.flatMap(({ of }, i) => of.map((no) => ({ projectId: projectId(no), priorityIds: [items[i]!.id] })));
  await on('2026-03-02')(setPriorities, { year: YEAR, items, links, reason: '2026年清泉区政府工作报告（虚构）' }, office);
  await on('2026-03-02')(setDifficulty, { projectId: projectId('2'), coefficient: 1.5, reason: '跨冬施工，涉及三条主街' }, office);
}

/** 一季度考评: put before the units, one appeal heard, published. */
export async function judgeQuarter({ on, office, leader, liaisons, unitId, file }: Stage): Promise<void> {
  const builder = liaisons.get('区住建局')!;
  const quarter = { year: YEAR, quarter: 1 };
  const evidence = [await file('一季度质量抽查记录.txt', '虚构的抽查记录，供演示')];
  for (const [unit, points] of [
    ['区住建局', 4.5],
    ['区水务局', 4],
    ['区教体局', 5],
  ] as const) {
    const given = { unitId: unitId(unit), lineKey: 'quality', points, text: '一季度质量安全抽查', evidence };
    await on('2026-04-07')(enterPoints, { id: newId(), ...quarter, ...given }, office);
  }
  const { roundId } = await on('2026-04-08')<{ roundId: string }>(openRound, { ...quarter, reason: '' }, office);
  const reason = '三月底又有一个小区完工，验收单晚到两天，应按3个计。';
  const proof = [await file('小区验收单.txt', '虚构的小区验收单，供演示')];
  const id = newId();
  await on('2026-04-09')(fileAppeal, { id, roundId, lineKey: 'completion', reason, evidence: proof }, builder);
  const decision = '季度数字以3月31日台账为准，晚到的计入二季度。';
  await on('2026-04-13')(decideAppeal, { appealId: id, result: 'rejected', decision, points: null }, leader);
  await on('2026-04-16')(publishRound, { roundId }, office);
}

/** 五月通报: drafted, checked, signed and issued in the first days of June. */
export async function issueMay({ on, office, leader }: Stage): Promise<void> {
  const settings = { copyTo: '区委办公室，区人大常委会办公室，区政协办公室' };
  const { bulletinId } = await on('2026-06-03')<{ bulletinId: string }>(prepareBulletin, { year: YEAR, month: 5, settings }, office);
  const document = await on('2026-06-03')<object>(submitDocument, { year: YEAR, month: 5, kind: 'bulletin' }, office);
  await on('2026-06-03')(takeDocumentStep, { ...document, step: 'checked' }, office);
  await on('2026-06-04')(takeDocumentStep, { ...document, step: 'signed' }, leader);
  await on('2026-06-04')(issueBulletin, { bulletinId }, office);
}

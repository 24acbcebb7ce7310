import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { moveBlocker, raiseBlocker, settleBlocker } from '#/rhythm/actions/blockers.ts';
import { closeWeeks, fileWeeklyCheck } from '#/rhythm/actions/checks.ts';
import { draftLetter, sendLetter } from '#/rhythm/actions/letters.ts';
import { recordOnSite } from '#/rhythm/actions/on-site.ts';
import { loadAskedOf } from '#/rhythm/content/weeks.ts';
import { isoWeekOf } from '#/rhythm/rules/iso-week.ts';
import { getRhythmSettings } from '#/rhythm/store/settings.ts';
import { worldOn } from '../people.ts';
import { QINGQUAN } from './list.ts';
import type { Stage } from './stage.ts';

/** What a unit said of a project in a week; of everything else it said that nothing changed. */
const SAID: Readonly<Record<string, { readonly done: string; readonly next: string; readonly problem?: string; readonly needs?: string }>> =
  {
    '2026-06-05 2': {
      done: '施工图送审，二次修改已提交',
      next: '取得批复后定稿招标文件',
      problem: '东湖路燃气管线与雨水管位置冲突',
      needs: '请燃气公司来现场定迁改办法',
    },
    '2026-06-05 10': { done: '石桥乡段路基完成6公里', next: '开始柳河乡段' },
    '2026-06-08 8': { done: '演出队伍已选定', next: '排定七月场次' },
    '2026-06-12 2': {
      done: '施工图批复，具备招投标条件',
      next: '六月下旬发招标文件',
      problem: '燃气管线迁改办法未定',
      needs: '调度会议定后请燃气公司书面答复',
    },
    '2026-06-12 7': { done: '第二处公园绿化完成', next: '办理其余四处用地手续' },
    '2026-06-17 2': { done: '招标文件初稿完成', next: '送审招标文件' },
  };

/** Who answered when; who is not there said nothing. */
const ANSWERED: readonly (readonly [filedOn: CivilDate, week: CivilDate, silent: readonly string[], only?: readonly string[]])[] = [
  ['2026-06-05', '2026-06-05', ['区文旅局']],
  ['2026-06-08', '2026-06-05', [], ['区文旅局']],
  ['2026-06-12', '2026-06-12', ['区文旅局']],
  ['2026-06-17', '2026-06-17', [], ['区住建局']],
];

/** 周碰头: three weeks, one of them answered late by one unit, one not at all. */
export async function answerWeeks(stage: Stage): Promise<void> {
  await stage.on('2026-06-01')(closeWeeks, {});
  for (const [filedOn, of, silent, only] of ANSWERED) {
    if (filedOn === '2026-06-08') await stage.on(filedOn)(closeWeeks, {});
    await answerWeek(stage, {
      filedOn,
      of,
      speaks: (unitId) => !silent.some((it) => stage.unitId(it) === unitId) && (only?.some((it) => stage.unitId(it) === unitId) ?? true),
    });
  }
  await stage.on('2026-06-15')(closeWeeks, {});
}

type Week = { readonly filedOn: CivilDate; readonly of: CivilDate; readonly speaks: (unitId: string) => boolean };

async function answerWeek(stage: Stage, { filedOn, of, speaks }: Week): Promise<void> {
  const week = isoWeekOf(of);
  const asked = await reading(worldOn(stage.composition, filedOn), QINGQUAN, async (reader) =>
    loadAskedOf(reader, week, await getRhythmSettings(reader)),
  );
  for (const [unitId, projects] of Map.groupBy(asked, (it) => it.unitId)) {
    if (!speaks(unitId)) continue;
    const liaison = [...stage.liaisons.values()].find((it) => it.unitId === unitId);
    const lines = projects.map(({ projectId, no }) => {
      const said = SAID[`${filedOn} ${no}`];
      return said === undefined ? { projectId, isUnchanged: true } : { projectId, ...said };
    });
    await stage.on(filedOn)(fileWeeklyCheck, { ...week, unitId, lines }, liaison ?? stage.office);
  }
}

const GAS = '清泉燃气公司（虚构）';

/** 堵点: one that goes all the way up to a utility, one solved on site by the leader, one solved by its unit, one that is new. */
export async function raiseBlockers({ on, office, leader, liaisons, projectId, file }: Stage): Promise<{ readonly gas: string }> {
  const [gas, meals, land, trees] = [newId(), newId(), newId(), newId()];
  const [builder, roads] = [liaisons.get('区住建局')!, liaisons.get('区交通局')!];
  const asked = { asked: '请园林、自然资源两家会商移交' };
  await on('2026-05-20')(raiseBlocker, { id: land, projectId: projectId('7'), title: '荷花路公园用地未移交', ...asked }, office);
  const pipe = {
    title: '东湖路燃气管线与雨水管位置冲突',
    detail: '约120米管线同槽，雨水管无法按图敷设。',
    asked: '请协调燃气公司定迁改办法',
  };
  await on('2026-05-26')(raiseBlocker, { id: gas, projectId: projectId('2'), ...pipe }, builder);
  await on('2026-05-29')(moveBlocker, { blockerId: gas, to: 'leader', reason: '两次联系未定，本局无法解决' }, builder);
  const how = { as: 'solved', on: '2026-06-03', how: '两家现场交接，用地已移交' };
  await on('2026-06-03')(settleBlocker, { blockerId: land, ...how, solvedBy: '演示·园林中心负责人' }, office);
  const rooms = { title: '两处助餐点场地产权未明', asked: '请街道腾退一层用房', level: 'leader' };
  await on('2026-06-04')(raiseBlocker, { id: meals, projectId: projectId('5'), ...rooms }, office);
  await on('2026-06-05')(moveBlocker, { blockerId: gas, to: 'meeting', reason: '涉及外单位，上会定' }, leader);
  const site = { leaderPostId: leader.postId, place: '清荷社区服务中心', heldOn: '2026-06-11', present: '民政局、清荷街道、清荷社区' };
  const solved = { matter: '两处助餐点没有场地', decision: '社区服务中心一层腾出两间，6月底前交付。', isSolved: true };
  const evidence = [await file('现场办公记录.txt', '虚构的现场办公记录，供演示')];
  await on('2026-06-11')(recordOnSite, { id: newId(), projectId: projectId('5'), blockerId: meals, ...site, ...solved, evidence }, office);
  const yard = { title: '石桥乡段三户地上附着物未清', asked: '请石桥乡三日内清点登记' };
  await on('2026-06-15')(raiseBlocker, { id: trees, projectId: projectId('10'), ...yard }, roads);
  return { gas };
}

/** 发函: what the meeting decided goes out to the gas company, which has no account here. */
export async function writeToGas({ on, office }: Stage, blockerId: string): Promise<void> {
  await on('2026-06-11')(moveBlocker, { blockerId, to: 'utility', reason: '按调度会议定事项发函', askedOf: GAS }, office);
  const id = newId();
  const text = '东湖路雨污分流改造中，约120米燃气管线与新建雨水管位置冲突。请派人到现场核定迁改办法，并将办法和时间书面函告。';
  const letter = { toKind: 'gas', toBody: GAS, title: '关于商请核定东湖路燃气管线迁改办法的函', text, answerBy: '2026-06-24' };
  await on('2026-06-11')(draftLetter, { id, blockerId, ...letter }, office);
  await on('2026-06-12')(sendLetter, { letterId: id, sentOn: '2026-06-12', number: '清督函〔2026〕3号' }, office);
}

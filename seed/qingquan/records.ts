import { setCountSource } from '#/delivery/actions/count-source.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { Actor } from '#/platform/roles.ts';
import { setDefinition } from '#/records/actions/definitions.ts';
import { addEntry } from '#/records/actions/entries.ts';
import { importEntries } from '#/records/actions/entry-files.ts';
import type { Must } from '../people.ts';
import { VILLAGES } from './places.ts';

/** Eight fairs; none in February. */
const FAIRS: readonly (readonly [on: CivilDate, title: string, place: string, township: string, attended: number])[] = [
  ['2026-01-15', '春风行动首场招聘会', '清泉广场', '清荷街道', 640],
  ['2026-01-29', '返乡人员招聘会', '石桥乡集市', '石桥乡', 310],
  ['2026-03-05', '女性专场招聘会', '区人力资源市场', '清荷街道', 280],
  ['2026-03-19', '民营企业招聘会', '清泉广场', '清荷街道', 520],
  ['2026-04-16', '退役军人专场招聘会', '区人力资源市场', '清荷街道', 150],
  ['2026-05-07', '零工专场招聘会', '柳河乡集市', '柳河乡', 230],
  ['2026-05-21', '高校毕业生招聘会', '区职教中心', '清荷街道', 460],
  ['2026-06-11', '夜市招聘会', '清荷街', '清荷街道', 390],
];

/** Five courses, 380 who passed. */
const COURSES: readonly (readonly [on: CivilDate, place: string, attended: number, certified: number])[] = [
  ['2026-03-12', '区职教中心', 82, 78],
  ['2026-04-09', '柳河乡卫生院', 71, 66],
  ['2026-04-28', '石桥乡卫生院', 80, 74],
  ['2026-05-14', '区职教中心', 90, 88],
  ['2026-06-04', '清荷社区', 79, 74],
];

const SHOWS = 70;
const HEAD = '日期,名称,地点,所在区域,活动类别,状态,开始时间,结束时间,主办单位';

type Known = {
  readonly office: Actor;
  readonly promiseOf: (no: string) => string;
  readonly evidence: string;
  readonly areaId: (name: string) => string;
  readonly file: (name: string, content: string) => Promise<string>;
};

/** 场次: fairs and shows are counted from what is on record; the courses stand beside what was reported of them, and say less. */
export async function recordEvents(must: Must, { office, promiseOf, evidence, areaId, file }: Known): Promise<void> {
  const common = { kind: 'event', state: 'held', evidence: [evidence] };
  for (const [on, title, place, township, attended] of FAIRS) {
    const entry = { ...common, promiseId: promiseOf('9'), eventKind: 'fair', host: '区人社局', on, title, place, attended };
    await must(addEntry, { id: newId(), entry: { ...entry, areaId: areaId(township) } }, office);
  }
  for (const [i, [on, place, attended, certified]] of COURSES.entries()) {
    const entry = { ...common, promiseId: promiseOf('6'), eventKind: 'training', host: '区红十字会', on, place, attended, certified };
    await must(addEntry, { id: newId(), entry: { ...entry, title: `急救技能培训第${i + 1}期` } }, office);
  }
  const digest = await file('送戏日程.csv', [HEAD, ...plannedShows()].join('\n'));
  await must(importEntries, { digest, promiseId: promiseOf('8'), kind: 'event' }, office);
  for (const [no, eventKind, isSwitched] of [
    ['9', 'fair', true],
    ['6', 'training', false],
    ['8', 'show', true],
  ] as const) {
    const promiseId = promiseOf(no);
    await must(
      setDefinition,
      { promiseId, spec: { kind: 'events', eventKind, counts: 'held' }, reason: '办一场计一场，有照片、有人数' },
      office,
    );
    if (isSwitched) await must(setCountSource, { promiseId, source: 'records', reason: '场次登记齐全，改由实绩计数' }, office);
  }
}

/** Seven evenings in each of ten villages, from July to September. */
function plannedShows(): readonly string[] {
  return Array.from({ length: SHOWS }, (_, i) => {
    const [village] = VILLAGES[i % VILLAGES.length]!;
    const day = new Date(Date.UTC(2026, 6, 3 + i)).toISOString().slice(0, 10);
    return `${day},送戏下乡第${i + 1}场,${village}戏台,${village},演出,计划,19:30,21:30,区文旅局`;
  });
}

import { newId } from '#/kernel/id.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import type { Actor } from '#/platform/roles.ts';
import { setSiteAddress, writeCard } from '#/publication/actions/cards.ts';
import { announceDisruption } from '#/publication/actions/disruptions.ts';
import type { Must } from '../people.ts';

/** What a district that does not exist tells its residents. Every place, day and number is made up; every telephone is 12345. */
const PHONE = '12345';

/** The town, beside the townships and villages: a subdistrict, its communities, and an estate in each. */
const TOWN = '清荷街道';
const COMMUNITIES: readonly (readonly [community: string, estate: string])[] = [
  ['清荷社区', '清荷小区'],
  ['东湖社区', '东湖小区'],
  ['石桥社区', '石桥家园'],
];

type SeedCard = {
  /** The row of the list. */
  readonly no: string;
  readonly who: string;
  readonly where: string;
  readonly bring: string;
  readonly until: string;
  readonly untilOn: string | null;
  readonly office: string;
  readonly areas: readonly string[];
  readonly events?: readonly {
    readonly title: string;
    readonly on: string;
    readonly from: string;
    readonly to: string;
    readonly place: string;
  }[];
};

const CARDS: readonly SeedCard[] = [
  {
    no: '9',
    who: '有求职意愿的居民，不限户籍',
    where: '区人力资源市场一楼大厅',
    bring: '本人证件；简历可以现场填写',
    until: '全年，工作日8:30至17:30',
    untilOn: '2026-12-31',
    office: '区就业服务中心',
    areas: [],
    events: [
      { title: '夏季专场招聘会', on: '2026-06-27', from: '09:00', to: '11:30', place: '清荷广场' },
      { title: '石桥乡专场招聘会', on: '2026-07-11', from: '09:00', to: '11:30', place: '石桥乡文化站院内' },
    ],
  },
  {
    no: '1',
    who: '三个改造小区的全体住户',
    where: '各小区门口的现场值班点',
    bring: '不用带材料；需要错时施工的说明楼号即可',
    until: '施工期间每天8:00至18:00',
    untilOn: '2026-10-31',
    office: '区住建局老旧小区改造办公室',
    areas: ['清荷小区', '东湖小区', '石桥家园'],
  },
  {
    no: '3',
    who: '柳河乡、石桥乡十个村的用水户',
    where: '本村村委会',
    bring: '不用带材料；换表时家里留一个人',
    until: '随各村管网更新进度，开工前三天在村里公布',
    untilOn: '2026-11-30',
    office: '区水务局农村供水股',
    areas: ['柳河乡', '石桥乡'],
  },
  {
    no: '5',
    who: '年满六十周岁的常住老人',
    where: '东湖社区助餐点、石桥助餐点',
    bring: '身份证，首次就餐时登记一次',
    until: '每天11:30至13:00',
    untilOn: null,
    office: '区民政局养老服务股',
    areas: ['东湖社区', '石桥社区'],
  },
  {
    no: '8',
    who: '全区居民，免费观看',
    where: '各村文化广场，演出前一周在村里张贴',
    bring: '不用带任何东西',
    until: '7月到10月，晴天的晚上',
    untilOn: '2026-10-31',
    office: '区文化馆',
    areas: [],
    events: [
      { title: '送戏下乡首场', on: '2026-07-03', from: '19:30', to: '21:30', place: '东泉村文化广场' },
      { title: '送戏下乡', on: '2026-07-05', from: '19:30', to: '21:30', place: '柳河村文化广场' },
    ],
  },
  {
    no: '6',
    who: '十八周岁以上的居民，名额满了排下一场',
    where: '区红十字会培训室',
    bring: '身份证',
    until: '每月一场，先报名',
    untilOn: '2026-12-31',
    office: '区红十字会',
    areas: [],
    events: [{ title: '急救技能培训第八场', on: '2026-06-26', from: '14:30', to: '17:00', place: '区红十字会培训室' }],
  },
];

const NOTICES = [
  {
    kind: 'water',
    what: '更换村内主管，东泉村全村停水',
    ...{ fromOn: '2026-06-22', fromTime: '08:00', untilOn: '2026-06-22', untilTime: '18:00' },
    ...{ areas: ['东泉村'], office: '区水务局农村供水股' },
  },
  {
    kind: 'road',
    what: '柳林巷管网施工，巷内车辆绕行清荷街，行人可以通行',
    ...{ fromOn: '2026-06-20', fromTime: null, untilOn: '2026-07-10', untilTime: null },
    ...{ areas: ['清荷社区'], office: '区住建局' },
  },
] as const;

type Told = {
  readonly office: Actor;
  /** Townships and villages that are there already, by name. */
  readonly areas: ReadonlyMap<string, string>;
  /** The promise of a row. */
  readonly promiseOf: (no: string) => string;
};

/** Cards and notices, chosen by village, community and estate. */
export async function tellResidents(must: Must, { office, areas, promiseOf }: Told): Promise<void> {
  const ids = new Map(areas);
  const setUp = async (kind: string, name: string, parentId: string | null): Promise<string> => {
    const { id } = await must<{ id: string }>(setUpArea, { kind, name, parentId }, office);
    ids.set(name, id);
    return id;
  };
  const town = await setUp('subdistrict', TOWN, null);
  for (const [community, estate] of COMMUNITIES) await setUp('estate', estate, await setUp('community', community, town));
  const idsOf = (names: readonly string[]) => names.map((it) => ids.get(it)!);
  await must(setSiteAddress, { address: 'https://qingquan.example' }, office);
  for (const { no, areas: names, ...card } of CARDS)
    await must(writeCard, { promiseId: promiseOf(no), card: { ...card, phone: PHONE, areaIds: idsOf(names) } }, office);
  for (const { areas: names, ...notice } of NOTICES)
    await must(announceDisruption, { disruptionId: newId(), ...notice, phone: PHONE, areaIds: idsOf(names) }, office);
}

import { newId } from '#/kernel/id.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import type { Actor } from '#/platform/roles.ts';
import { setSiteAddress, writeCard } from '#/publication/actions/cards.ts';
import { announceDisruption } from '#/publication/actions/disruptions.ts';
import type { Must } from './people.ts';

/** What a district that does not exist tells its residents. Every place, day and number is made up; every telephone is 12345. */
const PHONE = '12345';

type AreaTree = { readonly kind: string; readonly name: string; readonly within?: readonly AreaTree[] };

const estates = (...names: readonly string[]) => names.map((name) => ({ kind: 'estate', name }));
const AREAS: readonly AreaTree[] = [
  {
    kind: 'subdistrict',
    name: '清荷街道',
    within: [
      { kind: 'community', name: '清荷社区', within: estates('清荷小区', '柳林新苑') },
      { kind: 'community', name: '东湖社区', within: estates('东湖小区') },
    ],
  },
  {
    kind: 'township',
    name: '石桥镇',
    within: [
      { kind: 'community', name: '石桥社区', within: estates('石桥家园') },
      ...['柳河村', '东泉村', '西沟村', '石桥村', '南坡村'].map((name) => ({ kind: 'village', name })),
    ],
  },
];

type SeedCard = {
  /** The row of the list, by its name. */
  readonly project: string;
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
    project: '便民就业',
    who: '有求职意愿的居民，不限户籍',
    where: '区人力资源市场一楼大厅',
    bring: '本人证件；简历可以现场填写',
    until: '全年，工作日8:30至17:30',
    untilOn: '2026-12-31',
    office: '区就业服务中心',
    areas: [],
    events: [
      { title: '夏季专场招聘会', on: '2026-06-27', from: '09:00', to: '11:30', place: '清荷广场' },
      { title: '石桥镇专场招聘会', on: '2026-07-11', from: '09:00', to: '11:30', place: '石桥镇文化站院内' },
    ],
  },
  {
    project: '老旧小区改造',
    who: '四个改造小区的全体住户',
    where: '各小区门口的现场值班点',
    bring: '不用带材料；需要错时施工的说明楼号即可',
    until: '施工期间每天8:00至18:00',
    untilOn: '2026-10-31',
    office: '区住建局老旧小区改造办公室',
    areas: ['清荷小区', '东湖小区', '石桥家园', '柳林新苑'],
  },
  {
    project: '农村饮水安全',
    who: '柳河、东泉、西沟、石桥、南坡五个村的用水户',
    where: '本村村委会',
    bring: '不用带材料；换表时家里留一个人',
    until: '随各村管网更新进度，开工前三天在村里公布',
    untilOn: '2026-11-30',
    office: '区水务局农村供水股',
    areas: ['柳河村', '东泉村', '西沟村', '石桥村', '南坡村'],
  },
  {
    project: '老年助餐',
    who: '年满六十周岁的常住老人',
    where: '东湖社区助餐点、清荷社区助餐点、石桥助餐点',
    bring: '身份证，首次就餐时登记一次',
    until: '每天11:30至13:00',
    untilOn: null,
    office: '区民政局养老服务股',
    areas: ['东湖社区', '清荷社区', '石桥社区'],
  },
  {
    project: '送戏下乡',
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
    project: '重点人群健康',
    who: '十八周岁以上、没有做过乙肝抗体检测的常住居民',
    where: '就近的社区卫生服务中心或乡镇卫生院',
    bring: '身份证',
    until: '工作日上午8:00至11:00，空腹不是必须的',
    untilOn: '2026-12-31',
    office: '区疾病预防控制中心',
    areas: [],
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

export type Areas = ReadonlyMap<string, string>;

/** Townships, villages, communities and estates; their ids by name. */
export async function seedAreas(must: Must, office: Actor): Promise<Areas> {
  const ids = new Map<string, string>();
  const setUp = async (tree: readonly AreaTree[], parentId: string | null): Promise<void> => {
    for (const { kind, name, within = [] } of tree) {
      const { id } = await must<{ id: string }>(setUpArea, { kind, name, parentId }, office);
      ids.set(name, id);
      await setUp(within, id);
    }
  };
  await setUp(AREAS, null);
  return ids;
}

/** Cards and notices; `promises` are the ids of the first promise of each row, by the row's name. */
export async function seedCards(must: Must, office: Actor, areas: Areas, promises: ReadonlyMap<string, string>): Promise<void> {
  const idsOf = (names: readonly string[]) => names.map((it) => areas.get(it)!);
  await must(setSiteAddress, { address: 'https://demo.example' }, office);
  for (const { project, areas: names, ...card } of CARDS) {
    const promiseId = promises.get(project);
    if (promiseId === undefined) throw new Error(`demo: no row is called ${project}`);
    await must(writeCard, { promiseId, card: { ...card, phone: PHONE, areaIds: idsOf(names) } }, office);
  }
  for (const { areas: names, ...notice } of NOTICES)
    await must(announceDisruption, { disruptionId: newId(), ...notice, phone: PHONE, areaIds: idsOf(names) }, office);
}

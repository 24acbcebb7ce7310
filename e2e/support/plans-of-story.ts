import { ACCEPTANCE, TENDER, type Works } from '../../seed/works.ts';

type Plan = Omit<Works, 'isBegun'> & {
  readonly name: string;
  readonly unit: string;
  readonly verb: string;
  readonly object: string;
  readonly target: number;
  readonly measureUnit: string;
  /** Reported so far; null where nothing was. */
  readonly done: number | null;
  readonly kind: string;
  readonly sites: readonly (readonly [name: string, lon: number, lat: number])[];
  /** Sites that are begun; the first of them is done. */
  readonly begun: number;
};

const NONE = { finished: 0, daysEach: 20, remaining: 5, isLocked: false, sites: [], begun: 0, kind: 'other' } as const;

/** Ten plans of a fictional district, of every kind that a wall has to show. */
export const PLANS: readonly Plan[] = [
  {
    ...NONE,
    ...{ name: '便民就业', unit: '区人社局', verb: '举办', object: '专场招聘会', target: 15, measureUnit: '场', done: 8 },
    works: [
      ['上半年招聘会', 80, 'office'],
      ['零工驿站选址', 15, 'office', '已选址'],
      ['驿站装修', 40, 'office'],
      ['挂牌运行', 5, 'office', '投入使用'],
    ],
    ...{ finished: 1, daysEach: 105, remaining: 9, begun: 1, isLocked: true },
  },
  {
    ...NONE,
    ...{ name: '雨污分流改造', unit: '区住建局', verb: '改造', object: '雨污管网', target: 32, measureUnit: '公里', done: 0, kind: 'pipe' },
    works: [...TENDER, ['管道铺设', 62, 'outdoor'], ['路面恢复', 25, 'outdoor', '恢复通行'], ACCEPTANCE],
    sites: [
      ['东湖路管网', 113.08, 40.06],
      ['清荷街管网', 113.12, 40.08],
      ['柳林巷管网', 113.15, 40.05],
    ],
  },
  {
    ...NONE,
    ...{
      name: '老旧小区改造',
      unit: '区住建局',
      verb: '改造',
      object: '老旧小区',
      target: 12,
      measureUnit: '个',
      done: 4,
      kind: 'housing',
    },
    works: [...TENDER, ['外墙和屋面', 70, 'winter-stop'], ['楼道和管线', 45, 'winter-stop'], ACCEPTANCE],
    ...{ finished: 4, daysEach: 21, remaining: 44, begun: 3, isLocked: true },
    sites: [
      ['清荷小区', 113.1, 40.11],
      ['东湖小区', 113.16, 40.12],
      ['石桥家园', 113.2, 40.1],
      ['柳林新苑', 113.18, 40.07],
    ],
  },
  {
    ...NONE,
    ...{
      name: '农村饮水安全',
      unit: '区水务局',
      verb: '更新',
      object: '村的供水管网',
      target: 10,
      measureUnit: '个',
      done: 6,
      kind: 'village-works',
    },
    works: [...TENDER, ['十村管网更新', 90, 'winter-stop'], ['水质检测', 15, 'office', '水质达标'], ACCEPTANCE],
    ...{ finished: 4, daysEach: 20, remaining: 38, begun: 4, isLocked: true },
    sites: [
      ['柳河村', 112.9, 40.02],
      ['东泉村', 112.95, 40.16],
      ['西沟村', 112.86, 40.1],
      ['石桥村', 113.02, 40.2],
      ['南坡村', 113.25, 39.98],
    ],
  },
  {
    ...NONE,
    ...{
      name: '校园照明改善',
      unit: '区教体局',
      verb: '改造',
      object: '教室照明',
      target: 80,
      measureUnit: '间',
      done: 80,
      kind: 'education',
    },
    works: [
      ['摸底和采购', 30, 'office', '完成采购'],
      ['假期施工', 25, 'every-day', '完成安装'],
      ['检测验收', 8, 'office', '竣工验收'],
    ],
    ...{ finished: 2, daysEach: 50, remaining: 2, begun: 1, isLocked: true },
  },
  {
    ...NONE,
    ...{ name: '老年助餐', unit: '区民政局', verb: '建成', object: '社区助餐点', target: 20, measureUnit: '个', done: 9, kind: 'care' },
    works: [
      ['选址和协议', 30, 'office', '已选址'],
      ['改造装修', 60, 'office'],
      ['食品经营许可', 20, 'office', '取得许可'],
      ['开餐运行', 10, 'every-day', '投入使用'],
    ],
    ...{ finished: 1, daysEach: 60, remaining: 32, begun: 2 },
    sites: [
      ['东湖社区助餐点', 113.14, 40.1],
      ['清荷社区助餐点', 113.11, 40.09],
      ['石桥助餐点', 113.21, 40.13],
    ],
  },
  { ...NONE, name: '送戏下乡', unit: '区文旅局', verb: '举办', object: '送戏下乡', target: 70, measureUnit: '场', done: null, works: [] },
  {
    ...NONE,
    ...{ name: '口袋公园', unit: '区园林中心', verb: '新建', object: '口袋公园', target: 6, measureUnit: '个', done: 2, kind: 'green' },
    works: [
      ['方案和用地', 25, 'office', '方案批复'],
      ...TENDER,
      ['土建和铺装', 45, 'winter-stop'],
      ['秋季栽植', 30, 'winter-stop'],
      ACCEPTANCE,
    ],
    ...{ finished: 5, daysEach: 18, remaining: 30, begun: 1, isLocked: true },
    sites: [
      ['北岸口袋公园', 113.17, 40.15],
      ['桥头口袋公园', 113.22, 40.12],
    ],
  },
  {
    ...NONE,
    ...{ name: '农村公路', unit: '区交通局', verb: '新改建', object: '农村公路', target: 26, measureUnit: '公里', done: 14, kind: 'road' },
    works: [...TENDER, ['路基', 40, 'outdoor'], ['路面', 35, 'outdoor'], ['标志标线', 12, 'outdoor'], ACCEPTANCE],
    ...{ finished: 4, daysEach: 20, remaining: 18, begun: 1, isLocked: true },
    sites: [
      ['东泉至柳河公路', 112.93, 40.09],
      ['南坡村公路', 113.2, 40.0],
    ],
  },
  {
    ...NONE,
    ...{
      name: '重点人群健康',
      unit: '区卫健局',
      verb: '提供',
      object: '乙肝抗体检测',
      target: 400_000,
      measureUnit: '名',
      done: 57_000,
      kind: 'health',
    },
    works: [
      ['试剂采购', 35, 'office', '完成采购'],
      ['机关企业检测', 60, 'office'],
      ['乡镇集中检测', 75, 'every-day'],
      ['数据核对', 15, 'office', '数据入库'],
    ],
    ...{ finished: 1, daysEach: 70, remaining: 40, begun: 1 },
  },
];

export const OUTLINE_OF_STORY = {
  type: 'Polygon',
  coordinates: [
    [
      [112.82, 40.0],
      [112.95, 39.92],
      [113.12, 39.96],
      [113.3, 39.93],
      [113.33, 40.08],
      [113.26, 40.19],
      [113.1, 40.24],
      [112.96, 40.25],
      [112.85, 40.17],
      [112.82, 40.0],
    ],
  ],
} as const;

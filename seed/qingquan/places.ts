/** Drawn upon the open sea, so that nobody takes the district for one that exists. */
const at = (x: number, y: number): readonly [number, number] => [122.8 + x / 100, 35.9 + y / 100];

export const OUTLINE = {
  type: 'Polygon',
  coordinates: [[at(2, 10), at(15, 2), at(32, 6), at(50, 3), at(53, 18), at(46, 29), at(30, 34), at(16, 35), at(5, 27), at(2, 10)]],
} as const;

export const VILLAGES: readonly (readonly [name: string, township: string, x: number, y: number])[] = [
  ['柳河村', '柳河乡', 10, 12],
  ['东泉村', '柳河乡', 15, 26],
  ['西沟村', '柳河乡', 6, 20],
  ['上柳村', '柳河乡', 12, 18],
  ['下柳村', '柳河乡', 17, 8],
  ['石桥村', '石桥乡', 22, 30],
  ['南坡村', '石桥乡', 45, 8],
  ['北坡村', '石桥乡', 43, 13],
  ['桥头村', '石桥乡', 26, 26],
  ['枣园村', '石桥乡', 48, 20],
];

/** 点位步骤 of a village's pipes: name, weight, what comes before it, in how many villages it is done, and by when in all. */
export const WATER_STEPS: readonly (readonly [name: string, weight: number, needs: readonly number[], done: number, dueOn: string])[] = [
  ['管网铺设', 40, [], 8, '2026-07-31'],
  ['标志桩', 5, [0], 6, '2026-08-15'],
  ['路面恢复', 20, [0], 5, '2026-09-15'],
  ['设备调试', 20, [0], 4, '2026-09-30'],
  ['水质检测报告', 10, [3], 2, '2026-10-31'],
  ['首个冬季回访', 5, [4], 0, '2026-12-20'],
];

const feature = (no: string, name: string, kind: string, geometry: object, more: object = {}) => {
  return { type: 'Feature', properties: { no, name, kind, ...more }, geometry };
};
const point = (x: number, y: number) => ({ type: 'Point', coordinates: at(x, y) });
const line = (...places: readonly (readonly [number, number])[]) => ({
  type: 'LineString',
  coordinates: places.map(([x, y]) => at(x, y)),
});

/** The sites of the list: villages and canteens as points, streets as lines, a park as an area. */
export const SITES = {
  type: 'FeatureCollection',
  features: [
    ...VILLAGES.map(([name, area, x, y]) => feature('3', name, '乡村建设', point(x, y), { area })),
    feature('2', '东湖路', '管网', line([28, 16], [33, 17])),
    feature('2', '清荷街', '管网', line([30, 14], [30, 20])),
    feature('2', '柳林巷', '管网', line([34, 14], [35, 19])),
    feature('1', '清荷小区', '小区改造', point(29, 22), { stage: '已完成' }),
    feature('1', '东湖小区', '小区改造', point(36, 22), { stage: '实施中' }),
    feature('1', '石桥家园', '小区改造', point(39, 18), { stage: '未开工' }),
    feature('5', '东湖社区助餐点', '养老托育', point(34, 23), { stage: '已完成' }),
    feature('5', '石桥助餐点', '养老托育', point(40, 24), { stage: '实施中' }),
    feature(
      '7',
      '北岸口袋公园',
      '绿地公园',
      { type: 'Polygon', coordinates: [[at(36, 26), at(39, 26), at(39, 28), at(36, 28), at(36, 26)]] },
      { stage: '实施中' },
    ),
    feature('10', '东泉至柳河公路', '道路街巷', line([15, 25], [13, 19], [10, 13]), { stage: '实施中' }),
  ],
} as const;

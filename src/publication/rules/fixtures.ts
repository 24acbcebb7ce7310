import { boardOf, type MonthLight } from '#/delivery/rules/board.ts';
import { aBoardInput, aProgramme, aProject, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import { DEFAULT_LIGHTS } from '#/delivery/rules/lights.ts';
import type { ReportFacts } from '#/delivery/rules/report.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { SITE_STAGES } from '#/planning/rules/site.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { PublicCard } from './cards.ts';
import { contentOf, type EditionContent, type FigureSource } from './content.ts';
import { type Disclosure, disclosureOf } from './disclosure.ts';
import type { Edition } from './edition.ts';
import type { PublicPlaces, PublicSite } from './places.ts';

/** Builders for tests: a list of ten in a fictional district, with every light and every shape of a figure. */
type Line = Partial<ProgrammePromise> & { readonly report?: Partial<ReportFacts> };

const PROJECTS: readonly { readonly name: string; readonly text: string; readonly lines: readonly Line[] }[] = [
  {
    name: '宜居小区提升',
    text: '整治甲乙两个小区的环境，补齐市政设施。',
    lines: [
      {
        verb: '整治',
        object: '小区环境',
        target: null,
        measureUnit: '项',
        report: { value: 123, measureUnit: '个', inMeasure: false, text: '建成停车位123个，绿化施工8300平方米' },
      },
    ],
  },
  {
    name: '河湾片区雨污分流',
    text: '对河湾片区实施雨污分流并修复路面。',
    lines: [
      {
        verb: '实施',
        object: '雨污分流改造',
        measure: 'milestone-set',
        target: null,
        measureUnit: '项',
        report: { value: null, stage: '具备招标条件' },
      },
    ],
  },
  {
    name: '农村饮水安全',
    text: '维修更新10个村的供水设施。',
    lines: [
      { verb: '更新', object: '村供水设施', target: 10, measureUnit: '个', report: { value: 60, measureUnit: '%', inMeasure: false } },
    ],
  },
  {
    name: '校园安全守护',
    text: '实现心理测评全覆盖。',
    lines: [
      {
        verb: '提高',
        object: '心理测评覆盖率',
        measure: 'ratio',
        target: 95,
        bound: 'at_least',
        measureUnit: '%',
        report: { value: 36_800, denominator: 40_000, measureUnit: '%' },
      },
      {
        verb: '降低',
        object: '重复投诉件',
        direction: 'lower',
        bound: 'at_most',
        target: 30,
        measureUnit: '件',
        report: { value: 41, measureUnit: '件' },
      },
    ],
  },
  {
    name: '养老服务扩面',
    text: '新增养老床位120张。',
    lines: [
      {
        verb: '新增',
        object: '养老床位',
        target: 120,
        measureUnit: '张',
        report: { value: null, stage: '立项', beforeOutput: true, text: '已研究审定增加相关职责' },
      },
    ],
  },
  {
    name: '公众应急能力',
    text: '组织急救培训6场。',
    lines: [
      { verb: '组织', object: '急救培训', target: 6, measureUnit: '场', report: { value: 5 } },
      { verb: '设置', object: '避难场所标识', target: null, measureUnit: '处' },
    ],
  },
  {
    name: '惠民保险',
    text: '为约1.6万名救助对象购买意外保险。',
    lines: [
      {
        verb: '购买',
        object: '意外保险',
        target: 16_000,
        approx: true,
        measureUnit: '名',
        report: { value: null, stage: '方案', beforeOutput: true, text: '方案已定，等待后续' },
      },
    ],
  },
  {
    name: '文化惠民',
    text: '送戏下乡70场。',
    lines: [
      { verb: '开展', object: '送戏下乡', target: 70, measureUnit: '场', report: { value: null, stage: '招投标', beforeOutput: true } },
    ],
  },
  {
    name: '家门口就业',
    text: '开展专场招聘会15场，至少建成1个就业驿站。',
    lines: [
      { verb: '开展', object: '专场招聘会', target: 15, measureUnit: '场', report: { value: 8 } },
      {
        verb: '建成',
        object: '就业驿站',
        measure: 'milestone-set',
        target: 1,
        bound: 'at_least',
        measureUnit: '个',
        report: { value: null, stage: '初步选址' },
      },
    ],
  },
  {
    name: '重点人群健康关爱',
    text: '为约40万名居民免费检测，为约3600名女孩接种疫苗。',
    lines: [
      {
        verb: '开展',
        object: '乙肝表面抗体检测',
        target: 400_000,
        approx: true,
        measureUnit: '名',
        report: { value: 57_000, text: '已检测57000名' },
      },
      { verb: '接种', object: 'HPV疫苗', target: 3600, approx: true, measureUnit: '名', report: { value: 204 } },
      { verb: '提供', object: '婚前医学检查', target: null, measureUnit: '对', report: { value: 150, measureUnit: '对' } },
    ],
  },
];

const MONTHS: readonly MonthLight[] = [
  { promiseId: 'p9-1', year: 2026, month: 3, light: 'green', expected: 3 },
  { promiseId: 'p9-1', year: 2026, month: 4, light: 'yellow', expected: 5 },
  { promiseId: 'p9-1', year: 2026, month: 5, light: 'green', expected: 6 },
  { promiseId: 'p10-1', year: 2026, month: 5, light: 'red', expected: 165_479 },
];

export function aBoard(
  change: { readonly asOf?: Board['asOf']; readonly reports?: readonly ReportFacts[]; readonly projects?: number } = {},
): Board {
  const chosen = PROJECTS.slice(0, change.projects ?? PROJECTS.length);
  const lines = chosen.flatMap(({ lines: all }, i) =>
    all.map((line, j) => ({ line, id: `p${i + 1}-${j + 1}`, projectId: `project-${i + 1}`, position: j + 1 })),
  );
  return boardOf(
    aBoardInput({
      programme: aProgramme({ digest: 'f'.repeat(64) }),
      projects: chosen.map(({ name, text }, i) =>
        aProject({ id: `project-${i + 1}`, no: String(i + 1), position: i + 1, name, text, leadUnitId: 'unit' }),
      ),
      promises: lines.map(({ line: { report: _, ...line }, id, projectId, position }) => aPromise({ ...line, id, projectId, position })),
      reports: [
        ...lines.flatMap(({ line: { report, measureUnit }, id }) =>
          report ? [aReport({ measureUnit: measureUnit ?? '场', ...report, id: `r-${id}`, promiseId: id })] : [],
        ),
        ...(change.reports ?? []),
      ],
      months: MONTHS,
      asOf: change.asOf ?? '2026-06-18',
    }),
  );
}

export function aContent(change: Partial<EditionContent> = {}, board: Board = aBoard()): EditionContent {
  const sources = new Map<string, FigureSource>(
    board.projects.flatMap(({ promises }) =>
      promises.map(
        ({ promise, done, doneOn }) =>
          [
            promise.id,
            {
              points: done === null || doneOn === null ? [] : [{ on: doneOn, value: done }],
              plans: [],
              steps: [],
              adjustments: [],
              approvedBy: '区政府督查室',
              evidenceDigest: null,
            },
          ] as const,
      ),
    ),
  );
  return { ...contentOf(board, { sources, lightSettings: DEFAULT_LIGHTS, isDemo: false, bulletins: [] }), ...change };
}

export function aDisclosure(change: Partial<Disclosure> = {}): Disclosure {
  return {
    ...disclosureOf({ publisher: '清泉区人民政府办公室', publisherCode: '11990001MB00000000', documentNo: null }, 2026, 1),
    ...change,
  };
}

export function anEdition(change: Partial<Edition> = {}): Edition {
  const step = { name: '周可行', post: '区政府督查室主任', on: '2026-06-18' } as const;
  return {
    id: '01990000-0000-7000-8000-000000000001',
    programmeId: 'programme',
    year: 2026,
    kind: 'ten-things',
    number: null,
    state: 'prepared',
    asOf: '2026-06-18',
    content: aContent(),
    digest: 'a'.repeat(64),
    disclosure: aDisclosure(),
    corrects: null,
    correctionReason: null,
    prepared: step,
    reviewed: null,
    signed: null,
    published: null,
    version: 1,
    ...change,
  };
}

export function aCard(change: Partial<PublicCard> = {}): PublicCard {
  return {
    promiseId: 'p9-1',
    no: '9',
    position: 0,
    project: '家门口就业',
    promise: '开展专场招聘会',
    who: '全区求职的居民，不限户籍',
    where: '区就业服务大厅一楼',
    bring: '本人证件和简历',
    until: '全年办理，工作日上午',
    untilOn: '2026-12-31',
    office: '区就业服务中心',
    phone: '0352-1234567',
    events: [
      { title: '春季专场招聘会', on: '2026-03-18', from: '09:00', to: null, place: '北门广场' },
      { title: '夏季专场招聘会', on: '2026-06-27', from: '09:30', to: '11:30', place: '北门广场' },
      { title: '秋季专场招聘会', on: '2026-09-12', from: null, to: null, place: '南湖广场' },
    ],
    areaIds: [],
    ...change,
  };
}

/** As many public sites as wanted, spread over an invented district, with every stage, and every fifth without a place. */
export function somePlaces(count: number, change: Partial<PublicPlaces> = {}): PublicPlaces {
  const sites = Array.from({ length: count }, (_, i): PublicSite => {
    const geometry = { type: 'Point', coordinates: [100 + ((i * 37) % 100) / 100, 40 + ((i * 13) % 50) / 100] } as const;
    const place = { no: String((i % 10) + 1), promiseId: null, name: `示例点位${i + 1}`, areaId: 'village', kind: 'road' } as const;
    return { ...place, stage: SITE_STAGES[i % 3]!, geometry: i % 5 === 4 ? null : geometry };
  });
  return {
    areas: [
      { id: 'town', name: '石桥镇', kind: 'township', parentId: null },
      { id: 'village', name: '柳河村', kind: 'village', parentId: 'town' },
      { id: 'other', name: '南山村', kind: 'village', parentId: 'town' },
    ],
    outline: { geometry: INVENTED, source: '区自然资源局', reviewNo: null },
    address: 'https://example.invalid',
    sites,
    cards: [aCard(), aCard({ promiseId: 'p8-1', no: '8', project: '文化惠民', promise: '开展送戏下乡', areaIds: ['village'], events: [] })],
    ...change,
  };
}

const INVENTED = {
  type: 'Polygon',
  coordinates: [
    [
      [100, 40],
      [101, 40],
      [101, 40.5],
      [100, 40.5],
      [100, 40],
    ],
  ],
} as const;

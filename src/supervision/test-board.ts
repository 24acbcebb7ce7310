import { type BoardInput, boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aProgramme, aProject, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import type { ReportFacts } from '#/delivery/rules/report.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProgrammePromise, Project } from '#/programme/rules/programme.ts';

const ASOF = '2026-06-18' as CivilDate;

type Row = {
  readonly no: string;
  readonly name: string;
  readonly unit: string | null;
  readonly promises: readonly (Partial<ProgrammePromise> & { readonly report?: Partial<ReportFacts> | null })[];
};

const REPORT = (change: Partial<ReportFacts>): Partial<ReportFacts> => ({ ...change });

/** A list of a fictional district with every shape of promise and progress that a published one shows. */
const ROWS: readonly Row[] = [
  {
    no: '1',
    name: '小区环境整治',
    unit: 'housing',
    promises: [
      { verb: '整治', object: '小区环境', target: null, measureUnit: '', report: REPORT({ value: null, text: '已建停车位123个。' }) },
    ],
  },
  {
    no: '2',
    name: '雨污分流改造',
    unit: null,
    promises: [
      {
        verb: '实施',
        object: '雨污分流改造',
        measure: 'milestone-set',
        target: null,
        measureUnit: '',
        report: REPORT({ value: null, stage: '具备招投标条件', beforeOutput: true, text: '具备招投标条件。' }),
      },
    ],
  },
  {
    no: '3',
    name: '农村供水改造',
    unit: 'water',
    promises: [
      {
        verb: '改造',
        object: '村供水设施',
        target: 10,
        measureUnit: '个',
        report: REPORT({ value: 60, measureUnit: '%', inMeasure: false, stage: '正在施工', text: '正在施工，完成60%。' }),
      },
    ],
  },
  {
    no: '4',
    name: '学生心理健康',
    unit: 'education',
    promises: [
      {
        verb: '开展',
        object: '学生心理健康测评',
        target: null,
        measureUnit: '名',
        report: REPORT({ value: null, text: '约4万余名学生已完成心理健康测评账号创建，计划6月底前完成测评。' }),
      },
    ],
  },
  {
    no: '5',
    name: '养老服务',
    unit: 'civil',
    promises: [
      {
        verb: '新增',
        object: '养老床位',
        target: 120,
        measureUnit: '张',
        report: REPORT({ value: null, stage: '前期', beforeOutput: true, text: '6个乡镇卫生院增加养老服务职责已经审定。' }),
      },
    ],
  },
  {
    no: '6',
    name: '应急能力',
    unit: 'emergency',
    promises: [
      {
        verb: '开展',
        object: '急救技能培训',
        target: 6,
        measureUnit: '场',
        countingRule: { counts: '一场', when: '办完', proof: '签到表', accepts: [{ measureUnit: '期', reason: '每期即一场' }] },
        report: REPORT({ value: 5, measureUnit: '期', text: '已开展5期急救培训，取证380人。' }),
      },
      { verb: '设置', object: '避难场所标识', target: null, measureUnit: '', report: REPORT({ value: null, stage: '正在实施', text: '' }) },
    ],
  },
  {
    no: '7',
    name: '惠民保险',
    unit: 'civil',
    promises: [
      {
        verb: '购买',
        object: '意外保险',
        target: 16000,
        measureUnit: '名',
        approx: true,
        report: REPORT({ value: null, stage: '制定工作方案', beforeOutput: true, text: '已有方案。' }),
      },
    ],
  },
  {
    no: '8',
    name: '文化惠民',
    unit: 'culture',
    promises: [
      {
        verb: '开展',
        object: '送戏下乡',
        target: 70,
        measureUnit: '场',
        report: REPORT({ value: null, stage: '完成招投标', beforeOutput: true, text: '已招标。' }),
      },
    ],
  },
  {
    no: '9',
    name: '就业服务',
    unit: 'labour',
    promises: [
      { verb: '举办', object: '招聘会', target: 15, measureUnit: '场', report: REPORT({ value: 8, text: '已举办招聘会8场。' }) },
      {
        verb: '建成',
        object: '就业驿站',
        measure: 'milestone-set',
        target: null,
        measureUnit: '个',
        report: REPORT({ value: null, stage: '初步选址', text: '' }),
      },
    ],
  },
  {
    no: '10',
    name: '重点人群健康',
    unit: 'health',
    promises: [
      {
        verb: '提供',
        object: '乙肝抗体检测',
        target: 400000,
        measureUnit: '名',
        approx: true,
        report: REPORT({ value: 57000, measureUnit: '名', text: '已检测57000名；结婚登记931人，为150对新婚夫妇做了婚前检查；接种204名。' }),
      },
      {
        verb: '接种',
        object: 'HPV疫苗',
        target: 3600,
        measureUnit: '名',
        approx: true,
        report: REPORT({ value: 204, measureUnit: '名', text: '' }),
      },
      {
        verb: '提供',
        object: '婚前医学检查',
        target: null,
        measureUnit: '对',
        report: REPORT({ value: 150, measureUnit: '对', text: '' }),
      },
    ],
  },
];

const UNIT_NAMES: Readonly<Record<string, string>> = {
  housing: '区住建局',
  water: '区水利局',
  education: '区教育局',
  civil: '区民政局',
  emergency: '区应急局',
  culture: '区文旅局',
  labour: '区人社局',
  health: '区卫健局',
};

/** Five promises red in four rows, two green, eight grey: the board of a list in mid-June on the default line. */
export function aFullBoard(change: Partial<BoardInput> = {}): Board {
  const projects: Project[] = [];
  const promises: ProgrammePromise[] = [];
  const reports: ReportFacts[] = [];
  ROWS.forEach((row, i) => {
    const projectId = `project-${row.no}`;
    projects.push(aProject({ id: projectId, no: row.no, position: i + 1, name: row.name, text: row.name, leadUnitId: row.unit }));
    row.promises.forEach(({ report, ...promise }, k) => {
      const id = `promise-${row.no}-${k + 1}`;
      promises.push(aPromise({ ...promise, id, projectId, position: k + 1 }));
      if (report) reports.push(aReport({ id: `report-${id}`, promiseId: id, asOf: ASOF, unitId: row.unit, ...report }));
    });
  });
  const programme = aProgramme();
  return boardOf(aBoardInput({ programme, projects, promises, reports, unitNames: UNIT_NAMES, asOf: ASOF, ...change }));
}

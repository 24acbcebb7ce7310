import { FUND_SOURCES, type FundSource, type Task } from './task.ts';

/** What can be filled in and read back; the other columns are counted or looked up and are ignored on the way back. */
export const FILLED = [
  'name',
  'content',
  ...FUND_SOURCES,
  'overseeing',
  'lead',
  'supporting',
  'post',
  'contact',
  'start',
  'due',
  'goal1',
  'goal2',
  'goal3',
  'goal4',
  'sites',
] as const;
export type TableField = (typeof FILLED)[number];

/** 分解表的栏目, in the order of the table, as districts print them (domain: generic full set). */
export const TABLE_HEADS = {
  no: '实事序号',
  project: '项目名称',
  code: '任务编号',
  name: '任务名称',
  content: '建设内容及规模',
  total: '年度计划投资（万元）',
  central: '中央资金（万元）',
  province: '省级资金（万元）',
  city: '市级资金（万元）',
  district: '区级资金（万元）',
  bond: '债券资金（万元）',
  society: '社会资金（万元）',
  overseeing: '牵头领导',
  lead: '牵头单位',
  supporting: '配合单位',
  post: '责任岗位',
  holder: '责任人',
  contact: '联系人岗位',
  start: '开工时间',
  due: '完成时限',
  goal1: '一季度目标',
  goal2: '二季度目标',
  goal3: '三季度目标',
  goal4: '四季度目标',
  sites: '点位',
  claim: '认领情况',
} as const satisfies Readonly<Record<TableField | 'no' | 'project' | 'code' | 'total' | 'holder' | 'claim', string>>;
export type TableColumn = keyof typeof TABLE_HEADS;
export const COLUMNS = Object.keys(TABLE_HEADS) as readonly TableColumn[];

/** The names that ids stand for, both ways. */
export type TableNames = {
  readonly units: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, { readonly title: string; readonly holder: string | null }>;
  readonly sites: ReadonlyMap<string, string>;
};

export type TableTask = { readonly task: Task; readonly project: { readonly no: string; readonly name: string } };
type Cells = Readonly<Record<TableColumn, string>>;
export type FilledCells = Readonly<Record<TableField, string>>;

/** 任务编号: how a task is known again in a file that went out and came back. */
export function taskCode({ id }: Pick<Task, 'id'>): string {
  return id.slice(-8).toUpperCase();
}

export function cellsOf({ task, project }: TableTask, names: TableNames): Cells {
  const fields = filledOf(task, names);
  const total = task.funds.reduce((sum, it) => sum + Math.round(it.yuan * 100), 0);
  return {
    ...fields,
    no: project.no,
    project: project.name,
    code: taskCode(task),
    total: total === 0 ? '' : wan(total / 100),
    holder: task.postId === null ? '' : (names.posts.get(task.postId)?.holder ?? ''),
    claim: claimText(task),
  };
}

export function filledOf(task: Task, { units, posts, sites }: TableNames): FilledCells {
  const unit = (id: string) => units.get(id) ?? '';
  const post = (id: string | null) => (id === null ? '' : (posts.get(id)?.title ?? ''));
  const fund = (source: FundSource) => {
    const found = task.funds.find((it) => it.source === source);
    return found === undefined ? '' : wan(found.yuan);
  };
  const [goal1, goal2, goal3, goal4] = task.quarterGoals.map((it) => it ?? '');
  return {
    name: task.name,
    content: task.content,
    ...(Object.fromEntries(FUND_SOURCES.map((it) => [it, fund(it)])) as Record<FundSource, string>),
    overseeing: post(task.overseeingPostId),
    lead: unit(task.leadUnitId),
    supporting: task.supportingUnitIds.map(unit).join('、'),
    post: post(task.postId),
    contact: post(task.contactPostId),
    start: task.startOn ?? '',
    due: task.dueOn,
    goal1: goal1!,
    goal2: goal2!,
    goal3: goal3!,
    goal4: goal4!,
    sites: task.siteIds.map((it) => sites.get(it) ?? '').join('、'),
  };
}

function claimText({ claim }: Pick<Task, 'claim'>): string {
  if (claim.state === 'open') return '待认领';
  return claim.state === 'claimed' ? `${claim.onDay} 认领` : `不认领：${claim.reason}`;
}

/** Yuan in 万元, without a trailing nought. */
export function wan(yuan: number): string {
  return String(Math.round(yuan * 100) / 1_000_000);
}

/** 三张清单: the same tasks told as what, who and until when (任务清单、责任清单、时限清单). */
export type ThreeListsRow = readonly string[];
export type ListTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly ThreeListsRow[];
};

export function threeLists(tasks: readonly TableTask[], names: TableNames): readonly ListTable[] {
  const cells = tasks.map((it) => cellsOf(it, names));
  const table = (title: string, columns: readonly (readonly [string, number, (it: Cells) => string])[]): ListTable => ({
    title,
    heads: ['序号', ...columns.map((it) => it[0])],
    widths: [5, ...columns.map((it) => it[1])],
    rows: cells.map((it, i) => [String(i + 1), ...columns.map(([, , text]) => text(it))]),
  });
  const project = ['项目名称', 16, (it: Cells) => `${it.no} ${it.project}`] as const;
  const task = ['任务名称', 14, (it: Cells) => it.name] as const;
  const goals = (it: Cells) =>
    ['goal1', 'goal2', 'goal3', 'goal4']
      .map((key, i) => [`${'一二三四'[i]}季度：`, it[key as TableField]])
      .filter(([, text]) => text !== '')
      .map((one) => one.join(''))
      .join('\n');
  return [
    table('任务清单', [
      project,
      task,
      ['建设内容及规模', 30, (it) => it.content],
      ['年度计划投资（万元）', 12, (it) => it.total],
      ['点位', 16, (it) => it.sites],
    ]),
    table('责任清单', [
      project,
      task,
      ['牵头领导', 13, (it) => it.overseeing],
      ['牵头单位', 14, (it) => it.lead],
      ['配合单位', 16, (it) => it.supporting],
      ['责任岗位', 14, (it) => it.post],
      ['责任人', 8, (it) => it.holder],
      ['联系人岗位', 12, (it) => it.contact],
    ]),
    table('时限清单', [
      project,
      task,
      ['牵头单位', 14, (it) => it.lead],
      ['开工时间', 10, (it) => it.start],
      ['完成时限', 10, (it) => it.due],
      ['季度目标', 34, goals],
    ]),
  ];
}

import type { Column, Role } from './found-list.ts';

/**
 * 表头 words, tried in this order: 项目进展情况 is progress before 项目 makes it a name. Taken from printed tables: 钟楼 2021, 湖州 2020,
 * 柯桥 2023, 苍南 2022, 眉山 2019 (domain 2.1) and the general form of breakdown tables.
 */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(序号|编号|项目编号|项目序号|任务编号|序|号|项次|no\.?|排序)$/i],
  [
    'progress',
    /进展|完成情况|是否完成|工程进度|当前进度|工作进度|形象进度|目前进度|项目进度|^进度$|落实情况|推进情况|实施情况|办理情况|建设情况|工作成效/,
  ],
  ['quarter-1', /(第?一|1|q1)季度|^q1|^1[-—至~]3月/i],
  ['quarter-2', /(第?二|2|q2)季度|^q2|^(1[-—至~]6月|上半年)/i],
  ['quarter-3', /(第?三|3|q3)季度|^q3|^1[-—至~]9月/i],
  ['quarter-4', /(第?四|4|q4)季度|^q4|^1[-—至~]12月/i],
  ['remark', /^(备注|说明|附注|项目来源|来源)$/],
  ['investment', /投资|资金(?!来源)|经费|预算/],
  ['due', /^(?!.*(目标|任务|内容|单位)).*(时限|完成时间|完成日期|竣工|完工|截止|时间要求|完成期限|时间安排|计划完成|时间节点|完成节点)/],
  ['support', /^(?!.*(牵头|责任单位|主办|承办)).*(配合|协办|参与|协助|协同|会办)(责任)?(单位|部门)?$/],
  [
    'lead',
    /(牵头|责任|主办|承办|实施|建设|主管|负责|主责|项目|办理|落实|承担)(责任|牵头)?(单位|部门|主体)(及.*)?$|^(单位|部门|责任分工|职责分工|任务分工)$/,
  ],
  ['leader', /领导|责任人|负责人|联系人|联络员|区长|县长|市长/],
  ['category', /类别|类型|领域|分类|板块|方面/],
  ['target', /目标|年度任务|任务量|建设任务|指标/],
  ['content', /内容|工作任务|具体任务|重点任务|主要任务|任务要求|主要措施|具体措施|工作举措|实施举措|规模|任务$|概况|简介/],
  [
    'name',
    /名称|实事(项目|事项)?$|^(项目|事项|实事|实事项目|民生实事|民生实事项目|为民实事|实事事项|工程|工作事项|项目事项|标题|任务事项)$/,
  ],
];

const TEXT_ROLES: readonly Role[] = ['name', 'content', 'target'];
const LONGEST_HEADER = 24;

/** No header runs to so many signs; what does is left as it is. */
const NO_HEADER = 200;

export function tidyHeader(cell: string): string {
  if (cell.length > NO_HEADER) return cell;
  return cell
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[、,.:;*]/g, '');
}

export function roleOf(header: string): Role | null {
  const tidy = tidyHeader(header);
  if (tidy === '' || tidy.length > LONGEST_HEADER) return null;
  return ROLES.find(([, words]) => words.test(tidy))?.[0] ?? null;
}

export type Header = { readonly rowCount: 1 | 2; readonly columns: readonly Column[]; readonly unmapped: readonly string[] };

/** 表头 at this row, over one row or two; null when the row is none. */
export function readHeader(rows: readonly (readonly string[])[], at: number): Header | null {
  const [upper, lower] = [rows[at]!, rows[at + 1]];
  if (lower !== undefined && isSecondRow(upper, lower)) {
    const both = upper.map((cell, index) => joinHeader(cell, lower[index] ?? ''));
    const header = mapHeader(both, 2);
    if (header !== null) return header;
  }
  return mapHeader(upper, 1);
}

function isSecondRow(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.filter((cell) => cell !== '');
  const own = lower.filter((cell, index) => cell !== '' && cell !== upper[index]);
  const hangs = lower.some((cell, index) => cell === '' || cell === upper[index]);
  return (
    hangs &&
    own.length > 0 &&
    filled.every((cell) => cell.length <= LONGEST_HEADER) &&
    own.every((cell) => roleOf(cell) !== null || /季度|月/.test(cell))
  );
}

// The lower cell says it more precisely; the upper one is added where the lower says nothing alone (季度目标 over 一).
function joinHeader(upper: string, lower: string): string {
  if (lower === '' || lower === upper) return upper;
  return /进展|完成情况/.test(upper) || roleOf(lower) === null ? `${upper}${lower}` : lower;
}

function mapHeader(cells: readonly string[], rowCount: 1 | 2): Header | null {
  const columns: Column[] = [];
  const unmapped: string[] = [];
  // Beside a column of amounts, 单位 is what they are counted in.
  const isMeasure = cells.some((cell) => /数量|目标值|计划数|任务数/.test(cell));
  for (const [index, header] of cells.entries()) {
    if (header.length > LONGEST_HEADER * 2) return null;
    const role = isMeasure && /^单位$/.test(tidyHeader(header)) ? null : roleOf(header);
    const isRepeat = columns.some((column) => column.role === role && !MANY.includes(column.role));
    if (role !== null && !isRepeat) columns.push({ index, header: header.replace(/\s+/g, ''), role });
    else if (header !== '') unmapped.push(header.replace(/\s+/g, ''));
  }
  return isHeader(cells, columns) ? { rowCount, columns: withName(columns), unmapped } : null;
}

/** Roles that several columns may share; their texts are joined. */
const MANY: readonly Role[] = ['content', 'target', 'progress', 'support', 'leader', 'remark'];

function isHeader(cells: readonly string[], columns: readonly Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role));
  const distinct = new Set(cells.filter((cell) => cell !== ''));
  const hasText = TEXT_ROLES.some((role) => roles.has(role)) || (roles.has('number') && roles.has('progress'));
  return hasText && roles.size >= 2 && distinct.size >= 2 && columns.length * 2 >= distinct.size;
}

// 重点任务 | 具体内容: of two content columns with no name column, the first and shorter word is the name only when it says 任务 or 项目.
function withName(columns: readonly Column[]): Column[] {
  const texts = columns.filter((column) => column.role === 'content' || column.role === 'target');
  const [first] = texts;
  const hasName = columns.some((column) => column.role === 'name');
  const isName = first !== undefined && !hasName && texts.length > 1 && /^(重点|主要|工作)?任务$/.test(first.header);
  return columns.map((column) => (isName && column === first ? { ...column, role: 'name' } : column));
}

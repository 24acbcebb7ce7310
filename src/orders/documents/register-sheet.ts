import { newWorkbook } from '#/platform/documents/workbook.ts';
import { isOverdue, numberText, type Order } from '../rules/order.ts';
import type { OrderProfile } from '../rules/profile.ts';
import type { OrderFacts } from '../store/facts.ts';
import { labels } from '../words/labels.ts';

const words = labels['zh-CN'];

/** 台账的一行: an order with its facts, how its unit is called now, and what the unit said last. */
export type RegisterRow = OrderFacts & { readonly unitNow: string; readonly lastWords: string };

type Cells = readonly (readonly [string, number, (row: RegisterRow, profile: OrderProfile, today: Order['dueOn']) => string | number])[];

const kindName = (it: RegisterRow, profile: OrderProfile) => profile.kinds.find(({ code }) => code === it.kind)?.name ?? it.kind;
const unitOf = (it: RegisterRow) => (it.unitName === it.unitNow ? it.unitName : `${it.unitName}（现${it.unitNow}）`);

/** 省13710系统的列, 来源: 待核实 (README 来源 8); the number of the province stands first, empty where none was given. */
const PROVINCE: Cells = [
  ['省系统编号', 20, (it) => it.provinceNumber ?? ''],
  ['本级编号', 18, (it) => numberText(it)],
  ['事项类别', 16, kindName],
  ['事项内容', 48, (it) => it.matter],
  ['工作要求', 40, (it) => it.requirement],
  ['承办单位', 22, (it) => it.unitNow],
  ['责任岗位', 18, (it) => it.postTitle ?? ''],
  ['交办日期', 12, (it) => it.issuedOn],
  ['办结时限', 12, (it) => it.dueOn],
  ['反馈日期', 12, (it) => it.repliedOn ?? ''],
  ['办理情况', 48, (it) => it.lastWords],
  ['办理状态', 14, (it) => words.states[it.state]],
  ['销号日期', 12, (it) => it.closedOn ?? ''],
];

const REGISTER: Cells = [
  ['编号', 18, (it) => numberText(it)],
  ['事项', 48, (it) => it.matter],
  ['要求', 40, (it) => it.requirement],
  ['类别', 16, kindName],
  ['来源', 16, (it) => (it.sourceText === '' ? words.sources[it.sourceKind] : `${words.sources[it.sourceKind]}：${it.sourceText}`)],
  ['责任单位', 26, unitOf],
  ['责任岗位', 18, (it) => it.postTitle ?? ''],
  ['交办日期', 12, (it) => it.issuedOn],
  ['原定时限', 12, (it) => it.firstDueOn],
  ['现行时限', 12, (it) => it.dueOn],
  ['签收日期', 12, (it) => it.signedOn ?? ''],
  ['反馈日期', 12, (it) => it.repliedOn ?? ''],
  ['状态', 14, (it) => words.states[it.state]],
  ['是否逾期', 10, (it, _profile, today) => (isOverdue(it, today) ? '逾期' : '')],
  ['催办', 8, (it) => it.urged],
  ['督办', 8, (it) => it.demanded],
  ['申辩', 8, (it) => it.objections],
  ['延期', 8, (it) => it.extended],
  ['退回', 8, (it) => it.returned],
  ['办结日期', 12, (it) => it.closedOn ?? ''],
  ['省系统编号', 20, (it) => it.provinceNumber ?? ''],
];

type Sheet = { readonly as: 'province' | 'register'; readonly profile: OrderProfile; readonly today: Order['dueOn'] };

/** 督办台账 as Excel: our own register, or the columns of the province's 13710 system. */
export async function makeRegister(rows: readonly RegisterRow[], { as, profile, today }: Sheet): Promise<Buffer> {
  const cells = as === 'province' ? PROVINCE : REGISTER;
  const book = await newWorkbook();
  const sheet = book.addWorksheet(as === 'province' ? '13710' : '督办台账', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  sheet.columns = cells.map(([header, width]) => ({ header, width, style: { alignment: { wrapText: true, vertical: 'top' } } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(cells.map(([, , text]) => text(row, profile, today)));
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 };
  return Buffer.from(await book.xlsx.writeBuffer());
}

import { newWorkbook } from '#/platform/documents/workbook.ts';
import { BASE_SHEET } from '../rules/task-import.ts';
import {
  COLUMNS,
  cellsOf,
  FILLED,
  type ListTable,
  TABLE_HEADS,
  type TableColumn,
  type TableNames,
  type TableTask,
} from '../rules/task-table.ts';

const WIDE: readonly TableColumn[] = ['project', 'content', 'sites', 'goal1', 'goal2', 'goal3', 'goal4'];
const NOTES = [
  '每行一项任务。灰色表头的栏目由程序填写，改了也不读。',
  '“任务编号”是认出这一行的依据，请不要改；新增的任务留空，写明实事序号、任务名称和完成时限。',
  '金额单位为万元；日期写成 2026-06-30；几个单位或点位之间用顿号隔开，配合单位按先后写。',
  '责任岗位、联系人岗位写牵头单位的岗位名称，牵头领导写区领导的岗位名称；责任人由程序按任职查出。',
  '表头请不要改名、不要删列。填好后在“责任分解”页读回，先看不同之处，确认后才写入。',
];

/** 分解表: the table that goes out and comes back, with what went out kept on a sheet that is not shown. */
export async function makeTaskSheet(title: string, tasks: readonly TableTask[], names: TableNames): Promise<Buffer> {
  const book = await newWorkbook();
  const cells = tasks.map((it) => cellsOf(it, names));
  const sheet = book.addWorksheet('分解表', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 4 }],
    pageSetup: { paperSize: 8 as never, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C— &P —' },
  });
  sheet.columns = COLUMNS.map((column) => ({
    header: TABLE_HEADS[column],
    key: column,
    width: WIDE.includes(column) ? 28 : 14,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  COLUMNS.forEach((column, i) => {
    const isFilled = (FILLED as readonly string[]).includes(column);
    if (!isFilled) head.getCell(i + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4E2DC' } };
  });
  sheet.addRows(cells);
  const told = book.addWorksheet('填写说明');
  told.columns = [{ width: 100 }];
  for (const note of NOTES) told.addRow([note]);
  const kept = book.addWorksheet(BASE_SHEET, { state: 'hidden' });
  kept.columns = COLUMNS.map((column) => ({ header: TABLE_HEADS[column], key: column, style: { numFmt: '@' } }));
  kept.addRows(cells);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** 三张清单 in one workbook, a sheet for each. */
export async function makeListsSheet(lists: readonly ListTable[]): Promise<Buffer> {
  const book = await newWorkbook();
  for (const { title, heads, widths, rows } of lists) {
    const sheet = book.addWorksheet(title, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    });
    sheet.columns = heads.map((header, i) => ({
      header,
      width: widths[i]! * 1.3,
      style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

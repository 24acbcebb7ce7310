import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { COLUMNS, cellsOf, type ListTable, TABLE_HEADS, type TableColumn, type TableNames, type TableTask } from '../rules/task-table.ts';

const FONT = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312', digits: 'Times New Roman' } as const;
/** Of a sheet lying down, in twips: A4 297 × 210 mm, A3 420 × 297 mm, 15 mm of margin. */
const PAPERS = { a4: { width: 11906, height: 16838, inner: 15136 }, a3: { width: 16838, height: 23811, inner: 22109 } } as const;
const MARGIN = 850;
type Paper = keyof typeof PAPERS;

/** What the printed table leaves out: it comes from the page, not from a file that is read back. */
const NOT_PRINTED: readonly TableColumn[] = ['code', 'central', 'province', 'city', 'district', 'bond', 'society', 'claim'];
const WIDE: readonly TableColumn[] = ['content', 'project'];

/** 分解表 as Word, on A3 lying down; the parts of the money stand in one column beside their sum. */
export function makeTaskWord(title: string, under: string, tasks: readonly TableTask[], names: TableNames): Promise<Buffer> {
  const columns = COLUMNS.filter((it) => !NOT_PRINTED.includes(it));
  const at = columns.indexOf('total') + 1;
  const heads = columns.map((it) => TABLE_HEADS[it] as string).toSpliced(at, 0, '资金来源（万元）');
  const widths = columns.map((it): number => (WIDE.includes(it) ? 10 : it === 'no' ? 4 : 6)).toSpliced(at, 0, 8);
  const rows = tasks.map((it) => {
    const cells = cellsOf(it, names);
    const sources = (['central', 'province', 'city', 'district', 'bond', 'society'] as const)
      .filter((source) => cells[source] !== '')
      .map((source) => `${TABLE_HEADS[source].replace('资金（万元）', '')} ${cells[source]}`);
    return columns.map((column) => cells[column]).toSpliced(at, 0, sources.join('\n'));
  });
  return write([{ title, heads, widths, rows }], under, 'a3');
}

/** 三张清单 as Word, each beginning on a page of its own. */
export function makeListsWord(under: string, lists: readonly ListTable[]): Promise<Buffer> {
  return write(lists, under, 'a4');
}

function write(tables: readonly ListTable[], under: string, paper: Paper): Promise<Buffer> {
  const { width, height } = PAPERS[paper];
  const size = { width, height, orientation: PageOrientation.LANDSCAPE };
  const margin = { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN };
  const document = new Document({
    title: tables.map((it) => it.title).join('、'),
    sections: tables.map((table) => ({
      properties: { page: { size, margin } },
      children: [
        text(table.title, 22, { font: FONT.title, center: true }),
        text(under, 11, { center: true }),
        tableOf(table, PAPERS[paper].inner),
      ],
    })),
  });
  return Packer.toBuffer(document);
}

type Look = { readonly font?: string; readonly center?: boolean };

function text(content: string, points: number, { font = FONT.body, center = false }: Look = {}): Paragraph {
  const run = new TextRun({
    text: content,
    size: points * 2,
    font: { eastAsia: font, ascii: FONT.digits, hAnsi: FONT.digits, hint: 'eastAsia' },
  });
  return new Paragraph({ alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT, children: [run] });
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function tableOf({ heads, widths, rows }: ListTable, inner: number): Table {
  const whole = widths.reduce((sum, it) => sum + it, 0);
  const columnWidths = widths.map((it) => Math.floor((it / whole) * inner));
  const cell = (content: string, i: number, font: string) =>
    new TableCell({
      width: { size: columnWidths[i]!, type: WidthType.DXA },
      children: content.split('\n').map((it) => text(it, 10.5, { font, center: font === FONT.head })),
    });
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((it, i) => cell(it, i, FONT.head)) });
  return new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
    rows: [head, ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((it, i) => cell(it, i, FONT.body)) }))],
  });
}

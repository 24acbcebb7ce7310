import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { SHEET, SHEET_CELL_PADDING, SHEET_TYPE, type Sheet, type SheetColumn, type SheetPart } from '#/kernel/sheet.ts';
import { FONT, twips } from './official-letter/measures.ts';

/** 印刷页成文: the sheet as a .docx on A4 with exact lines, so that it breaks where it was counted to break. Fonts are named, not embedded. */
export async function writeSheet(sheet: Sheet, creator: string): Promise<Buffer> {
  const { edge, top, bottom, width, height } = SHEET;
  const margin = { left: twips(edge), right: twips(edge), top: twips(top), bottom: twips(bottom), header: twips(7), footer: twips(7) };
  const band = sheet.band === null ? {} : { headers: { default: new Header({ children: [line(sheet.band, 'note', { center: true })] }) } };
  const document = new Document({
    title: sheet.title,
    creator,
    sections: [
      {
        properties: { page: { size: { width: twips(width), height: twips(height) }, margin } },
        ...band,
        children: [
          line(sheet.title, 'title', { center: true, font: FONT.title }),
          ...sheet.under.map((text) => line(text, 'under', { center: true })),
          ...sheet.parts.flatMap(partOf),
          ...sheet.notes.map((text) => line(text, 'note')),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partOf(part: SheetPart): readonly (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [line(part.text, 'heading', { font: FONT.hei, keepNext: true })];
    case 'text':
      return [line(part.text, 'text', { lead: part.lead ?? '' })];
    case 'box':
      return [line(part.text, 'text', { lead: part.lead, framed: true })];
    case 'table':
      return [tableOf(part.columns, part.rows)];
  }
}

type Look = {
  readonly font?: string;
  readonly center?: boolean;
  readonly lead?: string;
  readonly framed?: boolean;
  readonly keepNext?: boolean;
};

const FRAME = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' } as const;

function line(
  text: string,
  type: keyof typeof SHEET_TYPE,
  { font = FONT.body, center, lead = '', framed, keepNext = false }: Look = {},
): Paragraph {
  const { size, line: exact } = SHEET_TYPE[type];
  const run = (content: string, eastAsia: string) =>
    new TextRun({ text: content, size: size * 2, font: { eastAsia, ascii: FONT.digits, hAnsi: FONT.digits, hint: 'eastAsia' } });
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: exact * 20, lineRule: 'exact', before: framed ? 80 : 0, after: framed ? 80 : 0 },
    ...(framed ? { border: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME }, indent: { left: twips(2), right: twips(2) } } : {}),
    keepNext,
    widowControl: false,
    children: [...(lead === '' ? [] : [run(lead, FONT.hei)]), run(text, font)],
  });
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function tableOf(columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): Table {
  const widths = columns.map(({ width }) => twips(width));
  const cell = (text: string, i: number, font: string) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      children: text.split('\n').map((it) => line(it, 'cell', { font, center: columns[i]!.align === 'center' })),
    });
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, i) => cell(title, i, FONT.hei)) });
  return new Table({
    width: { size: widths.reduce((sum, it) => sum + it, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 20, bottom: 20, left: twips(SHEET_CELL_PADDING), right: twips(SHEET_CELL_PADDING) },
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
    rows: [head, ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, FONT.body)) }))],
  });
}

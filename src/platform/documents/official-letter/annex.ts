import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { titleOf } from './body.ts';
import type { Annex, AnnexTable } from './letter.ts';
import { PAGE, TEXT_HEIGHT, TEXT_WIDTH, twips } from './measures.ts';
import { blank, paragraph } from './paragraph.ts';

const CELL_MARGIN = { top: 50, bottom: 50, left: 70, right: 70 } as const;
const NONE = { style: BorderStyle.NIL } as const;
const CLOSED: Open = { top: false, bottom: false };
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** 7.3.7: 附件 in 3号黑体 flush left on the first line, its title centred on the third. */
export function annexOf(annex: Annex, number: number | null): readonly (Paragraph | Table)[] {
  const width = annex.table.landscape ? TEXT_HEIGHT : TEXT_WIDTH;
  return [
    paragraph('LetterAnnexMark', `附件${number ?? ''}`),
    blank(),
    ...titleOf(annex.title, width),
    ...annex.before.map((text) => paragraph('LetterAnnexText', text, { alignment: AlignmentType.CENTER })),
    tableOf(annex.table, twips(width)),
    ...annex.after.map((text) => paragraph('LetterAnnexText', text, { indent: { firstLine: 480, firstLineChars: 200 } })),
  ];
}

/** A table across the 版心; its head is repeated on every page and no row is torn. */
function tableOf({ columns, rows }: AnnexTable, width: number): Table {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((width * weight) / weights));
  const head = columns.map(({ title }, i) =>
    cellOf({ text: title, style: 'LetterTableHead', width: widths[i]!, align: 'center', open: CLOSED, keepNext: true }),
  );
  const bodyCell = (text: string | null, i: number, r: number) => {
    const { align } = columns[i]!;
    return cellOf({ text, style: 'LetterTableCell', width: widths[i]!, align, open: openEdges(rows, r, i), keepNext: runsOn(rows, r) });
  };
  const body = rows.map((row, r) => row.map((text, i) => bodyCell(text, i, r)));
  return new Table({
    width: { size: widths.reduce((sum, it) => sum + it, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: CELL_MARGIN,
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

/** An open edge joins a cell to its neighbour: merged cells would be torn by some programs where the table runs over a page. */
type Open = { readonly top: boolean; readonly bottom: boolean };

function openEdges(rows: AnnexTable['rows'], row: number, column: number): Open {
  return { top: rows[row]![column] === null, bottom: rows[row + 1]?.[column] === null };
}

/** The next line belongs to the same entry: the two stay on one page. */
function runsOn(rows: AnnexTable['rows'], row: number): boolean {
  return rows[row + 1]?.includes(null) ?? false;
}

type Cell = {
  readonly text: string | null;
  readonly style: 'LetterTableHead' | 'LetterTableCell';
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly open: Open;
  readonly keepNext: boolean;
};

function cellOf({ text, style, width, align, open, keepNext }: Cell): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { ...(open.top ? { top: NONE } : {}), ...(open.bottom ? { bottom: NONE } : {}) },
    children: (text ?? '').split('\n').map((part) => paragraph(style, part, { alignment: align, keepNext })),
  });
}

/** 横排表格 (8): the sheet is turned so that its binding edge becomes the top, on odd and even pages alike. */
export const LANDSCAPE = { top: PAGE.left, right: PAGE.top, bottom: PAGE.right, left: PAGE.bottom } as const;

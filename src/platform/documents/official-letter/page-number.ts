import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { LANDSCAPE } from './annex.ts';
import { PAGE, PAGE_NUMBER_DROP, SIZE, TEXT_WIDTH, twips } from './measures.ts';
import { paragraph } from './paragraph.ts';
import type { StyleId } from './styles.ts';

type Band = string | null;

const ONE_CHAR = SIZE.fourth * 20;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** The middle of a line of 14 pt stands half of it above the foot of the line; the dash is that middle. */
const HALF_LINE = SIZE.fourth * 10;
export const FOOTER_DISTANCE = twips(PAGE.bottom - PAGE_NUMBER_DROP) - HALF_LINE;

/** 页码 (7.5): 4号半角宋体 between two dashes, odd pages right, even pages left, one character in. */
export function portraitNumbers(band: Band, raised = 0) {
  const spacing = { after: raised };
  const odd = numberLine({ alignment: AlignmentType.RIGHT, indent: { right: ONE_CHAR }, spacing });
  const even = numberLine({ alignment: AlignmentType.LEFT, indent: { left: ONE_CHAR }, spacing });
  return { footers: { default: new Footer({ children: [odd] }), even: new Footer({ children: [even] }) }, headers: bandHeaders(band) };
}

/** 横排表格 (8): the number keeps the place it has on an upright sheet, so it stands turned in the left margin of the lying one. */
export function landscapeNumbers(band: Band) {
  const odd = new Header({ children: [turnedNumber(AlignmentType.RIGHT, { right: ONE_CHAR }), bandLine(band)] });
  const even = new Header({ children: [turnedNumber(AlignmentType.LEFT, { left: ONE_CHAR }), bandLine(band)] });
  return { headers: { default: odd, even }, footers: noFooters() };
}

/** 7.5: a leaf that bears only the 版记 carries no number. */
export function noNumbers(band: Band) {
  return { headers: bandHeaders(band), footers: noFooters() };
}

function bandHeaders(band: Band) {
  return { default: new Header({ children: [bandLine(band)] }), even: new Header({ children: [bandLine(band)] }) };
}

export function bandLine(band: Band): Paragraph {
  return band === null ? noLine() : paragraph('LetterBand', band);
}

function noFooters() {
  return { default: new Footer({ children: [noLine()] }), even: new Footer({ children: [noLine()] }) };
}

function numberLine(place: IParagraphOptions): Paragraph {
  return new Paragraph({
    ...place,
    style: 'LetterPageNumber' satisfies StyleId,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } })],
  });
}

function noLine(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } });
}

function turnedNumber(alignment: 'right' | 'left', indent: { readonly left?: number; readonly right?: number }): Table {
  const band = 10;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(band), type: WidthType.DXA },
    columnWidths: [twips(band)],
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(LANDSCAPE.left - PAGE_NUMBER_DROP - band / 2),
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: twips(LANDSCAPE.top),
    },
    rows: [
      new TableRow({
        height: { value: twips(TEXT_WIDTH), rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: twips(band), type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.CENTER,
            children: [numberLine({ alignment, indent })],
          }),
        ],
      }),
    ],
  });
}

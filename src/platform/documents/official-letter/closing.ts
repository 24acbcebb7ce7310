import {
  BorderStyle,
  type Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import { longDate } from '#/kernel/format.ts';
import type { Imprint, Signature } from './letter.ts';
import { CHAR, PAGE, SEAL_LINES, SIZE, TEXT_WIDTH, THICK_RULE, THIN_RULE, twips, widthInChars } from './measures.ts';
import { blank, paragraph } from './paragraph.ts';

/** 7.3.5: how far unit and date stand from the right edge of the 版心, in characters. */
export function signaturePlace({ kind, unit, date }: Signature): { readonly unitRight: number; readonly dateRight: number } {
  const unitWidth = widthInChars(unit);
  const dateWidth = widthInChars(longDate(date));
  if (kind === 'sealed') return { unitRight: Math.max(0, 4 + dateWidth / 2 - unitWidth / 2), dateRight: 4 };
  if (dateWidth > unitWidth) return { unitRight: 4 + dateWidth - unitWidth, dateRight: 2 };
  return { unitRight: 2, dateRight: unitWidth - dateWidth };
}

export function signatureOf(signature: Signature | null): readonly Paragraph[] {
  if (signature === null) return [];
  const { unitRight, dateRight } = signaturePlace(signature);
  const air = Array.from({ length: signature.kind === 'sealed' ? SEAL_LINES : 1 }, () => blank(true));
  return [
    ...air,
    paragraph('LetterSignature', signature.unit, { indent: { right: Math.round(unitRight * CHAR) }, keepNext: true }),
    paragraph('LetterSignature', longDate(signature.date), { indent: { right: Math.round(dateRight * CHAR) } }),
  ];
}

const ONE_CHAR = SIZE.fourth * 20;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** 版记 (7.4): 4号仿宋, one character in on both sides, between lines as wide as the 版心, the last of them on the lower edge of the 版心. */
export function imprintOf(imprint: Imprint | null): readonly Table[] {
  if (imprint === null) return [];
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, color: '000000', size });
  const copy = { left: ONE_CHAR * 4, hanging: ONE_CHAR * 3, right: ONE_CHAR };
  const copied =
    imprint.copyTo === null
      ? []
      : [row(paragraph('LetterImprint', `抄送：${imprint.copyTo.replace(/[。．.\s]+$/u, '')}。`, { indent: copy }))];
  const issued = paragraph('LetterImprint', `${imprint.issuer}\t${longDate(imprint.printedOn)}印发`, {
    indent: { left: ONE_CHAR, right: ONE_CHAR },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) - ONE_CHAR }],
  });
  return [
    new Table({
      rows: [...copied, row(issued)],
      width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
      columnWidths: [twips(TEXT_WIDTH)],
      layout: TableLayoutType.FIXED,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      borders: {
        top: rule(THICK_RULE),
        bottom: rule(THICK_RULE),
        insideHorizontal: rule(THIN_RULE),
        left: NONE,
        right: NONE,
        insideVertical: NONE,
      },
      float: {
        horizontalAnchor: TableAnchorType.PAGE,
        absoluteHorizontalPosition: twips(PAGE.left),
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        leftFromText: 0,
        rightFromText: 0,
      },
    }),
  ];
}

function row(text: Paragraph): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ width: { size: twips(TEXT_WIDTH), type: WidthType.DXA }, children: [text] })],
  });
}

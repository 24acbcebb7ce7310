import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { SlipColour } from '../rules/profile.ts';

const FONT = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312', digits: 'Times New Roman' } as const;
const INK: Readonly<Record<SlipColour, string>> = { blue: '1D4E89', yellow: '9A6A00', red: 'B3261E' };
/** A4 with 28 mm left and 26 mm right leaves 156 mm. */
const PAGE = { width: 11906, height: 16838, left: 1587, right: 1474, top: 1587, bottom: 1474 } as const;
const INNER = PAGE.width - PAGE.left - PAGE.right;
const NAME = 1700;

/** 表单: a paper with a title, a number and rows of name and content; `tall` leaves room to write by hand. */
export type PaperForm = {
  readonly title: string;
  readonly under: string;
  readonly colour: { readonly code: SlipColour; readonly word: string } | null;
  readonly band: string | null;
  readonly rows: readonly { readonly name: string; readonly text: string; readonly tall?: boolean }[];
  readonly after: readonly string[];
};

/** 督办单据 as Word: the colour is said in words beside the bar, so that it reads in black and white. */
export function makeForm(form: PaperForm): Promise<Buffer> {
  const { colour, band } = form;
  const ink = colour === null ? '000000' : INK[colour.code];
  const document = new Document({
    title: form.title,
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE } },
        children: [
          ...(band === null ? [] : [line(band, 10.5, { center: true })]),
          ...(colour === null ? [] : [bar(colour.word, ink)]),
          line(form.title, 22, { font: FONT.title, center: true, color: ink }),
          line(form.under, 14, { center: true }),
          tableOf(form),
          ...form.after.map((it) => line(it, 12, {})),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

type Look = { readonly font?: string; readonly center?: boolean; readonly color?: string };

function line(text: string, points: number, { font = FONT.body, center = false, color }: Look): Paragraph {
  const run = new TextRun({
    ...{ text, size: points * 2, ...(color !== undefined && { color }) },
    font: { eastAsia: font, ascii: FONT.digits, hAnsi: FONT.digits, hint: 'eastAsia' },
  });
  const alignment = center ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new Paragraph({ alignment, spacing: { before: 60, after: 60 }, children: [run] });
}

function bar(word: string, ink: string): Paragraph {
  const font = { eastAsia: FONT.head, ascii: FONT.digits, hAnsi: FONT.digits, hint: 'eastAsia' } as const;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: ink },
    children: [new TextRun({ text: word, size: 32, bold: true, color: 'FFFFFF', font })],
  });
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function tableOf({ rows }: PaperForm): Table {
  const cell = (text: string, width: number, look: Look) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: (text === '' ? [''] : text.split('\n')).map((it) => line(it, 14, look)),
    });
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: [NAME, INNER - NAME],
    layout: TableLayoutType.FIXED,
    margins: { left: 100, right: 100, top: 40, bottom: 40 },
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
    rows: rows.map(
      ({ name, text, tall = false }) =>
        new TableRow({
          cantSplit: true,
          ...(tall && { height: { value: 2200, rule: 'atLeast' as const } }),
          children: [cell(name, NAME, { font: FONT.head, center: true }), cell(text, INNER - NAME, {})],
        }),
    ),
  });
}

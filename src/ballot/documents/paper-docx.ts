import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { FONT, twips } from '#/platform/documents/official-letter/measures.ts';
import { paperWords } from '../words/documents.ts';
import { howTo, markColumns, type PaperContent, paperTitle } from './papers.ts';

const SIZES = {
  A4: { width: 210, height: 297, edge: 22, text: 14, title: 22 },
  A5: { width: 148, height: 210, edge: 12, text: 10.5, title: 16 },
} as const;
/** Millimetres. */
const NUMBER_WIDTH = 14;
const MARK_WIDTH = { one: 22, several: 16 } as const;

/** 表决票 as a .docx of its paper size, for a printer that wants one. */
export async function writePaper(paper: PaperContent): Promise<Buffer> {
  const { width, height, edge, text, title } = SIZES[paper.paperSize];
  const line = (said: string, size: number = text, centre = false) =>
    new Paragraph({
      alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { after: 120 },
      children: [new TextRun({ text: said, size: size * 2, font: size === title ? FONT.title : FONT.body })],
    });
  const margin = { left: twips(edge), right: twips(edge), top: twips(edge), bottom: twips(edge) };
  const document = new Document({
    title: paperTitle(paper),
    creator: paper.sessionTitle,
    sections: [
      {
        properties: { page: { size: { width: twips(width), height: twips(height) }, margin } },
        children: [
          line(paper.sessionTitle, text, true),
          line(paperTitle(paper), title, true),
          tableOf(paper, width - 2 * edge, text),
          line(''),
          line(howTo(paper.rule)),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ text: paperWords.seal, size: text * 2, font: FONT.body })],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function tableOf({ rule, names }: PaperContent, width: number, size: number): Table {
  const marks = markColumns(rule);
  const markWidth = marks.length === 1 ? MARK_WIDTH.one : MARK_WIDTH.several;
  const widths = [...marks.map(() => markWidth), NUMBER_WIDTH, width - marks.length * markWidth - NUMBER_WIDTH];
  const row = (cells: readonly string[]) =>
    new TableRow({
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: twips(widths[i]!), type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: i < cells.length - 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [new TextRun({ text, size: size * 2, font: FONT.body })],
              }),
            ],
          }),
      ),
    });
  const head = row([...marks, paperWords.number, paperWords.name]);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    rows: [head, ...names.map((name, i) => row([...marks.map(() => ''), String(i + 1), name]))],
  });
}

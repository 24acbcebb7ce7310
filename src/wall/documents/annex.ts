import { Document, ImageRun, Packer, PageOrientation, Paragraph } from 'docx';
import { drawingToPng } from '#/platform/drawing.ts';

/** A3 (ISO 216) with narrow edges, in twentieths of a point (567 to the centimetre) and in pixels of 96 to the inch. */
const PAPER = { width: 16_838, height: 23_811, edge: 567 } as const;
const PICTURE = { width: 1500, height: 1060 } as const;
/** Of the picture for programs that show no SVG: 200 to the inch on A3. */
const PIXELS = 3200;

/** 挂图附件: the drawing on one sheet of A3, as lines and letters, and as a picture for programs that show none. */
export async function wallAnnex(svg: string, title: string): Promise<Buffer> {
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: PICTURE,
    fallback: { type: 'png', data: await drawingToPng(svg, PIXELS) },
    altText: { name: title, title, description: title },
  });
  const edges = { top: PAPER.edge, bottom: PAPER.edge, left: PAPER.edge, right: PAPER.edge, header: 284, footer: 284 };
  const size = { width: PAPER.width, height: PAPER.height, orientation: PageOrientation.LANDSCAPE };
  const document = new Document({
    title,
    sections: [{ properties: { page: { size, margin: edges } }, children: [new Paragraph({ children: [picture] })] }],
  });
  return Packer.toBuffer(document);
}

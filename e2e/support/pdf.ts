export type PdfSize = { readonly pages: number; readonly width: number; readonly height: number };
export type PdfFont = { readonly name: string; readonly isEmbedded: boolean };

const MILLIMETRES = 25.4 / 72;

/** The objects of a PDF as browsers write it: each in clear, its streams apart. */
function objectsIn(pdf: Buffer): readonly string[] {
  return pdf
    .toString('latin1')
    .split('endobj')
    .map((it) => it.split('stream')[0]!);
}

/** How many pages a PDF has, and how large the first is in millimetres. */
export function sizeIn(pdf: Buffer): PdfSize {
  const pages = objectsIn(pdf).filter((it) => /\/Type\s*\/Page\b/.test(it));
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(pages[0]!)!;
  return { pages: pages.length, width: Number(width) * MILLIMETRES, height: Number(height) * MILLIMETRES };
}

/** The fonts of a PDF: one is embedded where its description names a font file, or where it is itself a set of drawings (Type 3). */
export function fontsIn(pdf: Buffer): readonly PdfFont[] {
  const objects = objectsIn(pdf);
  const described = new Map(objects.map((it) => [/(\d+) 0 obj/.exec(it)?.[1] ?? '', it]));
  const fonts = objects.filter((it) => /\/Type\s*\/Font\b/.test(it) && /\/FontDescriptor\s+\d+ 0 R/.test(it));
  return fonts.map((it) => {
    const description = described.get(/\/FontDescriptor\s+(\d+) 0 R/.exec(it)![1]!) ?? '';
    const isEmbedded = /\/Subtype\s*\/Type3\b/.test(it) || /\/FontFile[23]?\b/.test(description);
    return { name: /\/FontName\s*\/(\S+)/.exec(description)?.[1] ?? '', isEmbedded };
  });
}

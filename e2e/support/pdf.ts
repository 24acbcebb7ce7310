import { inflateSync } from 'node:zlib';

export type PdfSize = { readonly pages: number; readonly width: number; readonly height: number };
export type PdfFont = { readonly name: string; readonly isEmbedded: boolean };

const MILLIMETRES = 25.4 / 72;

/** All that a PDF says in clear, with the streams that only hold further objects unpacked. */
function saidIn(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/\/Type\s*\/ObjStm[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
  });
  return [text, ...packed].join('\n');
}

/** How many pages a PDF has, and how large the first is in millimetres. */
export async function sizeIn(pdf: Buffer): Promise<PdfSize> {
  const said = saidIn(pdf);
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(said)!;
  return {
    pages: [...said.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    width: Number(width) * MILLIMETRES,
    height: Number(height) * MILLIMETRES,
  };
}

/** The fonts of a PDF: one is embedded where its description holds a font file; a Type 3 font is its own drawing. */
export async function fontsIn(pdf: Buffer): Promise<readonly PdfFont[]> {
  const described = [...saidIn(pdf).matchAll(/<<[^<>]*\/Type\s*\/FontDescriptor[\s\S]*?>>/g)].map(([it]) => it);
  return described.map((it) => ({ name: /\/FontName\s*\/(\S+)/.exec(it)?.[1] ?? '', isEmbedded: /\/FontFile[23]?\b/.test(it) }));
}

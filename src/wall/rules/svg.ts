import { escapeHtml } from '#/kernel/html.ts';

export const INK = '#1b1b1a';
export const SOFT = '#63625e';
export const SEAL = '#b3261e';
export const RULE = '#dedcd6';
export const FREE = '#ebe8df';
export const WAITING = '#a3a19a';
const LETTERS = `'Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif`;

/** A Chinese sign is as wide as it is high; any other about half of that. */
const WIDE_FROM = '\u1100';
const NARROW = 0.56;

export function widthOf(words: string, size: number): number {
  let width = 0;
  for (const sign of words) width += sign < WIDE_FROM ? size * NARROW : size;
  return width;
}

/** As much of the words as there is room for, with a dot that says where they were cut; nothing where not even two signs fit. */
export function cut(words: string, size: number, room: number): string {
  if (widthOf(words, size) <= room) return words;
  let kept = '';
  let width = size * NARROW;
  for (const sign of words) {
    width += widthOf(sign, size);
    if (width > room) break;
    kept += sign;
  }
  return kept.length < 2 ? '' : `${kept}…`;
}

export type Lettering = {
  readonly size: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
  /** On a white ground of its own, where lines run below it. */
  readonly halo?: boolean;
};

export function text(x: number, y: number, words: string, { size, fill = INK, bold, anchor, halo }: Lettering): string {
  if (words === '') return '';
  const weight = bold ? ' font-weight="700"' : '';
  const ground = halo ? ' stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' : '';
  const place = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${tidy(x)}" y="${tidy(y)}" font-size="${size}" fill="${fill}"${weight}${place}${ground}>${escapeHtml(words)}</text>`;
}

const LINES = 3;

/** Words on up to three lines around a height; what is longer is cut. A line breaks between Chinese signs and between other words. */
export function paragraph(
  [x, y]: readonly [number, number],
  words: string,
  { room, ...lettering }: Lettering & { readonly room: number },
): string {
  const { size } = lettering;
  const lines: string[] = [''];
  for (const word of words.match(/[\u1100-\uffff]|[^\u1100-\uffff\s]+|\s+/g) ?? []) {
    const isFull = widthOf(lines.at(-1)! + word, size) > room;
    if (isFull && lines.length < LINES) lines.push(word.trim());
    else lines.push(lines.pop()! + word);
  }
  const top = y - ((lines.length - 1) * size * 1.3) / 2;
  return lines.map((it, i) => text(x, top + i * size * 1.3, cut(it, size, room), lettering)).join('');
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export function box({ x, y, width, height }: Box, look: string): string {
  return `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(Math.max(width, 1))}" height="${tidy(height)}" ${look}/>`;
}

export function line(from: readonly [number, number], to: readonly [number, number], look: string): string {
  return `<path d="M${tidy(from[0])} ${tidy(from[1])}L${tidy(to[0])} ${tidy(to[1])}" fill="none" ${look}/>`;
}

/** A drawing that stands alone: in a page, in a file, in a Word document. No style sheet: the pages allow none. */
export function sheet(width: number, height: number, label: string, inner: string): string {
  const [wide, high] = [Math.round(width), Math.round(height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="wall-sheet" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" role="img" aria-label="${escapeHtml(label)}" font-family="${LETTERS}"><rect width="${wide}" height="${high}" fill="#fff"/>${inner}</svg>`;
}

export function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}

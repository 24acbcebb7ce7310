import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { escapeHtml } from '#/kernel/html.ts';
import { nextEvents, type PublicCard } from './cards.ts';

/** 长图: what is drawn for a messenger, 1080 wide; heights follow from the words. */
export type SharePicture = { readonly svg: string; readonly width: number; readonly height: number };

export type SharePictureWords = {
  readonly facts: readonly (readonly [name: string, of: (card: PublicCard) => string])[];
  readonly next: string;
  readonly foot: string;
};
export type Shared = {
  readonly cards: readonly PublicCard[];
  readonly title: string;
  readonly asOf: CivilDate;
  readonly words: SharePictureWords;
  /** The squares of a code, dark ones true; null where no public address is set. */
  readonly code: readonly (readonly boolean[])[] | null;
};

const WIDTH = 1080;
const MARGIN = 72;
const INK = '#1b1b1a';
const SOFT = '#63625e';
const SEAL = '#b3261e';
const CODE = 300;

type Line = { readonly words: string; readonly size: number; readonly fill: string; readonly bold?: boolean; readonly gap: number };

/** One card, or all cards of an area one below the other; the device's own letters, no outside picture. */
export function sharePicture({ cards, title, asOf, words, code }: Shared): SharePicture {
  const lines = [
    ...wrapped(title, { size: 40, fill: SOFT, gap: 0 }),
    ...cards.flatMap((card) => [
      ...wrapped(card.promise, { size: 72, fill: INK, gap: 64, bold: true }),
      ...nextOf(card, asOf, words.next),
      ...words.facts.flatMap(([name, of]) => [
        ...wrapped(name, { size: 34, fill: SOFT, gap: 34 }),
        ...wrapped(of(card), { size: 46, fill: INK, gap: 16 }),
      ]),
      ...wrapped(`${card.phone}`, { size: 68, fill: SEAL, gap: 34, bold: true }),
      ...wrapped(card.office, { size: 40, fill: INK, gap: 16 }),
    ]),
  ];
  let y = MARGIN;
  const texts = lines.map(({ words: said, size, fill, bold = false, gap }) => {
    y += gap + size;
    return `<text x="${MARGIN}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ''}>${escapeHtml(said)}</text>`;
  });
  const bottom = y + 72;
  const height = bottom + (code === null ? 60 : CODE) + MARGIN;
  const foot = wrapped(words.foot, { size: 34, fill: SOFT, gap: 10 }, code === null ? WIDTH - 2 * MARGIN : WIDTH - 3 * MARGIN - CODE);
  const footTexts = foot.map(
    (it, i) =>
      `<text x="${code === null ? MARGIN : 2 * MARGIN + CODE}" y="${bottom + 60 + i * 48}" font-size="34" fill="${SOFT}">${escapeHtml(it.words)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"><rect width="${WIDTH}" height="${height}" fill="#fff"/><rect width="${WIDTH}" height="14" fill="${SEAL}"/>${texts.join('')}<path d="M${MARGIN} ${bottom - 24}h${WIDTH - 2 * MARGIN}" stroke="${INK}" stroke-width="2"/>${code === null ? '' : squares(code, MARGIN, bottom)}${footTexts.join('')}</svg>`;
  return { svg, width: WIDTH, height };
}

function nextOf(card: PublicCard, asOf: CivilDate, word: string): readonly Line[] {
  const [next] = nextEvents(card, asOf);
  if (next === undefined) return [];
  const time = next.from === null ? '' : ` ${next.from}${next.to === null ? '' : `–${next.to}`}`;
  return [
    ...wrapped(word, { size: 34, fill: SOFT, gap: 34 }),
    ...wrapped(`${longDate(next.on)}${time}`, { size: 60, fill: SEAL, gap: 14, bold: true }),
    ...wrapped(`${next.title}，${next.place}`, { size: 46, fill: INK, gap: 16 }),
  ];
}

type Style = Omit<Line, 'words'>;

/** Lines no wider than the paper: a Chinese sign is as wide as it is high, any other about half of that. */
function wrapped(text: string, style: Style, room = WIDTH - 2 * MARGIN): readonly Line[] {
  const { size, gap } = style;

  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const sign of text) {
    const own = size * (sign < '\u0300' ? 0.58 : 1);
    if (width + own > room && !/[，。；、）]/.test(sign)) {
      lines.push(line);
      [line, width] = ['', 0];
    }
    line += sign;
    width += own;
  }
  return [...lines, line].filter((it) => it !== '').map((words, i) => ({ ...style, words, gap: i === 0 ? gap : Math.round(size * 0.35) }));
}

function squares(code: readonly (readonly boolean[])[], x: number, y: number): string {
  const side = CODE / code.length;
  const path = code.flatMap((row, i) =>
    row.flatMap((dark, j) =>
      dark ? [`M${(x + j * side).toFixed(2)} ${(y + i * side).toFixed(2)}h${side.toFixed(2)}v${side.toFixed(2)}h-${side.toFixed(2)}Z`] : [],
    ),
  );
  return `<path d="${path.join('')}" fill="#000"/>`;
}

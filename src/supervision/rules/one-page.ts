import type { Light } from '#/delivery/rules/standing.ts';
import { pagesOf, type Sheet } from '#/kernel/sheet.ts';
import type { BulletinItem } from './bulletin-item.ts';

/** 压缩: how much of what need not be read is taken back to keep a leader's page on one sheet. A red or yellow line is never touched. */
export type Shortening = {
  /** Characters of what a unit wrote; 0 leaves it out of lines that are not behind. */
  readonly saidLength: number;
  /** Lines with these lights become one sentence. */
  readonly folded: readonly Light[];
  /** The sentence names each promise, or only counts them. */
  readonly namesFolded: boolean;
  /** 近两次相比 beside why a line is behind. */
  readonly withLately: boolean;
};

const GOOD: readonly Light[] = ['green', 'white', 'closed'];

/** In this order: first what goes well becomes a sentence, then comparisons go, then what cannot be judged, then the words of the units get shorter. */
export const SHORTENINGS: readonly Shortening[] = [
  { saidLength: 120, folded: [], namesFolded: true, withLately: true },
  { saidLength: 60, folded: [], namesFolded: true, withLately: true },
  { saidLength: 60, folded: GOOD, namesFolded: true, withLately: true },
  { saidLength: 60, folded: GOOD, namesFolded: true, withLately: false },
  { saidLength: 60, folded: [...GOOD, 'grey'], namesFolded: true, withLately: false },
  { saidLength: 24, folded: [...GOOD, 'grey'], namesFolded: true, withLately: false },
  { saidLength: 24, folded: [...GOOD, 'grey'], namesFolded: false, withLately: false },
];

/** 排成一页的结果: `level` 0 is the whole; where even the shortest does not fit, it goes on to a second page and says so. */
export type Fitted = { readonly sheet: Sheet; readonly level: number; readonly overflows: boolean };

export function fitOnePage(sheetAt: (shortening: Shortening) => Sheet): Fitted {
  for (const [level, shortening] of SHORTENINGS.entries()) {
    const sheet = sheetAt(shortening);
    if (pagesOf(sheet) <= 1) return { sheet, level, overflows: false };
  }
  const level = SHORTENINGS.length - 1;
  return { sheet: sheetAt(SHORTENINGS[level]!), level, overflows: true };
}

export function isFolded({ light }: Pick<BulletinItem, 'light'>, { folded }: Shortening): boolean {
  return light !== 'red' && light !== 'yellow' && folded.includes(light);
}

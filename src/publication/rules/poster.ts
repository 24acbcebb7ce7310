import type { CivilDate } from '#/kernel/civil-date.ts';
import { type CardEvent, nextEvents, type PublicCard } from './cards.ts';

/** 海报字号 in points: the largest at which the words of a card stand on one sheet of A3 with the code below them. */
export const POSTER_SIZES = [30, 24, 19, 15] as const;
export type PosterSize = (typeof POSTER_SIZES)[number];

/** The sheet between its margins, in millimetres, less the title above and the code below. */
const WIDTH = 257;
const HEIGHT = 205;
const POINT = 25.4 / 72;
/** Of a line, and around a fact, in heights of a letter; as the style sheet has them. */
const LINE = 1.4;
const AROUND = 0.9;
/** The names of the facts stand in a column of their own. */
const NAMES = 8.5;
const LONGEST_TITLE = 14;

/** 海报: its letters, and how many events there is room for, the next one always; who wants the others scans the code. */
export type Poster = { readonly size: PosterSize; readonly events: number };

export function posterOf(card: PublicCard, asOf: CivilDate): Poster {
  const all = nextEvents(card, asOf);
  const size = POSTER_SIZES.find((it) => heightAt(it, card, all) <= HEIGHT);
  if (size !== undefined) return { size, events: all.length };
  const fitting = all.findLastIndex((_, i) => heightAt(15, card, all.slice(0, i + 1)) <= HEIGHT);
  return { size: 15, events: Math.max(1, fitting + 1) };
}

function heightAt(size: PosterSize, card: PublicCard, events: readonly CardEvent[]): number {
  const letter = size * POINT;
  const perLine = Math.floor(WIDTH / letter - NAMES);
  const lines = (length: number) => Math.max(1, Math.ceil(length / perLine));
  const [next, ...later] = events;
  const eventLength = (title: string, place: string) => [...title, ...place].length + 24;
  const facts = [
    next === undefined ? 1 : 1 + lines(eventLength('', next.place)),
    ...(later.length === 0 ? [] : [later.reduce((sum, it) => sum + lines(eventLength(it.title, it.place)), 0)]),
    ...[card.who, card.where, card.bring].map((it) => lines([...it].length)),
    lines([...card.until].length + (card.untilOn === null ? 0 : 16)),
    1.5 * lines([...card.phone, ...card.office].length),
  ];
  const title = Math.max(0, Math.ceil([...card.promise].length / LONGEST_TITLE) - 1) * 30;
  return facts.reduce((sum, it) => sum + it * LINE + AROUND, 0) * letter + title;
}

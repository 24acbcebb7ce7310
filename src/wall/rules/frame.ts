import { lightShape } from '#/delivery/rules/charts.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { dayNumber } from '#/kernel/civil-date.ts';
import { INK, line, RULE, SEAL, SOFT, text, tidy, widthOf } from './svg.ts';
import { endX, startX, type TimeAxis } from './time-axis.ts';
import type { Wall } from './wall.ts';
import type { WallWords } from './words.ts';

/** 版面: the proportions of what is drawn on; letters keep their size, so that a larger paper is read from further away. */
export type Paper = { readonly width: number; readonly height: number };

/** A screen of a meeting room, and any sheet of the A series laid across (ISO 216: 1 : √2). */
export const PAPERS = { screen: { width: 1920, height: 1080 }, sheet: { width: 1980, height: 1400 } } as const satisfies Record<
  string,
  Paper
>;
export type PaperKind = keyof typeof PAPERS;

export const EDGE = 28;
export const HEAD = 92;
export const AXIS = 44;

const ORDER: readonly Light[] = ['red', 'yellow', 'green', 'white', 'closed', 'grey'];

/** The head of every drawing: what it is, the day it speaks of, and how many stand where. */
export function head(wall: Wall, title: string, words: WallWords, { width }: Paper): string {
  const counted = ORDER.filter((it) => wall.counts[it] > 0);
  let x = width - EDGE;
  const counts = counted.toReversed().map((it) => {
    const said = `${words.lights[it]} ${wall.counts[it]}`;
    x -= widthOf(said, 24) + 54;
    return lightSign(it, { x, y: 64, size: 24, word: said });
  });
  const asOf = text(width - EDGE, 34, words.asOf(wall.asOf), { size: 24, anchor: 'end', fill: SOFT });
  return `${text(EDGE, 52, title, { size: 42, bold: true })}${asOf}${counts.join('')}${demoNote(wall, words, width)}`;
}

export function demoNote({ demo }: Wall, words: WallWords, width: number): string {
  return demo === null ? '' : text(width / 2, 22, words.demo[demo], { size: 19, fill: SOFT, anchor: 'middle' });
}

type Sign = { readonly x: number; readonly y: number; readonly size: number; readonly word: string };

/** 灯: shape and colour, with its word beside it. `y` is the foot of the word. */
export function lightSign(light: Light, { x, y, size, word }: Sign): string {
  const scale = (size * 0.92) / 12;
  const shape = `<g transform="translate(${tidy(x)} ${tidy(y - size * 0.85)}) scale(${tidy(scale * 10) / 10})">${lightShape(light)}</g>`;
  return shape + text(x + size * 1.15, y, word, { size, bold: light === 'red' });
}

/** Months above, their lines down to the foot; the year where it changes. */
export function axisMarks(axis: TimeAxis, top: number, foot: number, words: WallWords): string {
  const months = axis.months.map(({ from, to, month, year }, i) => {
    const [x, end] = [startX(axis, from), endX(axis, to)];
    const isNewYear = i > 0 && month === 1;
    const rule = line([x, top + AXIS - 8], [x, foot], `stroke="${isNewYear ? SOFT : RULE}" stroke-width="${isNewYear ? 2 : 1}"`);
    const word = words.month(month);
    const own = text((x + end) / 2, top + 26, end - x < widthOf(word, 22) ? String(month) : word, {
      size: 22,
      fill: SOFT,
      anchor: 'middle',
    });
    return rule + own + (isNewYear ? text(x, top, words.year(year), { size: 20, bold: true }) : '');
  });
  return `${months.join('')}${line([axis.left, top + AXIS - 8], [axis.left + axis.width, top + AXIS - 8], `stroke="${INK}" stroke-width="1.5"`)}`;
}

/** 今天: one line over everything. */
export function todayMark(axis: TimeAxis, asOf: CivilDate, [top, foot]: readonly [number, number], words: WallWords): string {
  const day = dayNumber(asOf);
  if (day < axis.from || day > axis.to) return '';
  const x = startX(axis, day);
  const word = words.today(asOf);
  const half = widthOf(word, 20) / 2 + 8;
  const middle = Math.min(Math.max(x, axis.left + half), axis.left + axis.width - half);
  const plate = `<rect x="${tidy(middle - half)}" y="${tidy(top - 22)}" width="${tidy(half * 2)}" height="28" fill="${SEAL}"/>`;
  return `<g class="today">${line([x, top + 6], [x, foot], `stroke="${SEAL}" stroke-width="3"`)}${plate}${text(middle, top - 1, word, { size: 20, fill: '#fff', anchor: 'middle', bold: true })}</g>`;
}

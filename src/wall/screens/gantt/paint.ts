import { dayNumber, dayOf, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { Bar } from '../../rules/bar.ts';
import type { Span } from '../../rules/free-time.ts';
import { FREE, INK, RULE, SEAL, SOFT, WAITING } from '../../rules/svg.ts';
import { dayX, HEAD, type Picture, ROW, rowsSeen, type Window, ZOOMS } from './view.ts';

export type PaintWords = { readonly month: (month: number) => string; readonly year: (year: number) => string };
type Brush = CanvasRenderingContext2D;

/** 画一帧: only what the window shows, so that two thousand rows cost no more than forty. */
export function paint(brush: Brush, picture: Picture, window: Window, words: PaintWords): void {
  const { width, height, left, top } = window;
  brush.clearRect(0, 0, width, height);
  brush.save();
  brush.beginPath();
  brush.rect(0, HEAD, width, height - HEAD);
  brush.clip();
  brush.translate(-left, HEAD - top);
  const seen = rowsSeen(picture.rows.length, { top, height: height - HEAD }, 1);
  for (let i = seen[0]; i <= seen[1]; i++) ground(brush, picture, i, window);
  months(picture, window, (x) => line(brush, [x, top], [x, top + height], RULE));
  links(brush, picture, seen);
  for (let i = seen[0]; i <= seen[1]; i++) row(brush, picture, i);
  const today = dayX(picture, picture.today);
  line(brush, [today, top], [today, top + height], SEAL, 2);
  brush.restore();
  head(brush, picture, window, words);
}

function line(brush: Brush, from: readonly [number, number], to: readonly [number, number], colour: string, width = 1): void {
  brush.strokeStyle = colour;
  brush.lineWidth = width;
  brush.beginPath();
  brush.moveTo(from[0], from[1]);
  brush.lineTo(to[0], to[1]);
  brush.stroke();
}

/** Days without work of the calendar of a row; those of a project's heading are none. */
function ground(brush: Brush, picture: Picture, i: number, { left, width }: Window): void {
  const it = picture.rows[i]!;
  const y = i * ROW;
  if (it.kind === 'project') {
    brush.fillStyle = '#f7f6f2';
    brush.fillRect(left, y, width, ROW);
  } else {
    brush.fillStyle = FREE;
    for (const [from, to] of picture.free[it.bar.calendar] ?? []) {
      const x = dayX(picture, from);
      if (x > left + width) break;
      const right = dayX(picture, to + 1);
      if (right >= left) brush.fillRect(x, y, right - x, ROW);
    }
  }
  if (it.key === picture.selected) {
    brush.fillStyle = 'rgb(179 38 30 / 8%)';
    brush.fillRect(left, y, width, ROW);
  }
  line(brush, [left, y + ROW - 0.5], [left + width, y + ROW - 0.5], RULE);
}

function months(picture: Picture, { left, width }: Window, at: (x: number, end: number, first: number) => void): void {
  for (let day = picture.from; day <= picture.to; ) {
    const date = dayOf(day);
    const last = dayNumber(endOfMonth(yearOf(date), monthOf(date)));
    const [x, end] = [dayX(picture, day), dayX(picture, last + 1)];
    if (x > left + width) return;
    if (end >= left) at(x, end, day);
    day = last + 1;
  }
}

function head(brush: Brush, picture: Picture, window: Window, words: PaintWords): void {
  const { left, width } = window;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, HEAD);
  brush.font = '14px sans-serif';
  brush.textBaseline = 'middle';
  months(picture, window, (x, end, first) => {
    const date = dayOf(first);
    const said =
      monthOf(date) === 1 || first === picture.from
        ? `${words.year(yearOf(date))} ${words.month(monthOf(date))}`
        : words.month(monthOf(date));
    brush.fillStyle = INK;
    brush.textAlign = 'left';
    brush.fillText(said, Math.min(Math.max(x - left, 0), end - left - 40) + 6, 14);
    line(brush, [x - left, 0], [x - left, HEAD], RULE);
  });
  days(brush, picture, window);
  line(brush, [0, HEAD - 0.5], [width, HEAD - 0.5], INK);
}

/** Days of the month: each one, or each Monday. */
function days(brush: Brush, picture: Picture, { left, width }: Window): void {
  const { zoom, from, to } = picture;
  if (zoom === 'month') return;
  brush.font = '12px sans-serif';
  brush.fillStyle = SOFT;
  brush.textAlign = 'center';
  const first = Math.max(from, from + Math.floor(left / ZOOMS[zoom]) - 7);
  for (let day = first; day <= to && dayX(picture, day) < left + width; day++) {
    if (zoom === 'week' && (((day + 3) % 7) + 7) % 7 !== 0) continue;
    brush.fillText(String(Number(dayOf(day).slice(8))), dayX(picture, day) - left + ZOOMS[zoom] / 2, 34);
  }
}

function row(brush: Brush, picture: Picture, i: number): void {
  const it = picture.rows[i]!;
  const y = i * ROW;
  if (it.kind === 'project') {
    if (it.deadline === null) return;
    const x = dayX(picture, it.deadline + 1) - 2;
    line(brush, [x, y + 3], [x, y + ROW - 3], INK, 4);
    return;
  }
  const ghost = picture.ghosts.get(it.key);
  bar(brush, picture, it.bar, y);
  if (ghost !== undefined) outline(brush, picture, ghost, y);
}

function span(picture: Picture, [from, to]: Span): readonly [x: number, width: number] {
  const x = dayX(picture, from);
  return [x, Math.max(dayX(picture, to + 1) - x, 2)];
}

function bar(brush: Brush, picture: Picture, it: Bar, y: number): void {
  if (it.baseline !== null) fill(brush, span(picture, it.baseline), [y + 25, 3], WAITING);
  if (it.late !== null && it.state !== 'finished') {
    const [x, width] = span(picture, it.late);
    brush.strokeStyle = it.slack < 0 ? SEAL : SOFT;
    brush.lineWidth = 1;
    brush.strokeRect(x + 0.5, y + 19.5, width - 1, 4);
    if (it.state === 'waiting') fill(brush, [x, 3], [y + 17, 8], it.slack < 0 ? SEAL : SOFT);
  }
  const [x, width] = span(picture, it.early);
  const colour = it.isCritical ? SEAL : WAITING;
  if (it.isProvisional && it.state !== 'finished') {
    brush.setLineDash([4, 3]);
    brush.strokeStyle = it.isCritical ? SEAL : SOFT;
    brush.lineWidth = 1.5;
    brush.strokeRect(x + 0.5, y + 5.5, width - 1, 11);
    brush.setLineDash([]);
  } else {
    fill(brush, [x, width], [y + 5, 12], colour);
    if (it.isCritical) fill(brush, [x, width], [y + 10, 2], '#fff');
  }
  fill(brush, [x, it.doneShare === null ? 3 : width * it.doneShare], [y + 5, 12], INK);
  if (it.isMilestone || it.gate !== null) mark(brush, it, x + width, y + 11);
}

function fill(brush: Brush, [x, width]: readonly [number, number], [y, height]: readonly [number, number], colour: string): void {
  if (width <= 0) return;
  brush.fillStyle = colour;
  brush.fillRect(x, y, width, height);
}

function mark(brush: Brush, { state, gate, slack }: Bar, x: number, y: number): void {
  brush.beginPath();
  brush.moveTo(x, y - 7);
  brush.lineTo(x + 7, y);
  brush.lineTo(x, y + 7);
  brush.lineTo(x - 7, y);
  brush.closePath();
  brush.fillStyle = state === 'finished' ? INK : '#fff';
  brush.fill();
  brush.strokeStyle = slack < 0 && state !== 'finished' ? SEAL : INK;
  brush.lineWidth = 2;
  brush.stroke();
  if (gate === null) return;
  brush.font = '13px sans-serif';
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  brush.fillStyle = INK;
  brush.fillText(gate, x + 11, y);
}

function outline(brush: Brush, picture: Picture, ghost: Span, y: number): void {
  const [x, width] = span(picture, ghost);
  brush.strokeStyle = INK;
  brush.lineWidth = 2;
  brush.strokeRect(x, y + 3, width, 16);
}

/** 搭接线 between what can be seen: down from the end or the beginning, and an arrow into the other. */
function links(brush: Brush, picture: Picture, [first, last]: Span): void {
  brush.strokeStyle = SOFT;
  brush.fillStyle = SOFT;
  brush.lineWidth = 1;
  const arrows: (readonly [number, number, number])[] = [];
  brush.beginPath();
  for (const { from, to, type } of picture.links) {
    if ((from < first && to < first) || (from > last && to > last)) continue;
    const [a, b] = [picture.rows[from]!, picture.rows[to]!];
    if (a.kind !== 'activity' || b.kind !== 'activity') continue;
    const [fromEnd, toEnd] = [type === 'FS' || type === 'FF', type === 'FF' || type === 'SF'];
    const x1 = fromEnd ? dayX(picture, a.bar.early[1] + 1) : dayX(picture, a.bar.early[0]);
    const x2 = toEnd ? dayX(picture, b.bar.early[1] + 1) : dayX(picture, b.bar.early[0]);
    const [y1, y2] = [from * ROW + 11, to * ROW + 11];
    const bend = fromEnd ? Math.max(x1 + 5, Math.min(x2 - 6, x1 + 5)) : x1 - 6;
    brush.moveTo(x1, y1);
    brush.lineTo(bend, y1);
    brush.lineTo(bend, y2);
    brush.lineTo(x2, y2);
    arrows.push([x2, y2, toEnd ? 1 : -1]);
  }
  brush.stroke();
  for (const [x, y, way] of arrows) {
    brush.beginPath();
    brush.moveTo(x, y);
    brush.lineTo(x + 6 * way, y - 3.5);
    brush.lineTo(x + 6 * way, y + 3.5);
    brush.fill();
  }
}

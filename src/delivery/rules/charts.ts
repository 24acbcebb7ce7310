import { type CivilDate, dayNumber, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { bigNumber } from '#/kernel/format.ts';
import { escapeHtml } from '#/kernel/html.ts';
import { type Curve, valueAt } from './curve.ts';
import type { Point } from './pace.ts';
import type { Light, PromiseStanding } from './standing.ts';

/** Each light has a word, a shape and a colour, so that it reads in black and white and without colour sight. */
export const LIGHT_SHAPES: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', red: '■', white: '○', closed: '◆', grey: '◌' };

const SEAL = '#b3261e';
const INK = '#1b1b1a';
const SOFT = '#63625e';
const RULE = '#dedcd6';
const TRACK = '#efede7';

export const LIGHT_COLOURS: Readonly<Record<Light, string>> = {
  green: '#2f7d4f',
  yellow: '#a86a00',
  red: SEAL,
  white: SOFT,
  closed: INK,
  grey: '#8a8881',
};

/** Outlines on a 12 × 12 square; drawn, because a phone's font may lack the signs. */
const OUTLINES: Readonly<Record<Light, string>> = {
  green: '<circle cx="6" cy="6" r="5" fill="#2f7d4f"/>',
  yellow: '<path d="M6 1 11.5 11H.5Z" fill="#a86a00"/>',
  red: `<path d="M1 1h10v10H1Z" fill="${SEAL}"/>`,
  white: `<circle cx="6" cy="6" r="4.25" fill="#fff" stroke="${SOFT}" stroke-width="1.5"/>`,
  closed: `<path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="${INK}"/>`,
  grey: '<circle cx="6" cy="6" r="4.25" fill="none" stroke="#8a8881" stroke-width="1.5" stroke-dasharray="2 1.6"/>',
};

/** The sign of a light on a square of twelve units, for drawings that place it themselves. */
export function lightShape(light: Light): string {
  return OUTLINES[light];
}

function shape(light: Light, size: number): string {
  return `<svg class="light-shape" width="${size}" height="${size}" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${OUTLINES[light]}</svg>`;
}

/** 灯牌: shape and word of a light; `hatched` marks a figure that is too old to lean on. */
export function lightBadge(light: Light, word: string, options: { readonly staleWord?: string | undefined } = {}): string {
  const stale = options.staleWord === undefined ? '' : ` <span class="light-stale">${escapeHtml(options.staleWord)}</span>`;
  return `<span class="light light-${light}">${shape(light, 12)}<span class="light-word">${escapeHtml(word)}</span>${stale}</span>`;
}

export type PaceBar = {
  /** Share done, 0 to 1 and beyond; null draws no bar. */
  readonly doneShare: number | null;
  /** Share that the plan expects today; null draws no mark. */
  readonly plannedShare: number | null;
  readonly light: Light;
  readonly label: string;
};

/** 进度条: how far it is, and a mark where the plan said it would be. An unfinished bar never looks full. */
export function paceBar({ doneShare, plannedShare, light, label }: PaceBar): string {
  const width = doneShare === null ? 0 : barWidth(doneShare);
  const bar = width === 0 ? '' : `<rect y="8" width="${width}" height="6" fill="${LIGHT_COLOURS[light]}"/>`;
  const end = width === 0 ? '' : `<rect x="${tidy(Math.max(width - 2, 0))}" y="6" width="2" height="10" fill="${LIGHT_COLOURS[light]}"/>`;
  const at = plannedShare === null ? 0 : Math.min(Math.max(plannedShare, 0), 1) * 400;
  const mark =
    plannedShare === null ? '' : `<rect x="${tidy(Math.min(Math.max(at - 1, 0), 398))}" y="2" width="2" height="18" fill="${INK}"/>`;
  return `<svg class="pace-bar" viewBox="0 0 400 22" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}"><rect y="8" width="400" height="6" fill="${TRACK}"/>${bar}${end}${mark}</svg>`;
}

function barWidth(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? 400 : tidy(Math.min(Math.max(share * 400, 3), 396));
}

/** The bar of one promise, for every page and screen that shows it; null where there is nothing to draw. */
export function paceBarOf(standing: PromiseStanding, label: string): string | null {
  const { done, pace, light, promise } = standing;
  const whole = promise.target ?? (promise.measure === 'milestone-set' && pace !== null ? 100 : null);
  if (done === null || whole === null || whole <= 0) return null;
  return paceBar({ doneShare: done / whole, plannedShare: pace === null ? null : pace.expected / whole, light, label });
}

export type YearMonth = PromiseStanding['months'][number];

export type YearStrip = {
  readonly months: readonly YearMonth[];
  /** 1 to 12, outlined; null on a past year. */
  readonly current: number | null;
  readonly words: Readonly<Record<Light, string>>;
  readonly caughtUpWord: string;
  readonly label: string;
  readonly monthWord: (month: number) => string;
};

/** 全年十二格: the frozen month-end lights, in two halves that stand one below the other where there is no room. A caught-up month stays yellow and says so. */
export function yearStrip(strip: YearStrip): string {
  const halves = [0, 6].map((first) => {
    const cells = Array.from({ length: 6 }, (_, i) => monthCell(strip, first + i, i * 40));
    return `<svg viewBox="0 0 238 46" aria-hidden="true">${cells.join('')}</svg>`;
  });
  return `<div class="year-strip" role="img" aria-label="${escapeHtml(strip.label)}">${halves.join('')}</div>`;
}

function monthCell({ months, current, words, caughtUpWord, monthWord }: YearStrip, index: number, x: number): string {
  const frozen = months[index] ?? null;
  const outline = index + 1 === current ? INK : RULE;
  const word = frozen === null ? '' : frozen.caughtUp ? caughtUpWord : words[frozen.light];
  const light = frozen === null ? '' : `<g transform="translate(${x + 12.5} 20)">${OUTLINES[frozen.light]}</g>`;
  const caught = frozen?.caughtUp
    ? `<text x="${x + 18.5}" y="43" font-size="8" fill="${INK}" text-anchor="middle">${escapeHtml(word)}</text>`
    : '';
  const title = `${monthWord(index + 1)}${word === '' ? '' : ` ${word}`}`;
  return `<g><title>${escapeHtml(title)}</title><rect x="${x + 0.5}" y=".5" width="36" height="45" fill="#fff" stroke="${outline}"/><text x="${x + 18.5}" y="13" font-size="10" fill="${SOFT}" text-anchor="middle">${index + 1}</text>${light}${caught}</g>`;
}

export type ChartPlan = { readonly label: string; readonly startsOn: CivilDate; readonly curve: Curve; readonly current: boolean };

export type TrajectoryChart = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly target: number;
  readonly plans: readonly ChartPlan[];
  readonly actual: readonly Point[];
  readonly today: CivilDate;
  readonly done: number | null;
  readonly forecastOn: CivilDate | null;
  readonly light: Light;
  readonly label: string;
  readonly words: { readonly target: string; readonly today: string; readonly forecast: string; readonly month: (month: number) => string };
};

const PLOT = { left: 64, right: 700, top: 24, bottom: 236, width: 760, height: 276 } as const;

/** 进度曲线: every locked version of the plan, what was reported, today's line and the forecast. The data table stands beside it on the page. */
export function trajectoryChart(chart: TrajectoryChart): string {
  const top = Math.max(chart.target, ...chart.actual.map((it) => it.value), 0) || 1;
  const firstDay = dayNumber(chart.from) - 1;
  const span = Math.max(dayNumber(chart.to) - firstDay, 1);
  const x = (day: number) => tidy(PLOT.left + (Math.min(Math.max(day - firstDay, 0), span) / span) * (PLOT.right - PLOT.left));
  const y = (value: number) => tidy(PLOT.bottom - (Math.max(value, 0) / top) * (PLOT.bottom - PLOT.top));
  const scale: Scale = { x, y };
  const isForecastAbove = chart.forecastOn !== null && chart.forecastOn <= chart.to;
  const parts = [
    frame(chart, scale),
    ...chart.plans.map((plan, index) => planLine(plan, index, { ...scale, isForecastAbove })),
    actualLine(chart, scale),
    todayLine(chart, scale),
    forecastMark(chart, scale),
  ];
  return `<svg class="trajectory" viewBox="0 0 ${PLOT.width} ${PLOT.height}" role="img" aria-label="${escapeHtml(chart.label)}" font-size="12" fill="${SOFT}">${parts.join('')}</svg>`;
}

type Scale = { readonly x: (day: number) => number; readonly y: (value: number) => number };

/** As wide as the words of a target get. */
const CORNER = 200;

/** Whether the day lies so early in the year that the word for it needs the corner of the target's. */
function isEarly({ today, from, to }: TrajectoryChart, { x }: Scale): boolean {
  return today >= from && today <= to && x(dayNumber(today)) < PLOT.left + CORNER;
}

function frame(chart: TrajectoryChart, scale: Scale): string {
  const { from, to, target, words } = chart;
  const { x, y } = scale;
  const lines = [0, 0.5, 1].map((share) => {
    const height = y(share * target);
    return `<path d="M${PLOT.left} ${height}H${PLOT.right}" stroke="${RULE}"/><text x="${PLOT.left - 8}" y="${tidy(height + 4)}" text-anchor="end">${escapeHtml(bigNumber(share * target))}</text>`;
  });
  const months: string[] = [];
  const first = yearOf(from) * 12 + monthOf(from) - 1;
  for (let month = first; month <= yearOf(to) * 12 + monthOf(to) - 1; month++) {
    const middle = dayNumber(endOfMonth(Math.floor(month / 12), (month % 12) + 1)) - 15;
    months.push(`<text x="${x(middle)}" y="${PLOT.bottom + 18}" text-anchor="middle">${escapeHtml(words.month((month % 12) + 1))}</text>`);
  }
  const corner = isEarly(chart, scale) ? `x="${PLOT.right}" text-anchor="end"` : `x="${PLOT.left}"`;
  return `${lines.join('')}${months.join('')}<text ${corner} y="14">${escapeHtml(words.target)}</text>`;
}

type PlanScale = Scale & { readonly isForecastAbove: boolean };

/** Versions end on the same point, so each label sits on its own stretch of its line, on the side where the forecast does not run. */
function planLine({ curve, startsOn, label, current }: ChartPlan, index: number, { x, y, isForecastAbove }: PlanScale): string {
  const eve = dayNumber(startsOn) - 1;
  const days = curve.kind === 'points' ? curve.days : Array.from({ length: 25 }, (_, i) => (curve.lastDay * i) / 24);
  const points = days.map((day) => `${x(eve + day)} ${y(valueAt(curve, day))}`);
  const at = days.at(-1)! * Math.max(0.78 - index * 0.2, 0.18);
  const style = current ? `stroke="${INK}" stroke-width="1.5"` : `stroke="#8a8881" stroke-width="1" stroke-dasharray="2 3"`;
  const side = isForecastAbove ? { x: 8, y: 16, anchor: 'start' } : { x: -6, y: -6, anchor: 'end' };
  const place = `x="${tidy(x(eve + at) + side.x)}" y="${tidy(y(valueAt(curve, at)) + side.y)}"`;
  return `<path d="M${points.join('L')}" fill="none" ${style}/><text ${place} text-anchor="${side.anchor}" fill="${current ? INK : SOFT}">${escapeHtml(label)}</text>`;
}

function actualLine({ actual, light }: TrajectoryChart, { x, y }: Scale): string {
  if (actual.length === 0) return '';
  const colour = light === 'white' || light === 'grey' ? INK : LIGHT_COLOURS[light];
  const at = actual.map(({ on, value, begins }) => ({ x: x(dayNumber(on)), y: y(value), begins }));
  const firsts = [0, ...at.flatMap((it, i) => (it.begins && i > 0 ? [i] : []))];
  const lines = firsts.map((first, n) => at.slice(first, firsts[n + 1])).filter((it) => it.length > 1);
  return [
    ...lines.map(
      (it) => `<path d="M${it.map((one) => `${one.x} ${one.y}`).join('L')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
    ),
    ...at.filter((it) => it.begins).map((it) => breakMark(it.x)),
    ...at.map((it) => `<circle cx="${it.x}" cy="${it.y}" r="4" fill="#fff" stroke="${colour}" stroke-width="2.5"/>`),
  ].join('');
}

/** 断开处: two strokes across the height where one definition ends and the next begins. */
function breakMark(x: number): string {
  const stroke = (at: number) => `M${tidy(at)} ${PLOT.top}V${PLOT.bottom}`;
  return `<path class="new-definition" d="${stroke(x - 1.5)}${stroke(x + 1.5)}" stroke="#8a8881" stroke-dasharray="6 3"/>`;
}

function todayLine({ today, from, to, words }: TrajectoryChart, { x }: Scale): string {
  if (today < from || today > to) return '';
  const at = x(dayNumber(today));
  return `<path d="M${at} ${PLOT.top - 6}V${PLOT.bottom}" stroke="${INK}" stroke-dasharray="1 2"/><text x="${at}" y="14" text-anchor="middle" fill="${INK}">${escapeHtml(words.today)}</text>`;
}

/** A forecast inside the drawn period is a mark on the target line; one beyond it points off the right edge. */
function forecastMark({ forecastOn, done, today, target, to, words }: TrajectoryChart, { x, y }: Scale): string {
  if (forecastOn === null || done === null || forecastOn <= today) return '';
  const start = dayNumber(today);
  const end = dayNumber(forecastOn);
  const last = Math.min(end, dayNumber(to));
  const value = done + ((target - done) * (last - start)) / (end - start);
  const line = `<path d="M${x(start)} ${y(done)}L${x(last)} ${y(value)}" stroke="${SEAL}" stroke-dasharray="5 4" fill="none"/>`;
  return `${line}<text x="${PLOT.right + 4}" y="${tidy(y(value) + 4)}" fill="${SEAL}">${escapeHtml(words.forecast)}</text>`;
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}

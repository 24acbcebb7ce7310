import { escapeHtml } from '#/kernel/html.ts';
import type { Bar } from './bar.ts';
import type { Span } from './free-time.ts';
import { box, cut, FREE, INK, line, SEAL, SOFT, text, tidy, WAITING } from './svg.ts';
import { endX, isShown, startX, type TimeAxis } from './time-axis.ts';

/** Where the parts of a bar stand below one another: its words, its early dates, its late dates, its baseline. */
export type Band = {
  readonly label: { readonly y: number; readonly size: number } | null;
  readonly early: Piece;
  readonly late: Piece;
  readonly baseline: Piece;
};
type Piece = { readonly y: number; readonly height: number };

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** A band of this height; words above the bar only where they can be read. */
export function bandOf(top: number, height: number, labelSize: number | null): Band {
  const label = labelSize !== null && height >= labelSize * 2.1 ? { y: top + labelSize, size: labelSize } : null;
  const room = label === null ? height : height - labelSize! - 5;
  const y = label === null ? top : label.y + 5;
  const early = { y, height: clamp(room * 0.48, 4, 20) };
  const late = { y: early.y + early.height + 2, height: clamp(room * 0.2, 2.5, 9) };
  return { label, early, late, baseline: { y: late.y + late.height + 2, height: clamp(room * 0.1, 1.5, 4) } };
}

/** 一条横道: baseline, late dates with the latest start, early dates with what is done, and its milestone or gate. */
export function barMarks(bar: Bar, band: Band, axis: TimeAxis): string {
  const { baseline, late, early } = bar;
  return [
    baseline === null ? '' : piece(axis, baseline, band.baseline, `fill="${WAITING}"`),
    late === null || bar.state === 'finished' ? '' : lateMarks(bar, late, band, axis),
    `<g><title>${escapeHtml(bar.name)}</title>${earlyMarks(bar, band.early, axis)}</g>`,
    bar.isMilestone || bar.gate !== null ? flag(bar, endX(axis, early[1]), band) : '',
  ].join('');
}

function piece(axis: TimeAxis, [from, to]: Span, { y, height }: Piece, look: string): string {
  if (!isShown(axis, from, to)) return '';
  const x = startX(axis, from);
  return box({ x, y, height, width: endX(axis, to) - x }, look);
}

function lateMarks({ state, slack }: Bar, late: Span, band: Band, axis: TimeAxis): string {
  const colour = slack < 0 ? SEAL : SOFT;
  const outline = piece(axis, late, band.late, `fill="#fff" stroke="${colour}" stroke-width="1.2"`);
  return state === 'waiting' && isShown(axis, late[0], late[0]) ? outline + latestStart(startX(axis, late[0]), band.late, colour) : outline;
}

/** 最迟开始: a bold post with a beak, at the first of the late dates. */
function latestStart(x: number, { y, height }: Piece, colour: string): string {
  const half = height / 2 + 2;
  const beak = `<path class="latest" d="M${tidy(x)} ${tidy(y - 2)}l${tidy(half)} ${tidy(half)} -${tidy(half)} ${tidy(half)}Z" fill="${colour}"/>`;
  return line([x, y - 2], [x, y + height + 4], `stroke="${colour}" stroke-width="2.6"`) + beak;
}

function earlyMarks({ early, state, doneShare, isCritical, isProvisional }: Bar, place: Piece, axis: TimeAxis): string {
  const colour = isCritical ? SEAL : WAITING;
  const dashed = isProvisional && state !== 'finished';
  const look = dashed ? `fill="#fff" stroke="${isCritical ? SEAL : SOFT}" stroke-width="1.6" stroke-dasharray="5 3"` : `fill="${colour}"`;
  const whole = piece(axis, early, place, look);
  return whole + doneMark(early, doneShare, place, axis) + (isCritical && !dashed ? spine(early, place, axis) : '');
}

function doneMark([from, to]: Span, share: number | null, place: Piece, axis: TimeAxis): string {
  const x = startX(axis, from);
  // Under way, and nobody said how far: its beginning alone is black.
  if (share === null) return box({ x, y: place.y, width: 4, height: place.height }, `fill="${INK}"`);
  return share <= 0 ? '' : box({ ...place, x, width: (endX(axis, to) - x) * share }, `fill="${INK}"`);
}

/** A white line along a critical bar tells it apart in black and white. */
function spine([from, to]: Span, { y, height }: Piece, axis: TimeAxis): string {
  const middle = y + height / 2;
  return line([startX(axis, from), middle], [endX(axis, to), middle], `stroke="#fff" stroke-width="${tidy(clamp(height * 0.16, 1, 2.5))}"`);
}

function flag({ gate, state, slack }: Bar, x: number, { early }: Band): string {
  const colour = state === 'finished' ? INK : slack < 0 ? SEAL : INK;
  const [size, middle] = [clamp(early.height * 0.75, 5, 12), early.y + early.height / 2];
  if (gate === null) {
    const fill = state === 'finished' ? colour : '#fff';
    return `<path d="M${tidy(x)} ${tidy(middle - size)}l${size} ${size} -${size} ${size} -${size} -${size}Z" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
  }
  const top = early.y - size * 0.6;
  const foot = early.y + early.height;
  const cloth = `M${tidy(x)} ${tidy(top)}l${tidy(size * 1.5)} ${tidy(size * 0.55)} -${tidy(size * 1.5)} ${tidy(size * 0.55)}Z`;
  return `${line([x, top], [x, foot], `stroke="${colour}" stroke-width="2.2"`)}<path d="${cloth}" fill="${state === 'finished' ? colour : '#fff'}" stroke="${colour}" stroke-width="1.6"/>`;
}

/** The words of the bars of one lane: each has the room up to the next. */
export function laneLabels(lane: readonly Bar[], band: Band, axis: TimeAxis): string {
  const { label } = band;
  if (label === null) return '';
  return lane
    .map((bar, i) => {
      const x = startX(axis, bar.early[0]);
      const next = lane[i + 1];
      const until = next === undefined ? axis.left + axis.width : startX(axis, next.early[0]);
      const said = bar.gate === null ? bar.name : `${bar.name}（${bar.gate}）`;
      return text(x, label.y, cut(said, label.size, until - x - 6), { size: label.size, fill: bar.isCritical ? SEAL : INK, halo: true });
    })
    .join('');
}

/** 停工和放假: shaded from top to bottom of a row. */
export function freeMarks(spans: readonly Span[], { y, height }: Piece, axis: TimeAxis): string {
  const shown = spans.filter(([from, to]) => isShown(axis, from, to));
  if (shown.length === 0) return '';
  const path = shown.map(([from, to]) => {
    const x = startX(axis, from);
    return `M${tidy(x)} ${tidy(y)}h${tidy(endX(axis, to) - x)}v${tidy(height)}h${tidy(x - endX(axis, to))}Z`;
  });
  return `<path class="free" d="${path.join('')}" fill="${FREE}"/>`;
}

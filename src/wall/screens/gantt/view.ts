import type { Span } from '../../rules/free-time.ts';
import type { PlanRow, RowLink } from '../../rules/plan-rows.ts';

/** 缩放: how many pixels a day has. */
export const ZOOMS = { day: 26, week: 9, month: 3.2 } as const;
export type Zoom = keyof typeof ZOOMS;

export const ROW = 30;
export const HEAD = 46;
export const NAMES = 300;

/** All that is painted, whatever part of it is looked at. */
export type Picture = {
  readonly rows: readonly PlanRow[];
  readonly links: readonly RowLink[];
  readonly free: Readonly<Record<string, readonly Span[]>>;
  readonly from: number;
  readonly to: number;
  readonly today: number;
  readonly zoom: Zoom;
  readonly selected: string | null;
  /** Where a bar lies while it is dragged, and where the others would come to lie. */
  readonly ghosts: ReadonlyMap<string, Span>;
};

/** The part that is looked at, in pixels of the whole. */
export type Window = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export function dayX({ from, zoom }: Pick<Picture, 'from' | 'zoom'>, day: number): number {
  return (day - from) * ZOOMS[zoom];
}

export function dayAt({ from, zoom }: Pick<Picture, 'from' | 'zoom'>, x: number): number {
  return from + Math.floor(x / ZOOMS[zoom]);
}

export function sizeOf({ rows, from, to, zoom }: Pick<Picture, 'rows' | 'from' | 'to' | 'zoom'>): {
  readonly width: number;
  readonly height: number;
} {
  return { width: Math.ceil((to - from + 1) * ZOOMS[zoom]), height: rows.length * ROW };
}

/** First and last row of which a part can be seen. */
export function rowsSeen(count: number, { top, height }: Pick<Window, 'top' | 'height'>, beyond = 0): Span {
  const first = Math.max(0, Math.floor(top / ROW) - beyond);
  return [first, Math.min(count - 1, Math.floor((top + height) / ROW) + beyond)];
}

/** How near its end a bar is taken at the end: by the mouse, and by a finger, which also reaches beside the bar. */
const EDGE = 7;
const FINGER = 20;
type Hit = { readonly row: PlanRow & { readonly kind: 'activity' }; readonly grip: 'start' | 'end' };

/** The bar under a point of the whole picture, and whether it is taken at its end. */
export function hitAt(picture: Picture, x: number, y: number, isFinger = false): Hit | null {
  const row = picture.rows[Math.floor(y / ROW)];
  if (row === undefined || row.kind !== 'activity') return null;
  const edge = isFinger ? FINGER : EDGE;
  const [from, to] = row.bar.early;
  const [left, right] = [dayX(picture, from), dayX(picture, to + 1)];
  if (x < left - (isFinger ? FINGER / 2 : 3) || x > right + edge) return null;
  // A short bar is taken at its end only behind its middle.
  return { row, grip: x > Math.max(right - edge, (left + right) / 2) && x > left + EDGE ? 'end' : 'start' };
}

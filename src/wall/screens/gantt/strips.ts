import type { Span } from '../../rules/free-time.ts';
import { FREE } from '../../rules/svg.ts';
import { dayX, type Picture, ROW } from './view.ts';

type Place = { readonly left: number; readonly width: number; readonly scale: number };
type Shown = Pick<Picture, 'free' | 'from' | 'zoom'>;

const painted = new WeakMap<Picture['free'], { readonly key: string; readonly of: Map<string, HTMLCanvasElement> }>();

/** 停工的底纹: one row of a calendar, painted once for as long as nobody scrolls sideways, for it is the same in each of its rows. */
export function stripOf({ free, from, zoom }: Shown, calendar: string, place: Place): HTMLCanvasElement | null {
  const spans = free[calendar];
  if (spans === undefined || place.width <= 0) return null;
  const key = [place.left, place.width, place.scale, from, zoom].join(' ');
  let known = painted.get(free);
  if (known?.key !== key) {
    known = { key, of: new Map() };
    painted.set(free, known);
  }
  const strip = known.of.get(calendar) ?? stripWith({ from, zoom }, spans, place);
  known.of.set(calendar, strip);
  return strip;
}

function stripWith(picture: Pick<Shown, 'from' | 'zoom'>, spans: readonly Span[], { left, width, scale }: Place): HTMLCanvasElement {
  const strip = document.createElement('canvas');
  strip.width = Math.round(width * scale);
  strip.height = Math.round(ROW * scale);
  const brush = strip.getContext('2d');
  if (brush === null) return strip;
  brush.scale(scale, scale);
  brush.fillStyle = FREE;
  for (const [first, last] of spans) {
    const x = dayX(picture, first) - left;
    if (x > width) break;
    const right = dayX(picture, last + 1) - left;
    if (right >= 0) brush.fillRect(x, 0, right - x, ROW);
  }
  return strip;
}

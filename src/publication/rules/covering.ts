import { type CoverBox, WHOLE_SIDE } from './pictures.ts';

/** 画框: how boxes are drawn, moved and resized on a picture; sides in ten-thousandths. A box never leaves the picture and never shrinks to nothing. */
export const LEAST_SIDE = 60;

export type Point = { readonly x: number; readonly y: number };
export type Corner = 'left-top' | 'right-top' | 'left-bottom' | 'right-bottom';
export const CORNERS: readonly Corner[] = ['left-top', 'right-top', 'left-bottom', 'right-bottom'];

const within = (value: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, value)));

export function pointOn({ x, y }: Point): Point {
  return { x: within(x, 0, WHOLE_SIDE), y: within(y, 0, WHOLE_SIDE) };
}

/** From one point to another, in whatever direction. */
export function boxBetween(a: Point, b: Point): CoverBox {
  const [from, to] = [pointOn(a), pointOn(b)];
  return wide({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) });
}

function wide({ x, y, width, height }: CoverBox): CoverBox {
  const [w, h] = [Math.max(LEAST_SIDE, width), Math.max(LEAST_SIDE, height)];
  return { x: within(x, 0, WHOLE_SIDE - w), y: within(y, 0, WHOLE_SIDE - h), width: w, height: h };
}

export function moved(box: CoverBox, { x, y }: Point): CoverBox {
  return { ...box, x: within(box.x + x, 0, WHOLE_SIDE - box.width), y: within(box.y + y, 0, WHOLE_SIDE - box.height) };
}

export function resized(box: CoverBox, corner: Corner, by: Point): CoverBox {
  const [sideX, sideY] = corner.split('-') as ['left' | 'right', 'top' | 'bottom'];
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const left = sideX === 'left' ? within(box.x + by.x, 0, right - LEAST_SIDE) : box.x;
  const top = sideY === 'top' ? within(box.y + by.y, 0, bottom - LEAST_SIDE) : box.y;
  const width = sideX === 'left' ? right - left : within(box.width + by.x, LEAST_SIDE, WHOLE_SIDE - box.x);
  const height = sideY === 'top' ? bottom - top : within(box.height + by.y, LEAST_SIDE, WHOLE_SIDE - box.y);
  return { x: left, y: top, width, height };
}

/** A box for whoever draws with the keyboard: in the middle, to be moved from there. */
export const MIDDLE: CoverBox = { x: 4_000, y: 4_000, width: 2_000, height: 2_000 };

/** What is on the picture, and what was there before, to be undone step by step. */
export type Drawing = { readonly boxes: readonly CoverBox[]; readonly earlier: readonly (readonly CoverBox[])[] };

const KEPT_STEPS = 100;

export function drawn({ boxes, earlier }: Drawing, next: readonly CoverBox[]): Drawing {
  return { boxes: next, earlier: [...earlier, boxes].slice(-KEPT_STEPS) };
}

export function undone({ boxes, earlier }: Drawing): Drawing {
  return { boxes: earlier.at(-1) ?? boxes, earlier: earlier.slice(0, -1) };
}

import type { Position } from './geometry.ts';

/** Where a number may stand beside its sign, in the order of preference. */
export const BESIDE: readonly Position[] = [
  [11, 5],
  [-11, 5],
  [0, -10],
  [0, 20],
  [11, -6],
  [-11, -6],
  [11, 16],
  [-11, 16],
  [22, 5],
  [-22, 5],
  [0, -24],
  [0, 34],
  [22, -8],
  [-22, -8],
  [22, 18],
  [-22, 18],
  [0, 48],
  [34, 5],
  [-34, 5],
];

/** Where the mark of a sign may stand, the upper left before all others. */
export const AROUND: readonly Position[] = [
  [-10, -10],
  [10, -10],
  [-10, 10],
  [10, 10],
  [-14, 0],
  [14, 0],
  [0, -14],
  [0, 14],
  [-22, -10],
  [22, -10],
];

/** 图上已占的位置: the middle of a sign, a mark or a number, and half its width. */
export type Taken = { readonly x: number; readonly y: number; readonly half: number };

type Paper = { readonly width: number; readonly height: number };

/** The first place that is free, else the first of all. */
export function take(places: readonly Taken[], taken: readonly Taken[], paper: Paper): Taken {
  return places.find((one) => isFree(one, taken, paper)) ?? places[0]!;
}

function isFree(one: Taken, taken: readonly Taken[], { width, height }: Paper): boolean {
  const isInside = one.x - one.half > 0 && one.x + one.half < width && one.y > 8 && one.y < height - 4;
  return isInside && taken.every((it) => Math.abs(it.x - one.x) >= it.half + one.half || Math.abs(it.y - one.y) >= 13);
}

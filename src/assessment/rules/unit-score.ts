import type { ScorePart } from './parts.ts';

/** 一行得分: a line of the sheet with what it came to; `points` null where there is nothing to judge it by (缺项). */
export type LineScore = {
  readonly key: string;
  readonly title: string;
  readonly kind: 'line' | 'bonus' | 'deduction';
  /** At most so many points; null where a deduction has no end. */
  readonly most: number | null;
  readonly points: number | null;
  readonly parts: readonly ScorePart[];
  /** Set by the decision on an appeal. */
  readonly byAppeal?: true;
};

/** 单位得分: what a quarter came to for one unit, opened down to the facts. `total` null where no line could be judged. */
export type UnitScore = {
  readonly unitId: string;
  readonly unit: string;
  readonly lines: readonly LineScore[];
  /** The lines that could be judged, out of a hundred. */
  readonly base: number | null;
  readonly bonus: number;
  readonly deduction: number;
  readonly total: number | null;
  readonly isVetoed: boolean;
  readonly grade: string | null;
  readonly rank: number | null;
};

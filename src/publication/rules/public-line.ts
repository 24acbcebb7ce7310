import type { Point } from '#/delivery/rules/pace.ts';
import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { isOfPersons, type PublicParts } from '#/records/rules/public-parts.ts';

type Known = {
  /** The first day of the list. */
  readonly from: CivilDate;
  readonly asOf: CivilDate;
  readonly done: number | null;
  readonly isShare: boolean;
};

/** May the line be drawn by the week? Of persons and of payments the public reads no more than the months say: a week may be one household. */
export function isDrawnByMonth(parts: PublicParts): boolean {
  return parts.kind === 'money' || isOfPersons(parts);
}

/**
 * 公开曲线: what had been counted at the end of each month, and on the day itself, as far as the table of months gives it. A month that is held
 * back is not to be had by subtraction, so no point stands between two such. What an earlier definition counted stands in the earlier editions.
 */
export function publicLine(parts: PublicParts, { from, asOf, done, isShare }: Known): readonly Point[] {
  if (done === null) return [];
  const since = parts.since !== undefined && parts.since > from ? parts.since : null;
  const months = isShare ? [] : (parts.byMonth ?? []);
  const points = [...monthEnds(months, done).filter(({ on }) => on < asOf && (since === null || on >= since)), { on: asOf, value: done }];
  const later = (parts.versions ?? []).slice(1);
  const begins = ({ on }: Point, before: Point | undefined) =>
    before === undefined ? since !== null : later.some(({ from: day }) => day > before.on && day <= on);
  return points.map((it, i) => (begins(it, points[i - 1]) ? { ...it, begins: true } : it));
}

function monthEnds(months: NonNullable<PublicParts['byMonth']>, done: number): readonly Point[] {
  const isHeld = months.map(({ count }) => count === null);
  const shown = months.map(({ count }) => count ?? 0);
  const held = done - shown.reduce((sum, it) => sum + it, 0);
  const [first, last] = [isHeld.indexOf(true), isHeld.lastIndexOf(true)];
  const points: Point[] = [];
  let sum = 0;
  for (const [i, { month }] of months.entries()) {
    sum += shown[i]!;
    if (first >= 0 && i >= first && i < last) continue;
    points.push({ on: endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5))), value: i >= last && last >= 0 ? sum + held : sum });
  }
  return points;
}

import { addDays, type CivilDate, daysBetween, monthOf, yearOf } from '../civil-date.ts';

/** 期间: from the first day to the last, both included. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate };

/** 期长: whole calendar months where a period is made of them, else days. */
export type Span = { readonly unit: 'month' | 'day'; readonly length: number };

export function spanOf(period: Period): Span {
  return isWholeMonths(period) ? { unit: 'month', length: monthsOf(period).length } : { unit: 'day', length: daysOf(period) };
}

export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

function isWholeMonths({ from, to }: Period): boolean {
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01');
}

/** Whether a period begins or ends within a month, `YYYY-MM`. */
export function isCut(month: string, { from, to }: Period): boolean {
  return (from.startsWith(month) && !from.endsWith('-01')) || (to.startsWith(month) && !addDays(to, 1).endsWith('-01'));
}

/** The months that a period touches, as `YYYY-MM`. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const first = yearOf(from) * 12 + monthOf(from) - 1;
  const last = yearOf(to) * 12 + monthOf(to) - 1;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => keyOf(first + i));
}

function keyOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Both in whole months, or both in days: what exposures are counted in. */
export function commonSpans(a: Period, b: Period): { readonly unit: Span['unit']; readonly a: number; readonly b: number } {
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  return spanA.unit === 'month' && spanB.unit === 'month'
    ? { unit: 'month', a: spanA.length, b: spanB.length }
    : { unit: 'day', a: daysOf(a), b: daysOf(b) };
}

/** Leap years do not make two Februaries unlike: months are counted where there are only months. */
export function isSameLength(a: Period, b: Period): boolean {
  const spans = commonSpans(a, b);
  return spans.a === spans.b || isSameSeason(a, b);
}

/** The same days of the calendar, in whatever year. */
export function isSameSeason(a: Period, b: Period): boolean {
  const spans = commonSpans(a, b);
  if (spans.unit === 'month') return spans.a === spans.b && a.from.slice(5) === b.from.slice(5);
  return (
    a.from.slice(5) === b.from.slice(5) &&
    a.to.slice(5) === b.to.slice(5) &&
    yearOf(a.to) - yearOf(a.from) === yearOf(b.to) - yearOf(b.from)
  );
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The months of `period`, moved into the years of `other`: what there would have to be of it for a comparison of like with like. */
export function likeMonths(period: Period, other: Period): readonly string[] {
  const shift = yearOf(other.from) - yearOf(period.from);
  return monthsOf(period).map((it) => `${String(Number(it.slice(0, 4)) + shift).padStart(4, '0')}${it.slice(4)}`);
}

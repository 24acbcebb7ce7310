import type { FigureTable } from './figure.ts';
import { monthsBegun } from './months.ts';

/** 一格: what counts in a place and a month. Null is 无记录: nothing is known, which is no nought. */
export type MonthCell = { readonly month: string; readonly numerator: number | null; readonly records: number };
export type PlaceRow = {
  readonly areaId: string | null;
  readonly numerator: number | null;
  readonly records: number;
  readonly months: readonly MonthCell[];
};

/** 分地分月表. */
export type PlaceMonths = {
  readonly months: readonly string[];
  readonly places: readonly PlaceRow[];
  /** Of all places together: each group once, so that the places may add up to more. */
  readonly whole: readonly MonthCell[];
  /** Months of which the places add up to more than the whole. */
  readonly over: readonly { readonly month: string; readonly parts: number; readonly whole: number }[];
};

/**
 * 零与无记录: every township of the scope has a row, and every month that has begun a column. A place of which there is any record in the period,
 * counted or not, has a nought where none counted; a place of which there is none is 无记录. A month with no record of its own is a nought when there are
 * records of a later one, for the lists reach past it; after the last record of all nothing is known.
 */
export function placeMonths(table: FigureTable, townships: readonly string[], span: Parameters<typeof monthsBegun>[0]): PlaceMonths {
  const { byPlace, byMonth, cells, reported } = table;
  const months = monthsBegun(span);
  const isKnown = (month: string) => reported.lastMonth !== null && month <= reported.lastMonth;
  const known = new Map(cells.map((it) => [`${it.areaId} ${it.month}`, it]));
  const has = new Set(reported.places);
  const rowOf = (areaId: string | null): PlaceRow => {
    const sum = byPlace.find((it) => it.areaId === areaId);
    return {
      areaId,
      numerator: sum?.numerator ?? (has.has(areaId) ? 0 : null),
      records: sum?.records ?? 0,
      months: months.map((month) => {
        const { numerator, records } = known.get(`${areaId} ${month}`) ?? {
          numerator: has.has(areaId) && isKnown(month) ? 0 : null,
          records: 0,
        };
        return { month, numerator, records };
      }),
    };
  };
  const all = new Set<string | null>([...townships, ...[...has].filter((it) => it !== null), ...(has.has(null) ? [null] : [])]);
  const ofMonth = new Map(byMonth.map((it) => [it.month, it]));
  const whole = months.map((month) => ofMonth.get(month) ?? { month, numerator: isKnown(month) ? 0 : null, records: 0 });
  return { months, places: [...all].map(rowOf).sort(byNumber), whole, over: overOf(cells, whole) };
}

/** Every place that has counted anything, and those with records of which none counts, which is a nought. */
export function everyPlace({ byPlace, reported }: Pick<FigureTable, 'byPlace' | 'reported'>): FigureTable['byPlace'] {
  const silent = reported.places.filter((areaId) => !byPlace.some((it) => it.areaId === areaId));
  return [...byPlace, ...silent.map((areaId) => ({ areaId, numerator: 0, records: 0 }))];
}

/** The greatest first, those without a record after a nought, and what lies in no township last. */
function byNumber(one: PlaceRow, other: PlaceRow): number {
  if (one.areaId === null || other.areaId === null) return one.areaId === null ? 1 : -1;
  return (other.numerator ?? -1) - (one.numerator ?? -1);
}

function overOf(cells: FigureTable['cells'], whole: readonly MonthCell[]): PlaceMonths['over'] {
  return whole.flatMap(({ month, numerator }) => {
    const sum = cells.filter((it) => it.month === month).reduce((total, it) => total + Math.round(it.numerator * 1e6), 0) / 1e6;
    return numerator !== null && sum > numerator ? [{ month, parts: sum, whole: numerator }] : [];
  });
}

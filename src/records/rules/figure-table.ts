import type { CivilDate } from '#/kernel/civil-date.ts';
import type { FigureTable } from './figure.ts';

/** Where something was, or counted, and on which day. */
export type Placed = { readonly areaId: string | null; readonly on: CivilDate };
type Counted = Placed & { readonly value: number };

type Known = {
  readonly counted: readonly Counted[];
  /** Every record of the period, counted or not. */
  readonly records: readonly Placed[];
  /** The township of a place. */
  readonly topOf: (areaId: string | null) => string | null;
};

/** Thousandths are added as whole numbers: 0.1 ten times is 1. */
export function exact(values: readonly number[]): number {
  return values.reduce((sum, it) => sum + Math.round(it * 1e6), 0) / 1e6;
}

/** What counts one by one, each in one township and one month. */
export function figureTable({ counted, records, topOf }: Known): FigureTable {
  const parts = counted.map(({ areaId, on, value }) => ({ areaId: topOf(areaId), month: on.slice(0, 7), value }));
  const share = (own: typeof parts) => ({ numerator: exact(own.map(({ value }) => value)), records: own.length });
  const byPlace = [...Map.groupBy(parts, ({ areaId }) => areaId)];
  const byMonth = [...Map.groupBy(parts, ({ month }) => month)].sort(([one], [other]) => one.localeCompare(other));
  const known: readonly Placed[] = [...records, ...counted];
  return {
    byPlace: byPlace.map(([areaId, own]) => ({ areaId, ...share(own) })),
    byMonth: byMonth.map(([month, own]) => ({ month, ...share(own) })),
    cells: byPlace.flatMap(([areaId, all]) =>
      [...Map.groupBy(all, ({ month }) => month)].map(([month, own]) => ({ areaId, month, ...share(own) })),
    ),
    reported: {
      places: [...new Set(known.map(({ areaId }) => topOf(areaId)))],
      lastMonth: known.reduce<string | null>((last, { on }) => (last === null || on.slice(0, 7) > last ? on.slice(0, 7) : last), null),
    },
  };
}

import type { CountAsked } from '#/delivery/rules/counter.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 按日的数: what had been counted up to and with a day; only days on which it moved. */
export type DayFigure = { readonly on: CivilDate; readonly value: number; readonly denominator: number | null };

/** 一个数: zero is a value, and something counted; null where nothing can be said. */
export type Figure = { readonly numerator: number; readonly denominator: number | null; readonly records: number };

/** 分地的数: one cell of a figure taken apart. `areaId` null is what is known of no place. */
export type PlaceFigure = { readonly areaId: string | null; readonly numerator: number; readonly records: number };
/** 分月的数. */
export type MonthFigure = { readonly month: string; readonly numerator: number; readonly records: number };

/** 一地一月的数: each group once in each place, in the month in which it first counted there. */
export type CellFigure = PlaceFigure & { readonly month: string };

/** 有记录的地方: whence records of the period came, counted or not, and the last month that any is of. Elsewhere and later nothing is known. */
export type Reported = { readonly places: readonly (string | null)[]; readonly lastMonth: string | null };

/** 一个数的分解: its parts by place and by month. Persons may stand in two places, so that parts may add up to more than the whole. */
export type FigureParts = {
  readonly byPlace: readonly PlaceFigure[];
  readonly byMonth: readonly MonthFigure[];
  /** The figure itself, where it was counted in the same walk. */
  readonly whole?: Figure;
};

/** 分地分月: the parts of a figure, place by month, and what is known of places that have none. */
export type FigureTable = FigureParts & { readonly cells: readonly CellFigure[]; readonly reported: Reported };

export type { CountAsked };

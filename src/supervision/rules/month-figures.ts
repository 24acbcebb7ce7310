import type { PeriodRates } from '#/collection/rules/rates.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { Cause } from './bulletin-item.ts';
import type { OrdersOfMonth } from './extra.ts';
import type { BulletinPart } from './part.ts';

/** 月度数字: all that the figures of a month's bulletin are made from. Once frozen, only an issued correction says otherwise. */
export type MonthFigures = {
  readonly board: Board;
  readonly previousBoard: Board | null;
  readonly causes: Readonly<Record<string, Cause>>;
  readonly adjustments: readonly Adjustment[];
  readonly reporting: PeriodRates | null;
  readonly ratesBefore: PeriodRates | null;
  readonly orders: OrdersOfMonth | null;
  readonly parts: readonly BulletinPart[];
};

export type FreezeRefusal =
  | { readonly kind: 'entry-still-open'; readonly year: number; readonly month: number }
  | { readonly kind: 'list-not-frozen' };

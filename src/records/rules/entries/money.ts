import type { Period } from '#/kernel/comparison/span.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { MoneyEntry, MoneyKind } from './entry.ts';

export type MoneyRefusal =
  | { readonly kind: 'money-nothing'; readonly of: MoneyKind }
  | { readonly kind: 'money-period-unknown'; readonly of: MoneyKind; readonly lines: number }
  | { readonly kind: 'money-periods-differ'; readonly numerator: Period; readonly denominator: Period };

/** 资金比率: payouts over premiums and the like, with both sums and the one period that both are of. */
export type MoneyRatio = { readonly numeratorFen: number; readonly denominatorFen: number; readonly period: Period };

/** A ratio is refused until both periods are known and the same: premiums of a year against payouts of a month say nothing. */
export function moneyRatio(entries: readonly MoneyEntry[], over: MoneyKind, under: MoneyKind): Result<MoneyRatio, MoneyRefusal> {
  const [top, bottom] = [sumOf(entries, over), sumOf(entries, under)];
  if (!top.ok) return top;
  if (!bottom.ok) return bottom;
  const [numerator, denominator] = [top.value.period, bottom.value.period];
  if (numerator.from !== denominator.from || numerator.to !== denominator.to)
    return refuse({ kind: 'money-periods-differ', numerator, denominator });
  return accept({ numeratorFen: top.value.fen, denominatorFen: bottom.value.fen, period: numerator });
}

function sumOf(entries: readonly MoneyEntry[], kind: MoneyKind): Result<{ readonly fen: number; readonly period: Period }, MoneyRefusal> {
  const own = entries.filter((it) => it.moneyKind === kind && it.state === 'recorded');
  if (own.length === 0) return refuse({ kind: 'money-nothing', of: kind });
  const unknown = own.filter((it) => it.periodFrom === null || it.periodTo === null).length;
  if (unknown > 0) return refuse({ kind: 'money-period-unknown', of: kind, lines: unknown });
  const from = own.map((it) => it.periodFrom!).reduce((a, b) => (a < b ? a : b));
  const to = own.map((it) => it.periodTo!).reduce((a, b) => (a > b ? a : b));
  return accept({ fen: own.reduce((sum, it) => sum + it.amountFen, 0), period: { from, to } });
}

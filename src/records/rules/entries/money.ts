import { addDays } from '#/kernel/civil-date.ts';
import type { Period } from '#/kernel/comparison/span.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { MoneyEntry, MoneyKind } from './entry.ts';

export type MoneyRefusal =
  | { readonly kind: 'money-nothing'; readonly of: MoneyKind }
  | { readonly kind: 'money-without-evidence'; readonly of: MoneyKind; readonly lines: number }
  | { readonly kind: 'money-period-unknown'; readonly of: MoneyKind; readonly lines: number }
  | { readonly kind: 'money-months-missing'; readonly of: MoneyKind; readonly months: readonly string[] }
  | { readonly kind: 'money-periods-differ'; readonly numerator: Period; readonly denominator: Period };

/** 资金比率: payouts over premiums and the like, with both sums and the one period that both are of. */
export type MoneyRatio = {
  readonly numeratorFen: number;
  readonly denominatorFen: number;
  readonly period: Period;
  /** Months without a line, of which somebody says that nothing fell into them. */
  readonly emptyMonths: readonly string[];
};

/**
 * A ratio is refused until every line has its voucher and both periods are known, whole, and the same: premiums of a year against payouts of a month say nothing, and January with
 * December is no year unless somebody says that nothing was paid between.
 */
export function moneyRatio(
  entries: readonly MoneyEntry[],
  over: MoneyKind,
  under: MoneyKind,
  { isComplete }: { readonly isComplete: boolean } = { isComplete: false },
): Result<MoneyRatio, MoneyRefusal> {
  const [top, bottom] = [sumOf(entries, over), sumOf(entries, under)];
  if (!top.ok) return top;
  if (!bottom.ok) return bottom;
  for (const { of, missing } of [top.value, bottom.value])
    if (missing.length > 0 && !isComplete) return refuse({ kind: 'money-months-missing', of, months: missing });
  const [numerator, denominator] = [top.value.period, bottom.value.period];
  if (numerator.from !== denominator.from || numerator.to !== denominator.to)
    return refuse({ kind: 'money-periods-differ', numerator, denominator });
  const emptyMonths = [...new Set([...top.value.missing, ...bottom.value.missing])].sort();
  return accept({ numeratorFen: top.value.fen, denominatorFen: bottom.value.fen, period: numerator, emptyMonths });
}

type Sum = { readonly of: MoneyKind; readonly fen: number; readonly period: Period; readonly missing: readonly string[] };

function sumOf(entries: readonly MoneyEntry[], kind: MoneyKind): Result<Sum, MoneyRefusal> {
  const own = entries.filter((it) => it.moneyKind === kind && it.state === 'recorded');
  if (own.length === 0) return refuse({ kind: 'money-nothing', of: kind });
  const unproven = own.filter(({ evidence }) => evidence.length === 0).length;
  if (unproven > 0) return refuse({ kind: 'money-without-evidence', of: kind, lines: unproven });
  const unknown = own.filter((it) => it.periodFrom === null || it.periodTo === null).length;
  if (unknown > 0) return refuse({ kind: 'money-period-unknown', of: kind, lines: unknown });
  const periods = own.map((it) => ({ from: it.periodFrom!, to: it.periodTo! })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const from = periods[0]!.from;
  const to = periods.reduce((last, it) => (it.to > last ? it.to : last), from);
  const fen = own.reduce((sum, it) => sum + it.amountFen, 0);
  return accept({ of: kind, fen, period: { from, to }, missing: monthsBetween(periods) });
}

/** Months that have a day which lies in none of the periods, though others lie before and after it. `periods` by their first day. */
function monthsBetween(periods: readonly Period[]): readonly string[] {
  const months = new Set<string>();
  let known = periods[0]!.to;
  for (const { from, to } of periods) {
    for (let day = addDays(known, 1); day < from; day = addDays(day, 1)) months.add(day.slice(0, 7));
    if (to > known) known = to;
  }
  return [...months];
}

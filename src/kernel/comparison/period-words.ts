import { type Locale, longDate, round } from '../format.ts';
import { monthsOf, type Period, spanOf } from './span.ts';

/** `2026年1—5月`, `2025年全年`, `2026年6月1日至18日`. */
export function periodWords(period: Period, locale: Locale): string {
  if (spanOf(period).unit === 'day') return days(period, locale);
  return likeMonthsText(monthsOf(period), locale);
}

function days({ from, to }: Period, locale: Locale): string {
  if (from === to) return longDate(from, locale);
  return locale === 'zh-CN' ? `${longDate(from)}至${longDate(to)}` : `${longDate(from, locale)} to ${longDate(to, locale)}`;
}

/** Months in a row, `YYYY-MM`. */
export function likeMonthsText(months: readonly string[], locale: Locale): string {
  const [first, last] = [months[0]!, months.at(-1)!];
  const [year, from, lastYear, to] = [first.slice(0, 4), Number(first.slice(5)), last.slice(0, 4), Number(last.slice(5))];
  if (locale === 'en') return english({ year, from, lastYear, to });
  if (year === lastYear && from === 1 && to === 12) return `${year}年全年`;
  if (year !== lastYear) return `${year}年${from}月至${lastYear}年${to}月`;
  return from === to ? `${year}年${from}月` : `${year}年${from}—${to}月`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type MonthRange = { readonly year: string; readonly from: number; readonly lastYear: string; readonly to: number };

function english({ year, from, lastYear, to }: MonthRange): string {
  if (year === lastYear && from === 1 && to === 12) return `all of ${year}`;
  if (year !== lastYear) return `${MONTHS[from - 1]} ${year} to ${MONTHS[to - 1]} ${lastYear}`;
  return from === to ? `${MONTHS[from - 1]} ${year}` : `${MONTHS[from - 1]} to ${MONTHS[to - 1]} ${year}`;
}

/** `−64`, `+50`, `0`, with a minus that cannot be taken for a hyphen. */
export function signed(value: number, digits = 0): string {
  const rounded = round(value, digits);
  const text = Math.abs(rounded).toFixed(digits);
  return rounded < 0 ? `−${text}` : rounded > 0 ? `+${text}` : text;
}

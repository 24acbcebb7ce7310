import type { CivilDate } from './civil-date.ts';

export type Locale = 'zh-CN' | 'en';

/** Rounds half away from zero, the rule for every printed figure; machine output stays unrounded. */
export function round(value: number, digits = 0): number {
  const factor = 10 ** digits;
  const scaled = Math.abs(value) * factor;
  return (Math.sign(value) * Math.floor(scaled + 0.5 + Number.EPSILON * scaled)) / factor;
}

/** `57000` → `57,000`; keeps up to `digits` decimals and drops trailing zeros. */
export function number(value: number, digits = 2): string {
  return round(value, digits).toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** `400000` → `40万` in Chinese when nothing is lost by it (GB/T 15835-2011 allows 万 and 亿 as units), else as `number`. */
export function bigNumber(value: number, locale: Locale = 'zh-CN'): string {
  if (locale === 'en') return number(value);
  const [size, word] = Math.abs(value) >= 1e8 ? [1e8, '亿'] : [1e4, '万'];
  const short = value / size;
  return Math.abs(value) >= 1e4 && round(short, 2) * size === value ? `${number(short)}${word}` : number(value);
}

/** `0.463` → `46.3%`. A percentage is only ever printed beside its numerator, denominator and period. */
export function percent(share: number, digits = 1): string {
  return `${round(share * 100, digits).toFixed(digits)}%`;
}

/** `2026年6月18日` (GB/T 9704-2012: Arabic, full year, no padding), in English `18 June 2026`. */
export function longDate(day: CivilDate, locale: Locale = 'zh-CN'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (locale === 'zh-CN') return `${year}年${month}月${date}日`;
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `6月18日`; in English `18 June`. */
export function shortDate(day: CivilDate, locale: Locale = 'zh-CN'): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  if (locale === 'zh-CN') return `${month}月${date}日`;
  return new Date(Date.UTC(2000, month - 1, date)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** How a cell's style shows a number. */
export type NumberFormat =
  | { readonly kind: 'general' | 'text' }
  | { readonly kind: 'date'; readonly shows: string }
  | { readonly kind: 'pattern'; readonly code: string };

/** The built-in formats of ECMA-376 18.8.30 that are no dates; 27–36 and 50–58 are the dates of Chinese editions. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  49: '@',
};
const BUILT_IN_DATES: Readonly<Record<number, string>> = {
  17: 'ym',
  27: 'ym',
  36: 'ym',
  50: 'ym',
  52: 'ym',
  54: 'md',
  57: 'ym',
  28: 'md',
  29: 'md',
  58: 'md',
  22: 'ymdh',
};
const isTime = (id: number) => (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56;
const isDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && isDate(id)) return { kind: 'date', shows: isTime(id) ? 'h' : (BUILT_IN_DATES[id] ?? 'ymd') };
  const pattern = code ?? BUILT_IN[id];
  if (pattern === undefined || /^general$/i.test(pattern)) return { kind: 'general' };
  if (pattern === '@') return { kind: 'text' };
  const bare = pattern.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, '').toLowerCase();
  if (/[ymdhs]/.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/g, ''))) return { kind: 'date', shows: partsOf(bare) };
  return { kind: 'pattern', code: pattern };
}

function partsOf(bare: string): string {
  const hasDay = bare.includes('d');
  const hasYear = bare.includes('y');
  const hasHour = /[hs]/.test(bare);
  const hasMonth = bare.includes('m') && (hasDay || hasYear || !hasHour);
  return `${hasYear ? 'y' : ''}${hasMonth ? 'm' : ''}${hasDay ? 'd' : ''}${hasHour ? 'h' : ''}`;
}

/** The number as its cell shows it: `0.6` under `0%` is `60%`, `8` under `0"场"` is `8场`, `0.1+0.2` is `0.3`; no thousands separators. */
export function showNumber(value: number, format: NumberFormat, is1904: boolean): string {
  if (format.kind === 'date') return showDate(value, format.shows, is1904);
  if (format.kind === 'pattern') return showPattern(value, format.code) ?? plain(value);
  return plain(value);
}

// Excel keeps 15 significant digits; what lies beyond is noise of the binary fraction.
function plain(value: number): string {
  const tidy = Number(value.toPrecision(15));
  const text = String(tidy);
  return text.includes('e') && Math.abs(tidy) < 1e21 ? tidy.toFixed(20).replace(/\.?0+$/, '') : text;
}

function showPattern(value: number, code: string): string | null {
  const sections = code.split(';');
  const isNegative = value < 0 && sections.length > 1;
  const section = (isNegative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? '';
  const parts =
    /^((?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[^0#?"\\[_*])*)([0#?][0#?,]*)(?:\.([0#?]+))?((?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[^0#?"\\[_*])*)$/.exec(
      section,
    );
  // Fractions, exponents and scaled formats (0.0,"万") are shown as the plain number: no wrong digit is better than a pretty one.
  if (parts === null || /,$/.test(parts[2]!) || /[!/]|E[+-]/i.test(literals(section))) return null;
  const isPercent = literals(section).includes('%');
  const scaled = Math.abs(isPercent ? value * 100 : value);
  const most = parts[3]?.length ?? 0;
  const least = (parts[3]?.match(/0/g) ?? []).length;
  const digits = trimZeros(Number(scaled.toPrecision(15)).toFixed(most), least);
  return `${value < 0 && !isNegative ? '-' : ''}${literals(parts[1]!)}${digits}${literals(parts[4]!)}`.trim();
}

function trimZeros(digits: string, least: number): string {
  const [whole, fraction = ''] = digits.split('.') as [string, string?];
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}

function literals(pattern: string): string {
  return pattern.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*./g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '');
}

function showDate(serial: number, shows: string, is1904: boolean): string {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  if (shows === 'h' || shows === '') return time;
  // Day 60 is the 29 February 1900 that never was; serials below it are one day behind.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  if (days < 1 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return plain(serial);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const core = shows.replace('h', '');
  if (core === 'ym') return `${year}年${month}月`;
  if (core === 'md') return `${month}月${day}日`;
  if (core === 'y') return `${year}年`;
  if (core === 'm') return `${month}月`;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return shows.includes('h') && minutes > 0 ? `${iso} ${time}` : iso;
}

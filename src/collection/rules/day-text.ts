import { readChineseNumber } from '#/kernel/chinese-number.ts';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';

const SIGNS = '〇一二三四五六七八九';

/** A day in the ways it is written in China: 2026年6月18日, 2026.6.18, 2026/6/18, 20260618, 二〇二六年六月十八日; without a year, in `year`. */
export function readDay(cell: string, year: number): CivilDate | null {
  const text = cell.normalize('NFKC').replace(/\s+/g, '');
  const found = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? chinese(text);
  if (found === null) return null;
  const day = [found[1] ?? String(year), found[2]!.padStart(2, '0'), found[3]!.padStart(2, '0')].join('-');
  return isCivilDate(day) ? day : null;
}

function chinese(text: string): readonly (string | undefined)[] | null {
  const found = /^(?:([〇零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/.exec(text);
  if (found === null) return null;
  const year = found[1] === undefined ? undefined : [...found[1]].map((sign) => SIGNS.indexOf(sign === '零' ? '〇' : sign)).join('');
  const [month, day] = [readChineseNumber(found[2]!), readChineseNumber(found[3]!)];
  return month === null || day === null ? null : [text, year, String(month), String(day)];
}

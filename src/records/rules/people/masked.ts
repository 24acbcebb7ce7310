import type { Field } from './heads.ts';
import { nameOf } from './spelled.ts';

/** Six digits or more, however they are set apart, are the number of a paper or a telephone. */
const NUMBERS = /\p{Nd}(?:[\s\-‐-―_.·/:,，]*\p{Nd}){5,}[\s-]*[xX]?/gu;

const starred = (text: string): string => `${text.slice(0, 2)}${'*'.repeat(Math.max(0, text.length - 4))}${text.slice(-2)}`;

/** Of words only the first sign stays, also of a name that is set wide; signs that are no letters stay. */
const shortened = (text: string): string =>
  nameOf(text).replace(/\p{L}[\p{L}·]*/gu, ([first, ...rest]) => `${first}${'*'.repeat(rest.length)}`);

const PLACE = /^\p{L}+(乡|镇|街道|办事处|村|社区|区|县|市|委会|园|场|小区)$/u;
const DAY = /^[\d\s\-/.:年月日号时分初正腊冬廿卅〇零一二三四五六七八九十上中下旬底]+$/;
const A_DAY = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;

function isAsMeant(field: Field, text: string): boolean {
  if (field === 'area') return PLACE.test(text);
  if (field === 'onDay' || field === 'birthOn') return DAY.test(text);
  return field === 'slot' && /[餐午晚早场次]$/.test(text) && text.length <= 4;
}

/**
 * 遮盖: what a fault shows of a cell. Where columns were mixed up, a number or a name may stand in any of them: of a number the first and last two signs
 * are shown, and of what does not look like what the column is for, the first sign of each word.
 */
export function masked(field: Field, text: string, name: string): string {
  if (field === 'onDay' && A_DAY.test(text)) return text;
  const bare = text.normalize('NFKC').replace(NUMBERS, starred);
  return (isAsMeant(field, bare) && !holdsName(bare, name) ? bare : shortened(bare)).slice(0, 30);
}

/** However either of them is set. */
function holdsName(text: string, written: string): boolean {
  const name = nameOf(written);
  return [...name].length > 1 && nameOf(text).includes(name);
}

/** The last two signs of a number; nothing where it is none. */
export function endsOf(text: string): string {
  return /[\dx]{2}$/i.exec(text)?.[0] ?? '';
}

/** A sheet is found again by its name; where it is called by the person who stands on it, or by his number, it is covered like him. */
export function maskedSheet(sheet: string | null, name: string): string | null {
  if (sheet === null) return null;
  const bare = sheet.normalize('NFKC').replace(NUMBERS, starred);
  return holdsName(bare, name) ? shortened(bare) : bare;
}

const MOST_TITLES = 30;

/** The titles of a table, as they are told to whoever looks for one: without what was filled in behind a colon. */
export function titlesShown(cells: readonly string[]): string {
  const titles = cells.map((it) => it.normalize('NFKC').replace(/\s/g, '').replace(/:.*$/, '').replace(NUMBERS, starred).slice(0, 20));
  return titles
    .filter((it) => it !== '')
    .slice(0, MOST_TITLES)
    .join('、');
}

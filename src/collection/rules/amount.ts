import { readChineseNumber } from '#/kernel/chinese-number.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** What a cell for a figure holds, and why it could not be read as one. */
export type AmountProblem =
  | { readonly kind: 'formula-broken'; readonly text: string }
  | { readonly kind: 'a-date'; readonly text: string }
  | { readonly kind: 'negative'; readonly text: string }
  | { readonly kind: 'a-range'; readonly text: string }
  | { readonly kind: 'separators'; readonly text: string }
  | { readonly kind: 'two-numbers'; readonly text: string }
  | { readonly kind: 'too-large'; readonly text: string }
  | { readonly kind: 'no-number'; readonly text: string };

/** `measureUnit` is what was written behind the number; empty where nothing was. */
export type Amount = { readonly value: number; readonly measureUnit: string };

const LARGEST = 1e15;
const SCALES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const CHINESE = /^[零〇一二两三四五六七八九十百千万亿]+/;

/** Reads what people write into a cell for a figure: full-width digits, thousands separators, 万 and 亿, Chinese numerals, the unit behind it. */
export function readAmount(cell: string): Result<Amount, AmountProblem> {
  const text = cell
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[，﹐]/g, ',')
    .replace(/[。．]/g, '.');
  const problem = strangeIn(text);
  if (problem !== null) return refuse({ kind: problem, text: cell.trim() });
  const bare = text.replace(/^(?:约|累计|共计?|合计|总计|已?完成)+[::]?/, '');
  const read = readDigits(bare) ?? readChinese(bare);
  if (read === null) return refuse({ kind: /\d,\d/.test(bare) ? 'separators' : 'no-number', text: cell.trim() });
  if (/\d/.test(read.measureUnit)) return refuse({ kind: 'two-numbers', text: cell.trim() });
  return read.value > LARGEST ? refuse({ kind: 'too-large', text: cell.trim() }) : accept(read);
}

function strangeIn(text: string): AmountProblem['kind'] | null {
  if (/^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC)/i.test(text) || text.startsWith('=')) return 'formula-broken';
  if (/^\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?$/.test(text) || /^\d{1,2}月\d{1,2}日$/.test(text)) return 'a-date';
  if (/^[-−–—]+\d/.test(text)) return 'negative';
  if (
    /\d[万亿]?(?:[-~–—至到]|\.\.)\d/.test(text) ||
    /[十百千万亿几多余]几|几[十百千万亿]|[十百千万亿\d](?:[多余几]|来(?![访电信函]))|左右$|上下$/.test(text)
  )
    return 'a-range';
  return null;
}

function readDigits(text: string): Amount | null {
  const found = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(万亿|[百千万亿])?(.*)$/.exec(text);
  if (found === null || /^[\d,.]/.test(found[3]!)) return null;
  const value = Number(found[1]!.replaceAll(',', '')) * (SCALES[found[2] ?? ''] ?? 1);
  return { value: Number(value.toPrecision(15)), measureUnit: found[3]! };
}

function readChinese(text: string): Amount | null {
  const numeral = CHINESE.exec(text)?.[0];
  const value = numeral === undefined ? null : readChineseNumber(numeral);
  return value === null ? null : { value, measureUnit: text.slice(numeral!.length) };
}

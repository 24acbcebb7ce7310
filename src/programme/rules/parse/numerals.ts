import { isChineseNumeral, readChineseNumber } from '#/kernel/chinese-number.ts';
import { measureWordAt } from './measure-words.ts';

/** 数词: a number of the canonical text. `end` is where its measure word would begin. */
export type Numeral = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly max: number | null;
  /** `余`, `多` or `来` behind the digits: a little more than the number. */
  readonly more: boolean;
  readonly chinese: boolean;
  /** 万 or 亿 was printed: such a number counts even without a measure word. */
  readonly scaled: boolean;
};

const ARABIC = /\d+(?:,\d{3})*(?:\.\d+)?/y;
const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const MORE = new Set(['余', '多', '来']);
const RANGE = new Set(['-', '~', '至', '到']);
/** `数十`, `几百`, `上千`; `完成两处` and `户数三千` count. */
const INEXACT = new Set(['几', '数', '上', '好', '若']);

/** Every number of the text from left to right, ranges as one. */
export function scanNumerals(text: string): readonly Numeral[] {
  const found: Numeral[] = [];
  for (let at = 0; at < text.length; ) {
    const first = numeralAt(text, at);
    if (first === null) {
      at += 1;
      continue;
    }
    const range = rangeFrom(text, first);
    found.push(range ?? first);
    at = (range ?? first).end;
  }
  return found;
}

function numeralAt(text: string, at: number): Numeral | null {
  const sign = text[at]!;
  if (sign >= '0' && sign <= '9') return arabicAt(text, at);
  if (isChineseNumeral(sign)) return chineseAt(text, at);
  return null;
}

function arabicAt(text: string, at: number): Numeral {
  ARABIC.lastIndex = at;
  const digits = ARABIC.exec(text)![0];
  let end = skipSpace(text, at + digits.length);
  let value = Number(digits.replaceAll(',', ''));
  let more = false;
  let scaled = false;
  for (let steps = 0; steps < 3; steps++) {
    const size = MULTIPLIERS[text[end]!];
    if (size !== undefined && measureWordAt(text, end) === null && !isTypeScale(text, end)) {
      value = scale(value, size);
      scaled ||= size >= 1e4;
      end += 1;
    } else if (MORE.has(text[end]!) && !startsNoun(text, end)) {
      more = true;
      end += 1;
    } else break;
    end = skipSpace(text, end);
  }
  if (end > at + digits.length && text[end - 1] === ' ' && measureWordAt(text, end) === null) end = at + digits.length;
  return { start: at, end, value, max: null, more, chinese: false, scaled };
}

/** `10千伏` is a voltage and `5千米` a length: there 千 belongs to the unit. */
function isTypeScale(text: string, at: number): boolean {
  return text[at] === '千' && /[伏瓦米克卡兆赫]/.test(text[at + 1] ?? '');
}

function startsNoun(text: string, at: number): boolean {
  return /^(?:多媒|多功|多元|多层|多种|多样|多发|余个?热|余量|余杭|余姚|来自|来源|来料|多联|多学|多点|多重|多维|多跨|多式)/.test(
    text.slice(at, at + 3),
  );
}

function scale(value: number, size: number): number {
  // 5.19 * 10000 is 51900.00000000001 in floating point; the printed figure has few digits.
  return Number((value * size).toPrecision(12));
}

function chineseAt(text: string, at: number): Numeral {
  let end = at;
  while (end < text.length && isChineseNumeral(text[end]!)) end += 1;
  const word = text.slice(at, end);
  const inexact = (INEXACT.has(text[at - 1] ?? '') && /^[十百千万亿]/.test(word)) || text[end] === '几';
  const more = MORE.has(text[end] ?? '') && !startsNoun(text, end);
  const bare = /^[百千万亿]/.test(word);
  const nearly = bare && /^[百千万]$/.test(word) && /[近约]/.test(text[at - 1] ?? '');
  const value = inexact || (bare && !nearly) ? null : readChineseNumber(nearly ? `一${word}` : word);
  let past = more ? end + 1 : end;
  let number = value ?? Number.NaN;
  let scaled = /[万亿]/.test(word);
  if (more && value !== null && /[万亿]/.test(text[past] ?? '')) {
    number = scale(number, MULTIPLIERS[text[past]!]!);
    scaled = true;
    past += 1;
  }
  return { start: at, end: past, value: number, max: null, more, chinese: true, scaled };
}

/** `4-8个`, `10%~30%`, `3万至5万人`: both ends as one number. Null when the second number does not follow, or is not larger. */
function rangeFrom(text: string, low: Numeral): Numeral | null {
  let at = low.end;
  const unit = measureWordAt(text, at);
  if (!RANGE.has(text[at] ?? '') && unit !== null && RANGE.has(text[unit.end] ?? '')) at = unit.end;
  if (!RANGE.has(text[at] ?? '')) return null;
  const next = text[at + 1] ?? '';
  if (!isChineseNumeral(next) && !(next >= '0' && next <= '9')) return null;
  const high = numeralAt(text, at + 1);
  if (high === null || high.chinese !== low.chinese || Number.isNaN(high.value)) return null;
  const value = !low.scaled && high.scaled && low.value < 1000 ? scale(low.value, high.value >= 1e8 ? 1e8 : 1e4) : low.value;
  if (!(value < high.value) || (at > low.end && unit !== null && measureWordAt(text, high.end) === null)) return null;
  return { ...high, start: low.start, value, max: high.value, scaled: low.scaled || high.scaled };
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' && end - at < 2) end += 1;
  return end;
}

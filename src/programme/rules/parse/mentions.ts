import { type Clauses, readClauses } from './clauses.ts';
import { exclusionOf, nameSpans } from './exclusions.ts';
import { measureWordAt } from './measure-words.ts';
import { type Numeral, scanNumerals } from './numerals.ts';

/** A figure in its place: the number, its measure word and the gap before the noun. All places are UTF-16 units of the text. */
export type Mention = Numeral & {
  readonly unit: string;
  /** Behind the measure word, or behind the digits where none is printed. */
  readonly unitEnd: number;
  readonly approx: boolean;
};

export type Reading = { readonly text: string; readonly clauses: Clauses; readonly mentions: readonly Mention[] };

const PEOPLE =
  /^(?:[^，。；、]{0,14}?)(?:人口|中小学生|学生|老年人|老人|居民|群众|村民|农民|职工|妇女|儿童|青少年|残疾人|劳动力|新生儿|孕妇|孕产妇|患者|教师|干部|女性|女生|家庭|用户|农户|市民|学位)/;
const PEOPLE_AT_ONCE = /^[^，。；、\d]{0,4}(?:人口|学生|老年人|老人|居民|群众|村民|农民|职工|妇女|儿童|残疾人|家庭|农户)/;
const COUNTED_BEFORE = /(?:人口|人数|户数|用户|总数|学位|岗位|数量|总量|人次|规模)(?:达到?|约|近|超过?|不少于|至|到)?$/;

/** Reads every number of the canonical text that counts something. */
export function readMentions(text: string): Reading {
  const clauses = readClauses(text);
  const spans = nameSpans(text);
  const mentions: Mention[] = [];
  let span = 0;
  for (const numeral of scanNumerals(text)) {
    while (span < spans.length && spans[span]![1] <= numeral.start) span += 1;
    const inName = spans.slice(span, span + 4).some(([from, to]) => from < numeral.start && numeral.end < to);
    const mention = inName ? null : mentionOf(text, numeral);
    if (mention !== null) mentions.push(mention);
  }
  return { text, clauses, mentions };
}

function mentionOf(text: string, numeral: Numeral): Mention | null {
  const gap = text[numeral.end] === ' ' ? 1 : 0;
  const word = measureWordAt(text, numeral.end + gap) ?? moreThenUnit(text, numeral.end);
  const found = word !== null && acceptsUnit(text.slice(numeral.end, word.end).trim(), numeral, text.slice(word.end, word.end + 2));
  const unitEnd = found ? word.end : numeral.end;
  const unit = found ? text.slice(numeral.end, unitEnd).replace(/^[\s余多]+/, '') : '';
  if (!found && !countsWithoutUnit(text, numeral)) return null;
  if (exclusionOf({ text, numeral, unit, unitEnd }) !== null) return null;
  const more = numeral.more || MORE_BEHIND.test(text.slice(unitEnd, unitEnd + 3)) || /^\s?[余多]/.test(text.slice(numeral.end, unitEnd));
  return { ...numeral, more, unit, unitEnd, approx: more };
}

/** `3公里多，` and not `3个多功能球场`. */
const MORE_BEHIND = /^余(?![热量])|^多(?:[，。；、)\s]|$)/;

/** `5平方公里多`, `20 余处`: 余 may stand behind a space. */
function moreThenUnit(text: string, at: number): { readonly end: number } | null {
  const lead = /^\s?[余多]/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  return lead === 0 ? null : measureWordAt(text, at + lead);
}

/** Some words count only beside certain numbers or nouns: `100万方`, `1000路视频`. */
function acceptsUnit(unit: string, numeral: Numeral, behind: string): boolean {
  if (unit === '方') return numeral.scaled;
  if (unit === '路') return /^[视高监]/.test(behind);
  return !numeral.chinese || !/^(?:批|班|头|面|端|位|节|讲|包)$/.test(unit);
}

function countsWithoutUnit(text: string, numeral: Numeral): boolean {
  if (numeral.chinese && !numeral.scaled) return false;
  const behind = text.slice(numeral.end, numeral.end + 20);
  if (/^[年月日号时点分秒周天岁级届期小]/.test(behind) || /^\s?[A-Za-z/]/.test(behind)) return false;
  if (PEOPLE.test(behind)) return numeral.scaled || (numeral.value >= 10 && PEOPLE_AT_ONCE.test(behind));
  const before = text.slice(Math.max(0, numeral.start - 8), numeral.start);
  if (/^(?:以上|左右|余|多)?(?:$|[，。；、)\n])/.test(behind)) return COUNTED_BEFORE.test(before);
  return false;
}

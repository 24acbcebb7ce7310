import { readChineseNumber } from '#/kernel/chinese-number.ts';
import { canonical } from './canonical.ts';
import { type Clauses, readClauses } from './clauses.ts';
import type { ParsedCommitment } from './parsed.ts';

type Day = { readonly month: number; readonly day: number };

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const WHEN = new RegExp(
  [
    `(?:(\\d{4})年)?(${NUMBER})月(?:(${NUMBER})[日号]|份|(上旬|中旬|下旬|底|末|初))?(?:之?前|以前|前后|底前)?`,
    '(?:(\\d{4})年|今年|本年|当年)(底|末|内|上半年|下半年|第?[一二三四1-4]季度)(?:末|底)?(?:之?前|以前)?',
    '(年底|年末|年内|上半年|第?[一二三四1-4]季度)(?:末|底)?(?:之?前|以前)?',
    '(春节|汛期?|国庆节?|采暖季|供暖季|供暖期|秋季开学|秋季学期|开学|五一|中秋)(?:来临)?(?:之?前)',
  ].join('|'),
  'g',
);
const FIRM = /确保|保证|务必|必须/;
const STRIVE = /力争|争取|计划|预计|拟|有望/;
const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days by which the text says something is to be done. Without a year in the text the year of the list counts. */
export function readCommitments(text: string, year: number | null): readonly ParsedCommitment[] {
  const plain = canonical(text);
  const clauses = readClauses(plain);
  const found: ParsedCommitment[] = [];
  let last = -1;
  for (const match of plain.matchAll(WHEN)) {
    const clause = clauses.clauseStart(match.index);
    const start = Math.max(clause, startOfPart(plain, clause, match.index));
    const end = endOfPart(plain, match.index + match[0].length, endOfPhrase(plain, clauses, clause, match));
    const day = dayOf(match);
    if (day === null || start === last || isPast(plain, match.index, match[0], end)) continue;
    last = start;
    const named = match[1] ?? match[5];
    const known = named === undefined ? year : Number(named);
    found.push({
      by: known === null ? null : dateText(known, day),
      text: text.slice(start, end).trim(),
      firmness: firmnessOf(plain.slice(clause, end)),
    });
  }
  return found;
}

/** `6月底前开工、年底前建成`: two days in one clause, parted by `、`. */
const DATED = /[年月日底末内前]/;

function startOfPart(text: string, clause: number, at: number): number {
  const joint = text.lastIndexOf('、', at);
  return joint >= clause && at - joint <= 8 && DATED.test(text.slice(Math.max(clause, joint - 40), joint)) ? joint + 1 : clause;
}

function endOfPart(text: string, from: number, end: number): number {
  const joint = text.slice(from, end).search(/、(?=[^、]{0,6}(?:\d{1,2}月|年底|年内|季度))/);
  return joint < 0 ? end : from + joint;
}

/** A clause that only names the day (`10月底前，`) goes on with the next one. */
function endOfPhrase(text: string, clauses: Clauses, start: number, match: RegExpMatchArray): number {
  const end = clauses.clauseEnd(match.index!);
  const alone = end - start <= match[0].length + 3 && text[end] === '，' && end + 1 < text.length;
  return alone ? clauses.clauseEnd(end + 1) : end;
}

function firmnessOf(clause: string): ParsedCommitment['firmness'] {
  if (FIRM.test(clause)) return '确保';
  return /力争|争取/.test(clause) ? '力争' : null;
}

/** A date counts as a commitment when it is a limit (`底`, `前`, `内`) or stands beside a word of intent; `8月16日已开工` does not. */
function isPast(text: string, at: number, when: string, clauseEnd: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const behind = text.slice(at + when.length, Math.min(clauseEnd, at + when.length + 16));
  if (/截至|截止|自$|从$|去年|上年|至今|已[于在]$/.test(before) || /^[^，。；]{0,4}已|起|以来|开始/.test(behind)) return true;
  const limit =
    /[底末内前旬]$|季度$|半年$/.test(when) ||
    /^[\u4e00-\u9fff]{1,6}(?<![目当提超空])前(?![期来往后沿台端列])/.test(behind) ||
    /(?:时限|期限|完[成工]时间|竣工时间)[：为]?\s?$/.test(before);
  return !limit && !FIRM.test(before) && !STRIVE.test(before);
}

function dayOf(match: RegExpMatchArray): Day | null {
  const [, , month, day, part, , ofYear, bare, feast] = match;
  const span = ofYear ?? bare;
  if (month !== undefined) return dayOfMonth(smallNumber(month), day, part, match[0]);
  if (span !== undefined) return dayOfSpan(span);
  return feast === undefined ? null : (FEASTS[feast] ?? null);
}

function dayOfMonth(month: number | null, day: string | undefined, part: string | undefined, whole: string): Day | null {
  if (month === null || month < 1 || month > 12) return null;
  const last = LAST_DAY[month - 1]!;
  if (day !== undefined) {
    const number = smallNumber(day);
    return number === null || number < 1 || number > last + (month === 2 ? 1 : 0) ? null : { month, day: number };
  }
  if (part === '上旬' || part === '初') return { month, day: 10 };
  if (part === '中旬') return { month, day: 20 };
  // 6月前 means before June begins; 6月底前 and 6月份 run to its last day.
  if (part === undefined && /月之?前$|月以前$/.test(whole))
    return month === 1 ? { month: 1, day: 1 } : { month: month - 1, day: LAST_DAY[month - 2]! };
  return { month, day: last };
}

function dayOfSpan(span: string): Day | null {
  if (span === '上半年') return { month: 6, day: 30 };
  const quarter = /[一二三四1-4](?=季度)/.exec(span)?.[0];
  if (quarter === undefined) return { month: 12, day: 31 };
  const month = (smallNumber(quarter) ?? 4) * 3;
  return { month, day: LAST_DAY[month - 1]! };
}

/** Only feasts with a fixed day have one; the lunar ones stay without. 汛期 begins on 1 June in most provinces, heating on 1 November in the north. */
const FEASTS: Readonly<Record<string, Day>> = {
  国庆: { month: 9, day: 30 },
  国庆节: { month: 9, day: 30 },
  五一: { month: 4, day: 30 },
  汛: { month: 5, day: 31 },
  汛期: { month: 5, day: 31 },
  采暖季: { month: 10, day: 31 },
  供暖季: { month: 10, day: 31 },
  供暖期: { month: 10, day: 31 },
  秋季开学: { month: 8, day: 31 },
  秋季学期: { month: 8, day: 31 },
  开学: { month: 8, day: 31 },
};

function smallNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : readChineseNumber(text);
}

function dateText(year: number, { month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

import { readChineseNumber } from '#/kernel/chinese-number.ts';

/** A number that a person typed into a text block, with the word it counts in. Places are UTF-16 units of the text. */
export type TypedNumber = {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
};

const COUNTED = '个百分点|百分点|公里|平方米|人次|场次|件|项|个|条|天|名|人|对|张|场|期|户|处|所|家|万元|元|米|%|％|倍|成';
const ARABIC = new RegExp(`(\\d[\\d,，]*(?:\\.\\d+)?)\\s*(万|亿)?余?\\s*(${COUNTED})?`, 'g');
const CHINESE = new RegExp(`([零〇一二两三四五六七八九十百千万亿]+)\\s*(${COUNTED})`, 'g');

/** Dates, ordinals, document numbers and the numbers of headings count nothing. */
const NO_COUNT_BEHIND = /^\s*(?:年|月|日|号|时|点|季度|[.．、）)]|[—–-]\d|[至到]\d{1,2}[月日])/;
const NO_COUNT_BEFORE = /(?:第|〔|[（(]|\d[—–-])$/;

export function typedNumbers(text: string): readonly TypedNumber[] {
  const found: TypedNumber[] = [];
  for (const match of text.matchAll(ARABIC)) {
    const [raw, digits, scale, unit] = match;
    const end = match.index + raw.trimEnd().length;
    const behind = text.slice(match.index + digits!.length);
    if (unit === undefined && NO_COUNT_BEHIND.test(behind)) continue;
    const before = text.slice(0, match.index);
    if (before.endsWith('第') || (unit === undefined && NO_COUNT_BEFORE.test(before))) continue;
    const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
    found.push({ raw: raw.trimEnd(), value: Number(digits!.replace(/[,，]/g, '')) * factor, unit: unit ?? '', start: match.index, end });
  }
  for (const match of text.matchAll(CHINESE)) {
    const value = readChineseNumber(match[1]!);
    const before = text.slice(0, match.index);
    if (value === null || before.endsWith('第') || isArticle(before, match[1]!)) continue;
    found.push({ raw: match[0], value, unit: match[2]!, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 一个、一项: an article, no count, unless the text says that it is the whole count. */
function isArticle(before: string, digits: string): boolean {
  return digits === '一' && !/(?:共|仅|只有|只|有)$/.test(before);
}

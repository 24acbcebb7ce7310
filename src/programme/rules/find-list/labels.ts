import { readChineseNumber } from '#/kernel/chinese-number.ts';

export type LabelStyle = 'han' | 'han-paren' | 'ordinal' | 'shi' | 'arabic' | 'arabic-paren' | 'circled' | 'alone' | 'no' | 'bullet';

/** 序号 at the start of a line: its style, its value (0 for a bullet) and how many characters it takes. */
export type Marker = { readonly style: LabelStyle; readonly ordinal: number; readonly length: number };

const HAN = '[一二三四五六七八九十百]{1,5}';

const PATTERNS: readonly (readonly [LabelStyle, RegExp])[] = [
  ['ordinal', new RegExp(`^第(${HAN}|\\d{1,3})(?:(?:件|项)(?:民生)?(?:实事)?(?:项目)?\\s*[、:：,，.．]?|[、:：,，])\\s*`)],
  ['han', new RegExp(`^(${HAN})(?:\\s*[、.．:：]\\s*|[ \\u3000]+)`)],
  ['han-paren', new RegExp(`^[（(【〔]\\s*(${HAN})\\s*[)）】〕]\\s*[、.．]?\\s*`)],
  ['shi', new RegExp(`^(${HAN})是(?![否非])\\s*[:：,，]?\\s*`)],
  ['arabic', /^(\d{1,3})(?:\s*[、．]\s*|\s*\.(?!\d)\s*|[\t \u3000]+(?=[^\d\s.,，。%％]))/],
  ['arabic-paren', /^[（(【]\s*(\d{1,3})\s*[)）】]\s*[、.．]?\s*/],
  ['arabic-paren', /^(\d{1,3})\s*[)）]\s*/],
  ['alone', /^(?:no\.?\s*)?(\d{1,2})$/i],
  ['no', /^no\.?\s*(\d{1,2})\s*[、:：,，.．]?\s*/i],
  ['circled', /^([①-⑳⒈-⒛⑴-⒇㈠-㈩])\s*[、.．]?\s*/],
  ['bullet', /^()[▶►●■◆•▪○◇→※➢✓]\s*/u],
];

export function readMarker(printed: string): Marker | null {
  const line = printed.replace(/^[（(]?[０-９]+/, (digits) => digits.normalize('NFKC'));
  for (const [style, pattern] of PATTERNS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const ordinal = style === 'bullet' ? 0 : ordinalOf(found[1]!);
    if (ordinal !== null) return { style, ordinal, length: found[0].length };
  }
  return null;
}

const SIGNS: readonly (readonly [first: number, last: number])[] = [
  [0x2460, 0x2473],
  [0x2488, 0x249b],
  [0x2474, 0x2487],
  [0x3220, 0x3229],
];

/** The value of `12`, `十二` or `⑫`; null when it is none. */
export function ordinalOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const code = text.codePointAt(0) ?? 0;
  const range = text.length === 1 ? SIGNS.find(([first, last]) => code >= first && code <= last) : undefined;
  return range === undefined ? readChineseNumber(text) : code - range[0] + 1;
}

/** 序号 of a cell: `3`, `03`, `三、`, `（三）`, `③`, `3.0` all say 3; `3.2` and `3-2` are part 2 of 3. */
export type CellLabel = { readonly label: string; readonly ordinal: number; readonly isHan: boolean; readonly isPart: boolean };

export function readCellLabel(cell: string): CellLabel | null {
  const bare = cell
    .trim()
    .replace(/^[第（([【]+|[）)\]】、.．。,，:：号项件]+$/gu, '')
    .replace(/[０-９．－]/g, (sign) => sign.normalize('NFKC'))
    .trim();
  const part = /^(\d{1,3})\s*[.\-—–－]\s*(\d{1,3})$/.exec(bare);
  if (part !== null && part[2] !== '0')
    return { label: `${Number(part[1])}.${Number(part[2])}`, ordinal: Number(part[1]), isHan: false, isPart: true };
  const whole = part === null ? bare : part[1]!;
  const ordinal = ordinalOf(whole);
  return ordinal === null || ordinal <= 0 ? null : { label: String(ordinal), ordinal, isHan: !/^\d/.test(whole), isPart: false };
}

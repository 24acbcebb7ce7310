/** 密级标志: what was printed (`秘密★10年`) and where it starts in the text. */
export type ClassificationMark = { readonly mark: string; readonly start: number };

const GAP = '[ \\t\\u00a0\\u3000]*';
const LEVEL = ['绝密', '机密', '秘密'].map((word) => [...word].join(GAP)).join('|');
const STAR = '[★☆⭐⭑✭✮✯]\\ufe0f?';
const TERM = `(?:\\d{1,3}|[一二三四五六七八九十]{1,3})${GAP}(?:年|个月|月|天)|长${GAP}期|启用前|解密前`;

// GB/T 9704-2012 7.2.2: the level stands before ★, the term after it. An asterisk typed for the star counts only with a term behind it.
const MARK = new RegExp(`(?:${LEVEL})${GAP}(?:${STAR}${GAP}(?:${TERM})?|[*＊]${GAP}(?:${TERM}))`, 'u');

/** The first 密级标志 of a text, or null. The words 秘密 and 机密 alone are no mark: the star makes it one. */
export function findClassificationMark(text: string): ClassificationMark | null {
  const found = MARK.exec(text);
  return found === null ? null : { mark: found[0].trim().replace(/[ \t\u00a0\u3000]+/g, ''), start: found.index };
}

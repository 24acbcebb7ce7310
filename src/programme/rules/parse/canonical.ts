const OPENING = new Set('“「『‘');
const CLOSING = new Set('”」』’');

const SIGNS: Readonly<Record<string, string>> = {
  '　': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '\r': '\n',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '−': '-',
  '〜': '~',
  '∼': '~',
  '！': '。',
  '!': '。',
  '？': '。',
  '?': '。',
  ';': '；',
  ':': '：',
  '[': '(',
  '［': '(',
  ']': ')',
  '］': ')',
  '﹪': '%',
};

/**
 * The text with one spelling for each sign, of exactly the same length, so that places in it are places in the text: digits, letters and
 * brackets are half-width, commas and stops full-width. A comma that stays `,` separates thousands, a point that stays `.` decimals.
 */
export function canonical(text: string): string {
  let out = '';
  let quoteOpen = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === ',' || sign === '.') out += commaOrPoint(text, i);
    else if (sign === '"') {
      out += quoteOpen ? '”' : '“';
      quoteOpen = !quoteOpen;
    } else if (OPENING.has(sign)) out += '“';
    else if (CLOSING.has(sign)) out += '”';
    else out += SIGNS[sign] ?? halfWidth(sign);
  }
  return out.replace(SPACE_BETWEEN_PHRASES, '，');
}

/** A table pasted as text separates its phrases with spaces; between long runs of words, or behind a figure, one reads as a comma. */
const SPACE_BETWEEN_PHRASES = /(?<=[\u4e00-\u9fff\d)”]{6}) (?=[\u4e00-\u9fff]{3})|(?<=\d[\u4e00-\u9fff]{1,3}) (?=[\u4e00-\u9fff]{2})/g;

function halfWidth(sign: string): string {
  const code = sign.charCodeAt(0);
  if (sign === '，' || sign === '；' || sign === '：') return sign;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}

function commaOrPoint(text: string, at: number): string {
  const between = isDigit(text[at - 1]) && isDigit(text[at + 1]);
  if (text[at] === '.') return between ? '.' : '。';
  const group = isDigit(text[at + 2]) && isDigit(text[at + 3]) && !isDigit(text[at + 4]);
  return between && group ? ',' : '，';
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && ((sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９'));
}

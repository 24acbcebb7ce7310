import { writeChineseNumber } from '#/kernel/chinese-number.ts';

const FORMAL: Readonly<Record<string, string>> = {
  零: '零',
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
  万: '万',
};
const PLAIN_DIGITS = '〇一二三四五六七八九';

// 大写 writes 十 with its digit: 壹拾, not 拾.
function formalCounting(value: number): string {
  const full = writeChineseNumber(value).replace(/^十/, '一十');
  return [...full].map((sign) => FORMAL[sign] ?? sign).join('');
}

function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  const table: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = Math.min(value, 4999);
  let text = '';
  for (const [size, sign] of table) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

const cycle = (signs: string) => (value: number) => [...signs][(value - 1) % [...signs].length]!;
const from = (first: number, most: number) => (value: number) => (value <= most ? String.fromCodePoint(first + value - 1) : String(value));
const counting = (value: number) => writeChineseNumber(value);

/** The number formats of ECMA-376 17.18.59 that Chinese and WPS documents use; any other prints as a plain number. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  chineseLegalSimplified: formalCounting,
  ideographDigital: (value) => [...String(value)].map((digit) => PLAIN_DIGITS[Number(digit)]).join(''),
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalEnclosedParen: from(0x2474, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  none: () => '',
};

export function formatNumber(value: number, format: string): string {
  if (value <= 0 || value > 99_999) return String(value);
  return FORMATS[format]?.(value) ?? String(value);
}

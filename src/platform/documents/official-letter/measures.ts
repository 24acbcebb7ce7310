/** One millimetre in twentieths of a point. */
const TWIPS_PER_MM = 1440 / 25.4;

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** GB/T 9704-2012 5.1 and 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;

/** 版心. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** 5.2.3: 22 lines of 28 characters. 225 mm ÷ 22 = 579.8 twips; 580 would leave room for 21 lines only. */
export const LINES_PER_PAGE = 22;
export const CHARS_PER_LINE = 28;
export const LINE = 579;

/** 156 mm ÷ 28 = 15.79 pt for a character of 16 pt. */
export const CHAR = Math.floor(twips(TEXT_WIDTH) / CHARS_PER_LINE);

/** The same as an addition to the character of 16 pt, in 4096ths of a point (ISO/IEC 29500-1, 17.6.5 docGrid). */
export const CHAR_SPACE = -848;

/** The same as closer characters, in twentieths of a point: 28 × 15.75 pt = 441 pt of the 442.2 pt of a line. */
export const CHAR_SQUEEZE = -5;

/** 字号 in points. */
export const SIZE = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5 } as const;

/** 5.2.2 and 7.2.4: named, never bundled; a machine without them falls back to its own Song, Fang Song and Kai. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  digits: 'Times New Roman',
} as const;

/** 7.2.4, 7.2.7: red marks and red line. */
export const RED = 'FF0000';

/** 7.2.4: the upper edge of the mark stands 35 mm below the upper edge of the 版心. */
export const MARK_DROP = 35;

/** 10.2: the mark of an order. */
export const ORDER_MARK_DROP = 20;

/** 10.1: the name of the body 30 mm below the upper edge of the sheet; double rules of 170 mm, the second 20 mm above the lower edge. */
export const LETTER_MARK_TOP = 30;
export const LETTER_RULE = { width: 170, gap: 4, fromFoot: 20 } as const;

/** A bulletin's own head stands outside the standard; offices set it nearer to the top, to keep the text on the first page. */
export const BULLETIN_MARK_DROP = 12;

/** 7.2.7: the red line is 4 mm below the number; 0.35 mm is the usual thickness (eighths of a point). */
export const RULE_GAP_POINTS = 11;
export const THICK_RULE = 8;

/** 7.4.1: first and last line 0.35 mm, the ones between 0.25 mm. */
export const THIN_RULE = 6;

/** 7.5: the dash stands 7 mm below the 版心. */
export const PAGE_NUMBER_DROP = 7;

/** The usual seal of a district's organ; 7.3.5.1 wants its top within one line of the text. */
export const SEAL_LINES = 2;

/** Width of a text in Chinese characters: everything of the western half-width range counts as a half. */
export function widthInChars(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.codePointAt(0)! < 0x2e80 && !'“”‘’…—〔〕●▲■○◆◌'.includes(sign) ? 0.5 : 1;
  return width;
}

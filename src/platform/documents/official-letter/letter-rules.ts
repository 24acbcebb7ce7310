import { BorderStyle, Footer, Header, LineRuleType, type Paragraph } from 'docx';
import { markLine } from './head.ts';
import type { Head } from './letter.ts';
import { LETTER_MARK_TOP, LETTER_RULE, PAGE, RED, twips } from './measures.ts';
import { paragraph } from './paragraph.ts';

/** Where the header of a sheet begins. */
export const HEADER_TOP = 15;

const THICK_AND_THIN = 24;
/** The rules are wider than the text and stand in the middle of the sheet. */
const SIDE = (PAGE.width - LETTER_RULE.width) / 2;
const WIDER = { left: -twips(PAGE.left - SIDE), right: -twips(PAGE.right - SIDE) };
/** The smallest line that a word processor draws a border on. */
const LEAST_LINE = 20;

type LetterHead = Extract<Head, { kind: 'letter-head' }>;

/** 信函格式的首页 (10.1): name and first rule above the text, second rule below it, no page number. */
export function letterFirstPage({ mark }: LetterHead, band: Paragraph) {
  const name = markLine(mark, LETTER_MARK_TOP - HEADER_TOP, { least: 22, most: 44 });
  return { header: new Header({ children: [band, name, rule('head')] }), footer: new Footer({ children: [rule('foot')] }) };
}

/** 上粗下细 at the head, 上细下粗 at the foot: both under a line without height, so that every word processor draws them the same way up. */
function rule(at: 'head' | 'foot'): Paragraph {
  const style = at === 'head' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP;
  return paragraph('LetterBand', '', {
    indent: WIDER,
    border: { bottom: { style, color: RED, size: THICK_AND_THIN, space: 0 } },
    spacing: { before: at === 'head' ? twips(LETTER_RULE.gap) - LEAST_LINE : 0, after: 0, line: LEAST_LINE, lineRule: LineRuleType.EXACT },
  });
}

import { BorderStyle, LineRuleType, type Paragraph, TabStopType } from 'docx';
import { longDate } from '#/kernel/format.ts';
import type { DocumentNumber, Head } from './letter.ts';
import {
  BULLETIN_MARK_DROP,
  CHAR,
  MARK_DROP,
  ORDER_MARK_DROP,
  RED,
  RULE_GAP_POINTS,
  SIZE,
  TEXT_WIDTH,
  THICK_RULE,
  twips,
  widthInChars,
} from './measures.ts';
import { blank, paragraph, run } from './paragraph.ts';

/** Points. A body whose name fills the line, and the word under it, are set smaller. */
const FULL_MARK = { least: 26, most: 62 };
const ORDER_MARK = { least: 18, most: 40 };

const RED_RULE = { bottom: { style: BorderStyle.SINGLE, color: RED, size: THICK_RULE, space: RULE_GAP_POINTS } } as const;

export function headOf(head: Head): readonly Paragraph[] {
  if (head.kind === 'order-head') return orderHead(head);
  if (head.kind === 'letter-head') return letterNumber(head);
  return head.kind === 'red-head' ? redHead(head) : bulletinHead(head);
}

/** 10.2: the mark 20 mm below the edge of the 版心, the serial two lines below it, the text two lines below that. */
function orderHead({ mark, serial }: Extract<Head, { kind: 'order-head' }>): readonly Paragraph[] {
  const lines = mark.map((text, i) => markLine(text, i === 0 ? ORDER_MARK_DROP : 0, ORDER_MARK));
  return [...lines, blank(), blank(), paragraph('LetterNumber', `第${serial}号`)];
}

/** 7.2.5: 〔〕 are U+3014 and U+3015; the number is not padded and has no 第. */
export function documentNumber({ code, year, serial }: DocumentNumber): string {
  return `${code}〔${year}〕${serial ?? '　'}号`;
}

/** 7.2.5, 7.2.7: the number two lines below the mark, the red rule 4 mm below the number. */
function redHead({ mark, number }: Extract<Head, { kind: 'red-head' }>): readonly Paragraph[] {
  return [markLine(mark, MARK_DROP), blank(), blank(), paragraph('LetterNumber', documentNumber(number), { border: RED_RULE })];
}

/** 10.1: the number below the first rule by seven eighths of a character, at the right edge. */
function letterNumber({ number }: Extract<Head, { kind: 'letter-head' }>): readonly Paragraph[] {
  const gap = (SIZE.third * 20 * 7) / 8;
  return [paragraph('LetterNumber', documentNumber(number), { alignment: 'right', spacing: { before: gap, after: 0 } })];
}

function bulletinHead({ mark, year, issue, issuer, issuedOn }: Extract<Head, { kind: 'bulletin-head' }>): readonly Paragraph[] {
  const issuerLine = paragraph('LetterNumber', `　${issuer}\t${longDate(issuedOn)}`, {
    alignment: 'left',
    border: RED_RULE,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) - CHAR }],
  });
  return [markLine(mark, BULLETIN_MARK_DROP), blank(), paragraph('LetterNumber', `〔${year}〕第${issue ?? '　'}期`), blank(), issuerLine];
}

/** 7.2.4: its size by eye: as large as the width allows, at most 62 pt (the 22 mm of the rule before 2012). */
export function markLine(mark: string, dropMillimetres: number, { least, most } = FULL_MARK): Paragraph {
  const chars = Math.max(widthInChars(mark), 1);
  const points = Math.round(Math.max(least, Math.min(most, ((TEXT_WIDTH / 25.4) * 72 * 0.94) / chars)));
  const characterSpacing = chars <= 6 ? points * 4 : 0;
  return paragraph('LetterMark', [run([mark], { size: points * 2, characterSpacing })], {
    spacing: { before: twips(dropMillimetres), after: 0, line: Math.round(points * 20 * 1.1), lineRule: LineRuleType.EXACT },
  });
}

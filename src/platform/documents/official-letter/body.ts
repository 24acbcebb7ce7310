import type { Paragraph } from 'docx';
import { writeChineseNumber } from '#/kernel/chinese-number.ts';
import type { Annex, Block, OfficialLetter } from './letter.ts';
import { CHAR, FONT, SIZE, TEXT_WIDTH, twips } from './measures.ts';
import { blank, paragraph, run } from './paragraph.ts';
import { titleLines } from './title-lines.ts';

const HEADING_STYLES = ['LetterHeading1', 'LetterHeading2', 'LetterHeading3', 'LetterHeading4'] as const;

/** 7.3.1: 2号小标宋, centred, two lines below the red line, in words. */
export function titleOf(words: readonly string[], widthMillimetres: number = TEXT_WIDTH): readonly Paragraph[] {
  const perLine = Math.floor(twips(widthMillimetres) / (SIZE.second * 20));
  return titleLines(words, perLine).map((text) => paragraph('LetterTitle', text));
}

/** 7.3.2: one line below the title, flush left, with a full-width colon. */
export function addresseeOf(addressee: string | null): readonly Paragraph[] {
  return addressee === null ? [] : [paragraph('LetterAddressee', `${addressee}：`)];
}

/** 7.3.3: 一、黑体 （一）楷体 1.仿宋 （1）仿宋. The last paragraph stays with what follows, so that no page bears a signature alone. */
export function bodyOf(blocks: readonly Block[]): readonly Paragraph[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block, i) => {
    const keepNext = i === blocks.length - 1;
    if (block.kind === 'paragraph') {
      const lead = block.lead === undefined ? [] : [run([block.lead], { font: FONT.kai })];
      return paragraph('LetterBody', [...lead, run([block.text])], keepNext ? { keepNext } : {});
    }
    counts[block.level - 1]! += 1;
    counts.fill(0, block.level);
    return paragraph(HEADING_STYLES[block.level - 1]!, `${headingNumber(block.level, counts[block.level - 1]!)}${block.text}`);
  });
}

function headingNumber(level: 1 | 2 | 3 | 4, count: number): string {
  if (level === 1) return `${writeChineseNumber(count)}、`;
  if (level === 2) return `（${writeChineseNumber(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

/** 7.3.4: one line below the body, indented by two; no mark after a name; a name that runs on aligns with its first character. */
export function attachmentStatement(annexes: readonly Annex[]): readonly Paragraph[] {
  if (annexes.length === 0) return [];
  if (annexes.length === 1) return [blank(true), hanging(`附件：${annexes[0]!.name}`, 5, 3)];
  const [first, ...others] = annexes.map(({ name }, i) => `${i + 1}.${name}`);
  return [blank(true), hanging(`附件：${first}`, 5.75, 3.75), ...others.map((text) => hanging(text, 5.75, 0.75))];
}

function hanging(text: string, leftChars: number, hangingChars: number): Paragraph {
  return paragraph('LetterAttachment', text, {
    keepNext: true,
    indent: { left: Math.round(leftChars * CHAR), hanging: Math.round(hangingChars * CHAR) },
  });
}

/** 10.3: one line below the text, two in, the word in 黑体 with a colon, the names in 仿宋, further lines under the first name. */
export function attendanceOf(attendance: OfficialLetter['attendance'] = []): readonly Paragraph[] {
  return attendance.flatMap(({ word, names }, i) => {
    const indent = { left: Math.round((word.length + 3) * CHAR), hanging: Math.round((word.length + 1) * CHAR) };
    const line = paragraph('LetterAttachment', [run([`${word}：`], { font: FONT.hei }), run([names])], { indent });
    return i === 0 ? [blank(), line] : [line];
  });
}

/** 7.3.6: left two, in round brackets, on the line after the date. */
export function noteOf(note: string | null): readonly Paragraph[] {
  return note === null ? [] : [paragraph('LetterBody', `（${note}）`)];
}

import { type IParagraphOptions, Paragraph, Tab, TextRun } from 'docx';
import type { StyleId } from './styles.ts';

type Direct = Omit<IParagraphOptions, 'style' | 'children' | 'text'>;

/** A paragraph in one of the letter's styles; `direct` holds only what is computed for this one. A tab character becomes a tab. */
export function paragraph(style: StyleId, text: string | readonly TextRun[], direct: Direct = {}): Paragraph {
  return new Paragraph({ ...direct, style, children: typeof text === 'string' ? runsOf(text) : text });
}

export function blank(keepNext = false): Paragraph {
  return new Paragraph({ keepNext });
}

function runsOf(text: string): readonly TextRun[] {
  if (text === '') return [];
  const children = text.split('\t').flatMap((part, i) => (i === 0 ? [part] : [new Tab(), part]));
  return [run(children)];
}

/** Quotation marks, dashes and the shapes of the lights follow the Chinese font, not the western one. */
export function run(
  children: readonly (string | Tab)[],
  direct: { readonly characterSpacing?: number; readonly size?: number; readonly font?: string } = {},
): TextRun {
  const { font, ...rest } = direct;
  return new TextRun({ children, ...rest, font: { hint: 'eastAsia', ...(font === undefined ? {} : { eastAsia: font }) } });
}

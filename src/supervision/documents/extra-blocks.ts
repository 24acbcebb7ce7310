import type { Block } from '#/platform/documents/official-letter/letter.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import { adjustedTexts, correctionsTexts, disciplineText, EXTRA_HEADINGS, earlyTexts, ordersTexts, unitsText } from '../words/extra.ts';

type Extra = {
  readonly overall: readonly Block[];
  readonly orders: readonly Block[];
  readonly done: readonly Block[];
  readonly rest: readonly Block[];
};

/** What stands beside the board in a month's letter, each section only where there is something to say. */
export function extraBlocks(content: BulletinContent, isPublic: boolean): Extra {
  const { extra } = content;
  if (extra === undefined) return { overall: [], orders: [], done: [], rest: [] };
  const parts = extra.parts.filter(({ isInternal }) => !(isPublic && isInternal));
  return {
    overall: [...unitsText(extra), ...disciplineText(content)].map(paragraph),
    orders: extra.orders === null || isPublic ? [] : section(EXTRA_HEADINGS.orders, ordersTexts(extra.orders)),
    done: section(EXTRA_HEADINGS.early, earlyTexts(extra)),
    rest: [
      ...section(EXTRA_HEADINGS.adjusted, adjustedTexts(extra)),
      ...parts.flatMap(({ heading, paragraphs }) => section(heading, paragraphs)),
      ...section(EXTRA_HEADINGS.corrections, correctionsTexts(extra)),
    ],
  };
}

function section(text: string, paragraphs: readonly string[]): readonly Block[] {
  return paragraphs.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...paragraphs.map(paragraph)];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

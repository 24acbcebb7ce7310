import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { BulletinContent } from './bulletin.ts';
import { type FigureName, figuresOf } from './figures.ts';
import { MAX_TEXT, PLACEHOLDER, TEXT_BLOCKS, type TextBlock, type TextOverride } from './text-block.ts';

/** 本区固定文字: how a district words a block in every bulletin, until a month's bulletin words it otherwise. */
export type StandingText = {
  readonly block: TextBlock;
  readonly version: number;
  /** Null goes back to the wording that comes with the system. */
  readonly text: string | null;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetStandingText = z.object({
  block: z.enum(TEXT_BLOCKS),
  text: z.string().trim().min(1).max(MAX_TEXT).nullable(),
  reason: z.string().trim().min(2).max(200),
});

/** The district's wording of every block that this month's bulletin does not word itself; `texts` newest first. */
export function standingOverrides(
  texts: readonly StandingText[],
  own: readonly TextOverride[],
  content: BulletinContent,
): readonly TextOverride[] {
  return TEXT_BLOCKS.flatMap((block) => {
    const newest = texts.find((it) => it.block === block);
    if (newest === undefined || newest.text === null || own.some((it) => it.block === block)) return [];
    const text = withoutNothing(newest.text, content);
    return [{ block, text, writtenBy: newest.setBy, writtenAt: newest.setOn, isStanding: true as const }];
  });
}

/** A line that asks something of 0 promises asks nothing, and is not printed. */
function withoutNothing(text: string, content: BulletinContent): string {
  const figures = figuresOf(content);
  const isNothing = (name: string) => name.endsWith('承诺数') && figures[name as FigureName] === '0';
  const lines = text.split('\n').filter((line) => ![...line.matchAll(PLACEHOLDER)].some((it) => isNothing(it[1]!.trim())));
  return lines.join('\n');
}

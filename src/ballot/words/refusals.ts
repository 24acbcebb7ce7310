import type { Locale } from '#/kernel/format.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import { wordsOfReadRefusal } from '#/platform/documents/words.ts';
import type { BoxRefusal } from '../rules/box.ts';
import { boxSentence } from './box.ts';
import { type PaperRefusal, paperSentence } from './paper-refusals.ts';

export type BallotRefusal = PaperRefusal | BoxRefusal;

const OF_FILES = {
  ...{ empty: true, 'too-large': true, 'too-many-cells': true, encrypted: true, 'old-format': true, pdf: true, picture: true },
  ...{ macros: true, bomb: true, 'external-entities': true, 'not-a-document': true, damaged: true, timeout: true, classified: true },
} as const satisfies Readonly<Record<ReadRefusal['kind'], true>>;

/** One sentence for each refusal, with what to do next. */
export function wordsOf(refusal: BallotRefusal, locale: Locale = 'zh-CN'): string {
  if (refusal.kind in OF_FILES) return wordsOfReadRefusal(refusal as ReadRefusal, locale);
  return paperSentence(refusal, locale) ?? boxSentence(refusal as BoxRefusal, locale);
}

import type { Locale } from '#/kernel/format.ts';
import { isFailure, isRefused, type Refusal } from './api.ts';
import { uiWords } from './words.ts';

export type RefusalWords = (stage: string, refusal: Refusal, locale: Locale) => string | null;

let refusalWords: RefusalWords = () => null;

/** The shell hands over the words of all stages once, at start. */
export function wordRefusalsWith(words: RefusalWords): void {
  refusalWords = words;
}

/** One sentence for anything that went wrong: a refusal in its stage's words, a problem in general ones. */
export function sentenceOf(problem: unknown, locale: Locale): string {
  const words = uiWords[locale];
  if (isRefused(problem)) return refusalWords(problem.stage, problem.refusal, locale) ?? `${words.refused}（${problem.refusal.kind}）`;
  if (!isFailure(problem)) return words.fault('—');
  if (problem.code === 'file-refused') return refusalWords('file', problem.facts as Refusal, locale) ?? words.fileType;
  if (problem.code === 'picture-unreadable') return words.pictureUnreadable;
  if (problem.code === 'key-unreadable') return words.keyUnreadable(String(problem.facts.key));
  if (problem.code === 'empty-file') return words.emptyFile(String(problem.facts.name ?? ''));
  if (problem.code === 'sensitive-list') return words.sensitiveList;
  if (problem.code === 'no-sign-ins') return words.noSignIns(String(problem.facts.name));
  if (problem.code === 'no-chinese-letters') return words.noChineseLetters;
  switch (problem.status) {
    case 0:
      return words.offline;
    case 400:
      return words.badInput;
    case 401:
      return words.sessionEnded;
    case 403:
      return words.notAllowed;
    case 404:
      return words.notFound;
    case 409:
      return words.changedMeanwhile;
    case 413:
      return words.fileTooLarge;
    case 415:
      return words.fileType;
    case 429:
      return words.tooMany;
    default:
      return words.fault(String(problem.facts.number ?? problem.facts.requestId ?? problem.status));
  }
}

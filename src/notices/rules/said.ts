import type { DutySentence } from '#/kernel/duty.ts';
import { findPersonalData } from '#/kernel/privacy-gate.ts';
import type { NoticeLine } from './notice.ts';

/** 说出的一行: a line with the sentence of its stage. */
export type SaidLine = Pick<NoticeLine, 'kind' | 'dueOn' | 'unitId' | 'link'> & DutySentence;

/** What leaves the house carries no number of a person, should somebody have typed one into a title. */
export function withoutPersonalData(text: string): string {
  return findPersonalData(text)
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, masked }) => `${rest.slice(0, start)}${masked}${rest.slice(end)}`, text);
}

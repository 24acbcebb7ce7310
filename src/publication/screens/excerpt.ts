import { findPersonalData } from '#/kernel/privacy-gate.ts';
import type { EditionContent } from '../rules/content.ts';
import type { Disclosure } from '../rules/disclosure.ts';
import type { ContentFinding } from '../rules/screening.ts';

export type Excerpt = { readonly before: string; readonly masked: string; readonly after: string };

/** So many signs on either side are enough to know the sentence again. */
const AROUND = 24;

/** The words around a finding, with the number itself masked; null where the text is not part of the edition (a bulletin). */
export function excerptOf(finding: ContentFinding, content: EditionContent, disclosure: Disclosure): Excerpt | null {
  const { path, start, end, masked } = finding;
  if (path[0] === 'bulletin') return null;
  const text = path.reduce<unknown>((it, step) => stepInto(it, step), path[0] === 'disclosure' ? { disclosure } : content);
  if (typeof text !== 'string') return null;
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return { before: from > 0 ? `…${before}` : before, masked, after: to < text.length ? `${after}…` : after };
}

/** A whole text with every number of a person masked, as the findings show them. */
export function maskedText(text: string): string {
  return findPersonalData(text)
    .toSorted((a, b) => b.start - a.start)
    .reduce((it, { start, end, masked }) => it.slice(0, start) + masked + it.slice(end), text);
}

function stepInto(value: unknown, step: string | number): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[step] : undefined;
}

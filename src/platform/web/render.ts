import { Html } from '#/kernel/html.ts';
import { findPersonalData, isOverridable } from '#/kernel/privacy-gate.ts';
import type { PublicPage } from '../module.ts';

/** The bytes of a public page; served and written out as files alike. Every text passes the privacy gate here once more: a page cannot skip it. */
export function bytesOf({ body, mediaType, released = [] }: PublicPage): Buffer {
  if (Buffer.isBuffer(body)) return body;
  const text = body instanceof Html ? body.text : body;
  // Only where brackets are marks: in open data they are signs of the text.
  const shown = /html|xml/.test(mediaType) ? text.replace(/<[^>]*>/g, ' ') : text;
  const isReleased = (start: number, end: number) => released.includes(shown.slice(start, end));
  const first = findPersonalData(shown).find(({ kind, start, end }) => !isOverridable(kind) || !isReleased(start, end));
  if (first !== undefined) throw new Error(`the privacy gate stopped a public page: ${first.kind}`);
  return Buffer.from(text);
}

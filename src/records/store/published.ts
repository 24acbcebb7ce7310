import type { Reader } from '#/platform/db.ts';
import type { PublishedParts } from './public-parts.ts';

/** 已公开的分解: a later stage publishes, and says what its editions of a list tell of each promise, oldest first; `life.ts` hands it over. */
export type PublishedOf = (reader: Reader, programmeId: string) => Promise<ReadonlyMap<string, readonly PublishedParts[]>>;

let filled: PublishedOf = async () => new Map();

/** Called once, where the stages are put together. */
export function fillPublished(published: PublishedOf): void {
  filled = published;
}

export const publishedOf: PublishedOf = (reader, programmeId) => filled(reader, programmeId);

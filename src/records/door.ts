/** What later stages may call on the server. */
export { recordsCounter } from './store/counter.ts';
export { listDefinitions } from './store/definitions.ts';
export { listComingEvents, listCurrentEntries } from './store/entries.ts';
export { heldByDuplicates } from './store/held-by-duplicates.ts';
export { loadPublicParts, type PublishedParts } from './store/public-parts.ts';
export { fillPublished } from './store/published.ts';

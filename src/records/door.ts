/** What later stages may call on the server. */
export { recordsCounter } from './store/counter.ts';
export { listDefinitions } from './store/definitions.ts';
export { listCurrentEntries, listPlannedEvents } from './store/entries.ts';
export { listOpenDuplicates, loadPublicParts } from './store/public-parts.ts';

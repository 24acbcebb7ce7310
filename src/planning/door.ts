/** What later stages may call on the server. */
export { findOutline, listAreas } from './store/areas.ts';
export { listSites } from './store/sites.ts';

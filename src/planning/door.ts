/** What later stages may call on the server. */
export { ownTasksByProject } from './actions/own-part.ts';
export { maySpeakFor } from './actions/sites.ts';
export { findOutline, listAreas } from './store/areas.ts';
export { loadOfficeDays } from './store/duties.ts';
export { listNetworks, listProjectSchedules, loadNetwork, loadProjectSchedule } from './store/networks.ts';
export { listSiteProjects, type SiteProject } from './store/projects.ts';
export { listSites } from './store/sites.ts';
export { derivedShare } from './store/steps.ts';

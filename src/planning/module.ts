import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeArea, importAreas, removeArea, setUpArea } from './actions/areas.ts';
import { claimTask, declineTask, withdrawClaim } from './actions/claims.ts';
import { importSites, setOutline } from './actions/site-files.ts';
import { changeSite, recordSite, removeSite } from './actions/sites.ts';
import { assignPosts, changeTask, removeTask, reorderTasks, setUpTask } from './actions/tasks.ts';
import { areaReads } from './routes/areas.ts';
import { breakdownReads } from './routes/breakdown.ts';
import { siteReads } from './routes/sites.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const planningModule: Module = {
  name: 'planning',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[setUpArea, changeArea, removeArea, importAreas, setOutline, recordSite, changeSite, removeSite, importSites],
    ...[setUpTask, changeTask, assignPosts, removeTask, reorderTasks, claimTask, declineTask, withdrawClaim],
  ],
  reads: [...areaReads, ...siteReads, ...breakdownReads],
  permissions: {
    'planning.read': ['office', 'leader', ...UNIT],
    'planning.manage-areas': ['office'],
    'planning.record-sites': ['office', ...UNIT],
    'planning.break-down': ['office', ...UNIT],
    'planning.claim': ['office', ...UNIT],
  },
  sealed: [{ table: 'planning.site', column: 'sealed_geometry' }],
};

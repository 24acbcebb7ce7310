import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeArea, importAreas, removeArea, setUpArea } from './actions/areas.ts';
import { importSites, setOutline } from './actions/site-files.ts';
import { changeSite, recordSite, removeSite } from './actions/sites.ts';
import { areaReads } from './routes/areas.ts';
import { siteReads } from './routes/sites.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const planningModule: Module = {
  name: 'planning',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [setUpArea, changeArea, removeArea, importAreas, setOutline, recordSite, changeSite, removeSite, importSites],
  reads: [...areaReads, ...siteReads],
  permissions: {
    'planning.read': ['office', 'leader', ...UNIT],
    'planning.manage-areas': ['office'],
    'planning.record-sites': ['office', ...UNIT],
  },
  sealed: [{ table: 'planning.site', column: 'sealed_geometry' }],
};

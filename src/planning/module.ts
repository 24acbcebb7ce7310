import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeArea, importAreas, removeArea, setUpArea } from './actions/areas.ts';
import { enterHolidayYear, setCalendar, setPlaceCalendar } from './actions/calendars.ts';
import { claimTask, declineTask, withdrawClaim } from './actions/claims.ts';
import { recordDay } from './actions/day-nodes.ts';
import { editNetwork, finishActivity, lockBaseline, setRemaining, startActivity, undoActual } from './actions/networks.ts';
import { importSites, setOutline } from './actions/site-files.ts';
import { changeSite, recordSite, removeSite } from './actions/sites.ts';
import { importSteps } from './actions/step-files.ts';
import { markStepDone, setSiteSteps, setStepWeight, undoStep } from './actions/steps.ts';
import { importTasks } from './actions/task-files.ts';
import { assignPosts, changeTask, removeTask, reorderTasks, setUpTask } from './actions/tasks.ts';
import { applyTemplate, setTemplate, withdrawTemplate } from './actions/templates.ts';
import { areaReads } from './routes/areas.ts';
import { breakdownReads } from './routes/breakdown.ts';
import { calendarReads } from './routes/calendars.ts';
import { networkReads } from './routes/networks.ts';
import { siteReads } from './routes/sites.ts';
import { stepReads } from './routes/steps.ts';
import { taskFileReads } from './routes/task-files.ts';
import { templateReads } from './routes/templates.ts';
import { listPlanningDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const planningModule: Module = {
  name: 'planning',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[setUpArea, changeArea, removeArea, importAreas, setOutline, recordSite, changeSite, removeSite, importSites],
    ...[setUpTask, changeTask, assignPosts, removeTask, reorderTasks, claimTask, declineTask, withdrawClaim],
    ...[setCalendar, enterHolidayYear, setPlaceCalendar],
    ...[editNetwork, startActivity, finishActivity, setRemaining, undoActual, lockBaseline, recordDay],
    ...[setSiteSteps, setStepWeight, markStepDone, undoStep, importSteps, importTasks],
    ...[setTemplate, withdrawTemplate, applyTemplate],
  ],
  reads: [
    ...areaReads,
    ...siteReads,
    ...breakdownReads,
    ...stepReads,
    ...taskFileReads,
    ...templateReads,
    ...calendarReads,
    ...networkReads,
  ],
  permissions: {
    'planning.read': ['office', 'leader', ...UNIT],
    'planning.manage-areas': ['office'],
    'planning.set-calendars': ['office'],
    'planning.set-templates': ['office'],
    'planning.edit-network': ['office', ...UNIT],
    'planning.lock-baseline': ['office', 'unit-head', 'deputy-head'],
    'planning.record-sites': ['office', ...UNIT],
    'planning.break-down': ['office', ...UNIT],
    'planning.claim': ['office', ...UNIT],
  },
  duties: dutySource({ words: dutyWords, list: listPlanningDuties }),
  sealed: [{ table: 'planning.site', column: 'sealed_geometry' }],
};

/** What later stages may call on the server: what stands in the way, and who answered in a week. */
export { loadUnitWeeks, silentUnits } from './content/weeks.ts';
export { type BlockerQuery, listBlockerSteps, listBlockers, listSolvedBlockers } from './store/blockers.ts';

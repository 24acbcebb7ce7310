export { type ReadListRefusal, readList } from './actions.ts';
export { findProgrammeOf, getProgrammeOf, type LoadedProgramme, loadProgramme } from './content.ts';
export {
  findProgramme,
  findPromiseRow,
  getProgrammeForUpdate,
  listAdjustments,
  listProgrammes,
  listProgress,
  listProjectRows,
  listPromiseRows,
  listStepRows,
  type StoredProgramme,
  type StoredProgress,
} from './store.ts';

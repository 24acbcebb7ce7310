export { type ReadListRefusal, readList } from './actions.ts';
export { findProgrammeOf, getProgrammeOf, type LoadedProgramme, loadProgramme } from './content.ts';
export { listOverseeing } from './store/overseeing.ts';
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

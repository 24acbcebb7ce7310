import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { setDefinition } from './actions/definitions.ts';
import { addEntry, cancelEntry, correctEntry, reportEvent, settleDuplicate } from './actions/entries.ts';
import { importEntries } from './actions/entry-files.ts';
import { addVisit, cancelVisit, settleNeed } from './actions/visits.ts';
import { comparableReads } from './routes/comparable.ts';
import { entryReads } from './routes/entries.ts';
import { visitReads } from './routes/visits.ts';
import { listRecordsDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const recordsModule: Module = {
  name: 'records',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    setDefinition,
    ...[addEntry, correctEntry, reportEvent, cancelEntry, settleDuplicate, importEntries],
    ...[addVisit, settleNeed, cancelVisit],
  ],
  reads: [...entryReads, ...visitReads, ...comparableReads],
  permissions: {
    'records.read': ['office', 'leader', ...UNIT],
    'records.define': ['office'],
    'records.enter': ['office', ...UNIT],
    'records.settle': ['office'],
    'records.visit': UNIT,
  },
  duties: dutySource({ words: dutyWords, list: listRecordsDuties }),
  sealed: [
    { table: 'records.visit', column: 'sealed_family', lookup: 'family_key' },
    { table: 'records.visit', column: 'sealed_situation' },
    { table: 'records.visit_need', column: 'sealed_need' },
    { table: 'records.visit_need', column: 'sealed_answer' },
  ],
};

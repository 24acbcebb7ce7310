import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { setDefinition } from './actions/definitions.ts';
import { addEntry, cancelEntry, correctEntry, reportEvent, settleDuplicate } from './actions/entries.ts';
import { importEntries } from './actions/entry-files.ts';
import { setDuplicateShare } from './actions/people/duplicate-shares.ts';
import { decideDuplicate } from './actions/people/duplicates.ts';
import { acceptImport, cancelImport, endReading, openImport, takeChunk, withdrawImport } from './actions/people/imports.ts';
import { keepRoster, keepServiceKind, setEligibility } from './actions/people/rosters.ts';
import { readImports } from './actions/people/run-imports.ts';
import { signIn, signInAtDoor, takeBackSignIn } from './actions/people/sign-in.ts';
import { addVisit, cancelVisit, settleNeed } from './actions/visits.ts';
import { comparableReads } from './routes/comparable.ts';
import { differenceReads } from './routes/differences.ts';
import { doseReads } from './routes/doses.ts';
import { entryReads } from './routes/entries.ts';
import { figureReads } from './routes/figures.ts';
import { listReads } from './routes/people-lists.ts';
import { personReads } from './routes/people-persons.ts';
import { signInReads } from './routes/sign-ins.ts';
import { visitReads } from './routes/visits.ts';
import { MOST_BYTES } from './rules/people/importing.ts';
import { listRecordsDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const recordsModule: Module = {
  name: 'records',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    setDefinition,
    ...[keepRoster, keepServiceKind, setEligibility],
    ...[openImport, takeChunk, endReading, acceptImport, cancelImport, withdrawImport],
    ...[decideDuplicate, setDuplicateShare, signIn, signInAtDoor, takeBackSignIn],
    ...[addEntry, correctEntry, reportEvent, cancelEntry, settleDuplicate, importEntries],
    ...[addVisit, settleNeed, cancelVisit],
  ],
  reads: [
    ...differenceReads,
    ...figureReads,
    ...listReads,
    ...personReads,
    ...signInReads,
    ...doseReads,
    ...entryReads,
    ...visitReads,
    ...comparableReads,
  ],
  intakes: [{ path: '/records/files', permission: 'records.keep-persons', maxBytes: MOST_BYTES }],
  loops: [readImports],
  permissions: {
    'records.read': ['office', 'leader', ...UNIT],
    'records.define': ['office'],
    'records.keep-lists': ['office', ...UNIT],
    'records.keep-persons': UNIT,
    'records.read-persons': UNIT,
    'records.sign-in': UNIT,
    'records.run-imports': [],
    'records.enter': ['office', ...UNIT],
    'records.settle': ['office'],
    'records.visit': UNIT,
  },
  duties: dutySource({ words: dutyWords, list: listRecordsDuties }),
  sealed: [
    {
      table: 'records.person_seal',
      column: 'sealed',
      members: { table: 'records.person', key: 'no', lookups: ['identity_digest', 'details_digest'] },
    },
    { table: 'records.visit', column: 'sealed_family', lookup: 'family_key' },
    { table: 'records.visit', column: 'sealed_situation' },
    { table: 'records.visit_need', column: 'sealed_need' },
    { table: 'records.visit_need', column: 'sealed_answer' },
  ],
};

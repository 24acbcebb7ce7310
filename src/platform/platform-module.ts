import { storeFile } from './files.ts';
import { journalReads } from './journal-reads.ts';
import { platformMigrations } from './migrate.ts';
import type { Module } from './module.ts';

/** What the platform itself offers over the interface: the file store, the journal and the audit trail. */
export const platformModule: Module = {
  name: 'platform',
  migrations: platformMigrations,
  commands: [storeFile],
  reads: journalReads,
  permissions: {
    'platform.upload': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'platform.read-file': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'platform.read-journal': ['audit-admin'],
  },
};

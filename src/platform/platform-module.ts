import { backupRead } from './backup/last-read.ts';
import { exportHeads } from './export-heads.ts';
import { journalReads } from './journal-reads.ts';
import { platformMigrations } from './migrate.ts';
import type { Module } from './module.ts';
import { originalRead } from './original.ts';

/** What the platform itself offers over the interface: the file store, the journal and the audit trail. */
export const platformModule: Module = {
  name: 'platform',
  migrations: platformMigrations,
  // Filing a file and changing the key are steps of the upload and of the command line: no address leads to them.
  commands: [],
  reads: [...journalReads, originalRead, backupRead],
  jobs: [exportHeads],
  permissions: {
    'platform.upload': ['system-admin', 'office', 'unit-head', 'deputy-head', 'liaison', 'congress-office', 'teller', 'scrutineer'],
    'platform.read-file': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    // 原件: place, device and hour are in it.
    'platform.open-original': ['office'],
    // Only the installation itself: the key file lies beside it.
    'platform.rotate-keys': [],
    'platform.read-journal': ['audit-admin'],
    'platform.read-backups': ['system-admin', 'audit-admin'],
  },
};

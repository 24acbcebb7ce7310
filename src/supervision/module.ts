import type { Module } from '#/platform/module.ts';
import { editBulletinText, issueBulletin, prepareBulletin, recordStatement, withdrawStatement } from './actions.ts';
import { supervisionReads } from './routes.ts';

export const supervisionModule: Module = {
  name: 'supervision',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [prepareBulletin, editBulletinText, issueBulletin, recordStatement, withdrawStatement],
  reads: supervisionReads,
  permissions: {
    'supervision.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'supervision.bulletin': ['office'],
    'supervision.record-statement': ['office'],
  },
};

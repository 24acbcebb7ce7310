import type { Module } from '#/platform/module.ts';
import { makeBundle, makeFullBundle } from './actions.ts';
import { archiveReads } from './routes.ts';

export const archiveModule: Module = {
  name: 'archive',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [makeBundle, makeFullBundle],
  reads: archiveReads,
  permissions: {
    'archive.read': ['office', 'leader', 'audit-admin'],
    'archive.make': ['office'],
    'archive.make-with-originals': ['office'],
  },
};

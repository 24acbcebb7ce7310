import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { setDefinition } from './actions/definitions.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const recordsModule: Module = {
  name: 'records',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [setDefinition],
  reads: [],
  permissions: {
    'records.read': ['office', 'leader', ...UNIT],
    'records.define': ['office'],
  },
};

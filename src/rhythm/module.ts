import type { Module } from '#/platform/module.ts';

export const rhythmModule: Module = {
  name: 'rhythm',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [],
  permissions: {},
};

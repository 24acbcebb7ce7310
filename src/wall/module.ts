import type { Module } from '#/platform/module.ts';
import { wallReads } from './routes.ts';

/** Reads only: what is drawn lies with the earlier stages. */
export const wallModule: Module = {
  name: 'wall',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [],
  reads: wallReads,
  permissions: { 'wall.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'] },
};

import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { issueByOffice } from './actions/issue.ts';
import { orderReads } from './routes/orders.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const ordersModule: Module = {
  name: 'orders',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [issueByOffice],
  reads: [...orderReads],
  permissions: {
    'orders.read': ['office', 'leader', ...UNIT],
    'orders.issue': ['office'],
  },
};

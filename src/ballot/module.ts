import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeRuleSheet, moveRuleSheet, setUpSession } from './actions/sheet.ts';
import { sessionReads } from './routes/sessions.ts';

const COUNT_ROOM: readonly Role[] = ['congress-office', 'scrutineer', 'teller'];

export const ballotModule: Module = {
  name: 'ballot',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [setUpSession, changeRuleSheet, moveRuleSheet],
  reads: sessionReads,
  permissions: {
    'ballot.read': [...COUNT_ROOM, 'office', 'leader'],
    // 名册 is personal data: the government's offices do not read it, nor do those who count.
    'ballot.read-roll': ['congress-office'],
    'ballot.prepare': ['congress-office'],
    'ballot.decide': ['congress-office'],
    'ballot.key-in': ['teller', 'scrutineer'],
    'ballot.settle': ['scrutineer'],
  },
  sealed: [
    { table: 'ballot.roll', column: 'name', lookup: 'name_digest' },
    { table: 'ballot.roll', column: 'unit', lookup: 'unit_digest' },
    { table: 'ballot.roll', column: 'leave_note' },
    { table: 'ballot.officer', column: 'name' },
  ],
};

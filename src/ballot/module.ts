import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { abandonBox, closeBox, countBox, openBox, publishCredentials, setUpBox } from './actions/box.ts';
import { castBallot, findTracker, showElection } from './actions/cast.ts';
import { changeRuleSheet, moveRuleSheet, setUpSession } from './actions/sheet.ts';
import { publishCertificate, publishDecryption, publishKey, publishShares } from './actions/trustees.ts';
import { boxReads } from './routes/box.ts';
import { sessionReads } from './routes/sessions.ts';

const COUNT_ROOM: readonly Role[] = ['congress-office', 'scrutineer', 'teller'];

export const ballotModule: Module = {
  name: 'ballot',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[setUpSession, changeRuleSheet, moveRuleSheet],
    ...[setUpBox, publishCredentials, openBox, closeBox, countBox, abandonBox],
    ...[publishCertificate, publishShares, publishKey, publishDecryption],
    ...[castBallot, findTracker, showElection],
  ],
  reads: [...sessionReads, ...boxReads],
  permissions: {
    'ballot.read': [...COUNT_ROOM, 'office', 'leader'],
    // 名册 is personal data: the government's offices do not read it, nor do those who count.
    'ballot.read-roll': ['congress-office'],
    'ballot.prepare': ['congress-office'],
    'ballot.decide': ['congress-office'],
    'ballot.key-in': ['teller', 'scrutineer'],
    'ballot.settle': ['scrutineer'],
    'ballot.read-box': [...COUNT_ROOM, 'office', 'leader'],
    'ballot.keep-box': ['congress-office'],
    'ballot.keep-key': ['congress-office', 'scrutineer', 'office', 'leader'],
  },
  ownChain: { 'ballot.sealed_paper': 'written without a person; the chain of events of the archive covers it' },
  narrowRights: { 'ballot.sealed_paper': 'select, insert, delete' },
  anonymousRights: { 'ballot.box': 'select', 'ballot.sealed_paper': 'select, insert' },
  sealed: [
    { table: 'ballot.roll', column: 'name', lookup: 'name_digest' },
    { table: 'ballot.roll', column: 'unit', lookup: 'unit_digest' },
    { table: 'ballot.roll', column: 'leave_note' },
    { table: 'ballot.officer', column: 'name' },
  ],
};

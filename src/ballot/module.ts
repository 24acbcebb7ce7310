import type { Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { closeBox, countBox, openBox, publishCredentials, setUpBox } from './actions/box.ts';
import { importKeypad, keyIn, reopenBundle, settleBundle } from './actions/bundles.ts';
import { importCandidates, reopenCandidateList, setCandidate, settleCandidateList, withdrawCandidate } from './actions/candidates.ts';
import { castBallot, findTracker, showElection } from './actions/cast.ts';
import { countVotes, undoCount } from './actions/count.ts';
import { checkInDeputy } from './actions/desk.ts';
import { abandonBox } from './actions/give-up-box.ts';
import { announce, correctNotice } from './actions/notices.ts';
import { nameOfficerOfVote, removeOfficerOfVote } from './actions/officers.ts';
import { openSession, prepareVote } from './actions/open-session.ts';
import { recordOpinion, settleOpinion } from './actions/opinions.ts';
import { importRoll, recordAttendance } from './actions/roll.ts';
import { issue, openAnotherRound, recordCollected, takeStep } from './actions/rounds.ts';
import { changeRuleSheet, moveRuleSheet, setUpSession } from './actions/sheet.ts';
import { publishCertificate, publishDecryption, publishKey, publishShares } from './actions/trustees.ts';
import { boxReads } from './routes/box.ts';
import { countRoomReads } from './routes/count-room.ts';
import { documentReads } from './routes/documents.ts';
import { rollReads } from './routes/roll.ts';
import { roundDocumentReads } from './routes/round-documents.ts';
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
    ...[importRoll, recordAttendance, checkInDeputy, nameOfficerOfVote, removeOfficerOfVote],
    ...[importCandidates, setCandidate, withdrawCandidate, recordOpinion, settleOpinion, settleCandidateList, reopenCandidateList],
    ...[prepareVote, openSession, openAnotherRound, takeStep, issue, recordCollected],
    ...[keyIn, importKeypad, settleBundle, reopenBundle, countVotes, undoCount],
    ...[announce, correctNotice],
  ],
  reads: [...sessionReads, ...rollReads, ...countRoomReads, ...documentReads, ...roundDocumentReads, ...boxReads],
  permissions: {
    'ballot.read': [...COUNT_ROOM, 'office', 'leader'],
    'ballot.prepare': ['congress-office'],
    'ballot.decide': ['congress-office'],
    // 名册 is personal data: the government's offices do not read it, nor do those who count.
    'ballot.manage-roll': ['congress-office'],
    'ballot.proceed': ['congress-office', 'scrutineer'],
    'ballot.print-papers': ['congress-office'],
    'ballot.count-room': COUNT_ROOM,
    'ballot.key-in': ['teller', 'scrutineer'],
    'ballot.settle': ['scrutineer'],
    'ballot.read-box': [...COUNT_ROOM, 'office', 'leader'],
    'ballot.keep-box': ['congress-office'],
    'ballot.keep-key': ['congress-office', 'scrutineer', 'office', 'leader'],
    'ballot.announce': ['congress-office'],
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { startTestApp } from '#/testing.ts';
import { ballotModule } from './module.ts';

const OFFICE: readonly Role[] = ['setup', 'congress-office'];
const SCRUTINEER: readonly Role[] = ['setup', 'scrutineer'];
const FLOOR: readonly Role[] = [...OFFICE, 'scrutineer'];
const COUNT_ROOM: readonly Role[] = [...FLOOR, 'teller'];
const KEY_KEEPERS: readonly Role[] = [...FLOOR, 'office', 'leader'];
const READERS: readonly Role[] = [...COUNT_ROOM, 'office', 'leader'];

/** Who may run each command. */
const COMMANDS: Readonly<Record<string, readonly Role[]>> = {
  'ballot.set-up-session': OFFICE,
  'ballot.change-sheet': OFFICE,
  'ballot.move-sheet': OFFICE,
  'ballot.import-roll': OFFICE,
  'ballot.record-attendance': OFFICE,
  'ballot.check-in': OFFICE,
  'ballot.prepare-vote': OFFICE,
  'ballot.name-officer': OFFICE,
  'ballot.remove-officer': OFFICE,
  'ballot.import-candidates': OFFICE,
  'ballot.set-candidate': OFFICE,
  'ballot.withdraw-candidate': OFFICE,
  'ballot.record-opinion': OFFICE,
  'ballot.settle-opinion': OFFICE,
  'ballot.settle-list': OFFICE,
  'ballot.reopen-list': OFFICE,
  'ballot.open-session': OFFICE,
  'ballot.open-another-round': OFFICE,
  'ballot.take-step': FLOOR,
  'ballot.issue-papers': FLOOR,
  'ballot.record-collected': FLOOR,
  'ballot.key-in': ['setup', 'teller', 'scrutineer'],
  'ballot.import-keypad': ['setup', 'teller', 'scrutineer'],
  'ballot.settle-bundle': SCRUTINEER,
  'ballot.reopen-bundle': SCRUTINEER,
  'ballot.count': SCRUTINEER,
  'ballot.undo-count': SCRUTINEER,
  'ballot.announce': OFFICE,
  'ballot.correct-notice': OFFICE,
  'ballot.set-up-box': OFFICE,
  'ballot.publish-credentials': OFFICE,
  'ballot.open-box': OFFICE,
  'ballot.close-box': OFFICE,
  'ballot.count-box': OFFICE,
  'ballot.abandon-box': OFFICE,
  'ballot.publish-certificate': KEY_KEEPERS,
  'ballot.publish-shares': KEY_KEEPERS,
  'ballot.publish-key': KEY_KEEPERS,
  'ballot.publish-decryption': KEY_KEEPERS,
};

/** Who may read each path. */
const READS: Readonly<Record<string, readonly Role[]>> = {
  '/ballot/sessions': READERS,
  '/ballot/session': READERS,
  '/ballot/roll': OFFICE,
  '/ballot/roll/names': OFFICE,
  '/ballot/desk': OFFICE,
  '/ballot/roll/template.xlsx': OFFICE,
  '/ballot/candidates/template.xlsx': OFFICE,
  '/ballot/attendance': READERS,
  '/ballot/roll/check': OFFICE,
  '/ballot/candidates': READERS,
  '/ballot/candidates/check': OFFICE,
  '/ballot/officers': COUNT_ROOM,
  '/ballot/count-room': COUNT_ROOM,
  '/ballot/notices': READERS,
  '/ballot/booklet.docx': READERS,
  '/ballot/paper.html': OFFICE,
  '/ballot/paper.docx': OFFICE,
  '/ballot/covers.html': COUNT_ROOM,
  '/ballot/record-sheet.docx': COUNT_ROOM,
  '/ballot/notice.docx': READERS,
  '/ballot/minutes.docx': OFFICE,
  '/ballot/box-rounds': READERS,
  '/ballot/box': READERS,
  '/ballot/box-archive': READERS,
};

const inOrder = (roles: readonly Role[]) => ROLES.filter((role) => roles.includes(role));

test('the congress runs its vote: every command by the roles of the table, and by no others', async (t) => {
  const app = await startTestApp(t);

  const allowed: Record<string, readonly Role[]> = {};
  for (const { name } of ballotModule.commands.filter((it) => 'permission' in it)) {
    const answers = await Promise.all(ROLES.map(async (role) => ((await app.as(role).run(name, {})).status === 403 ? [] : [role])));
    allowed[name] = answers.flat();
  }

  assert.deepEqual(allowed, Object.fromEntries(Object.entries(COMMANDS).map(([name, roles]) => [name, inOrder(roles)])));
});

test('the government reads the candidates and the result, and never the roll; units and administrators read nothing of the vote', async (t) => {
  const app = await startTestApp(t);

  const allowed: Record<string, readonly Role[]> = {};
  for (const { path } of ballotModule.reads!) {
    const answers = await Promise.all(
      ROLES.map(async (role) => ((await app.as(role).get(`${path}?sessionId=${newId()}`)).status === 403 ? [] : [role])),
    );
    allowed[path] = answers.flat();
  }

  assert.deepEqual(allowed, Object.fromEntries(Object.entries(READS).map(([path, roles]) => [path, inOrder(roles)])));
});

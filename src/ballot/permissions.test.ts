import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { startTestApp } from '#/testing.ts';
import { ballotModule } from './module.ts';

const OFFICE: readonly Role[] = ['setup', 'congress-office'];

/** Who may run each command. */
const COMMANDS: Readonly<Record<string, readonly Role[]>> = {
  'ballot.set-up-session': OFFICE,
  'ballot.change-sheet': OFFICE,
  'ballot.move-sheet': OFFICE,
};

/** Who may read each path. */
const READS: Readonly<Record<string, readonly Role[]>> = {
  '/ballot/sessions': [...OFFICE, 'teller', 'scrutineer', 'office', 'leader'],
  '/ballot/session': [...OFFICE, 'teller', 'scrutineer', 'office', 'leader'],
};

const inOrder = (roles: readonly Role[]) => ROLES.filter((role) => roles.includes(role));

test('the congress runs its vote: every command by the roles of the table, and by no others', async (t) => {
  const app = await startTestApp(t);

  const allowed: Record<string, readonly Role[]> = {};
  for (const { name } of ballotModule.commands) {
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { anOfficeAtWork } from './test-notices.ts';

const AT_WORK = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'] as const satisfies readonly Role[];

/** Who may ask for what; everybody else is denied, whatever the input says. */
const ALLOWED: Readonly<Record<string, readonly Role[]>> = {
  'notices.remind': ['setup'],
  'notices.tell-at-once': ['setup'],
  'notices.claim-messages': ['setup'],
  'notices.note-sent': ['setup'],
  'notices.tidy': ['setup'],
  'notices.read-notices': AT_WORK,
  'notices.set-preference': AT_WORK,
  'notices.test-mail': AT_WORK,
  'notices.make-feed': AT_WORK,
  'notices.revoke-feed': AT_WORK,
  'notices.set-up-robot': ['setup', 'security-admin'],
  'notices.change-robot': ['setup', 'security-admin'],
  'notices.test-robot': ['setup', 'security-admin'],
  'notices.set-notices': ['setup', 'office'],
};

const READS: Readonly<Record<string, readonly Role[]>> = {
  '/notices/my-week': AT_WORK,
  '/notices/inbox': AT_WORK,
  '/notices/preference': AT_WORK,
  '/notices/evenings': ['setup', 'office', 'security-admin'],
  '/notices/sent': ['setup', 'office', 'security-admin'],
  '/notices/settings': ['setup', 'office'],
  '/notices/robots': ['setup', 'security-admin'],
};

test('every command and every read, for every role', async (t) => {
  const { app, unitId } = await anOfficeAtWork(t);
  const unknown = newId();
  const inputs: Readonly<Record<string, unknown>> = {
    'notices.note-sent': { messageId: unknown, result: 'sent', reason: null },
    'notices.set-preference': { wantsMail: false },
    'notices.make-feed': { of: 'person', token: 'a'.repeat(43) },
    'notices.revoke-feed': { feedId: unknown },
    'notices.set-up-robot': { kind: 'wecom', name: '督办群', address: 'https://qyapi.example.cn/send?key=1' },
    'notices.change-robot': { robotId: unknown, name: '督办群', isActive: false },
    'notices.test-robot': { robotId: unknown },
    'notices.set-notices': { reminds: true, keepMonths: 6, reason: '试运行' },
  };

  for (const role of ROLES) {
    const person = app.as(role, { unitId: role === 'setup' || role === 'office' ? null : unitId });
    for (const [command, roles] of Object.entries(ALLOWED)) {
      const { status } = await person.run(command, inputs[command] ?? {});
      assert.equal(status !== 403, roles.includes(role), `${role} ${command}: ${status}`);
    }
    for (const [path, roles] of Object.entries(READS)) {
      const { status } = await person.get(path);
      assert.equal(status, roles.includes(role) ? 200 : 403, `${role} ${path}: ${status}`);
    }
    const { status } = await person.get(`/notices/test?messageId=${unknown}`);
    assert.equal(status, [...AT_WORK, 'security-admin'].includes(role) ? 404 : 403, `${role} test`);
  }
});

test('a person sees how far a test of his own has come, and not that of another', async (t) => {
  const { liaison, head } = await anOfficeAtWork(t);
  await liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true });
  const { messageId } = ((await liaison.run('notices.test-mail', {})).body as { value: { messageId: string } }).value;

  const [own, other] = [await liaison.get(`/notices/test?messageId=${messageId}`), await head.get(`/notices/test?messageId=${messageId}`)];

  assert.deepEqual([own.status, (own.body as { state: string }).state, other.status], [200, 'waiting', 404]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { setUpUnit } from '#/organisation/actions/units.ts';
import { startTestApp } from '#/testing.ts';
import { envelopeOf } from './command.ts';
import { execute } from './execute.ts';
import { keyedDigest, keysOf } from './secrets.ts';

const unit = { name: '区文化和旅游局', kind: 'department', sortOrder: 3 };

test('an accepted command leaves its row, one journal entry and its outcome; sending it again answers the same and does nothing', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  const first = await office.run('organisation.set-up-unit', unit, { id });
  const again = await office.run('organisation.set-up-unit', unit, { id });

  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.body, first.body);
  const entries = await app.ownerPool.query('select command, subject from platform.journal_entry');
  assert.deepEqual(entries.rows, [{ command: 'organisation.set-up-unit', subject: unit.name }]);
});

test('a repeated sending is the same whatever the order in which its fields are written', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  const first = await office.run('organisation.set-up-unit', unit, { id });
  const again = await office.run('organisation.set-up-unit', Object.fromEntries(Object.entries(unit).reverse()), { id });

  assert.equal(again.status, 200);
  assert.deepEqual(again.body, first.body);
});

test('the same id with another body is refused as reused', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  await office.run('organisation.set-up-unit', unit, { id });
  const other = await office.run('organisation.set-up-unit', { ...unit, name: '区教育局' }, { id });

  assert.equal(other.status, 409);
  assert.deepEqual(other.body, { code: 'reused-id', facts: { id } });
});

test('after the keys are rotated, a repeated sending is still known, and another body still is not', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const [id, older] = [newId(), newId()];
  const first = await office.run('organisation.set-up-unit', unit, { id });
  await office.run('organisation.set-up-unit', { ...unit, name: '区教育局' }, { id: older });
  // As a version before this one stored it: without the name of the key.
  const unnamed = `update platform.outcome set body_digest = split_part(body_digest, '.', 2) where id = $1`;
  await app.ownerPool.query(unnamed, [older]);

  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
  const keys = keysOf({ hash: 'sha256', current: 'k2', keys: { k1: key(7), k2: key(8) } });
  const caller = { district: office.district, actor: office.actor };
  const send = (input: unknown, name: string) =>
    execute({ ...app.execute, world: { ...app.world, keys } }, setUpUnit, caller, envelopeOf(setUpUnit, input, name));

  assert.notEqual(keyedDigest(keys, 'command', 'x'), keyedDigest(keys, 'command', 'x', 'k1'));
  assert.deepEqual(await send(unit, id), first.body);
  assert.equal((await send({ ...unit, name: '区教育局' }, older)).ok, true);
  await assert.rejects(send({ ...unit, name: '区体育局' }, id), { status: 409, code: 'reused-id' });
});

test('two senders of one id at once do it once and hear the same', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  const answers = await Promise.all([1, 2, 3, 4].map(() => office.run('organisation.set-up-unit', unit, { id })));

  assert.deepEqual(
    answers.map((it) => it.body),
    answers.map(() => answers[0]!.body),
  );
  assert.equal((await app.ownerPool.query('select 1 from platform.journal_entry')).rowCount, 1);
});

test('two senders of one id at once are refused alike, and the refusal is noted once', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  await office.run('organisation.set-up-unit', unit);
  const id = newId();

  const answers = await Promise.all([1, 2, 3, 4].map(() => office.run('organisation.set-up-unit', unit, { id })));

  assert.deepEqual(
    answers.map((it) => it.status),
    [409, 409, 409, 409],
  );
  const lines = await app.ownerPool.query('select command, result, code from platform.audit');
  assert.deepEqual(lines.rows, [{ command: 'organisation.set-up-unit', result: 'refused', code: 'unit-name-taken' }]);
});

test('what a role does not allow is denied, and the denial stands in the audit trail', async (t) => {
  const app = await startTestApp(t);

  const denied = await app.as('audit-admin').run('organisation.set-up-unit', unit);

  assert.equal(denied.status, 403);
  const lines = await app.ownerPool.query('select command, result, code from platform.audit');
  assert.deepEqual(lines.rows, [{ command: 'organisation.set-up-unit', result: 'denied', code: 'organisation.manage-units' }]);
});

const UNSTORABLE = { 'a zero character': '区\u0000教育局', 'half a character': '区教育局\ud83d' };

for (const [what, name] of Object.entries(UNSTORABLE)) {
  test(`${what} in a text is malformed input, not a fault of the system, and nothing of it is kept`, async (t) => {
    const app = await startTestApp(t);

    const answer = await app.as('office').run('organisation.set-up-unit', { ...unit, name });

    assert.deepEqual([answer.status, (answer.body as { code: string }).code], [400, 'malformed']);
    assert.equal((await app.ownerPool.query('select 1 from organisation.unit')).rowCount, 0);
  });
}

for (const name of ['platform.store-file', 'platform.rotate-sealed']) {
  test(`${name} is a step of the program itself: no address leads to it, so that nobody files what was never checked`, async (t) => {
    const app = await startTestApp(t);

    const answer = await app.as('setup').run(name, { digest: 'a'.repeat(64), name: 'x', size: 1, mediaType: 'text/plain', columns: [] });

    assert.equal(answer.status, 404);
  });
}

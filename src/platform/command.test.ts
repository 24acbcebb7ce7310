import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp } from '#/testing.ts';

const file = { digest: 'a'.repeat(64), name: '佐证.txt', size: 3, mediaType: 'text/plain' };

test('an accepted command leaves its row, one journal entry and its outcome; sending it again answers the same and does nothing', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  const first = await office.run('platform.store-file', file, { id });
  const again = await office.run('platform.store-file', file, { id });

  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.body, first.body);
  const entries = await app.ownerPool.query('select command, subject from platform.journal_entry');
  assert.deepEqual(entries.rows, [{ command: 'platform.store-file', subject: file.digest }]);
});

test('the same id with another body is refused as reused', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const id = newId();

  await office.run('platform.store-file', file, { id });
  const other = await office.run('platform.store-file', { ...file, name: '另一份.txt' }, { id });

  assert.equal(other.status, 409);
  assert.deepEqual(other.body, { code: 'reused-id', facts: { id } });
});

test('what a role does not allow is denied, and the denial stands in the audit trail', async (t) => {
  const app = await startTestApp(t);

  const denied = await app.as('audit-admin').run('platform.store-file', file);

  assert.equal(denied.status, 403);
  const lines = await app.ownerPool.query('select command, result, code from platform.audit');
  assert.deepEqual(lines.rows, [{ command: 'platform.store-file', result: 'denied', code: 'platform.upload' }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { envelopeOf } from './command.ts';
import { type Actor, addMany } from './db.ts';
import { execute } from './execute.ts';
import { type After, rotateSealed } from './rotate.ts';
import { keysOf, lookupDigest, seal, sealedUnder, unseal } from './secrets.ts';
import { trial } from './test-trial.ts';
import type { World } from './transaction.ts';
import { verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const PLACE = 'organisation.person.phone';
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const NEW_KEYS = keysOf({ hash: 'sha256', current: 'k2', keys: { k1: key(7), k2: key(8) } });
const PEOPLE = 50;

const fill = trial((writer) => {
  const phone = (i: number) => `139000000${String(i).padStart(2, '0')}`;
  const sealed = (i: number) => ({ phone: seal(writer.keys, PLACE, phone(i)), phone_digest: lookupDigest(writer.keys, PLACE, phone(i)) });
  const none = { phone: null, phone_digest: null };
  const rows = Array.from({ length: PEOPLE }, (_, i) => ({
    id: newId(),
    name: `虚构${i}`,
    account_id: null,
    ...(i % 10 === 9 ? none : sealed(i)),
  }));
  return addMany(writer, 'organisation.person', rows);
});

/** One batch by a process that knows the new key. */
async function rotateFrom(app: TestApp, after: After): Promise<{ rewritten: number; after: After }> {
  const world: World = { ...app.world, keys: NEW_KEYS };
  const actor = { accountId: 'operator', name: 'operator', postId: null, postTitle: '', unitId: null, roles: ['setup'] } satisfies Actor;
  const input = { table: 'organisation.person', columns: [{ column: 'phone', lookup: 'phone_digest' }], after, most: 20 };
  const outcome = await execute(
    { ...app.execute, world },
    rotateSealed,
    { district: DISTRICT, actor },
    envelopeOf(rotateSealed, input, newId()),
  );
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value as { rewritten: number; after: After };
}

test('a change of keys that is cut off after a batch goes on where values of the old key are left, and the journal explains both', async (t) => {
  const app = await startTestApp(t);
  app.tampered = true;
  await app.mustRun(fill, DISTRICT, {});

  const first = await rotateFrom(app, null);
  assert.ok(first.rewritten > 0 && first.after !== null);
  let after: After = null;
  const batches: number[] = [];
  do {
    const done = await rotateFrom(app, after);
    batches.push(done.rewritten);
    after = done.after;
  } while (after !== null);

  assert.deepEqual([batches.length, batches[0], batches.reduce((sum, it) => sum + it, first.rewritten)], [3, 0, PEOPLE - PEOPLE / 10]);
  const { rows } = await app.ownerPool.query<{ name: string; phone: string | null; phone_digest: string | null }>(
    'select name, phone, phone_digest from organisation.person',
  );
  for (const { name, phone, phone_digest } of rows.filter((it) => it.phone !== null)) {
    const plain = unseal(NEW_KEYS, PLACE, phone!);
    assert.deepEqual(
      [sealedUnder(phone!), plain.slice(-2), phone_digest],
      ['k2', name.slice(2).padStart(2, '0'), lookupDigest(NEW_KEYS, PLACE, plain)],
    );
  }
  assert.equal(rows.filter((it) => it.phone === null && it.phone_digest === null).length, PEOPLE / 10);
  const verified = await verifyJournal({ ...app.world, keys: NEW_KEYS }, [DISTRICT]);
  assert.deepEqual([verified.ok, verified.first], [true, null]);
});

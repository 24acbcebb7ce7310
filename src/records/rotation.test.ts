import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { envelopeOf } from '#/platform/command.ts';
import { execute } from '#/platform/execute.ts';
import { type After, byTable, rotateSealed } from '#/platform/rotate.ts';
import { keysOf, lookupDigest, sealedUnder } from '#/platform/secrets.ts';
import { reading, type World } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { recordsModule } from './module.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { detailsText, PLACES } from './rules/people/sealed-persons.ts';
import { listSealed } from './store/people/rows.ts';
import { opener } from './store/people/seals.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const DISTRICT = '990001';
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const NEW_KEYS = keysOf({ hash: 'sha256', current: 'k2', keys: { k1: key(7), k2: key(8) } });
const PEOPLE = 30;
/** Three seals, the last of them not full: the change of keys takes two batches. */
const MOST = 2;

async function rotate({ list: { app } }: TestPeople): Promise<void> {
  const world: World = { ...app.world, keys: NEW_KEYS };
  const actor = { accountId: 'operator', name: 'operator', postId: null, postTitle: '', unitId: null, roles: ['setup'] } as const;
  for (const it of byTable(recordsModule.sealed!))
    for (let after: After = null, isDone = false; !isDone; isDone = after === null) {
      const envelope = envelopeOf(rotateSealed, { ...it, after, most: MOST }, newId());
      const outcome = await execute({ ...app.execute, world }, rotateSealed, { district: DISTRICT, actor }, envelope);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      after = (outcome.value as { readonly after: After }).after;
    }
}

test('after a change of keys each person is opened under the new key, and known again by number and by name', async (t) => {
  const it = await aDistrictWithTests(t);
  const { app } = it.list;
  await it.read(csvOf(Array.from({ length: PEOPLE }, (_, serial) => aRow({ serial, birthOn: '1990-05-01' }))));
  app.tampered = true;

  await rotate(it);

  const kept = await app.ownerPool.query<{ no: number; identity_digest: string; details_digest: string }>(
    'select no, identity_digest, details_digest from records.person order by no',
  );
  const nos = kept.rows.map(({ no }) => no);
  const sealed = await reading({ ...app.world, keys: NEW_KEYS }, DISTRICT, (reader) => listSealed(reader, nos));
  const open = opener(NEW_KEYS);
  const opened = new Map(sealed.map((one) => [one.no, open(one)]));
  assert.deepEqual(new Set(sealed.map((one) => sealedUnder(one.sealed))), new Set(['k2']));
  assert.equal(kept.rows.length, PEOPLE);
  for (const [serial, { no, identity_digest, details_digest }] of kept.rows.entries()) {
    const { identity, details } = opened.get(no)!;
    assert.equal(identity, fictionalIdentity(serial, '1990-05-01', 'f'));
    assert.deepEqual(
      [identity_digest, details_digest],
      [lookupDigest(NEW_KEYS, PLACES.identity, identity), lookupDigest(NEW_KEYS, PLACES.details, detailsText(details))],
    );
  }
  assert.ok((await verifyJournal({ ...app.world, keys: NEW_KEYS }, [DISTRICT])).ok);
});

test('a change of keys leaves the place empty of who was taken back', async (t) => {
  const it = await aDistrictWithTests(t);
  const { app } = it.list;
  const rows = (serials: readonly number[]) => csvOf(serials.map((serial) => aRow({ serial, birthOn: '1990-05-01' })));
  const importNo = await it.read(rows([1, 2, 3]));
  await it.read(rows([2]));
  answerOf(await it.bureau.run('records.cancel-import', { importNo }));
  app.tampered = true;

  await rotate(it);

  const [left] = await reading({ ...app.world, keys: NEW_KEYS }, DISTRICT, (reader) => listSealed(reader, [2]));
  assert.equal(opener(NEW_KEYS)(left!).identity, fictionalIdentity(2, '1990-05-01', 'f'));
  assert.ok((await verifyJournal({ ...app.world, keys: NEW_KEYS }, [DISTRICT])).ok);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '#/testing.ts';
import { createAccount } from './actions/accounts.ts';
import { appoint, createPost, release, setStandIn } from './actions/posts.ts';
import { setUpUnit } from './actions/units.ts';
import { createDistrict } from './door.ts';
import { listDistrictsOfAccount } from './store/districts.ts';
import { listHoldersOn, listPostsOfAccount } from './store/posts.ts';

type Id = { readonly id: string };

async function aUnitWithHeadAndLiaison(t: Parameters<typeof startTestApp>[0]) {
  const app = await startTestApp(t);
  const run = <Value>(command: Parameters<typeof app.mustRun>[0], input: unknown) =>
    app.mustRun(command, '990001', input) as Promise<Value>;
  await run(createDistrict, { name: '青石区' });
  const unit = await run<Id>(setUpUnit, { name: '青石区民政局' });
  const head = await run<Id>(createPost, { unitId: unit.id, kind: 'head', title: '局长' });
  const liaison = await run<Id>(createPost, { unitId: unit.id, kind: 'liaison' });
  const { personId } = await run<{ personId: string }>(appoint, { postId: liaison.id, person: { name: '孙二' }, fromOn: '2026-01-01' });
  const { accountId } = await run<{ accountId: string }>(createAccount, { personId, username: 'suner' });
  return { app, run, head, liaison, accountId };
}

test('a person acts under the own post, then under the one that the post stands in for', async (t) => {
  const { app, run, head, accountId } = await aUnitWithHeadAndLiaison(t);
  const titles = async () =>
    (await app.read('990001', (reader) => listPostsOfAccount(reader, accountId))).map((it) => [it.title, it.unitName, it.standsIn]);

  const before = await titles();
  const posts = await app.read('990001', (reader) => listPostsOfAccount(reader, accountId));
  await run(setStandIn, { postId: head.id, standInPostId: posts[0]!.postId });

  assert.deepEqual(before, [['联络员', '青石区民政局', false]]);
  assert.deepEqual(await titles(), [
    ['联络员', '青石区民政局', false],
    ['局长', '青石区民政局', true],
  ]);
});

test('after the last day the post gives no rights, and past holders are still known', async (t) => {
  const { app, run, liaison, accountId } = await aUnitWithHeadAndLiaison(t);

  await run(release, { postId: liaison.id, lastDay: '2026-06-17' });

  assert.deepEqual(await app.read('990001', (reader) => listPostsOfAccount(reader, accountId)), []);
  assert.deepEqual(await listDistrictsOfAccount(app.ownerPool, accountId), []);
  const holders = await Promise.all(
    (['2026-06-17', '2026-06-18'] as const).map(
      async (day) => (await app.read('990001', (reader) => listHoldersOn(reader, [liaison.id], day))).get(liaison.id)?.personName,
    ),
  );
  assert.deepEqual(holders, ['孙二', undefined]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import type { Verification } from '#/platform/verify.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { verify } from './verify.ts';

async function verified(app: TestApp): Promise<Verification> {
  const open = async () => ({ composition: app, pool: app.world.pool, close: async () => {} });
  return ((await verify.run({ open } as never)) as { json: Verification }).json;
}

test('every district is verified, and one that was taken out of the list of districts is missed', async (t) => {
  const app = await startTestApp(t);
  app.tampered = true;
  await app.mustRun(createDistrict, '990001', { name: '青石区' });
  await app.mustRun(openSetupAccount, '990001', { username: 'first', name: '周初' });

  const before = await verified(app);
  await app.ownerPool.query(`delete from organisation.district`);
  const after = await verified(app);

  assert.deepEqual([before.ok, before.entries, Object.keys(before.heads)], [true, 2, ['990001']]);
  assert.deepEqual([after.ok, after.first?.table, after.first?.what], [false, 'organisation.district', 'removed']);
});

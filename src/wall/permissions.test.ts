import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDistrictWithList } from '#/planning/test-places.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { wallModule } from './module.ts';

const MAY_READ: readonly Role[] = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'];

test('the office, leaders and units see the wall and take it away as a Word file; the three administrators and others see none of it', async (t) => {
  const { app } = await aDistrictWithList(t);
  const reads = wallModule.reads!.map(({ path }) => `${path}?year=2026`);

  for (const role of ROLES) {
    for (const path of reads) assert.equal((await app.as(role).get(path)).status !== 403, MAY_READ.includes(role), `${role} ${path}`);
  }
});

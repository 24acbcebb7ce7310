import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { aFrozenList } from './test-list.ts';

const INPUTS: Readonly<Record<string, unknown>> = {
  'supervision.prepare-bulletin': { year: 2026, month: 6 },
  'supervision.edit-bulletin-text': { bulletinId: newId(), block: 'opening', text: '略' },
  'supervision.issue-bulletin': { bulletinId: newId() },
  'supervision.record-statement': { id: newId(), year: 2026, text: '全部按计划', source: '区报', publishedOn: '2026-06-18' },
  'supervision.withdraw-statement': { statementId: newId() },
};
const READS = ['bulletin?year=2026&month=6', 'bulletin.docx?year=2026&month=6', 'bulletins?year=2026', 'discrepancies?year=2026'];
const MAY_READ: readonly Role[] = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'];
const MAY_WRITE: readonly Role[] = ['setup', 'office'];

test('only the supervision office writes bulletins and records statements; the three administrators read none of it', async (t) => {
  const { app } = await aFrozenList(t);

  for (const role of ROLES) {
    const person = app.as(role);
    for (const [name, input] of Object.entries(INPUTS)) {
      assert.equal((await person.run(name, input)).status !== 403, MAY_WRITE.includes(role), `${role} ${name}`);
    }
    for (const path of READS)
      assert.equal((await person.get(`/supervision/${path}`)).status !== 403, MAY_READ.includes(role), `${role} ${path}`);
  }
});

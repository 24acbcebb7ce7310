import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { recordsModule } from './module.ts';
import { anEvent } from './test-entries.ts';

const ENTERING: readonly Role[] = ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'];
const VISITING: readonly Role[] = ['setup', 'unit-head', 'deputy-head', 'liaison'];

/** Who may ask for what; everybody else is denied, whatever the input says. */
const ALLOWED: Readonly<Record<string, readonly Role[]>> = {
  'records.set-definition': ['setup', 'office'],
  'records.add-entry': ENTERING,
  'records.correct-entry': ENTERING,
  'records.report-event': ENTERING,
  'records.cancel-entry': ENTERING,
  'records.import-entries': ENTERING,
  'records.settle-duplicate': ['setup', 'office'],
  'records.add-visit': VISITING,
  'records.settle-need': VISITING,
  'records.cancel-visit': VISITING,
};

test('every command of the records, for every role', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const inputs: Readonly<Record<string, unknown>> = {
    'records.set-definition': {
      promiseId: id,
      spec: { kind: 'people', serviceKindId: newId(), counts: 'persons' },
      reason: '会议纪要',
    },
    'records.add-entry': { id: newId(), entry: anEvent(id) },
    'records.correct-entry': { entryId: newId(), entry: anEvent(id), reason: '写错' },
    'records.report-event': { entryId: newId(), on: '2026-06-01', attended: 10 },
    'records.cancel-entry': { entryId: newId(), reason: '下雨' },
    'records.import-entries': { digest: '0'.repeat(64), promiseId: id, kind: 'event' },
    'records.settle-duplicate': { entryId: newId(), reason: '上下午各一场' },
    'records.add-visit': { id: newId(), promiseId: id, on: '2026-06-01', family: '台账 12 号' },
    'records.settle-need': { needId: newId(), on: '2026-06-01', answer: '已送到' },
    'records.cancel-visit': { visitId: newId(), reason: '记错' },
  };

  const names = recordsModule.commands.map((it) => it.name);
  const matrix = new Map<string, Role[]>(names.map((name) => [name, []]));
  for (const role of ROLES) {
    const person = list.app.as(role);
    for (const name of names) {
      const { status } = await person.run(name, inputs[name]);
      assert.notEqual(status, 400, `${name}: the input of the matrix is sound`);
      if (status !== 403) matrix.get(name)!.push(role);
    }
  }
  assert.deepEqual(Object.fromEntries([...matrix].map(([name, roles]) => [name, roles.sort()])), sorted(ALLOWED));
});

function sorted(all: Readonly<Record<string, readonly Role[]>>): Record<string, Role[]> {
  return Object.fromEntries(Object.entries(all).map(([name, roles]) => [name, [...roles].sort()]));
}

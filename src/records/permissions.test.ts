import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { recordsModule } from './module.ts';

/** Who may ask for what; everybody else is denied, whatever the input says. */
const ALLOWED: Readonly<Record<string, readonly Role[]>> = {
  'records.set-definition': ['setup', 'office'],
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

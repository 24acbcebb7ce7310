import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { aFrozenList, JUNE } from './test-list.ts';

/** Who may ask for what; everybody else is denied, whatever the input says. */
const HANDS_IN: readonly Role[] = ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'];
const OFFICE: readonly Role[] = ['setup', 'office'];
const READS: readonly Role[] = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'];

test('every command and every read, for every role', async (t) => {
  const list = await aFrozenList(t);
  const { form } = await list.form('区人社局');
  const digest = 'a'.repeat(64);
  const batchId = newId();
  const commands: Readonly<Record<string, readonly [roles: readonly Role[], input: unknown]>> = {
    'collection.set-calendar': [OFFICE, { rhythm: 'month', dueDays: 5, source: '通知' }],
    'collection.set-period': [OFFICE, { period: JUNE, asOf: '2026-06-30', dueOn: '2026-07-05', reason: '节假日顺延' }],
    'collection.take-in': [
      HANDS_IN,
      { batchId, programmeId: list.programmeId, period: JUNE, receivedOn: '2026-07-03', files: [{ digest, name: 'x.xlsx' }] },
    ],
    'collection.place-file': [HANDS_IN, { batchId, digest, unitId: form.unitId }],
    'collection.drop-file': [HANDS_IN, { batchId, digest }],
    'collection.discard-batch': [HANDS_IN, { batchId }],
    'collection.confirm-batch': [HANDS_IN, { batchId, rows: [] }],
    'collection.save-template': [
      OFFICE,
      { templateId: newId(), name: '市表', fileDigest: digest, fileName: 'x.xlsx', mapping: { cells: [], blocks: [] }, basedOn: 0 },
    ],
  };
  const reads: Readonly<Record<string, readonly Role[]>> = {
    '/collection/calendar?year=2026': READS,
    '/collection/period?year=2026': READS,
    [`/collection/form.xlsx?year=2026&period=${JUNE}&unitId=${form.unitId}`]: READS,
    [`/collection/forms.zip?year=2026&period=${JUNE}`]: READS,
    [`/collection/batch?batchId=${batchId}`]: READS,
    '/collection/templates': OFFICE,
    [`/collection/template-structure?digest=${digest}&name=x.xlsx`]: OFFICE,
    [`/collection/filled-template?templateId=${newId()}&year=2026`]: OFFICE,
  };

  for (const role of ROLES) {
    const person = list.app.as(role, { unitId: role === 'setup' || role === 'office' ? null : form.unitId });
    for (const [name, [roles, input]] of Object.entries(commands))
      assert.equal((await person.run(name, input)).status !== 403, roles.includes(role), `${role} ${name}`);
    for (const [path, roles] of Object.entries(reads))
      assert.equal((await person.get(path)).status !== 403, roles.includes(role), `${role} ${path}`);
  }
});

test('a unit sees and fills its own form, and no other', async (t) => {
  const list = await aFrozenList(t);
  const liaison = await list.liaisonOf('区人社局');
  const other = await list.form('区文旅局');

  const seen = (await liaison.get(`/collection/period?year=2026&period=${JUNE}`)).body as { forms: { unitName: string }[] };
  const download = await liaison.get(`/collection/form.xlsx?year=2026&period=${JUNE}&unitId=${other.form.unitId}`);
  const dropped = await list.drop({ '文旅.xlsx': other.bytes }, { as: liaison });
  const foreign = await (await list.liaisonOf('区文旅局')).get(`/collection/batch?batchId=${dropped.batchId}`);

  assert.deepEqual(
    seen.forms.map((it) => it.unitName),
    ['区人社局'],
  );
  assert.equal(download.status, 404);
  assert.deepEqual(
    dropped.files.map((it) => it.outcome),
    ['refused'],
  );
  assert.equal(foreign.status, 403);
});

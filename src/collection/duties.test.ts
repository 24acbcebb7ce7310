import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listCollectionDuties } from './content/duties.ts';
import { accepted, aFrozenList, fill, type TestList } from './test-list.ts';
import { dutyWords } from './words/duties.ts';

async function owed({ app, office }: TestList) {
  const duties = await app.read(office.district, (reader) => listCollectionDuties(reader, '2027-12-31'));
  return duties.map(({ kind, facts, unitId, roles, dueOn }) => ({
    what: (dutyWords['zh-CN'][kind] as (facts: unknown) => { what: string })(facts).what,
    ...{ unitId, roles, dueOn },
  }));
}

test('where figures are collected by the half-month, a unit owes its form until everything on it is reported', async (t) => {
  const list = await aFrozenList(t);
  const units = (await list.period()).forms.map(({ unitId, unitName }) => [unitId, unitName]);
  const nameOf = new Map(units as [string, string][]);
  const byMonth = await owed(list);

  accepted(await list.office.run('collection.set-calendar', { rhythm: 'half-month', dueDays: 5, source: '政府办通知' }));
  const before = await owed(list);
  const liaison = await list.liaisonOf('区文旅局');
  const { promiseId } = (await list.period('2026-06-2')).forms.find(({ unitName }) => unitName === '区文旅局')!.rows[0]!;
  const report = {
    promiseId,
    asOf: '2026-06-30',
    valueKind: 'cumulative',
    value: 30,
    measureUnit: '场',
    behindReason: '场地未定，七月补上',
  };
  const sent = await liaison.run('delivery.submit-report', report);
  accepted(sent);
  const after = await owed(list);

  assert.deepEqual(byMonth, [], 'each promise is asked for by itself');
  assert.deepEqual(
    before.map(({ what, unitId, dueOn }) => [nameOf.get(unitId!), what, dueOn]),
    [
      ['区人社局', '报回2026年6月下半月的报送表，还有 2 项', '2026-07-05'],
      ['区文旅局', '报回2026年6月下半月的报送表，还有 1 项', '2026-07-05'],
      ['区民政局', '报回2026年6月下半月的报送表，还有 1 项', '2026-07-05'],
    ],
  );
  assert.deepEqual(
    after.map(({ unitId }) => nameOf.get(unitId!)),
    ['区人社局', '区民政局'],
  );
});

test('files that were dropped are owed a decision by whoever dropped them, until it is made', async (t) => {
  const list = await aFrozenList(t);
  const liaison = await list.liaisonOf('区文旅局');
  const { bytes } = await list.form('区文旅局');
  const file = await fill(bytes, [{ value: 30, reason: '场地未定，七月补上' }]);
  const atOffice = await list.drop({ 'a.xlsx': file });
  const atUnit = await list.drop({ 'b.xlsx': await fill(bytes, [{ value: 31, reason: '场地未定，七月补上' }]) }, { as: liaison });
  const open = await owed(list);

  accepted(await list.office.run('collection.discard-batch', { batchId: atOffice.batchId }));
  const left = await owed(list);
  accepted(await liaison.run('collection.discard-batch', { batchId: atUnit.batchId }));

  const [office, unit] = [
    { what: '确认2026年6月收回的 1 个文件', unitId: null, roles: ['office'], dueOn: '2026-07-06' },
    {
      what: '确认2026年6月交回的 1 个文件',
      unitId: liaison.actor.unitId,
      roles: ['liaison', 'deputy-head', 'unit-head'],
      dueOn: '2026-07-06',
    },
  ];
  assert.deepEqual(open, [office, unit]);
  assert.deepEqual(left, [unit]);
  assert.deepEqual(await owed(list), []);
});

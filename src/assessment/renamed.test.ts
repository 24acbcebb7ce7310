import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, aReportOf, openQuarter, quarterOf, valueIn } from './test-list.ts';

test('a unit renamed in mid-year is scored once, with what it did under either name; what is published keeps the name of its day', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 4, { asOf: '2026-04-30' });
  const unitId = await list.unitOf('招聘会');
  const rename = async (name: string) => valueIn(await list.app.as('setup').run('organisation.rename-unit', { unitId, name }));

  await rename('区人力社保局');
  await aReportOf(list, '招聘会', 8);
  const roundId = await openQuarter(list);
  const draft = await quarterOf(list.office);
  for (const { unitId: id } of draft.scores) valueIn(await list.office.run('assessment.confirm-draft', { roundId, unitId: id }));
  valueIn(await list.office.run('assessment.publish-round', { roundId }));
  await rename('区就业局');
  const published = await quarterOf(list.office);

  const own = draft.scores.filter((it) => it.unitId === unitId);
  assert.deepEqual(
    own.map(({ unit, lines }) => [unit, lines.find(({ key }) => key === 'completion')!.points]),
    [['区人力社保局', 50]],
  );
  assert.equal(draft.scores.length, 3);
  assert.equal(published.scores.find((it) => it.unitId === unitId)!.unit, '区人力社保局');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { aDistrictWithTests } from './test-people.ts';

test('a second dose that would be overdue before it may be given is refused with both numbers', async (t) => {
  const it = await aDistrictWithTests(t);
  const serviceKindId = newId();
  const keep = (doseDaysLeast: number, doseDaysMost: number) =>
    it.bureau.run('records.keep-service-kind', {
      ...{ serviceKindId, name: '两剂疫苗', unitId: it.unitId, isSensitive: true, needsEvidence: true, doses: 2 },
      ...{ doseDaysLeast, doseDaysMost },
    });

  const refused = await keep(365, 150);
  assert.equal(kindOf(refused), 'interval-swapped', JSON.stringify(refused.body));
  answerOf(await keep(150, 365));
});

test('a roster and a service are corrected under the name that they have', async (t) => {
  const it = await aDistrictWithTests(t);
  const rosterId = newId();
  const roster = (source: string) => ({
    ...{
      rosterId,
      name: '应检居民',
      unitId: it.unitId,
      asOf: '2026-06-01',
      source,
      statedCount: 300,
      isEstimate: true,
      isSensitive: false,
    },
  });
  answerOf(await it.bureau.run('records.keep-roster', roster('公报')));
  answerOf(await it.list.office.run('records.keep-roster', roster('统计公报第三号')));
  const other = it.list.liaisonOf('戏');
  assert.equal(kindOf(await other.run('records.keep-roster', roster('改掉'))), 'not-of-unit');

  const { rosters } = (await it.bureau.get('/records/lists')).body as { rosters: readonly { id: string; source: string }[] };
  assert.deepEqual(
    rosters.map(({ source }) => source),
    ['统计公报第三号'],
  );
});

test('whoever sets up a list is offered the units for which it will be accepted: a unit its own, the office every one', async (t) => {
  const it = await aDistrictWithTests(t);
  const offered = async (person: typeof it.bureau) =>
    ((await person.get('/records/lists')).body as { units: readonly { id: string; isOffered: boolean }[] }).units
      .filter(({ isOffered }) => isOffered)
      .map(({ id }) => id);
  const roster = (unitId: string) => ({
    ...{ rosterId: newId(), name: `名册${newId()}`, unitId, asOf: '2026-06-01', source: '公报' },
    ...{ statedCount: 300, isEstimate: true, isSensitive: false },
  });
  const all = await offered(it.list.office);

  assert.deepEqual(await offered(it.bureau), [it.unitId]);
  assert.ok(all.length > 1);
  for (const person of [it.bureau, it.list.office])
    for (const unitId of all) {
      const isKept = kindOf(await person.run('records.keep-roster', roster(unitId))) === undefined;
      assert.equal(isKept, (await offered(person)).includes(unitId));
    }
});

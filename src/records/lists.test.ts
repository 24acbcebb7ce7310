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

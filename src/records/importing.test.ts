import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { addDays } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { JobDeps } from '#/platform/module.ts';
import { takeChunk } from './actions/people/imports.ts';
import { readNext } from './actions/people/run-imports.ts';
import { aCanteen, meal } from './test-canteen.ts';
import { aDistrictWithTests, aRow, csvOf, intake, type TestPeople } from './test-people.ts';

const stateOf = async (it: TestPeople, no: number) =>
  ((await it.bureau.get(`/records/import?importNo=${no}`)).body as { import: { state: string; chunks: number; rowsTaken: number } }).import;

test('power lost in mid-import leaves nothing counted, and the reading goes on after the last batch that is in', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rows = Array.from({ length: 8_500 }, (_, i) =>
    aRow({ serial: i, on: `2026-03-${String((i % 28) + 1).padStart(2, '0')}`, birthOn: '1990-05-01' }),
  );
  const persons = new Set(rows.map((row) => row.split(',')[1])).size;
  const file = await intake(it.list, it.bureau, Buffer.from(csvOf(rows)));
  const { importNo } = answerOf<{ importNo: number }>(
    await it.bureau.run('records.open-import', { target: 'service', targetId: it.kindId, file }),
  );
  let taken = 0;
  const failing: JobDeps = {
    ...it.deps,
    run: async (command, district, input) => {
      if (command === takeChunk && ++taken === 2) throw new Error('power lost');
      return it.deps.run(command, district, input);
    },
  };

  await assert.rejects(readNext('990001', failing), /power lost/);
  const halfway = await stateOf(it, importNo);
  assert.deepEqual([halfway.state, halfway.chunks], ['reading', 1]);
  assert.equal((await it.figure()).counted.numerator, 0);
  await readNext('990001', it.deps);
  assert.equal((await stateOf(it, importNo)).state, 'read');
  await it.accept(importNo);
  assert.equal((await it.figure()).counted.numerator, persons);
});

test('an import that is cancelled between two batches leaves nothing behind, and its reader stops', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rows = Array.from({ length: 6_500 }, (_, i) =>
    aRow({ serial: i, birthOn: addDays('1960-01-01', i), area: i % 900 === 0 ? '无名乡' : '东河乡' }),
  );
  const file = await intake(it.list, it.bureau, Buffer.from(csvOf(rows)));
  const { importNo } = answerOf<{ importNo: number }>(
    await it.bureau.run('records.open-import', { target: 'service', targetId: it.kindId, file }),
  );
  const left = async () =>
    (
      await it.list.app.ownerPool.query(
        `select (select count(*) from records.roll_block)::int as blocks, (select count(*) from records.roll_person)::int as again,
                (select count(*) from records.person)::int as persons, (select count(*) from records.person_seal)::int as seals,
                (select count(*) from records.import_fault)::int as faults`,
      )
    ).rows[0];
  const asked: string[] = [];
  const cancelled: JobDeps = {
    ...it.deps,
    run: async (command, district, input) => {
      asked.push(command.name);
      if (asked.length === 3) {
        assert.ok((await left()).persons > 1_000, 'two batches are in');
        answerOf(await it.bureau.run('records.cancel-import', { importNo }));
      }
      return it.deps.run(command, district, input);
    },
  };

  await readNext('990001', cancelled);
  assert.deepEqual(asked, ['records.take-chunk', 'records.take-chunk', 'records.take-chunk'], 'nothing is read after the refusal');
  assert.equal((await stateOf(it, importNo)).state, 'cancelled');
  assert.deepEqual(await left(), { blocks: 0, again: 0, persons: 0, seals: 0, faults: 0 });
  await readNext('990001', it.deps);
  assert.equal((await stateOf(it, importNo)).state, 'cancelled');
});

test('a roll is matched person by person: no batch reads all who came before it', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rows = Array.from({ length: 12_000 }, (_, i) => aRow({ serial: i, birthOn: addDays('1960-01-01', i) }));
  await it.read(csvOf(rows));
  const readByIndex = async () => {
    const { rows: found } = await it.list.app.world.pool.query<{ read: number }>(
      `select coalesce(sum(idx_tup_read), 0)::int as read from pg_stat_user_indexes where schemaname = 'records' and relname = 'person'`,
    );
    return found[0]!.read;
  };
  // What a connection did is told to the statistics within a second or two, or, once it is idle, within ten.
  let read = await readByIndex();
  for (let [before, times] = [-1, 0]; before !== read || (read === 0 && times < 10); times++) {
    before = read;
    await setTimeout(2_000);
    read = await readByIndex();
  }
  assert.ok(read > 0, 'the statistics are there');
  assert.ok(read < 2 * rows.length, `${read} entries of the indexes were read for ${rows.length} persons`);
});

test('of two lists that both renew one roster, the second to be accepted is compared again', async (t) => {
  const it = await aDistrictWithTests(t);
  const rosterId = newId();
  const roster = {
    rosterId,
    name: '应检居民',
    unitId: it.unitId,
    asOf: '2026-06-01',
    source: '公安台账',
    statedCount: 400_000,
    isEstimate: true,
    isSensitive: false,
  };
  answerOf(await it.bureau.run('records.keep-roster', roster));
  const into = { target: 'roster', targetId: rosterId } as const;
  const one = await it.read(csvOf([aRow({ serial: 1 })]), into);
  const two = await it.read(csvOf([aRow({ serial: 2 })]), into);

  const both = await Promise.all([one, two].map((importNo) => it.bureau.run('records.accept-import', { importNo, supersedesNo: null })));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  assert.equal(kindOf(both.find(({ status }) => status === 409)!), 'import-overtaken');
});

test('one person has one meal in one slot, however many phones ask', async (t) => {
  const it = await aCanteen(t, 1);
  const personNo = it.people[0]!.no;

  const both = await Promise.all([1, 2, 3].map(() => meal(it, personNo)));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409, 409]);
  const evening = { slot: '晚餐', id: newId() };
  assert.equal((await meal(it, personNo, evening)).status, 200);
  assert.equal((await meal(it, personNo, evening)).status, 200);
  assert.equal((await it.figure()).four.services, 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#/kernel/civil-date.ts';
import { besideOf, lineBeside } from './beside.ts';
import { type CountedLine, columnsOf, decodeColumns, encodeColumns, factsAt } from './columns.ts';
import { differenceBetween } from './difference.ts';
import { seriesOf } from './series.ts';
import { EVERYBODY } from './verdict.ts';

const PLACE = { importNo: 3, chunkNo: 2 } as const;
const maybe = fc.constantFrom(true, false, null);
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1920-01-01', days));

const line: fc.Arbitrary<CountedLine> = fc.record({
  person_no: fc.integer({ min: 1, max: 6 }),
  row_no: fc.integer({ min: 2, max: 30_000_000 }),
  on_day: fc.integer({ min: 0, max: 3 }).map((days) => addDays('2026-03-01', days)),
  birth_on: fc.option(day),
  couple_no: fc.option(fc.integer({ min: 1, max: 2 ** 52 })),
  has_evidence: fc.boolean(),
  sex: fc.constantFrom('f' as const, 'm' as const, null),
  ...{ is_local: maybe, lives_alone: maybe, is_assisted: maybe, consent: maybe },
  area_id: fc.constantFrom('area-1', 'area-2', 'area-3'),
  slot: fc.constantFrom('', '午餐', '晚餐'),
  dose_no: fc.integer({ min: 1, max: 3 }),
  quantity: fc.integer({ min: 1, max: 2 }),
});
const lines = fc.array(line, { maxLength: 40 });
const blockOf = (all: readonly CountedLine[]) => decodeColumns(PLACE, encodeColumns(columnsOf(PLACE, all)));

test('what a line says of the person comes back from the columns as it was', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const block = blockOf(all);
      assert.deepEqual([block.importNo, block.chunkNo, block.length], [3, 2, all.length]);
      for (const [i, { birth_on, sex, is_local, lives_alone, is_assisted, consent, ...it }] of all.entries()) {
        assert.deepEqual(factsAt(block, i), { birth_on, sex, is_local, lives_alone, is_assisted, consent });
        assert.deepEqual([block.persons[i], block.rowNos[i], block.couples?.[i] ?? 0], [it.person_no, it.row_no, it.couple_no ?? 0]);
      }
    }),
  );
});

test('sheet and evidence of each line come back as they were', () => {
  const told = fc.record({ sheet: fc.constantFrom('甲', '乙', null), evidence: fc.option(fc.string()) }).map((it) => ({ ...it }));
  fc.assert(
    fc.property(fc.array(told, { maxLength: 30 }), (all) => {
      const beside = JSON.parse(JSON.stringify(besideOf(all)));
      assert.deepEqual(
        all.map((_, i) => lineBeside(beside, i)),
        all,
      );
    }),
  );
});

/** Of each service what its last line tells. */
const tellings = (all: readonly CountedLine[]) =>
  new Map(
    all.map(({ row_no: _row, person_no, on_day, slot, dose_no, ...told }) => [
      [person_no, on_day, slot, dose_no].join(),
      JSON.stringify(Object.entries(told).sort()),
    ]),
  );

test('what a corrected list changes is what one has and the other has not, however the lines stand in batches', () => {
  fc.assert(
    fc.property(lines, lines, lines, (first, second, others) => {
      const mine = tellings([...first, ...second]);
      const theirs = tellings([...others, ...second]);
      const both = [...mine].filter(([service]) => theirs.has(service));
      const same = both.filter(([service, told]) => theirs.get(service) === told).length;
      assert.deepEqual(differenceBetween([blockOf(first), blockOf(second)], [blockOf([...others, ...second])]), {
        ...{ added: mine.size - both.length, gone: theirs.size - both.length, changed: both.length - same, same },
      });
    }),
  );
});

test('a series has each dose of a day once, and everybody on the list, also who was given none', () => {
  fc.assert(
    fc.property(lines, lines, (served, listed) => {
      const series = seriesOf([blockOf(served)], [blockOf(listed)], {
        roots: { nos: [], roots: [] },
        verdict: EVERYBODY,
        listedVerdict: EVERYBODY,
        today: '2026-06-18',
      });
      assert.deepEqual(series.map((it) => it.personNo).sort(), [...new Set([...served, ...listed].map((it) => it.person_no))].sort());
      for (const { personNo: no, areaId, given, eligible } of series) {
        assert.equal(eligible, true);
        const own = (all: readonly CountedLine[]) => all.filter((it) => it.person_no === no);
        const doses = new Set(own(served).map((it) => `${it.dose_no} ${it.on_day}`));
        assert.deepEqual(new Set(given.map((it) => `${it.doseNo} ${it.on}`)), doses);
        assert.equal(given.length, doses.size);
        const homes = own(listed).length > 0 ? own(listed) : own(served);
        assert.equal(areaId, homes.map((it) => it.area_id).sort()[0]);
      }
    }),
  );
});

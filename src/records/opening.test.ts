import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf } from '#/delivery/test-list.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/transaction.ts';
import { dosesOf } from './rules/people/doses.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import type { CellAsked } from './rules/people/opened.ts';
import { PEOPLE_COUNTS, PeopleSpec } from './rules/people/spec.ts';
import { countPeople, daysOfPeople, fourNumbers, partsOfPeople } from './store/people/count.ts';
import { listRows, ROWS_A_PAGE } from './store/people/rows.ts';
import { aDistrictWithTests, aRow, type TestPeople, csvOf as tableOf } from './test-people.ts';

const SERIES = { doses: 3, doseDaysLeast: 30, doseDaysMost: 365 } as const;
const LEAST = { doses: 3, leastDays: 30, mostDays: 365 } as const;
const ASKED = { promiseId: '', scope: null, period: { from: '2026-01-01', to: '2026-12-31' }, asOf: '2026-06-18' } as const;

type Given = { readonly serial: number; readonly doseNo: number; readonly on: CivilDate; readonly area: string; readonly evidence: string };

const given: fc.Arbitrary<Given> = fc.record({
  serial: fc.integer({ min: 0, max: 25 }),
  doseNo: fc.integer({ min: 1, max: 3 }),
  on: fc.integer({ min: 0, max: 160 }).map((days) => addDays('2026-01-02', days)),
  area: fc.constantFrom('东河乡', '西河乡', '北山村'),
  evidence: fc.constantFrom('J1', 'J2', ''),
});

const birthOf = (serial: number): CivilDate => (serial % 9 === 0 ? '1950-01-01' : '1990-05-01');

/** Serials 0 and 1 look alike, and so do 2 and 3. */
const csvOf = (all: readonly Given[], order = 0) =>
  ['姓名,证件号码,乡镇,接种日期,剂次,接种单号,联系电话,批次']
    .concat(
      all.map(({ serial, doseNo, on, area, evidence }) => {
        const alike = serial < 4 ? Math.floor(serial / 2) : serial;
        return [
          `虚构${alike}`,
          fictionalIdentity(serial, birthOf(serial), 'f'),
          area,
          on,
          doseNo,
          evidence,
          serial < 4 ? '13900000000' : '',
          order,
        ].join(',');
      }),
    )
    .join('\r\n');

async function withDoses(t: Parameters<typeof aDistrictWithTests>[0]): Promise<TestPeople> {
  const it = await aDistrictWithTests(t, { kind: SERIES });
  answerOf(await it.list.office.run('planning.set-up-area', { kind: 'village', name: '北山村', parentId: it.areas[0] }));
  return it;
}

const SPECS = PEOPLE_COUNTS.flatMap((counts) => [null, 1, 2, 3].map((doseNo) => ({ counts, doseNo })));

async function openedAll(reader: Reader, spec: PeopleSpec, cell: CellAsked) {
  const rows: string[] = [];
  for (let offset = 0; ; offset += ROWS_A_PAGE) {
    const page = await listRows(reader, { spec, asked: ASKED, cell, page: { offset, limit: ROWS_A_PAGE } });
    rows.push(...page.rows.map((it) => `${it.importNo} ${it.rowNo}`));
    if (offset + ROWS_A_PAGE >= page.count)
      return { listed: rows.length, different: new Set(rows).size, count: page.count, numerator: page.numerator };
  }
}

test('every cell of a figure opens exactly the records that it counts, and they add up to it', async (t) => {
  const it = await withDoses(t);
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 30, maxLength: 90 }), async (all) => {
      await it.accept(await it.read(csvOf(all, ++files)));
      await it.list.app.read('990001', async (reader) => {
        for (const one of SPECS) {
          const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: it.kindId, ...one });
          const { whole, byPlace, byMonth, cells: placeMonths } = await partsOfPeople(reader, spec, ASKED);
          const cells: readonly (readonly [CellAsked, { readonly numerator: number; readonly records: number }])[] = [
            [{}, whole!],
            ...byPlace.map((cell) => [{ areaId: cell.areaId }, cell] as const),
            ...byMonth.map((cell) => [{ month: cell.month }, cell] as const),
            ...placeMonths.map((cell) => [{ areaId: cell.areaId, month: cell.month }, cell] as const),
          ];
          for (const [cell, { numerator, records }] of cells)
            assert.deepEqual(
              await openedAll(reader, spec, cell),
              { listed: records, different: records, count: records, numerator },
              JSON.stringify([one, cell]),
            );
          assert.deepEqual(whole, await countPeople(reader, spec, ASKED));
          assert.equal((await daysOfPeople(reader, spec, { period: ASKED.period })).at(-1)?.value ?? 0, whole!.numerator);
          const four = await fourNumbers(reader, spec, ASKED);
          assert.equal(four[one.counts], whole!.numerator);
        }
      });
    }),
    { numRuns: 3 },
  );
});

test('a dose counts only after the one before it and no sooner than the interval, in the count as in the rule', async (t) => {
  const it = await withDoses(t);
  const known = new Map<number, { doseNo: number; on: CivilDate }[]>();
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 30, maxLength: 60 }), async (all) => {
      await it.accept(await it.read(csvOf(all, ++files)));
      for (const { serial, doseNo, on } of all) known.set(serial, [...(known.get(serial) ?? []), { doseNo, on }]);
      const standings = [...known.values()].map((one) => dosesOf(one, LEAST, '2026-06-18').given);
      await it.list.app.read('990001', async (reader) => {
        for (const doseNo of [1, 2, 3]) {
          const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: it.kindId, counts: 'persons', doseNo });
          assert.equal(
            (await countPeople(reader, spec, ASKED)).numerator,
            standings.filter((count) => count >= doseNo).length,
            `dose ${doseNo}`,
          );
        }
      });
    }),
    { numRuns: 4 },
  );
});

test('a cell of a place and a month is paged on the screen and goes out whole, names and numbers covered, its purpose kept', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const march = Array.from({ length: 60 }, (_, serial) => aRow({ serial: serial + 1 }));
  const others = [aRow({ serial: 61, on: '2026-04-02' }), aRow({ serial: 62, area: '西河乡' })];
  await it.accept(await it.read(tableOf([...march, ...others])));
  const cell = { promiseId: it.promiseId, areaId: it.areas[0], month: '2026-03', purpose: '核对三月检测数' };
  type Opened = { count: number; numerator: number; rows: { name: string; identity: string; rowNo: number }[] };
  const get = async (path: string, more = {}) =>
    (await it.bureau.get(`/records/${path}?${new URLSearchParams({ ...cell, ...more })}`)).body as Opened;

  const pages = [await get('rows'), await get('rows', { offset: '50' })];
  const whole = await get('rows-table');

  assert.deepEqual(
    pages.map(({ count, rows }) => [count, rows.length]),
    [
      [60, 50],
      [60, 10],
    ],
  );
  assert.deepEqual([whole.count, whole.numerator], [60, 60]);
  assert.deepEqual(
    whole.rows,
    pages.flatMap(({ rows }) => rows),
  );
  assert.ok(whole.rows.every(({ name, identity }) => name.includes('*') && identity.includes('*')));
  const noted = await it.list.app.ownerPool.query("select facts from platform.audit where command = 'read /records/rows-table'");
  assert.equal(noted.rows.length, 1);
  for (const said of Object.values(cell)) assert.ok(JSON.stringify(noted.rows).includes(said), said);
});

test('a person who was served in two townships counts once in the whole, and once in each', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const row = (area: string, on: string) => ['虚构1', fictionalIdentity(1, '1990-05-01', 'f'), area, on, 'R1'].join(',');
  await it.accept(
    await it.read(['姓名,证件号码,乡镇,检测日期,报告编号', row('东河乡', '2026-03-05'), row('西河乡', '2026-04-05')].join('\r\n')),
  );

  const { counted, parts } = await it.figure();
  assert.equal(counted.numerator, 1);
  assert.deepEqual(
    parts.byPlace.map(({ numerator }) => numerator),
    [1, 1],
  );
});

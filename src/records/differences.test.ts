import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownDifference } from './rules/people/changes.ts';
import { aDistrictWithTests, aRow, csvOf } from './test-people.ts';

type Page = { readonly count: number; readonly rows: readonly ShownDifference[] };

test('a corrected file is told row by row: which rows are new, gone, or told otherwise and in what, names covered', async (t) => {
  const it = await aDistrictWithTests(t);
  const one = await it.read(csvOf([1, 2, 3].map((serial) => aRow({ serial }))));
  await it.accept(one);
  const two = await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 2, area: '西河乡', evidence: '' }), aRow({ serial: 4 })]));
  const of = `importNo=${two}&against=${one}`;

  const { count, rows } = (await it.bureau.get(`/records/import-differences?${of}`)).body as Page;
  assert.equal(count, 3);
  assert.deepEqual(
    rows.map(({ what, rowNo }) => [what, rowNo]),
    [
      ['changed', 3],
      ['gone', 4],
      ['added', 4],
    ],
  );
  assert.ok(
    rows.every(({ name }) => /^虚[*＊]/.test(name)),
    JSON.stringify(rows),
  );
  assert.deepEqual(rows.find(({ what }) => what === 'changed')!.changes, [
    { field: 'evidence', was: 'yes', is: 'no' },
    { field: 'area', was: it.areas[0], is: it.areas[1] },
  ]);
  const table = (await it.bureau.get(`/records/import-differences-table?${of}`)).text;
  assert.match(table, /"改动","","3",".+","佐证编号：是 → 否；乡镇街道：东河乡 → 西河乡"/);
  for (const serial of [2, 3, 4]) assert.ok(!table.includes(`虚构${serial}`) && !table.includes(aRow({ serial }).split(',')[1]!));
});

test('what is gone or told otherwise comes page by page, and is read by who keeps the list, against a list that counts', async (t) => {
  const it = await aDistrictWithTests(t);
  const one = await it.read(csvOf(Array.from({ length: 70 }, (_, serial) => aRow({ serial }))));
  await it.accept(one);
  const two = await it.read(csvOf([aRow({ serial: 900 })]));
  const page = async (offset: number) =>
    (await it.bureau.get(`/records/import-differences?importNo=${two}&against=${one}&offset=${offset}`)).body as Page;

  const [first, second] = [await page(0), await page(50)];
  assert.deepEqual([first.count, first.rows.length, second.rows.length], [71, 50, 21]);
  assert.deepEqual(second.rows.at(-1)?.what, 'added');
  assert.equal(new Set([...first.rows, ...second.rows].map(({ what, rowNo }) => `${what} ${rowNo}`)).size, 71);
  const of = `importNo=${two}&against=${one}`;
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  for (const person of [head, it.list.office, it.list.liaisonOf('戏')])
    for (const path of ['import-differences', 'import-differences-table'])
      assert.equal((await person.get(`/records/${path}?${of}`)).status, 403, path);
  assert.equal((await it.bureau.get(`/records/import-differences?importNo=${one}&against=${two}`)).status, 404);
});

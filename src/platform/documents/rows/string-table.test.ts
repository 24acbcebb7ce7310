import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeStringTable } from './string-table.ts';

test('texts of any length are found again by their number, also where a piece ends, and where one text is longer than a piece', () => {
  const texts = Array.from({ length: 70_000 }, (_, i) => (i % 30_000 === 29_999 ? '长'.repeat(400_000) : i % 7 === 0 ? '' : `样本${i}·甲`));
  const table = makeStringTable();
  for (const it of texts) table.add(it);

  for (const [i, it] of texts.entries()) if (table.at(i) !== it) assert.fail(`${i} reads ${table.at(i).slice(0, 20)}`);
  assert.deepEqual([-1, texts.length, Number.NaN, 0.5].map(table.at), ['', '', '', '']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { streamRows } from './stream-rows.ts';

async function rowsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const refused = await streamRows(bytes, '名册.csv', {
    row: ({ cells }) => void rows.push(cells),
    hiddenSheet: () => {},
    breathe: () => {},
  });
  assert.equal(refused, null);
  return rows;
}

test('a zero character in a roll is left out, in either encoding: no database stores it', async () => {
  const text = '姓名,证件号码\r\n虚构\0一,1402\0\0\r\n\0,\0\r\n';
  const expected = [
    ['姓名', '证件号码'],
    ['虚构一', '1402'],
  ];

  assert.deepEqual(await rowsOf(Buffer.from(text)), expected);
  assert.deepEqual(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le')), expected);
});

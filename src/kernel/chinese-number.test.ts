import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isChineseNumeral, readChineseNumber, writeChineseNumber } from './chinese-number.ts';

test('numbers as they stand in official texts', () => {
  const table: readonly (readonly [string, number | null])[] = [
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['一百零五', 105],
    ['一百一十五', 115],
    ['三千零二十', 3020],
    ['一万零五百', 10_500],
    ['十二万', 120_000],
    ['一亿两千万', 120_000_000],
    ['二〇', null],
    ['百', null],
    ['三五', null],
    ['十百', null],
    ['', null],
    ['几十', null],
  ];

  const read = table.map(([text]) => readChineseNumber(text));

  assert.deepEqual(
    read,
    table.map(([, value]) => value),
  );
});

test('every whole number below 10^12 reads back as it was written', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => readChineseNumber(writeChineseNumber(value)) === value));
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (value) => readChineseNumber(writeChineseNumber(value)) === value));
});

test('only the signs of numbers are numerals', () => {
  assert.deepEqual(Array.from('两百个万户').filter(isChineseNumeral), ['两', '百', '万']);
});

test('a page full of 万 is no number', () => {
  assert.equal(readChineseNumber('万'.repeat(20_000)), null);
  assert.equal(readChineseNumber('一'.repeat(20_000)), null);
});

test('ten after a gap keeps its digit, so that it can be read again', () => {
  assert.deepEqual([10_010, 610_010, 1_010, 115].map(writeChineseNumber), ['一万零一十', '六十一万零一十', '一千零一十', '一百一十五']);
  assert.equal(readChineseNumber('六十一万零一十'), 610_010);
  assert.equal(writeChineseNumber(653_800_100_000), '六千五百三十八亿零一十万');
  assert.equal(readChineseNumber('六千五百三十八亿零一十万'), 653_800_100_000);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('an exported table opens in a spreadsheet as it stood on screen, and no cell runs as a formula', () => {
  assert.equal(
    csvOf([
      ['单位', '完成'],
      ['教育局, 团委', 12],
      ['=1+1', null],
      ['他说"好"', -3],
    ]),
    '\uFEFF单位,完成\r\n"教育局, 团委",12\r\n\'=1+1,\r\n"他说""好""",-3\r\n',
  );
});

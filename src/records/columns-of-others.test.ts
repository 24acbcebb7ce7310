import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aDistrictWithTests } from './test-people.ts';

const MOTHER = ['虚构母亲', fictionalIdentity(90, '1980-05-01', 'f'), '1980-05-01', '女'];
const ORDERS: readonly (readonly [string, readonly string[]])[] = [
  [
    'the guardian before the child',
    ['监护人姓名', '监护人身份证号', '监护人出生日期', '监护人性别', '姓名', '身份证号', '出生日期', '性别'],
  ],
  [
    'the parent in brackets',
    ['姓名（家长）', '身份证号码（监护人）', '家长出生年月', '性别（家长）', '姓名', '证件号码', '出生日期', '性别'],
  ],
  ['the contact before the child', ['联系人', '联系人身份证号', '联系人生日', '联系人性别', '姓名', '公民身份号码', '生日', '性别']],
  ['the handler before the child', ['经办人', '经办人身份证号码', '经办人出生日期', '经办人性别', '姓名', '身份证号', '出生日期', '性别']],
];

for (const [name, heads] of ORDERS)
  test(`two sisters are two, whoever else stands in their rows: ${name}`, async (t) => {
    const it = await aDistrictWithTests(t, { counts: 'persons' });
    const sister = (serial: number) => [`虚构${serial}`, fictionalIdentity(serial, '2013-04-01', 'f'), '2013-04-01', '女'];
    const rest = ['乡镇', '检测日期', '报告编号'];
    const rows = [1, 2].map((serial) => [...MOTHER, ...sister(serial), '东河乡', '2026-03-05', `R${serial}`]);
    for (const turned of [false, true]) {
      const order = (cells: readonly string[]) => (turned ? [...cells.slice(4, 8), ...cells.slice(0, 4), ...cells.slice(8)] : cells);
      const text = [[...heads, ...rest], ...rows].map((row) => order(row).join(',')).join('\r\n');
      await it.accept(await it.read(text));
      assert.equal((await it.figure()).counted.numerator, 2);
    }
  });

test('under a heading over two rows the guardian’s columns stay the guardian’s', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const upper = ['监护人', '', '儿童', '', '乡镇', '检测日期', '报告编号'];
  const lower = ['姓名', '身份证号', '姓名', '身份证号', '', '', ''];
  const row = (serial: number) => [
    ...MOTHER.slice(0, 2),
    `虚构${serial}`,
    fictionalIdentity(serial, '2013-04-01', 'f'),
    '东河乡',
    '2026-03-05',
    'R',
  ];
  await it.accept(await it.read([upper, lower, row(1), row(2)].map((cells) => cells.join(',')).join('\r\n')));
  assert.equal((await it.figure()).counted.numerator, 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { aCompoundFile } from '#/platform/documents/test-files.ts';
import type { ImportState, Trouble } from './rules/people/importing.ts';
import type { LineFault } from './rules/people/line.ts';
import { aWorkbook } from './test-files.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';
import { faultSentence } from './words/people/faults.ts';
import { troubleSentences } from './words/people/trouble.ts';

type Seen = {
  readonly import: {
    readonly state: ImportState;
    readonly rowsTaken: number;
    readonly rowsRefused: number;
    readonly trouble: Trouble | null;
  };
  readonly faults: readonly LineFault[];
};
const HEADS = ['姓名', '证件号码', '乡镇', '检测日期', '报告编号'];

async function takenIn(it: TestPeople, file: string | Buffer, name = '名册.csv') {
  const importNo = await it.read(file, { target: 'service', targetId: it.kindId }, name);
  const seen = (await it.bureau.get(`/records/import?importNo=${importNo}`)).body as Seen;
  return { importNo, ...seen, said: seen.import.trouble === null ? '' : troubleSentences(seen.import.trouble, 'zh-CN').join('') };
}

test('a file of the heads alone is said to have no rows, and is closed: nothing is accepted, nothing corrected by it, and it may come again', async (t) => {
  const it = await aDistrictWithTests(t);
  const first = await it.read(csvOf([aRow({})]));
  await it.accept(first);

  for (const [name, file] of [
    ['名册.csv', `${HEADS.join(',')}\r\n`],
    ['名册.xlsx', await aWorkbook({ 名册: { rows: [HEADS] } })],
  ] as const) {
    const { importNo, said, ...read } = await takenIn(it, file, name);
    assert.deepEqual([read.import.state, read.import.trouble], ['failed', { kind: 'import-empty' }], name);
    assert.match(said, /只有表头，没有可导入的行.*从表头下面一行填起/);
    for (const supersedesNo of [null, first])
      assert.equal(kindOf(await it.bureau.run('records.accept-import', { importNo, supersedesNo })), 'import-not-ready');
    await takenIn(it, file, name);
  }
  assert.equal((await it.figure()).counted.numerator, 1);
});

test('where the rows stand on a hidden sheet and the heads alone are seen, both are said', async (t) => {
  const it = await aDistrictWithTests(t);
  const book = await aWorkbook({ 名册: { rows: [HEADS] }, 草稿: { rows: [HEADS, aRow({}).split(',')], isHidden: true } });
  const { said } = await takenIn(it, book, '名册.xlsx');

  assert.match(said, /只有表头.*隐藏的工作表没有读：草稿/);
});

test('a file of which every row was refused is closed and says so; its rows stay to be read in the report', async (t) => {
  const it = await aDistrictWithTests(t);
  const { importNo, said, faults, ...read } = await takenIn(it, csvOf([aRow({ area: '无名乡' }), aRow({ serial: 2, on: '三月初五' })]));

  assert.deepEqual([read.import.state, read.import.rowsTaken, read.import.rowsRefused], ['failed', 0, 2]);
  assert.match(said, /没有一行可以计入（2 行都没有收下），请按逐行报告改好再导入/);
  assert.deepEqual(
    [faults.length, (await it.bureau.get(`/records/import-report?importNo=${importNo}`)).text.trim().split('\r\n').length],
    [2, 3],
  );
});

/** Tables that lack a column, how often each of their rows would have been told, and what is said of the table instead. */
const LACKING: readonly (readonly [heads: string, row: string, says: RegExp])[] = [
  [
    '姓名,乡镇,报告编号',
    '虚构一,东河乡,R1',
    /^表里没有“证件号码”“日期”这几栏.*没有证件号码的，要有“出生日期”和“联系电话”.*找到的栏：姓名、乡镇、报告编号/,
  ],
  [
    '姓名,证件号码,检测日期',
    `${aRow({}).split(',').slice(0, 2).join(',')},2026-03-05`,
    /^表里没有“乡镇街道”这一栏；找到的栏：姓名、证件号码、检测日期/,
  ],
  ['姓名,出生日期,乡镇,检测日期', '虚构一,1990-05-01,东河乡,2026-03-05', /^表里没有“证件号码”这一栏.*找到的栏：姓名、出生日期/],
];

test('a column that must be there and is not is said once, by its name and with those that were found, and not on each row', async (t) => {
  const it = await aDistrictWithTests(t);
  for (const [heads, row, says] of LACKING) {
    const { faults, said, ...read } = await takenIn(it, [heads, row, row, row].join('\r\n'));
    assert.deepEqual([read.import.state, read.import.rowsTaken, read.import.rowsRefused, faults.length], ['failed', 0, 3, 1], heads);
    assert.match(faultSentence(faults[0]!, 'zh-CN'), says);
    assert.match(faultSentence(faults[0]!, 'zh-CN'), /3 行都没有读/);
    assert.match(said, /没有一行可以计入（3 行/);
  }
});

test('name, date of birth and telephone stand in for the number; a sheet that lacks a column takes nothing from one that has them all', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const book = await aWorkbook({
    一: {
      rows: [
        ['姓名', '出生日期', '联系电话', '乡镇', '检测日期', '报告编号'],
        ['虚构一', '1990-05-01', '13900000000', '东河乡', '2026-03-05', 'R1'],
      ],
    },
    二: { rows: [HEADS.toSpliced(3, 1), ['虚构二', '', '东河乡', 'R2']] },
  });
  const { importNo, faults, ...read } = await takenIn(it, book, '名册.xlsx');

  assert.deepEqual([read.import.state, read.import.rowsTaken, read.import.rowsRefused], ['read', 1, 1]);
  assert.deepEqual(
    faults.map(({ sheet, kind, rowNo }) => [sheet, kind, rowNo]),
    [['二', 'columns-missing', 1]],
  );
  await it.accept(importNo);
  assert.equal((await it.figure()).counted.numerator, 1);
});

test('of a roster no day is asked for; of meals their slot is', async (t) => {
  const it = await aDistrictWithTests(t, { kind: { name: '助餐', slots: ['午餐', '晚餐'], needsEvidence: false } });
  const { faults } = await takenIn(it, csvOf([aRow({})]));
  assert.match(faultSentence(faults[0]!, 'zh-CN'), /^表里没有“餐次”这一栏/);
});

test('a column that stands in the second row of a heading is there', async (t) => {
  const it = await aDistrictWithTests(t);
  const rows = [
    ['姓名', '证件号码', '乡镇', '检测', ''],
    ['', '', '', '检测日期', '报告编号'],
  ];
  const { faults, ...read } = await takenIn(it, [...rows.map((it) => it.join(',')), aRow({})].join('\r\n'));
  assert.deepEqual([read.import.state, read.import.rowsTaken, faults], ['read', 1, []]);
});

test('a dose that the series does not have is refused, with how many there are', async (t) => {
  const series = { name: '适龄女孩接种', doses: 2, doseDaysLeast: 30, doseDaysMost: 100 };
  const it = await aDistrictWithTests(t, { kind: series });
  const { faults, ...read } = await takenIn(
    it,
    [`${HEADS.join(',')},联系电话,剂次`, `${aRow({})},2`, `${aRow({ serial: 2 })},第三剂`].join('\r\n'),
  );

  assert.deepEqual([read.import.rowsTaken, read.import.rowsRefused], [1, 1]);
  assert.equal(faultSentence(faults[0]!, 'zh-CN'), '剂次：共 2 剂，没有第 3 剂');
});

const NOT_TABLES: readonly (readonly [what: string, bytes: Buffer, says: RegExp])[] = [
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), /这是 PDF 文件.*另存为 \.xlsx 或 \.csv/],
  ['an old workbook', aCompoundFile('Workbook'), /这是旧版格式的文件（\.xls）.*另存为 \.xlsx/],
  ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), /这是图片，读不出表格/],
  ['a file of blanks', Buffer.from(' \r\n\r\n'), /文件里没有内容.*选对了文件/],
];

test('a file that only its name calls a table is told what it is, and what to do', async (t) => {
  const it = await aDistrictWithTests(t);
  for (const [what, bytes, says] of NOT_TABLES)
    for (const name of ['名册.xlsx', '名册.csv']) {
      const { said, ...read } = await takenIn(it, bytes, name);
      assert.equal(read.import.state, 'failed', what);
      assert.match(said, says);
      assert.doesNotMatch(said, /GeoJSON/);
    }
});

test('what stands in the store from before and has no rows is told so when it is to be accepted', async (t) => {
  const it = await aDistrictWithTests(t);
  const { importNo } = await takenIn(it, `${HEADS.join(',')}\r\n`);
  await it.list.app.ownerPool.query(`update records.import set state = 'read', trouble = null`);

  assert.equal(kindOf(await it.bureau.run('records.accept-import', { importNo, supersedesNo: null })), 'import-empty');
  answerOf(await it.bureau.run('records.cancel-import', { importNo }));
});

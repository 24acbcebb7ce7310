import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import type { Table } from '#/kernel/document-content.ts';
import { readBytes } from './read-bytes.ts';
import { aXlsx } from './test-files.ts';
import { numberFormat, showNumber } from './xlsx-format.ts';

async function tablesOf(bytes: Buffer): Promise<Table[]> {
  const read = await readBytes(bytes, '清单.xlsx');
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.kind, 'xlsx');
  return read.value.blocks.filter((it) => it.kind === 'table');
}

test('a workbook is read as its sheets show it: merged cells, rich text, dates, percentages, results of formulas, hidden rows and sheets', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('民生实事');
  sheet.addRow(['青禾区2026年民生实事项目']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['序号', '项目内容', '完成时限', '比例']);
  sheet.addRow([1, { richText: [{ text: '新建' }, { font: { bold: true }, text: '停车场' }] }, new Date(Date.UTC(2026, 5, 30)), 0.6]);
  sheet.addRow([null, '公园', '年底', { formula: 'D3+0.1', result: 0.7 }]);
  sheet.mergeCells('A3:A4');
  sheet.addRow([]);
  sheet.addRow([2, '旧项', true, 0.1 + 0.2]);
  sheet.getRow(6).hidden = true;
  sheet.getCell('C3').numFmt = 'yyyy"年"m"月"d"日"';
  for (const cell of ['D3', 'D4']) sheet.getCell(cell).numFmt = '0%';
  book.addWorksheet('往年', { state: 'hidden' }).addRow(['内容', '单位']);

  const tables = await tablesOf(Buffer.from(await book.xlsx.writeBuffer()));

  const title = '青禾区2026年民生实事项目';
  assert.deepEqual(tables, [
    {
      kind: 'table',
      sheet: '民生实事',
      ordinal: 1,
      isHidden: false,
      hiddenRowNumbers: [6],
      rowNumbers: [1, 2, 3, 4, 6],
      rows: [
        [title, title, title, title],
        ['序号', '项目内容', '完成时限', '比例'],
        ['1', '新建停车场', '2026-06-30', '60%'],
        ['1', '公园', '年底', '70%'],
        ['2', '旧项', 'TRUE', '0.3'],
      ],
    },
    { kind: 'table', sheet: '往年', ordinal: 2, isHidden: true, hiddenRowNumbers: [], rowNumbers: [1], rows: [['内容', '单位']] },
  ]);
});

test('cells without a reference, inline strings, escaped line ends and phonetic guides are read; missing parts are no error', async () => {
  const data =
    '<sheetData><row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><r><t>项目</t></r><r><t>内容</t></r><rPh><t>xiangmu</t></rPh></is></c></row>' +
    '<row><c><v>1</v></c><c t="str"><f>A1</f><v>一行_x000D_\n二行</v></c></row><row r="9"><c r="B9" t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="B9:XFD1048576"/></mergeCells>';

  const [table] = await tablesOf(aXlsx(data));

  assert.deepEqual(
    [table!.rows, table!.rowNumbers],
    [
      [
        ['序号', '项目内容'],
        ['1', '一行\n二行'],
        ['', '#REF!'],
      ],
      [1, 2, 9],
    ],
  );
});

const SHOWN: readonly (readonly [code: string | number, value: number, shown: string])[] = [
  ['General', 57000, '57000'],
  ['General', 1.6, '1.6'],
  ['General', 0.1 + 0.7, '0.8'],
  ['General', 1e-7, '0.0000001'],
  ['0.0', 12.25, '12.3'],
  ['#,##0.00', 1234.5, '1234.50'],
  ['0.##', 3, '3'],
  ['0"场"', 8, '8场'],
  ['"约"0.0"万人"', 1.6, '约1.6万人'],
  ['0.0%', 0.085, '8.5%'],
  ['0_);(0)', -3, '(3)'],
  ['0_);[Red]-0', 3, '3'],
  ['0!.0,"万"', 57000, '57000'],
  [14, 46203, '2026-06-30'],
  [57, 46203, '2026年6月'],
  ['m"月"d"日"', 46203, '6月30日'],
  ['[$-804]yyyy/m/d;@', 46203.5, '2026-06-30'],
  ['yyyy-mm-dd hh:mm', 46203.5, '2026-06-30 12:00'],
  ['h:mm', 0.5, '12:00'],
  [14, 59, '1900-02-28'],
];

for (const [code, value, shown] of SHOWN) {
  test(`${value} under the format ${code} is read as ${shown}`, () => {
    const format = typeof code === 'number' ? numberFormat(code, undefined) : numberFormat(200, code);

    const text = showNumber(value, format, false);

    assert.equal(text, shown);
  });
}

test('dates of a workbook that counts from 1904 are four years later', () => {
  const text = showNumber(44741, numberFormat(14, undefined), true);

  assert.equal(text, '2026-06-30');
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { readDocument, readPasted } from '#/platform/documents/read.ts';
import { findList } from './rules/find-list/find-list.ts';
import { matchProgressTable } from './rules/find-list/match-progress.ts';

const TITLE = '2026年青禾区民生实事项目';
const ROWS = [
  ['序号', '项目内容', '进展情况', '责任单位'],
  ['1', '停车便利工程，新建停车场3处、车位约500个。', '已完成招标。', '区住建局、区城管局'],
  ['2', '开展送戏下乡70场。', '', '区文旅局'],
];

async function asDocx(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: ROWS.map((row) => new TableRow({ children: row.map(cell) })) });
  return await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(TITLE), table] }] }));
}

async function asXlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow([TITLE]);
  sheet.mergeCells('A1:D1');
  for (const row of ROWS) sheet.addRow(row.map((it) => (/^\d+$/.test(it) ? Number(it) : it)));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const asText = () => [TITLE, ...ROWS.map((row) => row.join('\t'))].join('\n');
const asHtml = () =>
  `<p>${TITLE}</p><table>${ROWS.map((row) => `<tr>${row.map((it) => `<td>${it}</td>`).join('')}</tr>`).join('')}</table>`;

test('the same list as a document, a workbook, a text file and pasted with or without markup is the same list', async () => {
  const answers = [
    await readDocument(await asDocx(), '清单.docx'),
    await readDocument(await asXlsx(), '清单.xlsx'),
    await readDocument(Buffer.from(asText()), '清单.txt'),
    readPasted({ text: asText() }),
    readPasted({ text: asText(), html: asHtml() }),
  ];

  const lists = answers.map((answer) => {
    assert.ok(answer.ok, JSON.stringify(answer));
    const { title, year, place, items } = findList(answer.value);
    return {
      title,
      year,
      place,
      items: items.map(({ label, text, progressText, leadUnit, supportingUnits }) => [
        label,
        text,
        progressText,
        leadUnit,
        supportingUnits,
      ]),
    };
  });
  const expected = {
    title: TITLE,
    year: 2026,
    place: '青禾区',
    items: [
      ['1', '停车便利工程，新建停车场3处、车位约500个。', '已完成招标。', '区住建局', ['区城管局']],
      ['2', '开展送戏下乡70场。', null, '区文旅局', []],
    ],
  };
  assert.deepEqual(
    lists,
    answers.map(() => expected),
  );
});

const SHARED = new URL('../../../shared/data/', import.meta.url);
const skip = existsSync(new URL('yungang-2026.docx', SHARED)) ? false : 'the published list is not at ../shared/data on this machine';

for (const name of ['yungang-2026.docx', 'yungang-2026.xlsx', 'yungang-2026.tsv']) {
  test(`the published list ${name} has ten items, each with its progress, and its own progress column finds all ten again`, {
    skip,
  }, async () => {
    const answer = await readDocument(readFileSync(new URL(name, SHARED)), name);

    assert.ok(answer.ok);
    const list = findList(answer.value);
    assert.deepEqual(
      list.items.map(({ label, progressText }) => [label, (progressText ?? '').length > 5]),
      Array.from({ length: 10 }, (_, index) => [String(index + 1), true]),
    );
    const known = list.items.map((item) => ({ no: item.label, text: item.text, name: item.name }));
    const { matches, unmatchedRows, unmatchedItems } = matchProgressTable(list, known);
    assert.deepEqual(
      [matches.length, new Set(matches.map(({ by }) => by)), unmatchedRows, unmatchedItems],
      [10, new Set(['number-and-text']), [], []],
    );
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '#/kernel/document-content.ts';
import { readBytes, readPasted } from './read-bytes.ts';

const plain = (blocks: readonly Block[]) => blocks.map((it) => (it.kind === 'table' ? it.rows : it.text));

async function read(bytes: Buffer) {
  const result = await readBytes(bytes, '清单.csv');
  assert.ok(result.ok, JSON.stringify(result));
  return plain(result.value.blocks);
}

function paste(text: string, html?: string) {
  const result = readPasted({ text, html });
  assert.ok(result.ok, JSON.stringify(result));
  return plain(result.value.blocks);
}

const CSV = '序号,项目内容\n1,新建停车场\n2,改造公园\n';
const ROWS = [
  [
    ['序号', '项目内容'],
    ['1', '新建停车场'],
    ['2', '改造公园'],
  ],
];
// 序号,项目内容 / 1,新建停车场 / 2,改造公园 in GB 18030.
const GB18030 = Buffer.from('d0f2bac52ccfeec4bfc4dac8dd0a312cd0c2bda8cda3b3b5b3a10a322cb8c4d4ecb9abd4b00a', 'hex');
const UTF16 = Buffer.from(`\ufeff${CSV}`, 'utf16le');

const ENCODINGS: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(CSV)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${CSV}`)],
  ['UTF-16 with a mark', UTF16],
  ['UTF-16 the other way round', Buffer.from(UTF16).swap16()],
  ['GB 18030', GB18030],
  ['Windows line ends', Buffer.from(CSV.replaceAll('\n', '\r\n'))],
  ['semicolons', Buffer.from(CSV.replaceAll(',', ';'))],
  ['tabs', Buffer.from(CSV.replaceAll(',', '\t'))],
];

for (const [encoding, bytes] of ENCODINGS) {
  test(`the same list in ${encoding} reads the same`, async () => {
    const blocks = await read(bytes);

    assert.deepEqual(blocks, ROWS);
  });
}

test('a rare character of four bytes survives GB 18030', async () => {
  const bytes = Buffer.concat([GB18030, Buffer.from('332c', 'hex'), Buffer.from('82359733', 'hex'), Buffer.from('\n')]);

  const [table] = await read(bytes);

  assert.deepEqual(table?.at(-1), ['3', '鿶']);
});

test('quoted fields may hold commas and lines, and the row numbers stay those of the file', async () => {
  const result = await readBytes(Buffer.from('序号,项目内容\n1,"新建停车场,\n并划线"\n2,"""家门口""公园"\n'), 'a.csv');

  assert.ok(result.ok && result.value.blocks[0]?.kind === 'table');
  const [table] = result.value.blocks;
  assert.deepEqual(
    [table.rows, table.rowNumbers],
    [
      [
        ['序号', '项目内容'],
        ['1', '新建停车场,\n并划线'],
        ['2', '"家门口"公园'],
      ],
      [1, 2, 4],
    ],
  );
});

test('commas within sentences do not make a table', async () => {
  const blocks = await read(Buffer.from('一、新建停车场,划线500个。\n二、改造公园,增加座椅。\n'));

  assert.deepEqual(blocks, ['一、新建停车场,划线500个。', '二、改造公园,增加座椅。']);
});

test('a pasted table keeps its title and notes as paragraphs, and an unclosed quotation mark as a character', () => {
  const blocks = paste('2026年民生实事\n序号\t内容\n1\t"家门口"服务站\n2\t打造"一刻钟圈\n注：按序号排列');

  assert.deepEqual(blocks, [
    '2026年民生实事',
    [
      ['序号', '内容'],
      ['1', '"家门口"服务站'],
      ['2', '打造"一刻钟圈'],
    ],
    '注：按序号排列',
  ]);
});

test('a cell of several lines is whole, quoted by Excel or broken by Word', () => {
  const excel = paste('序号\t内容\t进展\n1\t"停车场\n公园"\t已开工\n2\t绿道\t未开工');
  const word = paste('序号\t内容\t进展\n1\t停车场\n公园\t已开工\n2\t绿道\t未开工');

  const rows = [
    [
      ['序号', '内容', '进展'],
      ['1', '停车场\n公园', '已开工'],
      ['2', '绿道', '未开工'],
    ],
  ];
  assert.deepEqual([excel, word], [rows, rows]);
});

test('the HTML of a pasted table wins over its text: merged cells are filled, tags left open do no harm, scripts are not read', () => {
  const html =
    '<html><head><style>td{}</style></head><body><!--StartFragment--><p>2026年民生实事<table><tr><td>序号<td>内容<td colspan="1">单位</tr>' +
    '<tr><td rowspan=2>1</td><td><p>停车场&nbsp;</p><p>50&#20010;</p></td><td>甲局</td></tr><tr><td>公园<br>2个<script>alert("<td>")</script></td><td>乙局</td></tr></table>';

  const blocks = paste('ignored', html);

  assert.deepEqual(blocks, [
    '2026年民生实事',
    [
      ['序号', '内容', '单位'],
      ['1', '停车场\n50个', '甲局'],
      ['1', '公园\n2个', '乙局'],
    ],
  ]);
});

test('HTML without a table adds nothing: the text is read', () => {
  const blocks = paste('一、新建停车场\n二、改造公园', '<p>一、新建停车场</p>');

  assert.deepEqual(blocks, ['一、新建停车场', '二、改造公园']);
});

test('a table that an office system saved as HTML under the name of a workbook is read', async () => {
  const result = await readBytes(Buffer.from('<html><table><tr><td>序号</td><td>内容</td></tr></table></html>'), '清单.xls');

  assert.ok(result.ok);
  assert.deepEqual([result.value.kind, plain(result.value.blocks)], ['html', [[['序号', '内容']]]]);
});

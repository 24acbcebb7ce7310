import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { readBytes } from '#/platform/documents/read-bytes.ts';
import { aDocx, p, tbl, tc, tr } from '#/platform/documents/test-files.ts';
import { fixedParts } from './documents/move-drawings.ts';
import { openPackage } from './documents/office-package.ts';
import { fillTemplate, readStructure } from './documents/template-file.ts';
import { type FieldValues, guessField, headingOfCell, headingOfColumn, TEMPLATE_FIELDS, type TemplateMapping } from './rules/template.ts';
import { fitMapping } from './rules/template-fit.ts';

const WHOLE = {
  district: '清泉区',
  programme: '清泉区2026年民生实事',
  period: '2026年6月',
  asOf: '2026年6月30日',
  filledOn: '2026年7月3日',
};

function aLine(i: number): FieldValues {
  const blank = Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, ''])) as Record<keyof FieldValues, string | number | null>;
  return {
    ...blank,
    ...WHOLE,
    ordinal: i,
    project: `样本项目${i}`,
    target: 100,
    done: i * 10,
    percentWithBase: `${i * 10}.0%（${i * 10}/100处）`,
  };
}
const lines = (count: number) => () => Array.from({ length: count }, (_, i) => aLine(i + 1));

/** A city's table as offices know them: a title over all columns, two rows of heads with merges, three blank rows, a total, a footer. */
async function aBook(change: (sheet: ExcelJS.Worksheet) => void = () => {}): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附件1');
  sheet.mergeCells('A1:E1');
  sheet.getCell('A1').value = '民生实事项目进展统计表';
  sheet.getCell('A2').value = '填报单位：';
  sheet.getCell('D2').value = '截至日期：';
  sheet.mergeCells('A3:A4');
  sheet.mergeCells('B3:B4');
  sheet.mergeCells('C3:E3');
  for (const [at, text] of Object.entries({ A3: '序号', B3: '项目名称', C3: '完成情况', C4: '年度目标', D4: '已完成', E4: '完成率' }))
    sheet.getCell(at).value = text;
  for (let row = 5; row <= 7; row++)
    for (let column = 1; column <= 5; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
      cell.font = { name: '仿宋', size: 12 };
    }
  sheet.getCell('B8').value = '合计';
  sheet.getCell('D8').value = { formula: 'SUM(D5:D7)', result: 0 };
  sheet.mergeCells('A9:E9');
  sheet.getCell('A9').value = '填表人：　　审核人：';
  change(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const MAPPING: TemplateMapping = {
  cells: [
    { sheet: '附件1', row: 1, column: 1, field: 'district', heading: '填报单位:→' },
    { sheet: '附件1', row: 1, column: 4, field: 'asOf', heading: '截至日期:→' },
  ],
  blocks: [
    {
      sheet: '附件1',
      row: 4,
      per: 'promise',
      columns: [
        { column: 0, field: 'ordinal', heading: '序号' },
        { column: 1, field: 'project', heading: '项目名称' },
        { column: 2, field: 'target', heading: '完成情况/年度目标' },
        { column: 3, field: 'done', heading: '完成情况/已完成' },
        { column: 4, field: 'percentWithBase', heading: '完成情况/完成率' },
      ],
    },
  ],
};

async function opened(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets[0]!;
}

test('every column of a blank form is known by the words above it, merged heads included', async () => {
  const { sheets } = (await readStructure(await aBook()))!;

  const headings = MAPPING.blocks[0]!.columns.map(({ column }) => headingOfColumn(sheets[0]!, 4, column));

  assert.deepEqual(
    headings,
    MAPPING.blocks[0]!.columns.map((it) => it.heading),
  );
  assert.deepEqual(
    MAPPING.cells.map(({ row, column }) => headingOfCell(sheets[0]!, row, column)),
    ['填报单位:→', '截至日期:→'],
  );
  assert.deepEqual(headings.map(guessField), ['ordinal', 'project', 'target', 'done', 'percentWithBase']);
});

test('more lines than the form has rows push the total and the footer down, with looks, merges and the sum kept', async () => {
  const filled = await opened((await fillTemplate(await aBook(), { mapping: MAPPING, whole: WHOLE, lines: lines(10) }, '2026-07-03'))!);

  const done = Array.from({ length: 10 }, (_, i) => filled.getCell(5 + i, 4).value);
  assert.deepEqual(done, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  assert.deepEqual([filled.getCell('B2').value, filled.getCell('E2').value], ['清泉区', '2026年6月30日']);
  assert.equal(filled.getCell('B15').value, '合计');
  assert.equal((filled.getCell('D15').value as { formula: string }).formula, 'SUM(D5:D14)');
  assert.equal(filled.getCell('A16').value, '填表人：　　审核人：');
  assert.ok(filled.getCell('E16').isMerged);
  assert.deepEqual([filled.getCell('B14').font.name, filled.getCell('B14').border.top?.style], ['仿宋', 'thin']);
});

test('fewer lines than rows leave the others blank, and nothing moves', async () => {
  const filled = await opened((await fillTemplate(await aBook(), { mapping: MAPPING, whole: WHOLE, lines: lines(2) }, '2026-07-03'))!);

  assert.deepEqual([filled.getCell('B6').value, filled.getCell('B7').value, filled.getCell('B8').value], ['样本项目2', null, '合计']);
});

test('two blocks of one sheet are both filled, each below its own head, and what lies between and under them moves down', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const book = await aBook((sheet) => {
    sheet.getCell('A11').value = '二、按项目';
    for (const [at, text] of Object.entries({ A12: '序号', B12: '项目名称', C12: '已完成' })) sheet.getCell(at).value = text;
    for (let column = 1; column <= 3; column++) sheet.getCell(13, column).border = { top: { style: 'thin' } };
    sheet.getCell('A15').value = '单位盖章处';
    const image = sheet.workbook.addImage({ buffer: png as never, extension: 'png' });
    sheet.addImage(image, { tl: { col: 1, row: 14 }, ext: { width: 40, height: 40 } });
  });
  const columns = [
    { column: 1, field: 'project' as const, heading: '项目名称' },
    { column: 2, field: 'done' as const, heading: '已完成' },
  ];
  const mapping: TemplateMapping = { ...MAPPING, blocks: [...MAPPING.blocks, { sheet: '附件1', row: 12, per: 'project', columns }] };

  const bytes = (await fillTemplate(book, { mapping, whole: WHOLE, lines: (per) => lines(per === 'promise' ? 5 : 3)() }, '2026-07-03'))!;
  const filled = await opened(bytes);
  const fit = fitMapping(mapping, (await readStructure(book))!);

  const columnB = Array.from({ length: 20 }, (_, i) => filled.getCell(5 + i, 2).value);
  assert.deepEqual(columnB.slice(0, 6), ['样本项目1', '样本项目2', '样本项目3', '样本项目4', '样本项目5', '合计']);
  assert.deepEqual([filled.getCell('A13').value, filled.getCell('B14').value], ['二、按项目', '项目名称']);
  assert.deepEqual(
    [15, 16, 17].map((row) => filled.getCell(row, 3).value),
    [10, 20, 30],
  );
  assert.equal((filled.getCell('D10').value as { formula: string }).formula, 'SUM(D5:D9)');
  assert.equal(filled.getCell('A19').value, '单位盖章处');
  assert.equal(filled.getImages()[0]?.range.tl.nativeRow, 18);
  assert.deepEqual([fit.lost, fit.moved, fit.mapping.blocks.map(({ row }) => row)], [[], [], [4, 12]]);
});

test('a form says before filling what of it will not move with its rows', async () => {
  const noted = await aBook((sheet) => {
    sheet.getCell('B3').note = '按文件名称填';
  });

  const [plain, withNote] = await Promise.all([await aBook(), noted].map(async (it) => fixedParts((await openPackage(it))!)));

  assert.deepEqual([plain, withNote], [[], ['comments']]);
});

test('two blocks of one Word table are both filled', async () => {
  const head = (text: string) => tr(tc(text), tc('项目名称'));
  const blank = aDocx(tbl(head('甲'), tr(tc(''), tc('')), head('乙'), tr(tc(''), tc(''))));
  const block = (row: number, heading: string) => ({
    sheet: 'table 1',
    row,
    per: 'promise' as const,
    columns: [
      { column: 0, field: 'ordinal' as const, heading },
      { column: 1, field: 'project' as const, heading: '项目名称' },
    ],
  });

  const filled = (await fillTemplate(
    blank,
    { mapping: { cells: [], blocks: [block(1, '甲'), block(3, '乙')] }, whole: WHOLE, lines: lines(2) },
    '2026-07-03',
  ))!;
  const read = await readBytes(filled, '填好.docx');
  const [table] = read.ok ? read.value.blocks : [];

  assert.deepEqual(table?.kind === 'table' && table.rows, [
    ['甲', '项目名称'],
    ['1', '样本项目1'],
    ['2', '样本项目2'],
    ['乙', '项目名称'],
    ['1', '样本项目1'],
    ['2', '样本项目2'],
  ]);
});

test('a changed form says which column moved, which is gone, and keeps the rest', async () => {
  const changed = await aBook((sheet) => {
    sheet.getCell('C4').value = '已完成';
    sheet.getCell('D4').value = '年度目标';
    sheet.getCell('E4').value = '资金支付率';
  });

  const fit = fitMapping(MAPPING, (await readStructure(changed))!);

  assert.deepEqual(
    fit.moved.map((it) => [it.heading, it.from.column, it.to?.column]),
    [
      ['完成情况/年度目标', 2, 3],
      ['完成情况/已完成', 3, 2],
    ],
  );
  assert.deepEqual(
    fit.lost.map((it) => it.heading),
    ['完成情况/完成率'],
  );
  assert.deepEqual(
    fit.kept.map((it) => it.field),
    ['district', 'asOf', 'ordinal', 'project'],
  );
  assert.deepEqual(
    fit.mapping.blocks[0]!.columns.map((it) => [it.field, it.column]),
    [
      ['ordinal', 0],
      ['project', 1],
      ['target', 3],
      ['done', 2],
    ],
  );
});

test('a form that got another line above is found again two rows further down', async () => {
  const changed = await aBook((sheet) => sheet.spliceRows(2, 0, ['根据市政府办通知'], []));

  const fit = fitMapping(MAPPING, (await readStructure(changed))!);

  assert.deepEqual(fit.lost, []);
  assert.equal(fit.mapping.blocks[0]!.row, 6);
});

test('a Word table is filled row by row in the look of its first row, and placeholders in the text are replaced', async () => {
  const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
  const blank = aDocx(
    `<w:p><w:pPr/>${run('填报区县：__')}${run('__')}${run('　报送期：{{期间}}')}</w:p>` +
      tbl(
        tr(tc('序号'), tc('项目名称'), tc('完成率')),
        tr(tc(''), tc(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('')}</w:p>`), tc('')),
      ) +
      p('联系电话：'),
  );
  const { sheets } = (await readStructure(blank))!;
  const mapping: TemplateMapping = {
    cells: sheets[0]!.cells.map((it, i) => ({
      sheet: 'text',
      row: it.row,
      column: it.column,
      field: i === 0 ? 'district' : 'period',
      heading: it.text,
    })),
    blocks: [
      {
        sheet: 'table 1',
        row: 1,
        per: 'promise',
        columns: [
          { column: 0, field: 'ordinal', heading: '序号' },
          { column: 1, field: 'project', heading: '项目名称' },
          { column: 2, field: 'percentWithBase', heading: '完成率' },
        ],
      },
    ],
  };

  const filled = (await fillTemplate(blank, { mapping, whole: WHOLE, lines: lines(3) }, '2026-07-03'))!;
  const read = await readBytes(filled, '填好.docx');

  assert.deepEqual(
    sheets[0]!.cells.map((it) => it.text),
    ['填报区县:____', '{{期间}}'],
  );
  assert.ok(read.ok);
  const [line, table, last] = read.value.blocks;
  assert.equal(line?.kind === 'paragraph' && line.text, '填报区县：清泉区　报送期：2026年6月');
  assert.deepEqual(table?.kind === 'table' && table.rows, [
    ['序号', '项目名称', '完成率'],
    ['1', '样本项目1', '10.0%（10/100处）'],
    ['2', '样本项目2', '20.0%（20/100处）'],
    ['3', '样本项目3', '30.0%（30/100处）'],
  ]);
  assert.equal(last?.kind === 'paragraph' && last.text, '联系电话：');
});

test('what is written into a form can hold any sign and stays text, never a formula', async () => {
  const nasty = () => [{ ...aLine(1), project: '=1+1 <&>"\u0001\uD800' }];

  const filled = await opened((await fillTemplate(await aBook(), { mapping: MAPPING, whole: WHOLE, lines: nasty }, '2026-07-03'))!);

  assert.equal(filled.getCell('B5').value, '=1+1 <&>"\uFFFD');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { readBytes } from '#/platform/documents/read-bytes.ts';
import { openZip } from '#/platform/documents/zip.ts';
import { fillTemplate, readStructure } from './documents/template-file.ts';
import { readForm } from './rules/read-form.ts';
import { type FieldValues, TEMPLATE_FIELDS, type TemplateMapping } from './rules/template.ts';
import type { BatchView } from './screens/contract.ts';
import { accepted, aFrozenList, fill } from './test-list.ts';
import { asWps } from './test-wps.ts';

test('a form that came back from WPS, on the desk or on a telephone, reads as it does from Excel, and its seal holds', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const filled = await fill(bytes, [{ value: 31, remark: '已送戏 31 场', reason: '场地协调中', stage: '正在实施' }]);
  const readings = await Promise.all(
    [filled, await asWps(filled), await asWps(filled, { inline: true })].map(async (it) => {
      const read = await readBytes(it, 'x.xlsx');
      assert.ok(read.ok, JSON.stringify(read));
      return readForm(read.value);
    }),
  );
  const phone = await openZip(await asWps(filled, { inline: true }));
  assert.ok(!phone.writtenNames.includes('xl/sharedStrings.xml') && phone.writtenNames.includes('xl/wps/styles1.xml'));

  const { batchId } = await list.drop({ '工作簿1.xlsx': await asWps(filled), '工作簿1(1).xlsx': await asWps(filled, { inline: true }) });
  const view = (await list.office.get(`/collection/batch?batchId=${batchId}`)).body as BatchView;
  const row = view.staged.rows.find((it) => it.unitName === '区文旅局')!;
  accepted(
    await list.office.run('collection.confirm-batch', { batchId, rows: [{ promiseId: row.promiseId, digest: row.candidates[0]!.digest }] }),
  );

  assert.deepEqual(readings[1], readings[0]);
  assert.deepEqual(readings[2], readings[0]);
  assert.deepEqual(
    view.files.map((it) => [it.kind, it.seal]),
    [
      ['form', 'genuine'],
      ['form', 'genuine'],
    ],
  );
  assert.deepEqual([row.state, row.candidates[0]!.content?.value, row.candidates[0]!.changes], ['new', 31, []]);
});

test('a blank form of the higher level saved by WPS is filled like any other', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附件');
  sheet.addRows([['市民生实事进展统计表'], ['填报单位：', ''], ['序号', '项目名称', '已完成'], [], []]);
  for (let column = 1; column <= 3; column++) sheet.getCell(4, column).border = { top: { style: 'thin' } };
  const excel = Buffer.from(await book.xlsx.writeBuffer());
  const headings = ['序号', '项目名称', '已完成'];
  const fields = ['ordinal', 'project', 'done'] as const;
  const columns = fields.map((field, column) => ({ column, field, heading: headings[column]! }));
  const mapping: TemplateMapping = { cells: [], blocks: [{ sheet: '附件', row: 3, per: 'promise', columns }] };
  const line = {
    ...(Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, ''])) as FieldValues),
    ordinal: 1,
    project: '文化进村',
    done: 31,
  };

  for (const inline of [false, true]) {
    const wps = await asWps(excel, { inline });
    const filled = await fillTemplate(wps, { mapping, whole: { ...line } as never, lines: () => [line] }, '2026-07-03');
    const read = await readBytes(filled!, '填好.xlsx');
    const [table] = read.ok ? read.value.blocks : [];

    assert.deepEqual((await readStructure(wps))?.sheets[0]?.cells.find((it) => it.at === 'B3')?.text, '项目名称');
    assert.deepEqual(table?.kind === 'table' && table.rows.at(-1)?.slice(0, 3), ['1', '文化进村', '31']);
  }
});

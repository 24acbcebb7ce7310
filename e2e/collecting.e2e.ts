import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { openZip } from '../src/platform/documents/zip.ts';
import { photoWithPlace } from './support/files.ts';
import { fitsSideways } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** One round of collecting without log-ins, up to the merged table; the batch is discarded, so that the demo's figures stay as they are. */
test.describe.configure({ mode: 'serial' });

let page: Page;
const forms = new Map<string, Buffer>();
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
});
test.afterAll(() => page.close());

test('the office sees the period with its days, and downloads one form for each lead unit', async () => {
  await enter(page, 'yungang-office');
  await page.goto('/staff/140214/collection?year=2026&kind=ten-things&period=2026-05');
  await expect(page.getByRole('heading', { name: '收表', level: 1 })).toBeVisible();
  await expect(page.getByText('数据截至 2026年5月31日')).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载全部报送表' }).click()]);

  const zip = await openZip(await readFile(await download.path()));
  for (const name of zip.writtenNames) forms.set(name, (await zip.read(name))!);
  expect(forms.size).toBe(2);
  await page.screenshot({ path: `${process.env.LUOSHI_LOOK ?? 'test-results'}/period.png`, fullPage: true });
});

async function filled(bytes: Buffer, change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  change(book.worksheets[0]!);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('what came back is dropped at once, and every row says what it is before anything counts', async () => {
  const two = [...forms].find(([name]) => name.includes('人社局'))![1];
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffers = [
    await filled(two, (sheet) => {
      sheet.getCell('I5').value = '大约三十几处';
      sheet.getCell('E6').value = '3';
      sheet.getCell('L6').value = '正在实施';
      sheet.getCell('M6').value = '场地协调中，六月底前补上';
      sheet.getCell('C8').value = '演示甲';
    }),
  ];
  const files = buffers.map((buffer, i) => ({ name: `新建 XLSX 工作表 (${i + 1}).xlsx`, mimeType, buffer }));
  const photo = await photoWithPlace();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files, files[0]!, photo]);

  const remarks = page.getByRole('alert').filter({ hasText: '这一批里已经有了' });
  await expect(remarks).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('button', { name: /查看合并表/ })
    .first()
    .click();
  await expect(page.getByText('未报单位：')).toBeVisible();
  await expect(page.getByText('“本次数”栏：“大约三十几处”是约数或范围')).toBeVisible();
  await expect(page.getByText(/“目标”原为“.+”，被改为“3”，不采用这处改动/)).toBeVisible();
  await expect(page.getByText('新报').first()).toBeVisible();
  await expect(page.getByText('填报人：演示甲')).toBeVisible();
  await page.screenshot({ path: `${process.env.LUOSHI_LOOK ?? 'test-results'}/batch.png`, fullPage: true });
});

test('the merged table is read on a telephone too', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await fitsSideways(page);
  await page.screenshot({ path: `${process.env.LUOSHI_LOOK ?? 'test-results'}/batch-phone.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a discarded batch leaves no report behind', async () => {
  await page.getByRole('button', { name: '放弃这一批' }).click();
  await page.getByRole('button', { name: '确定', exact: true }).click();

  await expect(page.getByText(/这批表已放弃/)).toBeVisible();
});

test('a form of a higher level gets its places by clicking, and comes back filled from adopted figures', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附件');
  sheet.addRows([['民生实事进展统计表'], ['填报单位：', ''], ['序号', '项目名称', '年度目标', '已完成', '完成率'], [], []]);
  for (let column = 1; column <= 5; column++) sheet.getCell(4, column).border = { top: { style: 'thin' } };
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  await page.goto('/staff/140214/collection/templates');
  await page.locator('input[type=file]').setInputFiles({ name: '市表.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'B4 （空）' }).click();
  await page.getByRole('combobox', { name: '填什么' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '项目名称' }).first().click();
  await expect(page.getByText(/从第 4 行起逐行填/)).toBeVisible();
  await page.screenshot({ path: `${process.env.LUOSHI_LOOK ?? 'test-results'}/template.png`, fullPage: true });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存为第 1 版')).toBeVisible();
  await page.getByRole('button', { name: '全部套表' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '填好下载' }).click()]);

  const result = new ExcelJS.Workbook();
  await result.xlsx.load((await readFile(await download.path())) as never);
  const names = result.worksheets[0]!.getColumn(2).values.filter((it) => typeof it === 'string' && it.length > 0);
  expect(names.length).toBeGreaterThan(8);
});

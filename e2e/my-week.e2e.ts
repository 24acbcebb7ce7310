import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { PHONE, sidewaysScroll } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** My week of a liaison on a telephone: what is owed is the first thing seen, and is answered where it stands. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let server: OwnServer;
let phone: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/one-week.ts');
  phone = await workplace(browser, 'week-liaison', PHONE);
});
test.afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

async function workplace(browser: Browser, username: string, size = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url, ...size });
  await enter(page, username);
  return page;
}

const line = (page: Page, what: string) => page.getByRole('listitem').filter({ hasText: what });
const photo = (width: number) =>
  sharp({ create: { width, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();

test('after log-in a liaison sees what the post owes, the most urgent first', async () => {
  await expect(phone.getByRole('heading', { level: 1, name: '我的本周' })).toBeVisible();
  await expect(phone.locator('.duty-what b')).toHaveText([
    '完成节点“施工图批复”',
    '报第25周碰头',
    '完成节点“招标文件发出”',
    '认领任务“东街雨污分流”',
    '报送“更新村的供水管网”2026年6月的进展',
    '报送“改造雨污分流管网”2026年6月的进展',
  ]);
  await expect(line(phone, '施工图批复')).toContainText('逾期 3 天');
  await expect(line(phone, '招标文件发出')).toContainText('6月22日前');
  expect(await sidewaysScroll(phone)).toBe(0);
});

test('a task is claimed with one tap', async () => {
  await line(phone, '认领任务').getByRole('button', { name: '认领', exact: true }).tap();

  await expect(line(phone, '认领任务')).toHaveCount(0);
});

test('a milestone is finished with a photo, below its line', async () => {
  await line(phone, '招标文件发出').getByRole('button', { name: '报完成' }).tap();
  await expect(phone.getByText('请填日期').first()).toBeVisible();
  await phone.getByLabel('开工日期').fill('2026-06-15');
  await expect(phone.getByText('节点须附照片').first()).toBeVisible();
  const choosing = phone.waitForEvent('filechooser');
  await phone.getByRole('button', { name: '拍照' }).tap();
  await (await choosing).setFiles({ name: '批复.jpg', mimeType: 'image/jpeg', buffer: await photo(41) });
  await expect(phone.getByRole('img', { name: '批复.jpg' })).toBeVisible();
  expect(await sidewaysScroll(phone)).toBe(0);
  await phone.locator('.duty-panel').getByRole('button', { name: '报完成' }).tap();

  await expect(line(phone, '招标文件发出')).toHaveCount(0);
});

test('a report is filled in below its line and sent, and the line is gone', async () => {
  await line(phone, '供水管网').getByRole('button', { name: '填报' }).tap();
  await phone.getByLabel('完成了多少？').fill('3');
  await phone.getByText('年初到现在一共').tap();
  await phone.getByLabel('为什么慢了，怎样补上').fill('两村的管材晚到，7 月补齐');
  expect(await sidewaysScroll(phone)).toBe(0);
  await phone.getByRole('button', { name: '报送', exact: true }).tap();

  await expect(line(phone, '供水管网')).toHaveCount(0);
});

test('with the keyboard alone a line is opened and closed again', async () => {
  await phone.getByRole('button', { name: '填报' }).first().focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByLabel('完成了多少？')).toBeVisible();
  await phone.getByRole('button', { name: '收起' }).focus();
  await phone.keyboard.press('Enter');

  await expect(phone.getByLabel('完成了多少？')).toHaveCount(0);
});

test('a calendar address is shown once, opens without log-in and closes when it is revoked', async ({ playwright }) => {
  await phone.getByRole('button', { name: '提醒方式' }).tap();
  await phone.getByRole('button', { name: '订阅我的待办' }).tap();
  const address = (await phone.locator('.feed-address').textContent())!;
  expect(await sidewaysScroll(phone)).toBe(0);
  const visitor = await playwright.request.newContext();
  const book = await (await visitor.get(address)).text();
  await phone.reload();
  await expect(phone.getByText('2026年6月18日开')).toBeVisible();
  await expect(phone.locator('.feed-address')).toHaveCount(0);
  await phone.getByRole('button', { name: '作废' }).tap();
  await phone.getByRole('tooltip').getByRole('button', { name: '作废' }).tap();
  await expect(phone.getByText('2026年6月18日作废')).toBeVisible();

  expect(book).toContain('完成节点“施工图批复”');
  expect((await visitor.get(address)).status()).toBe(404);
  await visitor.dispose();
});

test('a test mail says in words why it did not go out', async () => {
  await phone.getByLabel('邮箱').fill('shuiwu@example.cn');
  await phone.getByRole('button', { name: '保存' }).tap();
  await expect(phone.getByText('已填 s***@e***.cn；要换就重新填写')).toBeVisible();
  await phone.getByRole('button', { name: '发一封测试邮件' }).tap();

  await expect(phone.getByText('没有配置邮件服务器，请运维人员按说明配置')).toBeVisible({ timeout: 30_000 });
});

test('the office sees what every unit owes, and what waits for itself above it', async ({ browser }) => {
  const office = await workplace(browser, 'week-office');

  await expect(line(office, '审核区水务局报送的 1 条进展')).toBeVisible();
  await office.getByText('区水务局', { exact: true }).click();
  await expect(line(office, '施工图批复')).toBeVisible();
  await office.close();
});

import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { type OwnServer, runAs, startOwnServer } from './support/own-server.ts';
import { downloadBy, sayMismatch } from './support/period-acts.ts';
import { sheetOf } from './support/returned-forms.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
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

const DISTRICT = '990003';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const seen = (page: Page, name: string) =>
  PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, animations: 'disabled' }) : null;
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
  await fitsSideways(phone);
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
  await fitsSideways(phone);
  await phone.locator('.duty-panel').getByRole('button', { name: '报完成' }).tap();

  await expect(line(phone, '招标文件发出')).toHaveCount(0);
});

test('a report is filled in below its line and sent, and the line is gone', async () => {
  await line(phone, '供水管网').getByRole('button', { name: '填报' }).tap();
  await phone.getByLabel('完成了多少？').fill('3');
  await phone.getByText('年初到现在一共').tap();
  await phone.getByLabel('为什么慢了，怎样补上').fill('两村的管材晚到，7 月补齐');
  await fitsSideways(phone);
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
  await fitsSideways(phone);
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

test('the office decides a plan and says what it found of a sample where they are asked for, on a telephone', async ({ browser }) => {
  const office = await workplace(browser, 'week-office', PHONE);
  type Waiting = { reports: { report: { id: string } }[]; promises: { id: string; object: string }[] };
  const read = async <Value>(path: string): Promise<Value> => (await office.request.get(`/api/${DISTRICT}${path}`)).json();
  const { reports, promises } = await read<Waiting>('/delivery/waiting?year=2026');
  const pipes = promises.find(({ object }) => object === '村的供水管网')!;
  await runAs(office, DISTRICT, 'delivery.adopt-report', { reportId: reports[0]!.report.id });
  await runAs(phone, DISTRICT, 'delivery.propose-trajectory', { promiseId: pipes.id, shape: { kind: 's-curve' } });
  const [list] = await read<{ id: string }[]>('/programme/programmes');
  await runAs(office, DISTRICT, 'delivery.draw-sample', { programmeId: list!.id, period: '2026-06', size: 1, byUnit: false });
  await office.reload();
  const plan = line(office, '审批区水务局报的 1 条计划');
  const sample = line(office, '核查2026年6月抽取的样本，还有 1 条');

  await plan.getByRole('button', { name: '审批' }).tap();
  await expect(plan.getByText('更新村的供水管网')).toBeVisible();
  await fitsSideways(office);
  await seen(office, 'week-plan-390');
  await plan.getByRole('button', { name: '批准并锁定' }).tap();
  await expect(plan).toHaveCount(0);

  await sample.getByRole('button', { name: '核查' }).tap();
  await expect(sample.getByText('更新村的供水管网')).toBeVisible();
  await fitsSideways(office);
  await seen(office, 'week-sample-390');
  await sample
    .locator('.duty-panel')
    .getByRole('button', { name: /核\s*查/ })
    .tap();
  await sayMismatch(office, '现场只见到两个村换了管');
  await expect(sample).toHaveCount(0);
  await office.close();
});

test('a unit fetches its form and hands it in where it is asked for; confirming what was read is owed next', async ({ browser }) => {
  const office = await workplace(browser, 'week-office');
  await runAs(office, DISTRICT, 'collection.set-calendar', { rhythm: 'half-month', dueDays: 5, source: '政府办通知' });
  await office.close();
  await phone.goto(`/staff/${DISTRICT}/my-week`);
  const owed = line(phone, '的报送表，还有');
  await owed.getByRole('button', { name: '交表' }).tap();
  const { bytes } = await downloadBy(phone, owed.getByRole('button', { name: '下载本单位报送表' }));
  const sheet = await sheetOf(bytes);
  sheet.getCell('I5').value = 4;
  await fitsSideways(phone);
  await seen(phone, 'week-form-390');
  const buffer = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await owed.locator('input[type=file]').setInputFiles({ name: '填好的表.xlsx', mimeType, buffer });

  await expect(phone.getByText('已收到；读到的数请', { exact: false })).toBeVisible({ timeout: 30_000 });
  await expect(line(phone, '确认').getByRole('link')).toBeVisible();
});

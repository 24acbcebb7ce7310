import { type Browser, expect, type Page, test } from '@playwright/test';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** One order from its issue to 销号: the office at a desk, the head of the unit on a telephone. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let server: OwnServer;
let office: Page;
let phone: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/one-order.ts');
  office = await workplace(browser, 'order-office', { viewport: { width: 1440, height: 900 } });
  phone = await workplace(browser, 'order-water', PHONE);
});
test.afterAll(async () => {
  await office?.close();
  await phone?.close();
  await server?.stop();
});

async function workplace(browser: Browser, username: string, size: object): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url, ...size });
  await enter(page, username);
  return page;
}

const PLACE = '/staff/990003';
const line = (page: Page, matter: string) => page.getByRole('listitem').filter({ hasText: matter });
const send = (page: Page, act: string) => page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
const attach = (page: Page) =>
  page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from(`${Math.random()}`) });

test('the register says what is late, and which slip it has', async () => {
  await office.goto(`${PLACE}/orders`);

  await expect(line(office, '清理北门排洪渠淤泥')).toContainText('红单');
  await expect(line(office, '清理北门排洪渠淤泥')).toContainText('逾期 17 天');
  await expect(line(office, '更换东街损坏井盖')).toContainText('申请销号');
});

test('one matter is not asked for twice: the sentence says where it stands', async () => {
  await office.getByRole('button', { name: '交办事项' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('清理北门排洪渠，淤泥');
  await dialog.getByRole('combobox', { name: '责任单位' }).fill('区水务局');
  await office.getByTitle('区水务局', { exact: false }).last().click();
  await dialog.getByRole('textbox').first().click();
  await send(office, '交办');

  await expect(dialog.getByRole('alert')).toContainText('同一事项不重复交办');
  await dialog.getByRole('button', { name: '取消' }).click();
});

test('the head of the unit signs for it on a telephone and says that it is done, with evidence', async () => {
  await phone.goto(`${PLACE}/orders`);
  await expect(line(phone, '更换东街损坏井盖')).toHaveCount(0);
  await line(phone, '报送上半年供水管网更新台账').getByRole('link').click();
  await phone.getByRole('button', { name: '签收', exact: true }).click();
  await send(phone, '签收');
  await expect(phone.getByRole('button', { name: '申请销号' })).toBeVisible();
  await fitsSideways(phone);

  await phone.getByRole('button', { name: '申请销号' }).click();
  await phone.getByRole('dialog').getByRole('textbox').fill('台账已报送，共12处。');
  await attach(phone);
  await expect(phone.getByRole('dialog').getByText('现场.txt')).toBeVisible();
  await send(phone, '申请销号');
  await expect(phone.getByText('这一步不由您的岗位办理')).toBeVisible();
});

test('another unit checks and settles it; only then it counts as finished', async () => {
  await office.goto(`${PLACE}/orders?show=office`);
  await line(office, '报送上半年供水管网更新台账').getByRole('link').click();
  await office.getByRole('button', { name: '材料核查' }).click();
  await send(office, '材料核查');
  await office.getByRole('button', { name: '办结销号' }).click();
  await send(office, '办结销号');

  await expect(office.getByText('已办结').first()).toBeVisible();
  await expect(office.locator('.course')).toContainText('办结，销号');
});

test('slips print on A4 and download as Word; every page of the stage fits a telephone', async ({ browser }) => {
  await office.goto(`${PLACE}/orders`);
  await line(office, '清理北门排洪渠淤泥').getByRole('link').click();
  const download = office.waitForEvent('download');
  await office.getByRole('button', { name: '下载 Word' }).nth(2).click();
  expect((await download).suggestedFilename()).toBe('督办单〔2026〕1号.docx');
  await office.getByRole('link', { name: '打印' }).nth(1).click();
  await expect(office.getByRole('heading', { name: '督办事项催办单' })).toBeVisible();

  const small = await workplace(browser, 'order-office', PHONE);
  for (const path of ['orders', 'orders/instructions', 'orders/measures', 'orders/revisits', 'settings/orders']) {
    await small.goto(`${PLACE}/${path}`);
    await expect(small.getByRole('heading', { level: 1 })).toBeVisible();
    await fitsSideways(small, path);
  }
  await small.close();
});

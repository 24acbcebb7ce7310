import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';
import { wireTo } from './support/wire.ts';

/** With LUOSHI_E2E_PICTURES=folder each state of the page is kept as a picture, on a telephone and on a wide screen. */
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const WIDE = { width: 1440, height: 900 };
const HOME = '/staff/140214';
const MEALS = '老年助餐（示例东村）';

test('meals are signed in without network, each once; what was tapped by mistake is taken back', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const wire = await wireTo(baseURL!);
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN', baseURL: wire.url });
  const phone = await context.newPage();
  phone.on('pageerror', (fault) => faults.push(`${phone.url()} ${fault.message}`));
  await enter(phone, 'yungang-weijian');
  await phone.goto(`${HOME}/records`);
  await phone.getByRole('article', { name: MEALS }).getByRole('button', { name: '签到' }).click();
  await expect(phone.getByText('先选名册和地方').first()).toBeVisible();
  await phone.getByLabel('名册').click();
  await phone.getByTitle('示例东村老年人', { exact: true }).click();
  await phone.getByLabel('地方').click();
  await phone.getByTitle('示例东村', { exact: true }).click();
  await expect(phone.getByText('先选餐次或场次')).toBeVisible();
  await look(phone, 'slot-asked');
  await phone.getByRole('radiogroup', { name: '餐次或场次' }).getByText('午餐').click();
  const person = (name: string) => phone.getByRole('button', { name: new RegExp(`^${name} `) });
  await expect(person('虚构老人5')).toBeVisible();
  await expect.poll(() => phone.evaluate(isKept), { timeout: 20_000 }).toBe(true);
  await wire.cut();
  await context.setOffline(true);
  await person('虚构老人5').click();
  await person('虚构老人6').click();
  await expect(phone.getByText('2 条待发')).toBeVisible();
  await look(phone, 'sign-in', false);
  await phone.reload();
  await expect(person('虚构老人5')).toContainText('已签');
  await expect(phone.getByText('2 条待发')).toBeVisible();
  await person('虚构老人7').click();
  await person('虚构老人9').click();
  await expect(phone.getByText('4 条待发')).toBeVisible();
  await person('虚构老人9').click();
  await expect(phone.getByText('这次签到还没有发出，撤销后不留记录。')).toBeVisible();
  await takeBack(phone);
  await expect(phone.getByText('3 条待发')).toBeVisible();
  await expect(person('虚构老人9')).toContainText('点这里签到');
  await look(phone, 'sign-in-reloaded-offline', false);
  await wire.mend();
  await context.setOffline(false);
  await expect(phone.getByText('没有待发的')).toBeVisible({ timeout: 30_000 });
  await expect(phone.getByText('已签 3 / 24 人')).toBeVisible();
  await expect(person('虚构老人5')).toContainText('已签');
  await phone.reload();
  await expect(person('虚构老人5')).toContainText('已签');
  await expect(phone.getByText('已签 3 / 24 人')).toBeVisible();
  await person('虚构老人7').click();
  await look(phone, 'take-back', false);
  await takeBack(phone);
  await expect(phone.getByText('已签 2 / 24 人')).toBeVisible();
  await expect(phone.getByRole('listitem').filter({ hasText: '虚构老人7 午餐' })).toContainText('已撤销（点错了人）');
  await look(phone, 'taken-back');
  await person('虚构老人7').click();
  await expect(phone.getByText('已签 3 / 24 人')).toBeVisible();
  await expect(phone.getByText('没有待发的')).toBeVisible();
  await phone.getByText('补录纸质签到表').click();
  await person('虚构老人8').click();
  await expect(phone.getByText('已签 4 / 24 人')).toBeVisible();
  await expect(phone.getByText('没有待发的')).toBeVisible();
  await phone.locator('input[type=date]').fill('2026-06-25');
  await expect(phone.getByText('2026-06-25 晚于今天 2026-06-18，还不能补录', { exact: false })).toBeVisible();
  await expect(person('虚构老人8')).toHaveCount(0);
  expect(faults).toEqual([]);
  await context.close();
  await wire.close();
});

const FAIRS = /招聘会/;
const TODAY = '2026-06-18';

test('who comes to a fair is signed in at the door, and the attendance is counted from it', async ({ browser }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const context = await browser.newContext({ locale: 'zh-CN', viewport: WIDE });
  const page = await context.newPage();
  page.on('pageerror', (fault) => faults.push(`${page.url()} ${fault.message}`));
  await enter(page, 'yungang-renshe');

  await test.step('a fair of today stands in the calendar', () => planFair(page));
  await test.step('its unit has to say which service it is', () => addKind(page));
  await test.step('visitors are signed in one after the other, with a paper and without', () => atTheDoor(page));
  await test.step('without network no papers are taken', async () => {
    await context.setOffline(true);
    await expect(page.getByRole('button', { name: '登记不在名册上的人' })).toBeDisabled();
    await page.getByRole('button', { name: '登记不在名册上的人' }).locator('..').click();
    await expect(page.getByText('证件号码不存在手机上', { exact: false })).toBeVisible();
    await look(page, 'door-offline');
    await context.setOffline(false);
  });
  await test.step('the attendance is that of the door', () => countedAtDoor(page));
  expect(faults).toEqual([]);
  await context.close();
});

async function openFairs(page: Page): Promise<void> {
  await page.goto(`${HOME}/records`);
  const figure = await page.getByRole('link', { name: FAIRS }).first().getAttribute('href');
  await page.goto(`${HOME}/records/entries?promise=${figure!.split('/').at(-1)}`);
  await expect(page.getByRole('heading', { name: '场次、工程量、资金' })).toBeVisible();
}

async function planFair(page: Page): Promise<void> {
  await openFairs(page);
  await page.getByRole('button', { name: '登记活动' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('计划', { exact: true }).click();
  await dialog.getByLabel('主办单位').fill('区人社局');
  await dialog.getByLabel('名称').fill('夏季招聘会');
  await dialog.getByLabel('日期').fill(TODAY);
  await dialog.getByLabel('地点').fill('示例广场');
  await dialog.locator('input[type=time]').first().fill('09:00');
  await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
  await page
    .getByRole('row', { name: /夏季招聘会/ })
    .getByRole('button', { name: /^签\s*到$/ })
    .click();
  await expect(page.getByText('本单位还没有可以签到的服务项目')).toBeVisible();
  await look(page, 'event-without-kind');
}

async function addKind(page: Page): Promise<void> {
  await page.goto(`${HOME}/records`);
  await page.getByRole('button', { name: '立服务项目' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('招聘会到场');
  await dialog.getByText('没有佐证编号的不认定').click();
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(page.getByRole('article', { name: '招聘会到场' })).toBeVisible();
}

async function atTheDoor(page: Page): Promise<void> {
  await openFairs(page);
  await page
    .getByRole('row', { name: /夏季招聘会/ })
    .getByRole('button', { name: /^签\s*到$/ })
    .click();
  await expect(page.getByText('09:00 夏季招聘会 示例广场')).toBeVisible();
  await page.getByLabel('地方').click();
  await page.getByTitle('示例东村', { exact: true }).click();
  await page.getByRole('button', { name: '登记不在名册上的人' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('虚构来客');
  await dialog.getByLabel('证件号码').fill('990001199005010011');
  await expect(dialog.getByText('校验位不符', { exact: false })).toBeVisible();
  await look(page, 'door');
  await dialog.getByLabel('证件号码').fill(fictionalIdentity(70, '1990-05-01', 'f'));
  await dialog.getByRole('button', { name: '登记并签到' }).click();
  await expect(page.getByText('虚*** 已签到，可以登记下一位')).toBeVisible();
  await dialog.getByLabel('姓名').fill('虚构无证');
  await dialog.getByText('没有证件', { exact: true }).click();
  await dialog.getByLabel('联系电话').fill('139 0000 0000');
  await dialog.getByRole('button', { name: '登记并签到' }).click();
  await expect(dialog.getByRole('alert')).toContainText('要填出生日期和联系电话');
  await dialog.locator('input[type=date]').fill('1950-01-02');
  for (const _ of [1, 2]) {
    await dialog.getByRole('button', { name: '登记并签到' }).click();
    await expect(dialog.getByLabel('姓名')).toHaveValue('');
    if (_ === 2) break;
    await dialog.getByRole('button', { name: /^取\s*消$/ }).click();
    await expect(page.getByText('本场活动到场 2 人', { exact: false })).toBeVisible();
    await look(page, 'event');
    await page.getByRole('button', { name: '登记不在名册上的人' }).click();
    await dialog.getByLabel('姓名').fill('虚构来客');
    await dialog.getByLabel('证件号码').fill(fictionalIdentity(71, '1990-05-01', 'f'));
  }
  await dialog.getByRole('button', { name: /^取\s*消$/ }).click();
  await expect(page.getByText('本场活动到场 3 人', { exact: false })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));
  expect(stored).not.toContain(fictionalIdentity(70, '1990-05-01', 'f'));
}

async function countedAtDoor(page: Page): Promise<void> {
  await openFairs(page);
  const row = page.getByRole('row', { name: /夏季招聘会/ });
  await expect(row).toContainText('3 人签到');
  await row.getByRole('button', { name: '登记结果' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('参加人数')).toBeDisabled();
  await expect(dialog.getByText('由签到计出，不用填')).toBeVisible();
  await look(page, 'event-result');
  await dialog.getByRole('button', { name: /^登记结果$/ }).click();
  await expect(row.filter({ hasText: '已办' })).toContainText('3 人签到');
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '撤销签到' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Whether the browser holds the page and what it read, and a worker that answers with them. */
async function isKept(): Promise<boolean> {
  const worker = (await navigator.serviceWorker.getRegistrations())[0]?.active;
  const kept = await (await caches.open('luoshi-sign-in')).keys();
  return worker?.state === 'activated' && kept.some(({ url }) => url.includes('sign-in-list'));
}

async function look(page: Page, name: string, both = true): Promise<void> {
  const before = page.viewportSize();
  for (const size of both ? [WIDE, PHONE.viewport] : [before!]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150);
    await fitsSideways(page, `${name} at ${size.width}`);
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `sign-in-${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before!);
}

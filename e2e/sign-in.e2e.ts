import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { PHONE, sidewaysScroll } from './support/screen.ts';
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
  await phone.getByLabel('地方').click();
  await phone.getByTitle('示例东村', { exact: true }).click();
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
    expect(await sidewaysScroll(page), `${name} at ${size.width}`).toBeLessThanOrEqual(0);
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `sign-in-${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before!);
}

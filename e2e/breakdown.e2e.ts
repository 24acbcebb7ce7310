import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** With LUOSHI_E2E_PICTURES=folder every room of the story is kept as a picture, on a telephone and on a wide screen. */
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const WIDE = { width: 1440, height: 900 };
const HOME = '/staff/140214';

test('a project is broken down, its unit claims on a telephone, and the sites say how far it is', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(`${page.url()} ${fault.message}`));
  await enter(page, 'yungang-office');

  await test.step('the office sets up a task', () => setUpTask(page));

  await test.step('the unit claims it in one tap', () => claim(browser));

  await test.step('the first answer stands before any plan', () => answerFirst(page));

  await test.step('sites and steps', () => stepSites(page));
  expect(faults).toEqual([]);
});

async function setUpTask(page: Page): Promise<void> {
  await page.goto(`${HOME}/breakdown`);
  await look(page, 'breakdown-empty');
  await page.locator('section.breakdown-project', { hasText: '家门口就业服务' }).getByRole('button', { name: '登记任务' }).click();
  await page.getByLabel('任务名称').fill('春季专场招聘会');
  await page.getByLabel('任务内容').fill('组织企业不少于三十家，提供岗位不少于八百个');
  await page.getByLabel('市级').fill('12.5');
  await page.getByLabel('区级').fill('7.5');
  await page.getByLabel('二季度目标').fill('举办四场');
  await look(page, 'task-form', false);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('合计 20 万元')).toBeVisible();
  await expect(page.getByText('○ 待认领')).toBeVisible();
  await look(page, 'breakdown');
}

async function claim(browser: Browser): Promise<void> {
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN' });
  const phone = await context.newPage();
  await enter(phone, 'yungang-renshe');
  await phone.goto(`${HOME}/breakdown`);
  await phone.getByRole('button', { name: '认领', exact: true }).click();
  await expect(phone.getByText('◆ 已认领')).toBeVisible();
  await look(phone, 'breakdown-claimed');
  await context.close();
}

async function answerFirst(page: Page): Promise<void> {
  await page.goto(`${HOME}/breakdown/first-answer`);
  await expect(page.locator('.first-answer .big')).toContainText('最迟');
  await look(page, 'first-answer');
  await page.getByRole('button', { name: '打开排期' }).or(page.getByText('这件实事还没有任务')).first().waitFor();
  await page.getByLabel('实事').click();
  await page.getByTitle('9 家门口就业服务').click();
  await page.getByRole('button', { name: '套用到任务' }).click();
  await expect(page.getByRole('button', { name: '打开排期' })).toBeVisible();
  await page.goto(`${HOME}/settings/templates`);
  await expect(page.getByText('《招标投标法》第二十四条').first()).toBeVisible();
  await look(page, 'templates');
}

async function stepSites(page: Page): Promise<void> {
  await page.goto(`${HOME}/sites/steps`);
  await look(page, 'steps-empty');
  for (const name of ['甲村', '乙村']) {
    await page.goto(`${HOME}/sites`);
    await page.getByRole('button', { name: '登记点位' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill(name);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('cell', { name, exact: true }).first()).toBeVisible();
  }
  await page.goto(`${HOME}/sites/steps`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '排定步骤' }).click();
  const [names, weights] = [page.getByLabel('步骤名称'), page.getByLabel('权重（分）')];
  for (const [i, [name, weight]] of [
    ['管网铺设', '40'],
    ['路面恢复', '40'],
    ['水质检测报告', '20'],
  ].entries()) {
    await names.nth(i).fill(name!);
    await weights.nth(i).fill(weight!);
  }
  await look(page, 'step-plan', false);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('0 ÷ 200 分')).toBeVisible();
  await page.getByRole('row', { name: /甲村/ }).getByRole('button').first().click();
  await page.locator('input[type=file][multiple]').setInputFiles({ name: '管网.png', mimeType: 'image/png', buffer: await picture(page) });
  await expect(page.getByAltText('管网.png')).toBeVisible();
  await look(page, 'step-dialog', false);
  await page.getByRole('button', { name: '登记完成' }).click();
  await expect(page.getByText('40 ÷ 200 分')).toBeVisible();
  await look(page, 'step-matrix');
}

async function picture(page: Page): Promise<Buffer> {
  return page.getByRole('heading', { level: 1 }).first().screenshot();
}

/** Fits a telephone, and is kept as a picture where asked for. */
async function look(page: Page, name: string, isWhole = true): Promise<void> {
  const before = page.viewportSize()!;
  for (const size of [PHONE.viewport, WIDE]) {
    await page.setViewportSize(size);
    await expect(page.getByText('正在读取…')).toHaveCount(0);
    await fitsSideways(page, name);
    if (PICTURES)
      await page.screenshot({ path: path.join(PICTURES, `${size.width}-${name}.png`), fullPage: isWhole, animations: 'disabled' });
  }
  await page.setViewportSize(before);
}

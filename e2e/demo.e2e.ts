import { expect, type Page, test } from '@playwright/test';
import { fitsSideways } from './support/screen.ts';

/** What a citizen reads of the demo's districts right after the first start, without an account and without a script. */
const BOARD = '/140214/2026';
const PAGES = [
  '/',
  '/140214',
  BOARD,
  `${BOARD}/8`,
  `${BOARD}/editions`,
  '/140214/how',
  '/140213/2025',
  '/140213/2026',
  `/big${BOARD}`,
  `/en${BOARD}`,
];

const faults: string[] = [];
test.beforeEach(({ page }) => {
  faults.length = 0;
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (fault) => faults.push(fault.message));
});
test.afterEach(() => expect(faults).toEqual([]));

const row = (page: Page, no: number) => page.locator(`#p${no}`);

test('the board says in one sentence where the ten things stand', async ({ page }) => {
  await page.goto(BOARD);

  await expect(page.locator('.counts')).toHaveText('10 件实事0 件已完成4 件严重滞后6 件无数据截至 6月18日');
  await expect(page.getByRole('note').first()).toHaveText('演示：依公开报道推算，非该区官方结论 · 演示日期 2026年6月18日');
});

test('rows 5, 7, 8 and 10 are far behind, the others have no data, and each says why', async ({ page }) => {
  await page.goto(BOARD);

  for (const no of [5, 7, 8, 10]) await expect(row(page, no)).toContainText('严重滞后');
  for (const no of [1, 2, 3, 4, 6, 9]) await expect(row(page, no)).not.toContainText('严重滞后');
  await expect(row(page, 8)).toContainText('0 / 70 场');
  await expect(row(page, 8)).toContainText('由阶段推得');
  await expect(row(page, 8)).toContainText('按默认直线推算（单位未报计划）');
  await expect(row(page, 9)).toContainText('8 / 15 场');
});

test('the water project keeps the 60 % that was reported, which counts nothing: no data, and grey', async ({ page }) => {
  await page.goto(BOARD);
  await expect(row(page, 3)).toContainText('无数据');
  await expect(row(page, 3)).not.toContainText('6 / 10');

  await page.goto(`${BOARD}/3`);
  await expect(page.getByRole('main')).toContainText('60%');
  await expect(page.getByRole('main')).toContainText('无数据');
});

test('a bar carries two marks: what is done, and where the plan expects it', async ({ page }) => {
  await page.goto(BOARD);

  await expect(row(page, 9).getByRole('img', { name: '完成 8 场（53.3%），按计划应为 6.9 场（46.3%）' })).toBeVisible();
});

test('how a light is computed is one click away', async ({ page }) => {
  await page.goto(BOARD);
  await page.getByRole('main').getByRole('link', { name: '怎样计算' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('怎样');
});

test('from the board one reads on to the project and to what its figure counts', async ({ page }) => {
  await page.goto(BOARD);
  await row(page, 9).getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(page.getByText('清单原文')).toBeVisible();
  await expect(page.getByText('没办好？打 12345，报代码 P-2026-09')).toBeVisible();
  await page.getByRole('link', { name: '这个数字怎么来的' }).first().click();

  await expect(page.getByText('分子（已完成）')).toBeVisible();
});

test('the board is there as a table, as data and as a feed', async ({ request }) => {
  const csv = await request.get(`${BOARD}/board.csv`);
  const json = await request.get(`${BOARD}/board.json`);
  const feed = await request.get(`${BOARD}/feed.atom`);

  expect([...(await csv.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(JSON.stringify(await json.json())).toContain('"red"');
  expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
});

test('large type and English are the same board', async ({ page }) => {
  await page.goto(BOARD);
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  const usual = await size();
  await page.getByRole('link', { name: '大字版' }).click();
  await expect.poll(size).toBeGreaterThan(usual * 1.2);
  await page.getByRole('link', { name: 'EN', exact: true }).click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.counts')).toContainText('4 far behind');
});

test('the first tab leads past the navigation, and every link can be reached with the keyboard', async ({ page }) => {
  await page.goto(BOARD);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');

  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('no public page needs a script, and each fits a window of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of PAGES)
    await test.step(path, async () => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await expect(page.locator('script')).toHaveCount(0);
      await fitsSideways(page);
    });
});

test('on paper the board keeps its figures and leaves out what cannot be clicked', async ({ page }) => {
  await page.goto(BOARD);
  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(row(page, 8)).toContainText('0 / 70 场');
  await expect(page.getByRole('note').first()).toBeVisible();
});

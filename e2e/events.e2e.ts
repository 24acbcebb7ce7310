import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { photoWithPlace } from './support/files.ts';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { bringOut } from './support/publish.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const WIDE = { width: 1440, height: 900 };
const HOME = '/staff/140214';
const FAIRS = /举办专场招聘会/;

/** The fairs are switched over to be counted for good, and another story reports one by hand. */
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/the-demo.ts');
});
test.afterAll(() => server?.stop());

test('a fair is planned, held with a picture, counted, and published with the calendar ahead; works carry pictures and acceptance', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const office = await somebody(browser, 'yungang-office');
  const liaison = await somebody(browser, 'yungang-renshe');

  await test.step('the office says what the promise counts', () => define(office));

  await test.step('the unit plans two fairs and reports one of them', () => planAndReport(liaison));

  await test.step('the counted figure stands on the board, and typing is refused', () => switchOver(office));

  await test.step('a quantity of works is entered with pictures of before and after, and accepted', () => enterWorks(office));

  await test.step('a ratio of two sums is refused until both periods are known', () => payRatio(office));

  await test.step('a family is visited, and what it needs is written down', () => visit(liaison));

  await test.step('the edition carries the counted figure and the calendar ahead', () => publish(browser, office));
});

async function somebody(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN', baseURL: server.url })).newPage();
  await enter(page, name);
  return page;
}

async function define(office: Page): Promise<void> {
  await office.goto(`${HOME}/records`);
  await office.getByRole('row', { name: FAIRS }).getByRole('button', { name: '定口径' }).click();
  const dialog = office.getByRole('dialog');
  await choose(office, dialog.getByLabel('数哪一类记录'), '场次');
  await choose(office, dialog.getByLabel('活动类别'), '招聘会');
  await dialog.getByLabel('依据').fill('办一场计一场，专题会议同意');
  await look(office, 'define');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(office.getByTestId('counted')).toHaveText('0');
}

async function choose(page: Page, field: ReturnType<Page['getByLabel']>, option: string): Promise<void> {
  await field.click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

async function openEntries(page: Page): Promise<void> {
  await page.goto(`${HOME}/records`);
  await page.getByRole('link', { name: FAIRS }).click();
  await page.getByRole('link', { name: /打开登记/ }).click();
  await expect(page.getByRole('heading', { name: '场次、工程量、资金' })).toBeVisible();
}

async function plan(liaison: Page, title: string, on: string): Promise<void> {
  await liaison.getByRole('button', { name: '登记活动' }).click();
  const dialog = liaison.getByRole('dialog');
  await dialog.getByText('计划', { exact: true }).click();
  await dialog.getByLabel('主办单位').fill('区人社局');
  await dialog.getByLabel('名称').fill(title);
  await dialog.getByLabel('日期').fill(on);
  await dialog.getByLabel('地点').fill('示例广场');
  await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
  await expect(liaison.getByRole('cell', { name: title })).toBeVisible();
}

async function planAndReport(liaison: Page): Promise<void> {
  await openEntries(liaison);
  await plan(liaison, '夏季招聘会', '2026-06-18');
  await plan(liaison, '高校毕业生招聘会', '2026-06-27');
  await look(liaison, 'planned');
  await liaison
    .getByRole('row', { name: /夏季招聘会/ })
    .getByRole('button', { name: '登记结果' })
    .click();
  const dialog = liaison.getByRole('dialog');
  await dialog.getByLabel('参加人数').fill('260');
  await addPhoto(liaison, 0);
  await dialog.getByRole('button', { name: /^登记结果$/ }).click();
  await expect(liaison.getByText('由 1 条登记数得 1场', { exact: false })).toBeVisible();
  await look(liaison, 'held');
}

/** The first field of pictures, or the one from before the works. */
async function addPhoto(page: Page, at: number): Promise<void> {
  const buttons = page.getByRole('dialog').getByRole('button', { name: '从相册选' });
  const choosing = page.waitForEvent('filechooser');
  await (at === 0 ? buttons.first() : buttons.last()).click();
  await (await choosing).setFiles(await photoWithPlace(at === 0 ? '#7a8b6c' : '#6c7a8b'));
  await expect(page.getByRole('dialog').locator('.files img')).toHaveCount(at + 1);
}

async function switchOver(office: Page): Promise<void> {
  await office.goto(`${HOME}/records`);
  await office.getByRole('link', { name: FAIRS }).click();
  await expect(office.getByTestId('counted')).toHaveText('1');
  await office.getByRole('button', { name: '打开承诺页' }).click();
  await office.getByRole('button', { name: '改为由实绩计数' }).click();
  await office.getByRole('dialog').getByRole('textbox').fill('今后办一场登一场');
  await office.getByRole('dialog').getByRole('button', { name: '改为由实绩计数' }).click();
  await expect(office.getByText('由实绩计数：数字由登记的记录计出', { exact: false })).toBeVisible();
  await office.goto(`${office.url()}/report`);
  await expect(office.getByLabel('完成了多少？')).toHaveCount(0);
}

async function enterWorks(office: Page): Promise<void> {
  await office.goto(`${HOME}/records/entries`);
  await office.getByRole('button', { name: '登记工程量' }).click();
  const dialog = office.getByRole('dialog');
  for (const [label, text] of [
    ['工程内容', '铺设雨污管'],
    ['数量', '120.5'],
    ['单位', '米'],
    ['验收单位', '区住建局'],
    ['验收日期', '2026-06-17'],
    ['名称', '示例路雨污分流'],
    ['地点', '示例路'],
  ] as const)
    await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByLabel('日期', { exact: true }).fill('2026-06-16');
  await addPhoto(office, 0);
  await addPhoto(office, 1);
  await dialog.getByLabel('数量', { exact: true }).fill('-3');
  await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('“-3”不是数');
  await expect(dialog.getByLabel('数量', { exact: true })).toHaveValue('-3');
  await dialog.getByLabel('数量', { exact: true }).fill('120.5');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
  await office
    .getByRole('row', { name: /示例路雨污分流/ })
    .getByRole('button', { name: /^照\s*片$/ })
    .click();
  const pictures = office.getByRole('dialog');
  await expect(pictures.getByRole('img', { name: '施工前照片 1' })).toBeVisible();
  await expect(pictures.getByRole('img', { name: '完工后照片 1' })).toBeVisible();
  await expect(pictures.getByText('验收单位：区住建局 2026-06-17')).toBeVisible();
  await look(office, 'works');
}

type Paid = {
  readonly kind?: string;
  readonly amount: string;
  readonly title: string;
  readonly period?: readonly [from: string, to: string];
  readonly isProven?: boolean;
};

async function pay(office: Page, { kind, amount, title, period, isProven = true }: Paid): Promise<void> {
  await office.getByRole('button', { name: '登记资金' }).click();
  const dialog = office.getByRole('dialog');
  if (kind !== undefined) await choose(office, dialog.getByLabel('资金类别'), kind);
  await dialog.getByLabel('金额（元）').fill(amount);
  await dialog.getByLabel('名称', { exact: true }).fill(title);
  if (period !== undefined) await fillPeriod(office, period);
  if (isProven) await addPhoto(office, 0);
  await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
  await expect(office.getByRole('row', { name: new RegExp(title) })).toBeVisible();
}

async function fillPeriod(office: Page, [from, to]: readonly [from: string, to: string]): Promise<void> {
  await office.getByRole('dialog').getByLabel('所属期起').fill(from);
  await office.getByRole('dialog').getByLabel('所属期止').fill(to);
}

async function payRatio(office: Page): Promise<void> {
  await office.keyboard.press('Escape');
  await expect(office.getByRole('dialog')).toHaveCount(0);
  const half = ['2026-01-01', '2026-05-31'] as const;
  await pay(office, { amount: '200000', title: '示例保费' });
  await pay(office, { kind: '赔付', amount: '50000', title: '示例赔付', period: half, isProven: false });
  const section = office.locator('section.section', { hasText: '资金比率' });
  await expect(section.getByRole('status')).toContainText('赔付有 1 笔没有凭证');
  await correct(office, /示例赔付/, '补凭证', () => addPhoto(office, 0));
  await expect(section.getByRole('status')).toContainText('所属期');
  await look(office, 'ratio-refused');
  await correct(office, /示例保费/, '补写所属期', () => fillPeriod(office, half));
  await expect(section).toContainText('50,000 元 ÷ 200,000 元 = 25.0%');
  await look(office, 'ratio');
}

async function correct(office: Page, row: RegExp, reason: string, change: () => Promise<void>): Promise<void> {
  const act = { name: /^更\s*正$/ };
  await office.getByRole('row', { name: row }).getByRole('button', act).click();
  await change();
  await office.getByRole('dialog').getByLabel('更正的理由').fill(reason);
  await office.getByRole('dialog').getByRole('button', act).click();
  await expect(office.getByRole('dialog')).toHaveCount(0);
}

/** What a family needs is sealed, and stays in no storage of the browser. */
async function visit(liaison: Page): Promise<void> {
  await openEntries(liaison);
  await liaison.getByRole('button', { name: '走访困难家庭' }).click();
  await liaison.getByRole('button', { name: '登记走访' }).click();
  const dialog = liaison.getByRole('dialog');
  await dialog.getByLabel('家庭').fill('台账第12号');
  await dialog.getByRole('button', { name: '再加一项需求' }).click();
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('有一项需求没有写内容');
  await dialog.getByLabel('需求', { exact: true }).fill('示例轮椅一部');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await look(liaison, 'visit');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(liaison.getByRole('button', { name: '登记走访' })).toBeFocused();
  await expect(liaison.getByText('走访 1 次，1 户，办结需求 0 项')).toBeVisible();
  const stored = await liaison.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));
  expect(stored).not.toContain('示例轮椅');
  await look(liaison, 'visits');
}

async function publish(browser: Browser, office: Page): Promise<void> {
  const leader = await somebody(browser, 'yungang-leader');
  await bringOut(office, leader, { district: '140214' });
  const citizen = await (await browser.newContext({ locale: 'zh-CN', baseURL: server.url })).newPage();
  await citizen.goto('/140214/2026/events');
  await expect(citizen.getByText('高校毕业生招聘会')).toBeVisible();
  await look(citizen, 'calendar');
  const calendar = await citizen.request.get((await citizen.getByRole('link', { name: '加入手机日历' }).getAttribute('href'))!);
  const text = await calendar.text();
  expect(text).toContain('高校毕业生招聘会');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(await citizen.locator('ul.areas > li').count());
  expect(text).not.toContain('期限');
  await citizen.goto('/140214/2026');
  await citizen.getByRole('link', { name: FAIRS }).first().click();
  await citizen.locator('section.plan', { hasText: '专场招聘会' }).getByRole('link', { name: '这个数字怎么来的' }).click();
  await expect(citizen.getByText('由登记的实绩计数', { exact: true })).toBeVisible();
  await expect(citizen.getByRole('rowheader', { name: '2026年6月' })).toBeVisible();
  await look(citizen, 'public');
}

async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of [WIDE, PHONE.viewport]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150);
    await fitsSideways(page, `${name} at ${size.width}`);
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `events-${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before!);
}

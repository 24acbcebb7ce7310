import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { PHONE, sidewaysScroll } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** A made-up congress votes electronically: keys of three trustees, slips, a challenge, a dropped network, the count, and everybody's verification. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const DISTRICT = '990003';
const PHRASE = '只有我自己才记得的口令';
const TRUSTEES = ['总监票人', '主席团代表', '公证员'];
const MARKS = ['口袋公园', '农村供水', '停车泊位', '老年助餐', '校园照明', '便民市场', '农村公路', '健身步道', '社区诊室', '充电车棚'];
let server: OwnServer;
let folder: string;
let office: Page;
const trustees: Page[] = [];
let slips: readonly string[];
let address: string;
let archive: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-vote-'));
  server = await startOwnServer('e2e/support/voting-session.ts');
  office = await workplace(browser, 'vote-office');
  for (const name of ['vote-first', 'vote-second', 'vote-third']) trustees.push(await workplace(browser, name));
});
test.afterAll(async () => {
  for (const page of [office, ...trustees]) await page?.context().close();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function workplace(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, acceptDownloads: true });
  const page = await context.newPage();
  await enter(page, username);
  return page;
}

const keyFile = (i: number) => path.join(folder, `key-${i}.json`);
const open = (page: Page, screen: string) => page.goto(`/staff/${DISTRICT}/${screen}`);

async function shot(page: Page, name: string): Promise<void> {
  const place = process.env.LUOSHI_E2E_PICTURES;
  if (place === undefined) return;
  fs.mkdirSync(place, { recursive: true });
  await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
}

async function withKey(i: number, act: string): Promise<void> {
  const page = trustees[i]!;
  await open(page, 'trustee');
  await page.locator('input[type=file]').setInputFiles(keyFile(i));
  await page.getByLabel('口令').fill(PHRASE);
  await page.getByRole('button', { name: act }).click();
  await expect(page.getByRole('button', { name: act })).toHaveCount(0, { timeout: 60_000 });
}

test('the office sets up a box with three trustees, any two of whom can open it', async () => {
  await open(office, 'ballot-box');
  await office.getByRole('textbox', { name: /受托人（每行/ }).fill(TRUSTEES.join('\n'));
  await office.getByRole('button', { name: '设立票箱' }).click();
  await expect(office.getByText('受托人生成密钥').first()).toBeVisible();
  await shot(office, 'box-keys-1440');
});

test('each trustee makes the own key in the own browser, and no key reaches the server', async () => {
  for (const [i, page] of trustees.entries()) {
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(request.postData() ?? ''));
    await open(page, 'trustee');
    await page.getByRole('main').getByRole('button', { name: TRUSTEES[i]!, exact: true }).click();
    await page.getByLabel('口令（至少 10 个字符）').fill(PHRASE);
    await page.getByLabel('再输一次口令').fill(PHRASE);
    if (i === 0) await shot(page, 'trustee-make-1440');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成密钥并下载密钥文件' }).click();
    await (await saved).saveAs(keyFile(i));
    await expect(page.getByText(/请等待：|分发份额/).first()).toBeVisible({ timeout: 60_000 });
    expect(sent.some((text) => text.includes(PHRASE))).toBe(false);
  }
  const opened = JSON.parse(fs.readFileSync(keyFile(0), 'utf8'));
  expect(Object.keys(opened)).toEqual(['format', 'election', 'position', 'title', 'rounds', 'salt', 'iv', 'sealed']);
});

test('a wrong passphrase, or the file of another, is told and nothing is sent', async () => {
  const page = trustees[0]!;
  await open(page, 'trustee');
  await page.locator('input[type=file]').setInputFiles(keyFile(0));
  await page.getByLabel('口令').fill('不是这一个口令');
  await page.getByRole('button', { name: '分发份额' }).click();
  await expect(page.getByText('口令不对，或者文件被改动过')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(keyFile(1));
  await page.getByRole('button', { name: '分发份额' }).click();
  await expect(page.getByText('这份密钥文件属于另一场投票或另一个位置')).toBeVisible();
});

test('the trustees hand out their shares and confirm their keys', async () => {
  for (const i of [0, 1, 2]) await withKey(i, '分发份额');
  for (const i of [0, 1, 2]) await withKey(i, '确认公钥');
});

test('the office makes slips on its own computer and opens the vote for the deputies who are here', async () => {
  await open(office, 'ballot-box');
  const saved = office.waitForEvent('download');
  await office.getByRole('button', { name: '生成并下载凭证条' }).click();
  const file = path.join(folder, 'slips.html');
  await (await saved).saveAs(file);
  const page = fs.readFileSync(file, 'utf8');
  slips = [...page.matchAll(/<p class="code">([^<]+)<\/p>/g)].map((it) => it[1]!);
  expect([slips.length, new Set(slips).size, /代表\d|第 ?\d+ ?号/.test(page)]).toEqual([231, 231, false]);
  await office.getByLabel('已发出的凭证条数').fill('210');
  await office.getByRole('button', { name: '宣布开始投票' }).click();
  await expect(office.getByText('投票期间不显示张数')).toBeVisible();
  address = (await office.getByRole('link', { name: /\/vote\// }).getAttribute('href'))!;
  await shot(office, 'box-open-1440');
});

test('a deputy marks ten of twelve on the telephone, challenges a ballot, loses the network, and casts once', async ({ browser }) => {
  const context = await browser.newContext({ ...PHONE, baseURL: server.url });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    'console',
    (message) => message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED/.test(message.text()) && faults.push(message.text()),
  );
  await page.goto(`${address}#${slips[0]!.replace(/.$/, (sign) => (sign === '1' ? '2' : '1'))}`);
  await page.getByRole('button', { name: '进入选票' }).click();
  await expect(page.getByText('凭证有输错的字符')).toBeVisible();
  await page.getByLabel('投票凭证').fill(slips[0]!);
  await shot(page, 'vote-credential-390');
  await page.getByRole('button', { name: '进入选票' }).click();
  for (const name of MARKS) await page.getByLabel(name).check();
  await page.getByLabel('公厕改造').click();
  await expect(page.getByText('最多选 10 项')).toBeVisible();
  await expect(page.getByText('已选 10 / 最多 10')).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  await shot(page, 'vote-marks-390');
  await page.getByRole('button', { name: '核对选择' }).click();
  await shot(page, 'vote-review-390');
  await context.setOffline(true);
  const from = Date.now();
  await page.getByRole('button', { name: '加密选票' }).click();
  await expect(page.getByText('选票已加密，尚未投出')).toBeVisible({ timeout: 30_000 });
  test.info().annotations.push({ type: 'one ballot made in the browser', description: `${Date.now() - from} ms` });
  await shot(page, 'vote-sealed-390');
  await context.setOffline(false);
  const challenged = await page.locator('.tracker').textContent();
  await page.getByRole('button', { name: '抽查这一张' }).click();
  await expect(page.getByText('抽查相符')).toBeVisible({ timeout: 30_000 });
  const record = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存抽查记录' }).click();
  await (await record).saveAs(path.join(folder, 'challenge.json'));
  await shot(page, 'vote-challenge-390');
  await page.getByRole('button', { name: '重新加密一张' }).click();
  await expect(page.getByText('选票已加密，尚未投出')).toBeVisible({ timeout: 30_000 });
  const tracker = await page.locator('.tracker').textContent();
  expect(tracker).not.toBe(challenged);

  await context.setOffline(true);
  await page.getByRole('button', { name: '投出选票' }).click();
  await expect(page.getByText('尚未记录')).toBeVisible({ timeout: 30_000 });
  await shot(page, 'vote-not-recorded-390');
  await context.setOffline(false);
  await expect(page.getByText('✓ 已记录')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.tracker')).toHaveText(tracker!);
  await page.getByRole('button', { name: '到票箱查验' }).click();
  await expect(page.getByText('票箱中有这张选票')).toBeVisible();
  await shot(page, 'vote-recorded-390');
  await page.reload();
  await expect(page.getByText('✓ 已记录')).toBeVisible();
  expect(faults).toEqual([]);
  fs.writeFileSync(path.join(folder, 'tracker'), tracker!.replace(/ /g, ''));
  await context.close();
});

test('the same slip votes no second time, and another deputy abstains', async ({ browser }) => {
  for (const [slip, said] of [
    [slips[0]!, '这个凭证已经投过一张票'],
    [slips[1]!, '✓ 已记录'],
  ] as const) {
    const context = await browser.newContext({ ...PHONE, baseURL: server.url });
    const page = await context.newPage();
    await page.goto(`${address}#${slip}`);
    await page.getByRole('button', { name: '进入选票' }).click();
    await page.getByLabel('弃权（一项也不选）').check();
    await page.getByRole('button', { name: '核对选择' }).click();
    await page.getByRole('button', { name: '加密选票' }).click();
    await page.getByRole('button', { name: '投出选票' }).click({ timeout: 30_000 });
    await expect(page.getByText(said)).toBeVisible({ timeout: 30_000 });
    await context.close();
  }
});

test('two of the three trustees open the sum, and the office counts', async () => {
  await open(office, 'ballot-box');
  await office.getByRole('button', { name: '截止投票' }).click();
  await expect(office.getByText('票箱里有 2 张票')).toBeVisible({ timeout: 30_000 });
  for (const i of [0, 2]) await withKey(i, '解密总数');
  await open(office, 'ballot-box');
  await office.getByRole('button', { name: '开票' }).click();
  await expect(office.getByText('电子票计票结果')).toBeVisible({ timeout: 30_000 });
  await expect(office.getByText('弃权（空白）1 张')).toBeVisible();
  await shot(office, 'box-counted-1440');
  const saved = office.waitForEvent('download');
  await office.getByRole('button', { name: '下载存档' }).click();
  const download = await saved;
  archive = path.join(folder, download.suggestedFilename());
  await download.saveAs(archive);
});

test('the archive verifies on our page without an account and without network, by our command, and by the reference tool where it is installed', async ({
  browser,
}) => {
  const context = await browser.newContext({ ...PHONE, baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/verify');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('不是存档') });
  await expect(page.getByText('这个文件不是表决存档')).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[type=file]').setInputFiles(archive);
  await expect(page.getByText('全部检查通过')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('✓ 通过')).toHaveCount(11);
  await page.getByLabel(/输入您的查验码/).fill(fs.readFileSync(path.join(folder, 'tracker'), 'utf8'));
  await expect(page.getByText('存档里有这张选票，并已计入')).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  await shot(page, 'verify-390');
  await page.locator('input[type=file]').setInputFiles(path.join(folder, 'challenge.json'));
  await expect(page.getByText('抽查相符')).toBeVisible({ timeout: 30_000 });
  const bad = fs.readFileSync(archive);
  bad[bad.length - 600] = bad[bad.length - 600]! ^ 1;
  await page.locator('input[type=file]').setInputFiles({ name: 'bad.bel', mimeType: 'application/x-tar', buffer: bad });
  await expect(page.getByText('有检查没有通过')).toBeVisible({ timeout: 60_000 });
  await context.close();

  const told = JSON.parse(execFileSync(process.execPath, ['src/main.ts', 'ballot', 'verify', archive, '--json'], { encoding: 'utf8' }));
  expect([told.ok, told.result]).toEqual([true, [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]]]);
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return;
  const alone = fs.mkdtempSync(path.join(folder, 'alone-'));
  fs.copyFileSync(archive, path.join(alone, path.basename(archive)));
  const other = spawnSync('belenios-tool', ['election', 'verify', '--dir', alone], { encoding: 'utf8' });
  expect(other.stderr + other.stdout).toContain('all checks passed');
});

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { castFromElsewhere, ELECTRONIC, MARKS, NAMES, PAPER_BUNDLES, PAPERS, SLIPS, TOGETHER } from './support/electronic-figures.ts';
import { type OwnServer, runAs, startOwnServer } from './support/own-server.ts';
import { candidatesOf, ROLL } from './support/paper-figures.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/**
 * A made-up congress votes electronically and on paper at once: keys of three trustees, slips at check-in, a challenge, a dropped network, one count
 * of both, everybody's verification, and next year's list.
 */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const DISTRICT = '990003';
const PHRASE = '只有我自己才记得的口令';
const TRUSTEES = ['总监票人', '主席团代表', '公证员'];
let server: OwnServer;
let folder: string;
let office: Page;
const trustees: Page[] = [];
let slips: readonly string[];
let address: string;
let archive: string;
let session: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-vote-'));
  server = await startOwnServer('e2e/support/paper-session.ts');
  office = await workplace(browser, 'vote-office');
  for (const name of ['vote-scrutineer', 'vote-second', 'vote-third']) trustees.push(await workplace(browser, name));
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

const act = <Value>(name: string, input: object, page: Page = office) => runAs<Value>(page, DISTRICT, `ballot.${name}`, input);
const ask = async <Value>(path: string): Promise<Value> => (await office.request.get(`/api/${DISTRICT}/ballot/${path}`)).json();

test('the adopted sheet takes the electronic ballot, and the vote is prepared before the deputies come', async () => {
  session = crypto.randomUUID();
  const sessionId = session;
  await act('set-up-session', { id: sessionId, title: '青石区第五届人民代表大会第七次会议', forYear: 2027, opensOn: '2026-12-18' });
  const { session: made } = await ask<{ session: { sheet: object } }>(`session?sessionId=${sessionId}`);
  await act('change-sheet', { sessionId, sheet: { ...made.sheet, electronic: true, publish: 'list-counts' } });
  for (const to of ['presidium', 'adopted']) await act('move-sheet', { sessionId, to, note: '大会第一次全体会议' });
  await act('import-candidates', { sessionId, from: { html: null, text: candidatesOf(NAMES) } });
  await act('settle-list', { sessionId, decision: '主席团第二次会议通过' });
  await act('import-roll', { sessionId, from: { html: null, text: ROLL } });
  const officers = { 'chief-scrutineer': ['演示总监'], scrutineer: ['演示监票'], teller: ['演示计票一', '演示计票二'] };
  for (const [duty, names] of Object.entries(officers))
    for (const name of names) await act('name-officer', { id: crypto.randomUUID(), sessionId, office: duty, name, unit: '区教育工会' });

  await open(office, `ballot/${session}/count`);
  await office.getByRole('button', { name: '先准备电子票箱' }).click();
  await expect(office.getByText('已准备首轮票决')).toBeVisible();
  await shot(office, 'prepared-1440');
});

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

test('the office makes slips on its own computer; they are handed out at check-in, at two desks that see each other', async ({
  browser,
}) => {
  await open(office, 'ballot-box');
  const saved = office.waitForEvent('download', { timeout: 90_000 });
  await office.getByRole('button', { name: '生成并下载凭证条' }).click();
  const file = path.join(folder, 'slips.html');
  await (await saved).saveAs(file);
  const page = fs.readFileSync(file, 'utf8');
  slips = [...page.matchAll(/<p class="code">([^<]+)<\/p>/g)].map((it) => it[1]!);
  expect([slips.length, new Set(slips).size, /代表\d|第 ?\d+ ?号/.test(page)]).toEqual([231, 231, false]);

  await open(office, `ballot/${session}/desk`);
  await office.getByRole('button', { name: '开始签到' }).click();
  await office.getByRole('textbox', { name: /姓名、代表团/ }).fill('演示代表001');
  await expect(office.getByRole('button', { name: '到会并领凭证条' })).toHaveCount(1);
  await office.keyboard.press('Enter');
  await expect(office.getByText('✓ 演示代表001：到会 · 已领凭证条')).toBeVisible();
  const tablet = await browser.newContext({ ...PHONE, baseURL: server.url });
  const other = await tablet.newPage();
  await enter(other, 'vote-office');
  await open(other, `ballot/${session}/desk`);
  await expect(other.getByText('实到 1 人')).toBeVisible();
  await other.getByRole('button', { name: '开始签到' }).click();
  await other.getByRole('textbox', { name: /姓名、代表团/ }).fill('代表002');
  await other.getByRole('button', { name: '请假' }).click();
  await other.getByRole('dialog').getByRole('textbox').fill('外出学习');
  await other.getByRole('dialog').getByRole('button', { name: '请假' }).click();
  await expect(other.getByText('✓ 演示代表002：请假')).toBeVisible();
  await fitsSideways(other);
  await shot(other, 'desk-390');
  await tablet.close();

  const { places } = await ask<{ places: readonly { id: string }[] }>(`desk?sessionId=${session}`);
  const seen = { attendance: 'unknown', hasSlip: false };
  for (const { id } of places.slice(2, SLIPS + 1))
    await act('check-in', { sessionId: session, deputyId: id, attendance: 'present', hasSlip: true, seen });
  const others = places.slice(SLIPS + 1, SLIPS + 1 + PAPERS).map(({ id }) => ({ id, attendance: 'present' }));
  await act('record-attendance', { sessionId: session, deputies: others });
  await open(office, `ballot/${session}/desk`);
  await expect(office.getByText('实到 210 人')).toBeVisible();
  await expect(office.getByText(`发出凭证条 ${SLIPS} 条`)).toBeVisible();
  await office.getByRole('button', { name: '开始签到' }).click();
  await shot(office, 'desk-1440');
  await open(office, `ballot/${session}/roll`);
  await expect(office.getByText('演○○').first()).toBeVisible();
  await expect(office.getByText('演示代表001')).toHaveCount(0);
  await shot(office, 'roll-masked-1440');
  await office.getByRole('button', { name: '显示姓名' }).click();
  await expect(office.getByText('演示代表001')).toBeVisible();
});

test('with a quorum the vote opens: papers for those without a slip, the box for as many as the desks noted', async () => {
  await open(office, `ballot/${session}/count`);
  await office.getByRole('button', { name: '开始票决' }).click();
  for (const step of ['通过总监票人、监票人名单', '检查、密封票箱']) await take(step);
  await shot(office, 'issue-beside-slips-1440');
  await office.getByRole('button', { name: `记录发票（${PAPERS}）` }).click();
  await expect(office.getByText('正在投票').first()).toBeVisible();
  await open(office, 'ballot-box');
  await expect(office.getByLabel('已发出的凭证条数')).toHaveValue(String(SLIPS));
  await office.getByRole('button', { name: '宣布开始投票' }).click();
  await expect(office.getByText('投票期间不显示张数')).toBeVisible();
  address = (await office.getByRole('link', { name: /\/vote\// }).getAttribute('href'))!;
  await shot(office, 'box-open-1440');
});

async function take(step: string): Promise<void> {
  const line = office.getByRole('listitem').filter({ hasText: step }).last();
  await line.getByRole('button', { name: '办了' }).click();
  await expect(line.getByText('已办')).toBeVisible();
}

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
  await fitsSideways(page);
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

test('a box of two ballots is not opened; with enough of them two of the three trustees open the sum, and the office counts', async () => {
  await open(office, 'ballot-box');
  await office.getByRole('button', { name: '截止投票' }).click();
  await expect(office.getByText('票箱里不足 10 张票')).toBeVisible();
  const election = address.split('/').at(-1)!;
  const statuses = await castFromElsewhere({ url: server.url, district: DISTRICT, election, slips: slips.slice(2, 2 + ELECTRONIC - 1) });
  expect(new Set(statuses)).toEqual(new Set([200]));
  await office.getByRole('button', { name: '截止投票' }).click();
  await expect(office.getByText(`票箱里有 ${ELECTRONIC + 1} 张票`)).toBeVisible({ timeout: 30_000 });
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
  await fitsSideways(page);
  await shot(page, 'verify-390');
  await page.locator('input[type=file]').setInputFiles(path.join(folder, 'challenge.json'));
  await expect(page.getByText('抽查相符')).toBeVisible({ timeout: 30_000 });
  const bad = fs.readFileSync(archive);
  bad[bad.length - 600] = bad[bad.length - 600]! ^ 1;
  await page.locator('input[type=file]').setInputFiles({ name: 'bad.bel', mimeType: 'application/x-tar', buffer: bad });
  await expect(page.getByText('有检查没有通过')).toBeVisible({ timeout: 60_000 });
  await context.close();

  const told = JSON.parse(execFileSync(process.execPath, ['src/main.ts', 'ballot', 'verify', archive, '--json'], { encoding: 'utf8' }));
  expect([told.ok, told.result]).toEqual([true, [[1, ...MARKS.map(() => ELECTRONIC), 0, 0]]]);
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return;
  const alone = fs.mkdtempSync(path.join(folder, 'alone-'));
  fs.copyFileSync(archive, path.join(alone, path.basename(archive)));
  const other = spawnSync('belenios-tool', ['election', 'verify', '--dir', alone], { encoding: 'utf8' });
  expect(other.stderr + other.stdout).toContain('all checks passed');
});

test('papers and electronic ballots are counted in one record: together ten projects pass the line that none passes on paper', async ({
  browser,
}) => {
  await open(office, `ballot/${session}/count`);
  await take('填票、投票（监票人先投）');
  await office.getByLabel('收回张数').fill(String(PAPERS));
  await office.getByRole('button', { name: '记录清点' }).click();
  await expect(office.getByRole('button', { name: /第 4 捆/ })).toBeVisible();
  type Room = { rounds: readonly { round: { candidateIds: readonly string[] }; bundles: readonly { id: string }[] }[] };
  const [{ round, bundles }] = (await ask<Room>(`count-room?sessionId=${session}`)).rounds as [Room['rounds'][0]];
  for (const teller of ['vote-teller-1', 'vote-teller-2']) {
    const page = await workplace(browser, teller);
    for (const [i, { papers, void: voided, blank, votes }] of PAPER_BUNDLES.entries()) {
      const counts = Object.fromEntries(round.candidateIds.map((id, at) => [id, { for: votes[at]! }]));
      await act('key-in', { bundleId: bundles[i]!.id, figures: { papers, void: voided, blank, votes: counts } }, page);
    }
    await page.context().close();
  }
  const scrutineer = trustees[0]!;
  await open(scrutineer, `ballot/${session}/count`);
  await scrutineer.getByRole('button', { name: '计票', exact: true }).click();
  await expect(
    scrutineer.getByText(`纸质票发出${PAPERS}张、收回${PAPERS}张；电子票凭证条发出${SLIPS}条、收到${ELECTRONIC + 1}张`),
  ).toBeVisible();
  for (const votes of TOGETHER) await expect(scrutineer.getByRole('cell', { name: String(votes), exact: true })).toBeVisible();
  await shot(scrutineer, 'both-counted-1440');
});

test('the result is announced, the public reads it with its archive, and the elected ten stand in next year’s list', async ({
  browser,
}) => {
  await open(office, `ballot/${session}/count`);
  await take('总监票人向主席团报告');
  await act('announce', { sessionId: session, serial: 4, signedBy: '主席团常务主席', signedOn: '2026-12-18' });
  const government = await workplace(browser, 'vote-government');
  await open(government, 'programmes');
  await government.getByRole('button', { name: '承接为清单草稿' }).click();
  await expect(government).toHaveURL(/draft$/);
  for (const name of MARKS) await expect(government.getByText(name).first()).toBeAttached();
  for (const name of NAMES.slice(MARKS.length)) await expect(government.getByText(name)).toHaveCount(0);
  await shot(government, 'electronic-programme-1440');
  await government.goto(`/${DISTRICT}/votes/${session}`);
  await expect(government.getByText(`${MARKS[0]}（${TOGETHER[0]} 票）`)).toBeVisible();
  const saved = government.waitForEvent('download');
  await government.getByRole('link', { name: /下载第 1 次投票的存档/ }).click();
  const file = path.join(folder, 'public.bel');
  await (await saved).saveAs(file);
  expect(fs.readFileSync(file).equals(fs.readFileSync(archive))).toBe(true);
  await government.context().close();
});

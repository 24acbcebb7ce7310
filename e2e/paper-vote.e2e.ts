import { type Browser, expect, type Page, test } from '@playwright/test';
import { readDocument } from '../src/platform/documents/read.ts';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { BUNDLES, type Bundle, CANDIDATES, PROJECTS, ROLL, SECOND } from './support/paper-figures.ts';
import { downloadBy, picture } from './support/period-acts.ts';
import { fitsSideways } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** The paper vote of a district that does not exist: 231 on the roll, 12 candidates, 10 seats, a tie, a second ballot, a notice, next year's list. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const DISTRICT = '990003';
let server: OwnServer;
let office: Page;
let scrutineer: Page;
let tellers: readonly Page[];
let session = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/paper-session.ts');
  office = await workplace(browser, 'vote-office');
  scrutineer = await workplace(browser, 'vote-scrutineer');
  tellers = [await workplace(browser, 'vote-teller-1'), await workplace(browser, 'vote-teller-2')];
});
test.afterAll(async () => {
  for (const page of [office, scrutineer, ...(tellers ?? [])]) await page?.close();
  await server?.stop();
});

async function workplace(browser: Browser, username: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url });
  await enter(page, username);
  return page;
}

const open = (page: Page, path = '') => page.goto(`/staff/${DISTRICT}/ballot/${session}${path}`);
const button = (page: Page, name: string | RegExp) =>
  page
    .getByRole('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first();

async function say(page: Page, act: string, reason: string): Promise<void> {
  await button(page, act).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /粘贴到这里/ }).fill(text);
  await button(page, '读入粘贴的表').click();
  await button(page, '确认导入').click();
  await expect(page.getByRole('textbox', { name: /粘贴到这里/ })).toHaveValue('');
}

/** From the first field to the last with the keyboard alone. */
async function key(page: Page, { papers, void: voided, blank, votes }: Bundle): Promise<void> {
  await page.getByLabel('本捆张数').focus();
  for (const figure of [papers, voided, blank, ...votes]) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
}

test('the office writes the rule sheet; a contradictory one cannot be handed in; the plenary’s is frozen with its digest', async () => {
  await office.goto(`/staff/${DISTRICT}/ballot`);
  await expect(office.getByText('还没有登记大会')).toBeVisible();
  await button(office, '登记大会').click();
  await office.getByLabel('会议名称').fill('青石区第五届人民代表大会第六次会议');
  await office.getByRole('dialog').getByRole('button', { name: '登记大会' }).click();
  await expect(office.getByText('从12个候选项目中产生10个')).toBeVisible();
  session = office.url().split('/').at(-1)!;

  await office.getByLabel('名额').fill('13');
  await expect(office.getByText('名额（13个）多于候选项目（12个）')).toBeVisible();
  await expect(button(office, '保存规则')).toBeDisabled();
  await office.getByLabel('名额').fill('10');
  await picture(office, 'vote-sheet');
  await say(office, '提交主席团', '主席团第一次会议');
  await say(office, '大会已通过', '大会第一次全体会议通过');
  await expect(office.getByText(/大会已通过并固定，校验码 [0-9a-f]{64}/)).toBeVisible();
});

test('roll, attendance and officers; nobody of a candidate’s unit counts; a session without quorum does not open', async () => {
  await open(office, '/candidates');
  await paste(office, CANDIDATES);
  await expect(office.getByText('候选项目 · 12/12')).toBeVisible();
  await say(office, '主席团确定名单', '主席团第二次会议通过');
  await picture(office, 'vote-candidates');
  await open(office, '/roll');
  await paste(office, ROLL);
  await expect(office.getByText('应到 231 人，实到 0 人；法定人数 154 人')).toBeVisible();
  const name = async (duty: string, person: string, unit: string) => {
    await button(office, '提名').click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('职务').click();
    await office
      .locator('.ant-select-item-option')
      .filter({ hasText: new RegExp(`^${duty}$`) })
      .click();
    await dialog.getByLabel('姓名').fill(person);
    await dialog.getByLabel('工作单位').fill(unit);
    await dialog.getByRole('button', { name: '提名' }).click();
  };
  await name('总监票人', '演示总监', '演示牵头局3');
  await expect(office.getByText(/该单位是候选项目“农村饮水管网更新”的牵头单位/)).toBeVisible();
  await office.getByRole('dialog').getByLabel('工作单位').fill('区教育工会');
  await office.getByRole('dialog').getByRole('button', { name: '提名' }).click();
  await expect(office.getByRole('dialog')).toBeHidden();
  for (const [duty, person] of [
    ['监票人', '演示监票'],
    ['计票人', '演示计票一'],
    ['计票人', '演示计票二'],
  ] as const) {
    await name(duty, person, '区教育工会');
    await expect(office.getByRole('dialog')).toBeHidden();
  }

  await open(office, '/count');
  await button(office, '开始票决').click();
  await expect(office.getByText(/到会0人，法定人数154人（全体代表231人），不足法定人数/)).toBeVisible();

  await open(office, '/roll');
  await button(office, '未签到的都记为到会').click();
  await expect(office.getByText('应到 231 人，实到 231 人；法定人数 154 人')).toBeVisible();
  await expect(office.getByText('● 符合法定人数')).toBeVisible();
  await picture(office, 'vote-roll');
});

test('the vote is opened, papers are printed without a mark and issued by delegation, and the boxes are opened', async () => {
  await open(office, '/count');
  await button(office, '开始票决').click();
  for (const step of ['通过总监票人、监票人名单', '检查、密封票箱']) await take(step);
  const paper = await downloadBy(office, button(office, '表决票（Word）'));
  const read = await readDocument(paper.bytes, paper.name);
  expect(read.ok && JSON.stringify(read.value)).toContain('新建社区老年食堂6个');
  await picture(office, 'vote-issue');
  await button(office, /记录发票（231）/).click();
  await take('填票、投票（监票人先投）');
  await office.getByLabel('收回张数').fill('209');
  await button(office, '记录清点').click();
  await expect(button(office, /第 5 捆/)).toBeVisible();
});

async function take(step: string): Promise<void> {
  const line = office.getByRole('listitem').filter({ hasText: step }).last();
  await line.getByRole('button', { name: '办了' }).click();
  await expect(line.getByText('已办')).toBeVisible();
}

test('two tellers key in every bundle by keyboard; a difference blocks the count until the scrutineer settles it with a reason', async () => {
  for (const [i, teller] of tellers.entries()) {
    await open(teller, '/count');
    for (const [at, bundle] of BUNDLES.entries()) {
      await button(teller, new RegExp(`第 ${at + 1} 捆`)).click();
      const wrong = i === 1 && at === 2 ? { ...bundle, votes: bundle.votes.map((it, j) => (j === 0 ? it - 1 : it)) } : bundle;
      await key(teller, wrong);
      const state = i === 0 ? '◐ 已录一遍' : at === 2 ? '■ 两遍不同' : '◆ 已核对';
      await expect(button(teller, new RegExp(`第 ${at + 1} 捆.*${state}`))).toBeVisible();
    }
  }
  await picture(tellers[1]!, 'vote-bundles');

  await open(scrutineer, '/count');
  await button(scrutineer, '计票').click();
  await expect(scrutineer.getByText('第3捆还没有核对一致；请两人录完，有差异的由监票人裁定')).toBeVisible();
  await button(scrutineer, /第 3 捆/).click();
  await expect(scrutineer.getByText('两遍的差异')).toBeVisible();
  await picture(scrutineer, 'vote-difference');
  await button(scrutineer, '以第一遍为准填入').click();
  await say(scrutineer, '裁定这一捆', '监票人重新清点，第一遍为准');
  await button(scrutineer, '计票').click();
  await expect(scrutineer.getByText('最后1个名额票数相等，都是150票，须再次投票')).toBeVisible();
  await picture(scrutineer, 'vote-tie');
});

test('the tie is voted on again, on papers of another colour, and the result is announced', async () => {
  await open(office, '/count');
  await take('总监票人向主席团报告');
  await button(office, '再次投票').click();
  await office.getByRole('dialog').getByLabel('主席团的决定').fill('主席团决定对同票的两个项目再次投票');
  await office.getByRole('dialog').getByRole('button', { name: '再次投票' }).click();
  await take('检查、密封票箱');
  await button(office, /记录发票（231）/).click();
  await take('填票、投票（监票人先投）');
  await office.getByLabel('收回张数').fill('208');
  await office.getByLabel(/分成几捆/).fill('1');
  await button(office, '记录清点').click();
  await expect(button(office, /第 1 捆/)).toBeVisible();
  for (const [i, teller] of tellers.entries()) {
    await open(teller, '/count');
    await key(teller, SECOND);
    await expect(button(teller, new RegExp(`第 1 捆.*${i === 0 ? '已录一遍' : '已核对'}`))).toBeVisible();
  }
  await open(scrutineer, '/count');
  await button(scrutineer, '计票').click();
  await expect(scrutineer.getByText('112').first()).toBeVisible();
  await open(office, '/count');
  await take('总监票人向主席团报告');
  await open(office, '/result');
  await button(office, '公告结果').click();
  await office.getByLabel('公告第几号').fill('3');
  await office.getByLabel('签发人').fill('主席团常务主席');
  await office.getByRole('dialog').getByRole('button', { name: '公告结果' }).click();
  await expect(office.getByRole('dialog')).toBeHidden();
  await picture(office, 'vote-result');
  const notice = await downloadBy(office, button(office, '下载（Word）'));
  const read = await readDocument(notice.bytes, notice.name);
  const text = JSON.stringify(read.ok && read.value);
  expect(text).toContain('第3号');
  expect(text).toContain('应到代表231人');
  for (const name of [...PROJECTS.slice(0, 9), PROJECTS[9]!]) expect(text).toContain(name);
  expect(text).not.toContain(PROJECTS[10]!);
});

test('the elected ten stand in next year’s list, and the pages fit a telephone', async ({ browser }) => {
  const government = await workplace(browser, 'vote-government');
  await government.goto(`/staff/${DISTRICT}/programmes`);
  await government.getByRole('button', { name: '承接为清单草稿' }).click();
  await expect(government).toHaveURL(/draft$/);
  for (const name of PROJECTS.slice(0, 10)) await expect(government.getByText(name).first()).toBeAttached();
  await expect(government.getByText(PROJECTS[11]!)).toHaveCount(0);
  await picture(government, 'vote-programme');
  await government.close();

  await office.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/roll', '/candidates', '/count', '/result']) {
    await open(office, path);
    await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
    await picture(office, `vote-phone${path.replace('/', '-')}`);
    await fitsSideways(office, path);
  }
});

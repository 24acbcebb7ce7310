import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type OwnServer, runAs, startOwnServer } from './support/own-server.ts';
import { fontsIn, sizeIn } from './support/pdf.ts';
import { enter } from './support/staff.ts';

/** One sewer from claim to wall in a district that does not exist: claimed, planned, changed by two at once, reported, hung up. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const HOME = '/staff/990001';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
let server: OwnServer;
let contexts: BrowserContext[] = [];
let unit: Page;
let office: Page;
let projectId: string;
const faults: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/ten-plans.ts');
  const open = async (username: string, width: number, height: number) => {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    contexts = [...contexts, context];
    const page = await context.newPage();
    page.on('pageerror', (fault) => faults.push(fault.message));
    await enter(page, username);
    return page;
  };
  unit = await open('wall-liaison', 1440, 900);
  office = await open('wall-office', 1920, 1080);
});
test.afterAll(async () => {
  for (const it of contexts) await it.close();
  await server?.stop();
});

const read = async <Value>(page: Page, path: string): Promise<Value> => (await page.request.get(`/api/990001${path}`)).json();
const keep = (page: Page, name: string) => (PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' }) : null);
/** 天数 of each activity of the sewer, as everybody reads them. */
const daysOf = async (page: Page): Promise<ReadonlyMap<string, number>> => {
  type Planned = { id: string; network: { activities: { name: string; days: number }[] } | null };
  const { projects } = await read<{ projects: Planned[] }>(page, '/wall/plans?year=2026');
  return new Map(projects.find(({ id }) => id === projectId)!.network!.activities.map((it) => [it.name, it.days]));
};
const change = async (page: Page, activity: string, days: string) => {
  await page
    .getByRole('row', { name: new RegExp(activity) })
    .getByRole('button', { name: '修改' })
    .click();
  await page.getByRole('dialog').getByLabel('天数', { exact: true }).fill(days);
};

test('the unit claims the task that leads to the sewer', async () => {
  await unit.goto(`${HOME}/breakdown`);
  const task = unit.locator('.task', { hasText: '雨污分流改造' });
  await task.getByRole('button', { name: '认领', exact: true }).click();
  await expect(task.getByText('◆ 已认领')).toBeVisible();
});

test('it plans: what else moves is seen before the change is taken', async () => {
  const { projects } = await read<{ projects: { id: string; no: string }[] }>(unit, '/wall/plans?year=2026');
  projectId = projects.find(({ no }) => no === '2')!.id;
  await office.goto(`${HOME}/schedule/${projectId}`);
  await expect(office.getByRole('row', { name: /路面恢复/ })).toBeVisible();
  await unit.goto(`${HOME}/schedule/${projectId}`);
  await change(unit, '管道铺设', '60');
  await expect(unit.getByRole('dialog').getByText('还会移动')).toBeVisible();
  await unit.getByRole('dialog').getByRole('button', { name: '接受并保存' }).click();
  await expect(unit.getByRole('dialog')).toHaveCount(0);
  await expect(unit.getByRole('row', { name: /管道铺设/ })).toContainText('60 天');
});

test('two people change one network: the later sees what the earlier did, and saves over it knowingly', async () => {
  await change(office, '路面恢复', '24');
  await office.getByRole('dialog').getByRole('button', { name: '接受并保存' }).click();
  await expect(office.getByText('别人刚刚改过这份排期：')).toBeVisible();
  await expect(office.getByRole('dialog').getByText(/演示·住建联络员.*管道铺设/)).toBeVisible();
  await expect(office.getByRole('dialog').getByRole('alert')).toHaveCount(1);
  await expect(office.getByText('请刷新后再改')).toHaveCount(0);
  await keep(office, 'story-conflict-1920');
  await office.getByRole('dialog').getByRole('button', { name: '接受并保存' }).click();
  await expect(office.getByRole('dialog')).toHaveCount(0);
  await expect(office.getByRole('row', { name: /路面恢复/ })).toContainText('24 天');
  await expect(office.getByRole('row', { name: /管道铺设/ })).toContainText('60 天');
});

test('two people move bars of one chart: the later sees what the earlier moved, keeps what he tried, and saves it on top', async () => {
  const bar = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
  const move = async (page: Page, name: string, key: string) => {
    await bar(page, name).click();
    await bar(page, name).press(key);
    await expect(page.getByText('第2件 雨污分流改造：改了 1 处，还没有保存')).toBeVisible();
  };
  const before = await daysOf(office);
  const unsaved = office.getByText('第2件 雨污分流改造：改了 1 处，还没有保存');
  await office.goto(`${HOME}/plan-chart?project=${projectId}`);
  await expect(bar(office, '路面恢复')).toBeVisible();
  await unit.goto(`${HOME}/plan-chart?project=${projectId}`);
  await move(unit, '管道铺设', 'Alt+Shift+ArrowLeft');
  await unit.getByRole('button', { name: '保存' }).click();
  await expect(unit.getByRole('button', { name: '撤销刚才的保存' })).toBeVisible();

  await move(office, '路面恢复', 'Alt+Shift+ArrowLeft');
  await office.getByRole('button', { name: '保存' }).click();
  const note = office.getByRole('alert').filter({ hasText: '演示·住建联络员' });
  await expect(note).toContainText('管道铺设');
  await expect(note).not.toContainText('路面恢复');
  await expect(unsaved).toBeVisible();
  await keep(office, 'story-chart-conflict-1920');
  await office.setViewportSize({ width: 1440, height: 900 });
  await keep(office, 'story-chart-conflict-1440');
  await office.setViewportSize({ width: 1920, height: 1080 });
  await office.getByRole('button', { name: '保存' }).click();
  await expect(office.getByRole('button', { name: '撤销刚才的保存' })).toBeVisible();

  await expect(note).toHaveCount(0);
  await expect(unsaved).toHaveCount(0);
  const after = await daysOf(office);
  const shorter = [...after].filter(([name, days]) => days < before.get(name)!).map(([name]) => name);
  expect(shorter.toSorted()).toEqual(['管道铺设', '路面恢复'].toSorted());
});

test('the unit’s stage word is answered with days of slack: the gate light', async () => {
  type Shown = { projects: { project: { no: string }; promises: { promise: { id: string; measureUnit: string } }[] }[] };
  const { projects } = await read<Shown>(unit, '/delivery/board?year=2026');
  const { promise } = projects.find(({ project }) => project.no === '2')!.promises[0]!;
  const said = { promiseId: promise.id, asOf: '2026-06-18', valueKind: null, value: null, measureUnit: promise.measureUnit };
  const overrides = [{ check: 'stage-too-late', reason: '招标文件已备好' }];
  const content = {
    ...said,
    stage: '具备招投标条件',
    text: '施工图已批复',
    behindReason: '开工条件六月才具备',
    behindRemedy: '',
    overrides,
  };
  const { reportId } = await runAs<{ reportId: string }>(unit, '990001', 'delivery.submit-report', content);
  await runAs(office, '990001', 'delivery.adopt-report', { reportId });
  await office.goto(`${HOME}/board`);
  await expect(office.getByText(/“招标文件审定发出”最迟 2026年\d+月\d+日/)).toBeVisible();
  await keep(office, 'story-board-1920');
});

test('the wall says the same days as the board, and prints on one sheet of A3 with its letters', async () => {
  type Gate = { slack: { slackDays: number } };
  const { projects } = await read<{ projects: { project: { no: string }; gate: Gate }[] }>(office, '/delivery/board?year=2026');
  const { slackDays } = projects.find(({ project }) => project.no === '2')!.gate.slack;
  await office.goto(`${HOME}/wall`);
  await expect(office.locator('.wall-drawing text', { hasText: `招标文件审定发出，余地${slackDays}天` })).toBeVisible();
  await keep(office, 'story-wall-1920');
  const pdf = await office.pdf({ preferCSSPageSize: true, ...(PICTURES && { path: `${PICTURES}/story-A3.pdf` }) });
  const { pages, width, height } = sizeIn(pdf);
  expect([pages, Math.abs(width - 420) <= 1, Math.abs(height - 297) <= 1]).toEqual([1, true, true]);
  expect(fontsIn(pdf).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  expect(faults).toEqual([]);
});

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { fontsIn, sizeIn } from './support/pdf.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** The chart on the wall of the meeting room, its paper, and the schedule moved by hand; in a district that does not exist. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PICTURES = process.env.LUOSHI_E2E_PICTURES;
let server: OwnServer;
let room: BrowserContext;
let wall: Page;
const faults: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  server = await startOwnServer('e2e/support/ten-plans.ts');
  room = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  wall = await room.newPage();
  await enter(wall, 'wall-leader');
  wall.on('pageerror', (fault) => faults.push(fault.message));
  wall.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
test.afterAll(async () => {
  await room?.close();
  await server?.stop();
});

const drawing = () => wall.locator('.wall-drawing');
const written = (words: string) => drawing().locator('text').getByText(words, { exact: true }).first();
const picture = (page: Page, name: string) =>
  PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' }) : null;

test('the whole list stands on one screen, with its lights, its sites and how old it is', async () => {
  await wall.goto('/staff/wall');

  await expect(written('清泉区2026年民生实事 挂图')).toBeVisible();
  await expect(written('今天 6月18日')).toBeVisible();
  await expect(written('6月22日前开始招标文件审定发出，余地1天')).toBeVisible();
  await expect(written('还没有排期。牵头单位在“排期”里列出工序后，这里自动画出')).toBeVisible();
  await expect(drawing().getByRole('img', { name: '点位图' })).toBeVisible();
  await expect(wall.getByRole('status').filter({ hasText: /\d\d:\d\d 更新，每分钟自动更新/ })).toBeVisible();
  await picture(wall, 'wall-1920');
});

test('keys open a project, follow the agenda and lead back', async () => {
  await wall.keyboard.press('2');
  await expect(written('路面恢复')).toBeVisible();
  await picture(wall, 'wall-project-1920');
  await wall.keyboard.press('Escape');
  await expect(written('送戏下乡')).toBeVisible();
  await wall.keyboard.press('ArrowRight');
  await expect(wall.getByRole('button', { name: '第2件 雨污分流改造' })).toHaveAttribute('aria-current', 'true');
  await wall.keyboard.press('ArrowRight');
  await expect(wall.getByRole('button', { name: '第10件 重点人群健康' })).toHaveAttribute('aria-current', 'true');
  await wall.keyboard.press('0');
  await expect(written('乡镇集中检测')).toBeVisible();
  await wall.keyboard.press('Escape');
});

test('on paper it is one sheet of A3 or A1 laid across, with its letters embedded', async () => {
  await wall.evaluate(() => {
    window.print = () => {};
  });
  for (const [paper, size] of [
    ['A3', { width: 420, height: 297 }],
    ['A1', { width: 841, height: 594 }],
  ] as const) {
    await wall.getByRole('button', { name: '打印' }).click();
    await wall.getByRole('menuitem', { name: new RegExp(`打印 ${paper}`) }).click();
    const pdf = await wall.pdf({ preferCSSPageSize: true, ...(PICTURES && { path: `${PICTURES}/wall-${paper}.pdf` }) });
    const printed = sizeIn(pdf);
    expect(printed.pages).toBe(1);
    expect(Math.abs(printed.width - size.width) <= 1 && Math.abs(printed.height - size.height) <= 1, JSON.stringify(printed)).toBe(true);
    const fonts = fontsIn(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  }
});

test('when the server does not answer the drawing stays and says how old it is; later it renews itself', async () => {
  await wall.clock.install();
  await wall.goto('/staff/990001/wall');
  await expect(written('送戏下乡')).toBeVisible();
  await room.setOffline(true);
  await wall.clock.runFor(61_000);
  await expect(wall.getByRole('status').filter({ hasText: /连不上服务器，这是 \d\d:\d\d 的图/ })).toBeVisible();
  await expect(written('送戏下乡')).toBeVisible();
  await room.setOffline(false);
  await wall.clock.runFor(61_000);
  await expect(wall.getByRole('status').filter({ hasText: /更新，每分钟自动更新/ })).toBeVisible();
  faults.splice(0, faults.length, ...faults.filter((it) => !/ERR_INTERNET_DISCONNECTED/.test(it)));
});

test('nothing on the wall complained, and on a telephone it does not push the page sideways', async ({ browser }) => {
  expect(faults).toEqual([]);
  const page = await browser.newPage({ ...PHONE, baseURL: server.url });
  await enter(page, 'wall-leader');
  await page.goto('/staff/990001/wall');
  await expect(page.locator('.wall-drawing').getByText('便民就业', { exact: true })).toBeVisible();
  const list = page.locator('.wall-list');
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const sewer = list.getByRole('listitem').filter({ hasText: '雨污分流改造' });
  await expect(sewer).toContainText('6月22日前开始招标文件审定发出，余地1天');
  await expect(sewer).toContainText(/报送/);
  await fitsSideways(page);
  await expect.poll(() => scrollsInside(page)).toEqual([true, 0]);
  await picture(page, 'wall-390');
  await sewer.getByRole('button').click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(page.locator('.wall-drawing').getByText('路面恢复').first()).toBeVisible();
  await expect.poll(() => scrollsInside(page)).toEqual([true, 0]);
  await picture(page, 'wall-project-390');
  await list.getByRole('button', { name: '返回全部实事' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(10);
  await page.goto('/staff/990001/plan-chart');
  await expect(page.getByText('招标文件到开标').first()).toBeVisible();
  await fitsSideways(page);
  await picture(page, 'gantt-390');
  await page.close();
});

test('the plan is moved by keys: what else moves is said first, then it is saved, and taken back', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await enter(page, 'wall-liaison');
  await page.goto('/staff/990001/plan-chart');
  const name = page.getByRole('button', { name: /^招标文件到开标 余地1天/ });
  await name.click();
  await name.press('Shift+ArrowRight');
  await expect(page.getByText('第2件 雨污分流改造：改了 1 处，还没有保存')).toBeVisible();
  await expect(page.getByText(/^带动 5 道工序$/)).toBeVisible();
  await expect(page.getByText(/会晚 \d+ 天$/)).toBeVisible();
  await picture(page, 'gantt-changed-1440');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/还没有保存/)).toHaveCount(0);

  await name.press('ArrowRight');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /^招标文件到开标 余地0天/ })).toBeVisible();
  await page.getByRole('button', { name: '撤销刚才的保存' }).click();
  await expect(page.getByRole('button', { name: /^招标文件到开标 余地1天/ })).toBeVisible();
  await page.close();
});

test('a bar dragged to the left is held by the works before it; other units’ bars stay where they are', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await enter(page, 'wall-liaison');
  await page.goto('/staff/990001/plan-chart');
  const chart = page.locator('.gantt canvas');
  await expect(page.getByRole('button', { name: /^中标候选人公示 余地1天/ })).toBeVisible();
  const { x, y } = (await chart.boundingBox())!;
  const bar = await barAt(page, '中标候选人公示 余地1天');
  await page.mouse.move(x + bar.x + 6, y + bar.y);
  await page.mouse.down();
  await page.mouse.move(x + bar.x - 120, y + bar.y, { steps: 6 });
  await expect(page.getByText('前面的工序做完才能开始，不能再早')).toBeVisible();
  await picture(page, 'gantt-held-1440');
  await page.mouse.up();
  const foreign = await barAt(page, '驿站装修');
  await page.mouse.move(x + foreign.x + 6, y + foreign.y);
  await page.mouse.down();
  await page.mouse.move(x + foreign.x + 90, y + foreign.y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(/^第1件 .*还没有保存/)).toHaveCount(0);
  await page.close();
});

test('on a touch screen a finger that rests on a bar takes it, and one that moves at once scrolls', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1024, height: 768 }, hasTouch: true });
  await enter(page, 'wall-liaison');
  await page.goto('/staff/990001/plan-chart');
  await expect(page.getByRole('button', { name: /^招标文件到开标 余地1天/ })).toBeVisible();
  const { x, y } = (await page.locator('.gantt canvas').boundingBox())!;
  const bar = await barAt(page, '招标文件到开标 余地1天');
  const [left, top] = [x + bar.x + 8, y + bar.y];

  await fingerMoves(page, [left, top], { rests: 0, by: 63 });
  await expect(page.getByText(/还没有保存|正在移动/)).toHaveCount(0);

  const again = await barAt(page, '招标文件到开标 余地1天');
  await fingerMoves(page, [x + again.x + 8, y + again.y], { rests: 600, by: 63 });
  await expect(page.getByText('第2件 雨污分流改造：改了 1 处，还没有保存')).toBeVisible();
  await expect(page.getByText(/^带动 5 道工序$/)).toBeVisible();
  await picture(page, 'gantt-touch-1024');
  await page.close();
});

type Move = { readonly rests: number; readonly by: number };

/** A finger put down, left there for so many milliseconds, moved to the right and lifted. */
async function fingerMoves(page: Page, [x, y]: readonly [number, number], { rests, by }: Move): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number | null) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ x: at, y }] });
  await send('touchStart', x);
  await page.waitForTimeout(rests);
  for (let step = 1; step <= 6; step++) await send('touchMove', x + (by * step) / 6);
  await send('touchEnd', null);
  await page.waitForTimeout(300);
}

/** Whether the drawing is wider than its box, and by how much the wall itself is wider than the window. */
const scrollsInside = (page: Page): Promise<readonly [boolean, number]> =>
  page.evaluate(() => {
    const [box, wall] = [document.querySelector('.wall-drawing')!, document.querySelector('.wall')!];
    return [box.scrollWidth > box.clientWidth, wall.scrollWidth - wall.clientWidth] as const;
  });

/** Where the bar of a row begins on the canvas: its day is said in the row, a week is seven times nine pixels. */
async function barAt(page: Page, name: string): Promise<{ readonly x: number; readonly y: number }> {
  const row = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  const [, month, day] = /(\d+)月(\d+)日至/.exec((await row.getAttribute('aria-label'))!)!;
  const days = (Date.UTC(2026, Number(month) - 1, Number(day)) - Date.UTC(2026, 0, 1)) / 86_400_000;
  const left = await page.locator('.gantt').evaluate((it) => it.scrollLeft);
  const [box, chart] = [(await row.boundingBox())!, (await page.locator('.gantt canvas').boundingBox())!];
  return { x: days * 9 - left, y: box.y - chart.y + 11 };
}

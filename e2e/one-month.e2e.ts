import { type Browser, expect, type Page, test } from '@playwright/test';
import { type OwnServer, runAs, startOwnServer } from './support/own-server.ts';
import { PHONE, sidewaysScroll } from './support/screen.ts';
import { enter } from './support/staff.ts';
import { readInWriter } from './support/word.ts';

/** One month of a district: units answer their weeks, a meeting decides, what it decided becomes orders, and the papers say the same as the board. */
test.describe.configure({ mode: 'serial', timeout: 600_000 });
const DISTRICT = '990004';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;

let server: OwnServer;
let office: Page;
const open: Page[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  server = await startOwnServer('e2e/support/one-month.ts');
  office = await workplace(browser, 'month-office');
});
test.afterAll(async () => {
  for (const page of open) await page.close();
  await server?.stop();
});

async function workplace(browser: Browser, username: string, size = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url, ...size });
  open.push(page);
  await enter(page, username);
  return page;
}

/** Looked at by eye where pictures are kept: on a wide screen and on a telephone. */
async function seen(page: Page, name: string): Promise<void> {
  await expect(page.getByText('正在读取…')).toHaveCount(0);
  if (!PICTURES) return;
  const size = page.viewportSize()!;
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize(size);
}

const at = (page: Page, place: string) => page.goto(`/staff/${DISTRICT}/${place}`);
const api = (place: string) => `/api/${DISTRICT}${place}`;

test('a unit without news answers its week with one tap, on a telephone', async ({ browser }) => {
  const phone = await workplace(browser, 'month-health', PHONE);
  await at(phone, 'check-in');
  await expect(phone.getByText('免费检测', { exact: false }).first()).toBeVisible();
  expect(await sidewaysScroll(phone)).toBe(0);
  await seen(phone, 'check-in-unit');
  await phone.getByRole('button', { name: '本周无变化' }).tap();

  await expect(phone.getByText('已报送', { exact: false }).first()).toBeVisible();
  await seen(phone, 'check-in-unit-sent');
});

test('a unit that is stuck says where, and brings it up to its leader, who brings it to the meeting', async ({ browser }) => {
  const civil = await workplace(browser, 'month-civil', PHONE);
  await at(civil, 'blockers');
  await civil.getByRole('button', { name: '报堵点' }).tap();
  const dialog = civil.getByRole('dialog');
  await dialog.getByLabel('堵在哪里').fill('助餐点场地产权未明');
  await dialog.getByLabel('请求事项').fill('请协调街道腾退场地');
  await dialog.getByText('直接提请分管领导').tap();
  await dialog.getByRole('button', { name: '报堵点' }).tap();
  await expect(civil.getByRole('heading', { name: /助餐点场地产权未明/ })).toBeVisible();
  expect(await sidewaysScroll(civil)).toBe(0);
  await seen(civil, 'blockers');
  await at(civil, 'check-in');
  await expect(civil.getByLabel('2 问题')).toHaveValue('助餐点场地产权未明');
  await civil.getByLabel('2 做了什么').fill('走访两处备选场地');
  await civil.getByRole('button', { name: '报送', exact: true }).tap();
  await expect(civil.getByText('已报送', { exact: false }).first()).toBeVisible();

  const leader = await workplace(browser, 'month-leader');
  await at(leader, 'my-week');
  await expect(leader.getByText('解决堵点“助餐点场地产权未明”')).toBeVisible();
  await at(leader, 'blockers');
  await leader.getByRole('button', { name: '提请', exact: true }).click();
  await leader.getByRole('dialog').getByLabel('为什么提上去（交回）').fill('涉及两个街道，上会定');
  await leader.getByRole('dialog').getByRole('button', { name: '提请调度会' }).click();

  await expect(leader.getByText('专题调度会 · ', { exact: false }).first()).toBeVisible();
});

test('the week after, silence is a fact, and the agenda computes itself', async () => {
  await server.onDay('2026-06-22');
  await at(office, 'check-in?year=2026&week=25');
  await expect(office.getByText('第25周1个单位未报')).toBeVisible();
  await expect(office.getByRole('row', { name: /区文旅局/ })).toContainText('未报');
  await expect(office.getByText('走访两处备选场地')).toBeVisible();
  await seen(office, 'check-in-office');

  await at(office, 'meetings');
  await office.getByRole('button', { name: '定会议' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('地点').fill('区政府三楼会议室');
  await dialog.getByLabel('主持人', { exact: true }).fill('演示·分管领导');
  await dialog.getByRole('button', { name: '定会议' }).click();
  await office.getByRole('link', { name: '2026年第1次专题调度会' }).click();
  const agenda = office.locator('.agenda > li');
  await expect(agenda).toHaveCount(4);

  await expect(agenda.locator('.agenda-kind')).toHaveText(['严重滞后', '严重滞后', '堵点', '碰头未报']);
  await expect(agenda.nth(2)).toContainText('助餐点场地产权未明');
  await expect(agenda.nth(3)).toContainText('区文旅局第25周未报周碰头'.slice(4));
  await agenda.nth(2).getByRole('button', { name: /^上移/ }).click();
  await expect(agenda.nth(1)).toContainText('助餐点场地产权未明');
  await seen(office, 'meeting');
});

test('in the meeting one item fills the screen, and two decisions are typed on the spot', async () => {
  await office.getByRole('button', { name: '开会' }).click();
  await office.getByRole('dialog').getByRole('button').last().click();
  await expect(office.locator('.room h2')).toBeVisible({ timeout: 60_000 });
  await expect(office.locator('.room svg').first()).toBeVisible();
  await seen(office, 'room');
  await decided('本周起每周增开三个检测点', '2026-06-30');
  await office.keyboard.press('ArrowRight');
  await expect(office.locator('.room h2')).toContainText('助餐点场地产权未明');
  await decided('街道月底前腾退助餐点场地', '2026-07-10');
  await seen(office, 'room-decided');
  await office.keyboard.press('Escape');

  await expect(office.locator('.decisions > li')).toHaveCount(2);
  await office.getByRole('button', { name: '全部到会' }).click();
  await expect(office.getByText('已保存')).toBeVisible();
  await office.getByRole('button', { name: '散会并交办' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '散会并交办' }).click();
  await expect(office.getByText('已散会', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(office.locator('.decisions > li').first()).toContainText('〔2026〕1号');
  await seen(office, 'meeting-closed');
});

async function decided(text: string, dueOn: string): Promise<void> {
  await office.keyboard.press('d');
  await office.getByRole('textbox', { name: '定了什么' }).fill(text);
  await office.getByLabel('办结时限').fill(dueOn);
  await office.getByRole('button', { name: '记一条' }).click();
  await expect(office.locator('.decisions > li').filter({ hasText: text })).toBeVisible();
}

test('papers and minutes open in a word processor and say what the board says', async () => {
  const meetingId = new URL(office.url()).pathname.split('/').at(-1)!;
  const { counts } = await (await office.request.get(api('/delivery/board?year=2026'))).json();

  const papers = await readInWriter(office, api(`/rhythm/papers.docx?meetingId=${meetingId}`));
  const minutes = await readInWriter(office, api(`/rhythm/minutes.docx?meetingId=${meetingId}`));

  if (papers !== null) expect(papers).toContain(`严重滞后${counts.red}件`);
  if (minutes !== null) {
    for (const said of [`严重滞后${counts.red}件`, '本周起每周增开三个检测点', '区卫健局', '〔2026〕2号', '出席：'])
      expect(minutes).toContain(said);
  }
  await at(office, `meetings/${meetingId}/papers`);
  await expect(office.locator('.sheet')).toContainText(`严重滞后${counts.red}件`);
  await seen(office, 'papers');
});

type Order = { readonly id: string; readonly number: number; readonly state: string; readonly dueOn: string };

async function ordersOf(page: Page): Promise<readonly Order[]> {
  const { meetings } = await (await page.request.get(api('/rhythm/meetings'))).json();
  return (await (await page.request.get(api(`/rhythm/meeting?meetingId=${meetings.at(-1).id}`))).json()).orders;
}

async function stored(page: Page, name: string): Promise<{ readonly digest: string; readonly name: string }> {
  const { csrf } = await (await page.request.get('/api/session/me')).json();
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(name) };
  const answer = await page.request.post(api('/files'), { headers: { 'x-luoshi-csrf': csrf }, multipart: { file } });
  expect(answer.status(), await answer.text()).toBe(200);
  return { digest: (await answer.json()).digest, name };
}

test('units sign for their orders; one objects and is heard, the other does the work and another unit closes it', async ({ browser }) => {
  const [health, civil] = [await workplace(browser, 'month-health-head'), await workplace(browser, 'month-civil-head')];
  const [first, second] = await ordersOf(office);
  await runAs(health, DISTRICT, 'orders.sign', { orderId: first!.id });
  await runAs(civil, DISTRICT, 'orders.sign', { orderId: second!.id });
  const reason = '场地属街道，本局无权腾退';
  const { requestId } = await runAs<{ requestId: string }>(civil, DISTRICT, 'orders.object', { orderId: second!.id, reason });
  const decision = { requestId, granted: true, decision: '改由街道配合，时限顺延', newDueOn: '2026-07-17' };
  await runAs(office, DISTRICT, 'orders.decide-request', decision);

  expect((await ordersOf(office)).map(({ number, state, dueOn }) => [number, state, dueOn])).toEqual([
    [1, 'signed', '2026-06-30'],
    [2, 'signed', '2026-07-17'],
  ]);
});

test('an order that is overdue is urged by the calendar, also after days without the machine, and stands on the next agenda', async ({
  browser,
}) => {
  await server.onDay('2026-07-13', 'e2e/support/orders-due.ts');
  const [first] = await ordersOf(office);
  const { slips } = await (await office.request.get(api(`/orders/order?orderId=${first!.id}`))).json();
  expect(slips.length).toBeGreaterThan(0);

  const health = await workplace(browser, 'month-health-head');
  await runAs(health, DISTRICT, 'orders.apply', {
    orderId: first!.id,
    text: '三个检测点已增开',
    files: [await stored(health, '佐证.txt')],
  });
  await runAs(office, DISTRICT, 'orders.check', { orderId: first!.id, note: '材料齐全' });
  await runAs(office, DISTRICT, 'orders.visit', { orderId: first!.id, note: '到现场看过', files: [await stored(office, '现场.txt')] });
  await runAs(office, DISTRICT, 'orders.close', { orderId: first!.id, note: '予以销号' });

  expect((await ordersOf(office)).map(({ state }) => state)).toEqual(['closed', 'signed']);
});

test('the next meeting opens with what became of the last decisions', async () => {
  const meetingId = crypto.randomUUID();
  const { meetings } = await (await office.request.get(api('/rhythm/meetings'))).json();
  const plan = {
    id: meetingId,
    programmeId: meetings[0].programmeId,
    plannedOn: '2026-07-13',
    place: '三楼会议室',
    chairName: '演示·分管领导',
  };
  await runAs(office, DISTRICT, 'rhythm.plan-meeting', plan);
  await at(office, `meetings/${meetingId}`);

  await expect(office.locator('.agenda .agenda-kind').first()).toHaveText('上次议定未办结');
  await expect(office.locator('.decisions > li').first()).toContainText('已办结');
  await expect(office.locator('.decisions > li').nth(1)).toContainText('办理中');
  await seen(office, 'next-meeting');
});

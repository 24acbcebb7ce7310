import { expect, type Page, test } from '@playwright/test';
import { fitsSideways, PHONE } from '../screen.ts';
import { papersSay } from '../word.ts';
import { ordersOf } from './meeting.ts';
import { api, at, type GetMonth, read, seen, send } from './story.ts';

const CHECKS = '本周起每周增开三个检测点';
const PLACE = '街道月底前腾退助餐点场地';
const EXIT = '疏通村文化站消防通道';

/** 批示件: what a leader wrote, and what the unit reads of it. */
export function playInstruction(month: GetMonth): void {
  test('what a leader wrote on a paper becomes an order, and the unit reads only what is to be done', async () => {
    const office = await month().of('month-office');
    await at(office, 'orders/instructions');
    await office.getByRole('button', { name: '登记批示件' }).click();
    const dialog = office.getByRole('dialog');
    await choose(office, '批示领导', '演示·分管领导');
    await dialog.getByLabel('批在什么上').fill('《村文化站安全检查专报》');
    await dialog.getByLabel('批示原文').fill('请文旅局一周内疏通到位。');
    await attach(office, '批示扫描件.txt');
    await send(office, '登记批示件');
    await office.getByRole('button', { name: '交办事项' }).click();
    await dialog.getByLabel('工作事项').fill(EXIT);
    await choose(office, '责任单位', '区文旅局');
    await dialog.getByLabel('工作事项').click();
    await send(office, '交办');
    await expect(office.getByText('交办 1 件，办结 0 件')).toBeVisible();
    await seen(office, 'instructions');

    const culture = await month().of('month-culture-head', PHONE);
    await openOrder(culture, EXIT);
    await expect(culture.getByText('领导批示', { exact: false }).first()).toBeVisible();
    await expect(culture.getByText('一周内疏通到位')).toHaveCount(0);
  });
}

/** 督办: signed for, objected to, settled on the word of another unit. */
export function playOrders(month: GetMonth): void {
  test('units sign for their orders; one objects and is heard', async () => {
    const [health, civil] = [await month().of('month-health-head', PHONE), await month().of('month-civil-head', PHONE)];
    const office = await month().of('month-office');
    for (const [page, matter] of [
      [health, CHECKS],
      [civil, PLACE],
      [await month().of('month-culture-head', PHONE), EXIT],
    ] as const) {
      await openOrder(page, matter);
      await act(page, '签收');
    }
    await act(civil, '申辩', '场地属街道，本局无权腾退');
    await expect(civil.getByText('待答复')).toBeVisible();
    await fitsSideways(civil);
    await seen(civil, 'order-objected');
    await openOrder(office, PLACE);
    await office.getByRole('button', { name: /^答\s*复$/ }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('新的时限').fill('2026-07-17');
    await dialog.getByLabel('新的时限').press('Tab');
    await dialog.getByRole('textbox').last().fill('改由街道配合，时限顺延');
    await send(office, '答复');

    expect((await ordersOf(office)).map(({ number, state, dueOn }) => [number, state, dueOn])).toEqual([
      [1, 'signed', '2026-06-30'],
      [2, 'signed', '2026-07-17'],
      [3, 'signed', '2026-06-29'],
    ]);
  });

  test('one is done: evidence, check, a visit with photos, and only then it is settled; the leader gets the report', async () => {
    const office = await month().of('month-office');
    await settle(office, await month().of('month-culture-head', PHONE), EXIT);
    await seen(office, 'order-closed');
    await at(office, 'orders/instructions');
    await expect(office.getByText('交办 1 件，办结 1 件')).toBeVisible();
    await office.getByRole('button', { name: '办理情况报告' }).click();
    await office.getByRole('dialog').getByRole('textbox').fill('每季复查一次。');
    await send(office, '办理情况报告');
    const { instructions } = await read<{ instructions: readonly { id: string }[] }>(office, '/orders/instructions');
    const leader = await month().of('month-leader');
    await at(leader, 'orders/instructions');
    await expect(leader.getByText('请文旅局一周内疏通到位。')).toBeVisible();

    await papersSay(leader, [
      {
        address: api(`/orders/instruction-report.docx?instructionId=${instructions[0]!.id}`),
        says: ['请文旅局一周内疏通到位', '共交办 1 件，已经核验办结 1 件', '交办〔2026〕3号', '每季复查一次'],
      },
    ]);
  });
}

/** 逾期: what the calendar does, and what only a leader decides. */
export function playOverdue(month: GetMonth): void {
  test('an order that is overdue gets the yellow slip, also from a machine that was off on the day', async () => {
    await month().server.onDay('2026-07-01', 'e2e/support/orders-due.ts');
    const health = await month().of('month-health-head', PHONE);
    await at(health, 'orders');

    await expect(health.getByRole('listitem').filter({ hasText: CHECKS })).toContainText('黄单');
    await expect(health.getByRole('listitem').filter({ hasText: CHECKS })).toContainText('逾期 1 天');
    await seen(health, 'orders-late');
  });

  test('a week later it is red', async () => {
    await month().server.onDay('2026-07-07', 'e2e/support/orders-due.ts');
    const office = await month().of('month-office');
    await openOrder(office, CHECKS);
    await expect(office.locator('.course')).toContainText('发出督办单〔2026〕1号');
    await seen(office, 'order-red');
    const [order] = await ordersOf(office);
    const { slips } = await read<{ slips: readonly { id: string; kind: string }[] }>(office, `/orders/order?orderId=${order!.id}`);

    expect(slips.map(({ kind }) => kind)).toEqual(['urge', 'demand']);
    const slip = (more: string) => api(`/orders/slip.docx?orderId=${order!.id}${more}`);
    await papersSay(office, [
      { address: slip(''), says: ['交办〔2026〕1号', CHECKS, '2026年6月30日前办结'] },
      { address: slip(`&slipId=${slips[0]!.id}`), says: ['催办〔2026〕1号', '已逾期 1 天', '2026年7月6日前办结'] },
      { address: slip(`&slipId=${slips[1]!.id}`), says: ['督办〔2026〕1号', '已逾期 7 天', '2026年7月14日前办结'] },
    ]);
  });
}

/** 呈批: proposed with facts, decided by the leader it is put before, then done. */
export function playMeasure(month: GetMonth): void {
  test('a circular is only proposed: the leader who oversees the project approves it, and the office carries it out', async () => {
    await month().server.onDay('2026-07-15', 'e2e/support/orders-due.ts');
    const [office, leader] = [await month().of('month-office'), await month().of('month-leader')];
    const { proposals } = await read<{ proposals: readonly { id: string }[] }>(office, '/orders/proposals');
    const address = api(`/orders/proposal.docx?proposalId=${proposals[0]!.id}`);
    const facts = ['通报呈批单', '演示·分管领导', '已逾期 15 天', '催办〔2026〕1号', '督办〔2026〕1号'];
    await papersSay(office, [{ address, says: facts }]);
    await at(leader, 'my-week');
    await expect(leader.getByText('批示通报呈批单：区卫健局')).toBeVisible();
    await at(leader, 'orders/measures');
    await expect(leader.getByRole('navigation').locator('a.active')).toHaveText(['呈批']);
    await seen(leader, 'measures');
    await leader.getByRole('button', { name: /^批\s*示$/ }).click();
    await leader.getByRole('dialog').getByRole('textbox').fill('同意，全区通报。');
    await leader
      .getByRole('dialog')
      .getByRole('button', { name: /^批\s*示$/ })
      .click();
    await expect(leader.getByText('已同意')).toBeVisible();
    await at(office, 'orders/measures');
    await office.getByRole('button', { name: '登记落实' }).click();
    await office.getByRole('dialog').getByRole('textbox').last().fill('督查通报已印发');
    await send(office, '登记落实');

    await expect(office.getByText('已落实')).toBeVisible();
    await papersSay(office, [{ address, says: [...facts, '同意。同意，全区通报。'] }]);
  });

  test('what was escalated is settled like everything else: by another unit, after a visit', async () => {
    const office = await month().of('month-office');
    await settle(office, await month().of('month-health-head', PHONE), CHECKS);

    expect((await ordersOf(office)).map(({ state }) => state)).toEqual(['closed', 'signed', 'closed']);
  });
}

async function openOrder(page: Page, matter: string): Promise<void> {
  await at(page, 'orders?show=all');
  await page.getByRole('link', { name: matter }).first().click();
  await expect(page.locator('.course')).toBeVisible();
}

/** One step on the order that is open: its dialog, what it asks for, and the same button below. */
async function act(page: Page, name: string, text?: string, file?: string): Promise<void> {
  await page.getByRole('button', { name: spaced(name) }).click();
  const dialog = page.getByRole('dialog');
  if (text !== undefined) await dialog.getByRole('textbox').first().fill(text);
  if (file !== undefined) await attach(page, file);
  await dialog.getByRole('button', { name: spaced(name) }).click();
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
}

/** Two signs on a button are set apart. */
const spaced = (name: string) => new RegExp(`^${[...name].join('\\s*')}$`);

async function settle(office: Page, unit: Page, matter: string): Promise<void> {
  await openOrder(unit, matter);
  await act(unit, '申请销号', '已办完，附照片', `佐证-${matter}.txt`);
  await expect(unit.getByText('这一步不由您的岗位办理')).toBeVisible();
  await openOrder(office, matter);
  await act(office, '材料核查', '材料齐全');
  await expect(office.getByRole('button', { name: '办结销号' })).toHaveCount(0);
  await act(office, '现场核验', '到现场看过', `现场-${matter}.txt`);
  await act(office, '办结销号', '予以销号');
  await expect(office.locator('.course')).toContainText('办结，销号');
}

async function attach(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await expect(dialog.getByText(name)).toBeVisible();
}

async function choose(page: Page, field: string, choice: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: choice }).first().click();
}

import { expect, type Page, test } from '@playwright/test';
import { papersSay } from '../word.ts';
import { api, at, boardOn, type GetMonth, read, seen, send } from './story.ts';

/** 专题调度会: from a computed agenda to decisions that are orders. */
export function playMeeting(month: GetMonth): void {
  test('the agenda computes itself, and the office reorders it', async () => {
    const office = await month().of('month-office');
    await planMeeting(office, '2026年第1次专题调度会');
    const agenda = office.locator('.agenda > li');
    await expect(agenda).toHaveCount(4);

    await expect(agenda.locator('.agenda-kind')).toHaveText(['严重滞后', '严重滞后', '堵点', '碰头未报']);
    await expect(agenda.nth(2)).toContainText('助餐点场地产权未明');
    await expect(agenda.nth(3)).toContainText('第25周未报周碰头');
    await agenda.nth(2).getByRole('button', { name: /^上移/ }).click();
    await expect(agenda.nth(1)).toContainText('助餐点场地产权未明');
    await seen(office, 'meeting');
  });

  test('in the meeting one item fills the screen, and two decisions are typed on the spot', async () => {
    const office = await month().of('month-office');
    await office.getByRole('button', { name: '开会' }).click();
    await office.getByRole('dialog').getByRole('button').last().click();
    await expect(office.locator('.room h2')).toBeVisible({ timeout: 60_000 });
    await expect(office.locator('.room svg').first()).toBeVisible();
    await seen(office, 'room');
    await decided(office, '本周起每周增开三个检测点', '2026-06-30');
    await office.keyboard.press('ArrowRight');
    await expect(office.locator('.room h2')).toContainText('助餐点场地产权未明');
    await decided(office, '街道月底前腾退助餐点场地', '2026-07-10');
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

  test('papers and minutes open in a word processor and say what the board says', async () => {
    const office = await month().of('month-office');
    const meetingId = new URL(office.url()).pathname.split('/').at(-1)!;
    const { red } = (await boardOn(office)).counts;

    await papersSay(office, [
      { address: api(`/rhythm/papers.docx?meetingId=${meetingId}`), says: [`严重滞后${red}件`, '助餐点场地产权未明'] },
      {
        address: api(`/rhythm/minutes.docx?meetingId=${meetingId}`),
        says: [`严重滞后${red}件`, '本周起每周增开三个检测点', '区卫健局', '〔2026〕2号', '出席：'],
      },
    ]);
    await at(office, `meetings/${meetingId}/papers`);
    await expect(office.locator('.sheet')).toContainText(`严重滞后${red}件`);
    await seen(office, 'papers');
    await at(office, `meetings/${meetingId}`);
    await office.getByRole('link', { name: '打印交办单' }).click();
    await expect(office.getByRole('heading', { name: '督办事项交办单' })).toHaveCount(2);
    await seen(office, 'slips');
  });
}

/** What the next meeting opens with, a month later. */
export function playNextMeeting(month: GetMonth): void {
  test('the next meeting opens with what became of the last decisions', async () => {
    const office = await month().of('month-office');
    await planMeeting(office, '2026年第2次专题调度会');

    await expect(office.locator('.agenda .agenda-kind').first()).toHaveText('上次议定未办结');
    await expect(office.locator('.decisions > li').first()).toContainText('已办结');
    await expect(office.locator('.decisions > li').nth(1)).toContainText('办理中');
    await seen(office, 'next-meeting');
  });
}

async function planMeeting(office: Page, title: string): Promise<void> {
  await at(office, 'meetings');
  await office.getByRole('button', { name: '定会议' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('地点').fill('区政府三楼会议室');
  await dialog.getByLabel('主持人', { exact: true }).fill('演示·分管领导');
  await send(office, '定会议');
  await office.getByRole('link', { name: title }).click();
}

async function decided(office: Page, text: string, dueOn: string): Promise<void> {
  const box = office.getByRole('textbox', { name: '定了什么' });
  // The dialog before it may still be closing, and hold the keyboard.
  await expect(async () => {
    if (!(await box.isVisible())) await office.keyboard.press('d');
    await expect(box).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await box.fill(text);
  await office.getByLabel('办结时限').fill(dueOn);
  await office.getByRole('button', { name: '记一条' }).click();
  await expect(office.locator('.decisions > li').filter({ hasText: text })).toBeVisible();
  // The list is new before the form is gone, and until then Esc only ends the typing.
  await expect(box).toBeHidden();
}

export type MonthOrder = { readonly id: string; readonly number: number; readonly state: string; readonly dueOn: string };

/** Every order of the month as the register has it. */
export async function ordersOf(page: Page): Promise<readonly MonthOrder[]> {
  const { rows } = await read<{ rows: readonly MonthOrder[] }>(page, '/orders/list?show=all');
  return rows.toSorted((a, b) => a.number - b.number);
}

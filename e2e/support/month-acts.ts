import { expect, type Page } from '@playwright/test';
import type { SentFile } from './files.ts';
import { DISTRICT } from './period-acts.ts';

const line = (office: Page, unit: string) => office.locator('.period-units > li').filter({ hasText: unit });

/** Drops files into June's collection, gives every reason that is asked for, and lets the rows become reports. */
export async function collect(office: Page, files: readonly SentFile[], isReplacing = false): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/collection?period=2026-06`);
  await office
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await expect(office.getByRole('heading', { name: '合并表' })).toBeVisible({ timeout: 60_000 });
  if (isReplacing) await expect(office.getByLabel('替换的原因')).toBeVisible();
  for (const label of ['替换的原因', '放行的原因'])
    for (const reason of await office.getByLabel(label).all()) await reason.fill('单位盖章的更正表如此');
  await office.getByRole('button', { name: '确认，成为报送' }).click();
  await expect(office.getByText('这批表已确认', { exact: false })).toBeVisible();
}

export async function adoptAll(office: Page, count: number): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/inbox`);
  await expect(office.getByRole('article')).toHaveCount(count);
  for (const reason of await office.getByLabel('理由', { exact: true }).all()) await reason.fill('单位盖章的更正表如此');
  await office
    .getByRole('button', { name: count === 1 ? /^采\s*用/ : `全部采用（${count}）` })
    .first()
    .click();
  await expect(office.getByText('没有等待审核的报送')).toBeVisible();
}

/** From the bottom up: each unit's month is approved on its signed form and received, then the district is locked. */
export async function approveToTheTop(office: Page, units: readonly string[]): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/periods?period=2026-06`);
  for (const unit of units) {
    await line(office, unit).getByRole('button', { name: '代单位审定' }).click();
    await office.getByRole('tooltip').getByRole('button').last().click();
    await line(office, unit).getByRole('button', { name: '接收', exact: true }).click();
    await expect(line(office, unit)).toContainText('督查室已接收');
  }
  await office.getByRole('button', { name: '锁定全区当月' }).click();
  await expect(office.getByText('全区已锁定', { exact: true })).toBeVisible();
}

export async function grantLateEntry(office: Page, unit: string, reason: string): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/periods?period=2026-06`);
  await line(office, unit).getByRole('button', { name: '许可补报' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('textbox').last().fill(reason);
  await dialog.getByRole('button', { name: '许可补报' }).click();
  await expect(office.getByText(new RegExp(`${unit}，至 .+许可：${reason}`))).toBeVisible();
}

/** A figure for the end of June, typed into the form of the workspace. */
export async function reportForJune(liaison: Page, promise: RegExp, value: string, look = async () => {}): Promise<void> {
  await liaison.goto(`/staff/${DISTRICT}/reports`);
  await liaison.getByRole('link', { name: promise }).click();
  await liaison.getByLabel('完成了多少？').fill(value);
  await liaison.getByText('年初到现在一共').click();
  await liaison.getByLabel('数据截至').fill('2026-06-30');
  for (const reason of await liaison.getByLabel('理由', { exact: true }).all()) await reason.fill('六月末两场补记');
  await look();
  await liaison.getByRole('button', { name: '报送', exact: true }).click();
}

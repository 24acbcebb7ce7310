import { expect, type Page } from '@playwright/test';

type BringOut = { readonly district: string /** What the office looks at before it reviews. */; readonly look?: () => Promise<void> };

/** The office prepares, reviews and publishes an edition; the leader signs in between. */
export async function bringOut(office: Page, leader: Page, { district, look = async () => {} }: BringOut): Promise<void> {
  await office.goto(`/staff/${district}/editions`);
  await office.getByRole('main').getByRole('button', { name: '准备公开版' }).first().click();
  await office.getByRole('dialog').getByRole('button', { name: '准备公开版' }).click();
  await expect(office.getByRole('checkbox', { name: /保密审查/ })).toBeVisible({ timeout: 30_000 });
  await look();
  await office.getByRole('checkbox', { name: /保密审查/ }).check();
  await office.getByRole('checkbox', { name: /公开属性审查/ }).check();
  await office.getByRole('button', { name: '审查通过' }).click();
  await expect(office.getByText('已审查，等待签发')).toBeVisible();
  await leader.goto(office.url());
  await leader.getByRole('button', { name: /^签\s*发$/ }).click();
  await leader
    .getByRole('dialog')
    .getByRole('button', { name: /签\s*发/ })
    .click();
  await expect(leader.getByText('已签发，可以发布')).toBeVisible();
  await office.reload();
  await office.getByRole('button', { name: /发\s*布/ }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /发\s*布/ })
    .click();
  // The names of the steps stand there before they are taken.
  await expect(office.getByText('这一期已公开', { exact: false })).toBeVisible();
}

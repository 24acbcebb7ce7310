import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { photoWithPlace } from './files.ts';
import { runAs } from './own-server.ts';
import { bringOut } from './publish.ts';
import { superiorsForm } from './returned-forms.ts';

export const DISTRICT = '990002';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;

export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

export async function downloadBy(page: Page, act: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

export async function coverFirstPicture(office: Page): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/pictures`);
  await office
    .getByRole('link', { name: /处理照片：第 1 件/ })
    .first()
    .click();
  await expect(office.getByAltText('待处理的照片')).toBeVisible();
  await office.getByRole('button', { name: '加一个框' }).click();
  const answer = (what: string, said: string) =>
    office.getByRole('radiogroup', { name: what }).or(office.getByLabel(what)).getByText(said, { exact: true }).first();
  await answer('人脸', '已遮挡').click();
  for (const what of ['车牌', '门牌号和住户门', '未成年人']) await answer(what, '没有').click();
  await office.getByLabel('说明文字').fill('新开的助餐点');
  await office.getByLabel(/^替代文字/).fill('助餐点门口的餐桌');
  await office.getByRole('button', { name: '遮挡并公开' }).click();
}

/** A card for the residents of one village. */
export async function writeCard(office: Page, promise: string, village: string): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/cards`);
  await office.getByRole('link', { name: promise }).click();
  for (const [label, text] of [
    ['谁能享受', '年满六十周岁的常住老人'],
    ['在哪里办', '东泉村助餐点'],
    ['带什么', '身份证'],
    ['办到什么时候', '每天十一点半到一点'],
    ['咨询单位', '区民政局养老服务股'],
    ['咨询电话', '12345'],
  ] as const)
    await office.getByRole('textbox', { name: label }).first().fill(text);
  await office.getByLabel('涉及的区域').first().click();
  await office.locator('.ant-select-item-option').filter({ hasText: village }).click();
  await office.keyboard.press('Escape');
  await office.getByRole('button', { name: '保存', exact: true }).click();
}

/** The edition of the story, with the picture that belongs to it. */
export async function publishEdition(office: Page, leader: Page): Promise<void> {
  const look = () => expect(office.getByRole('img', { name: '助餐点门口的餐桌' }).last()).toBeVisible();
  await bringOut(office, leader, { district: DISTRICT, look });
}

/** 不符, found on site, with a photo. */
export async function sayMismatch(office: Page, note: string): Promise<void> {
  const dialog = office.getByRole('dialog', { name: '核查' });
  await dialog.getByText('现场抽查').click();
  await dialog.getByText('不符', { exact: true }).click();
  await dialog.getByLabel('情况说明').fill(note);
  const choosing = office.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '从相册选' }).click();
  await (await choosing).setFiles(await photoWithPlace('#7a8b6c'));
  await expect(dialog.locator('.files img')).toBeVisible();
  await dialog.getByRole('button', { name: '记录结论' }).click();
}

/** The one leader of the district oversees every project. */
export async function giveAllToTheLeader(office: Page): Promise<void> {
  const lists = await (await office.request.get(`/api/${DISTRICT}/programme/programmes`)).json();
  const list = await (await office.request.get(`/api/${DISTRICT}/programme/list?programmeId=${lists[0].id}`)).json();
  const readers = await (await office.request.get(`/api/${DISTRICT}/supervision/readers?year=2026&month=6`)).json();
  for (const { id } of list.projects) {
    await runAs(office, DISTRICT, 'programme.set-overseeing-leader', {
      projectId: id,
      postId: readers.leaders[0].id,
      fromOn: '2026-01-01',
    });
  }
}

/** One place is pointed at; the headings beside it speak for themselves. */
export async function mapSuperiorsForm(office: Page): Promise<void> {
  await office.goto(`/staff/${DISTRICT}/collection/templates`);
  await office.locator('input[type=file]').setInputFiles(await superiorsForm());
  await office.getByRole('button', { name: 'B4 （空）' }).click();
  await office.getByRole('combobox', { name: '填什么' }).click();
  await office.locator('.ant-select-item-option').filter({ hasText: '项目名称' }).first().click();
  await office.getByRole('button', { name: '保存', exact: true }).click();
}

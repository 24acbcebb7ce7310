import { expect, type Page, test } from '@playwright/test';
import { photoWithPlace } from './support/files.ts';
import { bringOut } from './support/publish.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** A photo of a report is covered on a telephone, reviewed large, signed, and seen by the public; the original stays in. */
test.describe.configure({ mode: 'serial' });

let office: Page;
test.beforeAll(async ({ browser }) => {
  office = await browser.newPage(PHONE);
});
test.afterAll(() => office.close());

const answer = (page: Page, what: string, said: string) =>
  page.getByRole('radiogroup', { name: what }).or(page.getByLabel(what)).getByText(said, { exact: true }).first();

test('the photo of an adopted report waits to be looked at', async ({ browser }) => {
  const liaison = await browser.newPage();
  await enter(liaison, 'yungang-renshe');
  const { buffer, name } = await photoWithPlace();
  const reportId = await liaison.evaluate(reportWithPhoto, { name, bytes: [...buffer] });
  await liaison.close();
  await enter(office, 'yungang-office');
  await office.evaluate(run, { command: 'delivery.adopt-report', input: { reportId } });
  await office.goto('/staff/140214/pictures');

  await expect(office.getByRole('link', { name: /处理照片：第 9 件/ })).toHaveCount(1);
  await fitsSideways(office);
});

test('boxes are drawn with the finger and moved with the keyboard; nothing goes out before every check is said', async () => {
  await office.getByRole('link', { name: /处理照片：第 9 件/ }).click();
  const picture = office.getByAltText('待处理的照片');
  await expect(office.locator('.cover-stage[aria-busy=false]')).toBeVisible();
  const { x, y, width, height } = (await picture.boundingBox())!;
  await office.mouse.move(x + width * 0.2, y + height * 0.2);
  await office.mouse.down();
  await office.mouse.move(x + width * 0.5, y + height * 0.6, { steps: 5 });
  await office.mouse.up();
  const box = office.getByRole('button', { name: /^遮挡框 1：左 20%，上 20%，宽 30%，高 40%/ });
  await expect(box).toBeVisible();
  await box.press('ArrowRight');
  await expect(office.getByRole('button', { name: /^遮挡框 1：左 21%/ })).toBeVisible();
  await office.getByRole('button', { name: '加一个框' }).click();
  await expect(office.getByRole('status').filter({ hasText: '遮挡框 2 个' })).toBeVisible();
  await office.getByRole('button', { name: /^遮挡框 2/ }).press('Delete');
  await expect(office.getByRole('status').filter({ hasText: '遮挡框 1 个' })).toBeVisible();
  await expect(office.getByRole('button', { name: '遮挡并公开' })).toBeDisabled();
  await fitsSideways(office);
});

test('covered, checked and described, the picture is ready for the next edition', async () => {
  await answer(office, '人脸', '已遮挡').click();
  for (const what of ['车牌', '门牌号和住户门', '未成年人']) await answer(office, what, '没有').click();
  await office.getByLabel('说明文字').fill('第九场招聘会');
  await office.getByLabel(/^替代文字/).fill('广场上的招聘摊位');
  await office.getByRole('button', { name: '遮挡并公开' }).click();

  await expect(office.getByRole('heading', { name: '公开的副本' })).toBeVisible();
  await expect(office.getByRole('listitem').filter({ hasText: '完成后 · 第九场招聘会 · 遮挡框 1 个' })).toBeVisible();
});

test('the edition shows it large to whoever reviews; once published, the page of the project shows it', async ({ browser, page }) => {
  const leader = await browser.newPage();
  await enter(leader, 'yungang-leader');
  const look = async () => {
    await expect(office.getByRole('heading', { name: '本期照片 1' })).toBeVisible();
    await expect(office.getByRole('img', { name: '广场上的招聘摊位' }).last()).toBeVisible();
  };
  await bringOut(office, leader, { district: '140214', look });
  await leader.close();
  await expect(office.getByText(/^这一期已公开/)).toBeVisible();

  await page.setViewportSize(PHONE.viewport);
  await page.goto('/140214/2026/9');
  const shown = page.getByRole('img', { name: '广场上的招聘摊位' });
  await shown.scrollIntoViewIfNeeded();
  await expect(shown).toBeVisible();
  const bytes = await (await page.request.get((await shown.getAttribute('src'))!)).body();
  expect(bytes.includes('Example Phone')).toBe(false);
  await fitsSideways(page);
});

type Sent = { readonly name: string; readonly bytes: readonly number[] };

/** In the page: uploads and reports, as other screens do. */
async function reportWithPhoto({ name, bytes }: Sent): Promise<string> {
  const session = await (await fetch('/api/session/me')).json();
  const headers = { 'x-luoshi-csrf': session.csrf as string };
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const { digest } = await (await fetch('/api/140214/files', { method: 'POST', headers, body: form })).json();
  const lists = await (await fetch('/api/140214/programme/programmes')).json();
  const { id } = lists.find((it: { kind: string }) => it.kind === 'ten-things');
  const list = await (await fetch(`/api/140214/programme/list?programmeId=${id}`)).json();
  const promise = list.promises.find((it: { object: string }) => it.object.includes('招聘会'));
  const input = {
    promiseId: promise.id,
    asOf: '2026-06-18',
    valueKind: 'cumulative',
    value: 9,
    measureUnit: '场',
    evidence: [digest],
    behindReason: '场地未定',
  };
  const body = JSON.stringify({ id: crypto.randomUUID(), name: 'delivery.submit-report', version: 1, input });
  const sent = await fetch('/api/140214/delivery/submit-report', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  const said = await sent.json();
  if (!sent.ok) throw new Error(JSON.stringify(said));
  return said.value.reportId;
}

/** In the page: one command, and what it gives back. */
async function run({ command, input }: { readonly command: string; readonly input: object }): Promise<{ readonly editionId: string }> {
  const session = await (await fetch('/api/session/me')).json();
  const answered = await fetch(`/api/140214/${command.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'x-luoshi-csrf': session.csrf as string, 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), name: command, version: 1, input }),
  });
  const said = await answered.json();
  if (!answered.ok) throw new Error(JSON.stringify(said));
  return said.value;
}

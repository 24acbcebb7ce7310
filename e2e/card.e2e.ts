import fs from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** 与我有关: an office writes the card of a promise on a telephone, and saves the long picture that goes into the groups. */
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const WIDTH = 1080;

const CARD = {
  who: '全区有求职意愿的居民，不限户籍，不限年龄',
  where: '云上大道一号区人力资源和社会保障服务大厅一楼东侧六号窗口',
  bring: '本人证件和简历',
  until: '全年办理，工作日上午八点半到十一点半，下午两点到五点',
  untilOn: '2026-12-31',
  office: '区就业服务中心',
  phone: '0352-1234567',
  events: [{ title: '夏季专场招聘会', on: '2026-06-27', from: '09:30', to: '11:30', place: '北门广场' }],
};

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

test('the long picture of a card is a PNG as wide as a telephone shows it sharply, with the drawing and nothing about its maker in it', async ({
  browser,
}) => {
  const office = await browser.newPage({ ...PHONE, acceptDownloads: true });
  await enter(office, 'yungang-office');
  const promiseId = await office.evaluate(writeCard, CARD);
  await office.goto('/staff/140214/cards');
  await expect(office.getByRole('link', { name: /招聘会/ })).toBeVisible();
  await picture(office, 'cards');
  await fitsSideways(office);
  await office.goto(`/staff/140214/cards/${promiseId}`);
  const save = office.getByRole('button', { name: '存成图片（PNG）' });
  await save.scrollIntoViewIfNeeded();
  const [download] = await Promise.all([office.waitForEvent('download'), save.click()]);
  const bytes = fs.readFileSync(await download.path());
  if (PICTURES) fs.writeFileSync(`${PICTURES}/long-picture.png`, bytes);
  await picture(office, 'card');

  expect(download.suggestedFilename()).toMatch(/招聘会.*\.png$/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
  expect(bytes.readUInt32BE(16)).toBe(WIDTH);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(WIDTH / 2);
  expect(new Set(chunksOf(bytes)).difference(new Set(['IHDR', 'sRGB', 'IDAT', 'IEND']))).toEqual(new Set());
  await fitsSideways(office);
  await office.close();
});

/** The parts of a PNG by name; words, place and time would stand in tEXt, iTXt, eXIf and tIME. */
function chunksOf(png: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) names.push(png.toString('latin1', at + 4, at + 8));
  return names;
}

/** In the page: the card of the job fairs. */
async function writeCard(card: object): Promise<string> {
  const session = await (await fetch('/api/session/me')).json();
  const { promises } = await (await fetch('/api/140214/publication/cards')).json();
  const { promiseId } = promises.find((it: { promise: string }) => it.promise.includes('招聘会'));
  const answered = await fetch('/api/140214/publication/write-card', {
    method: 'POST',
    headers: { 'x-luoshi-csrf': session.csrf as string, 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), name: 'publication.write-card', version: 1, input: { promiseId, card } }),
  });
  if (!answered.ok) throw new Error(await answered.text());
  return promiseId;
}

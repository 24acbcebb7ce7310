/** Takes the pictures of the README anew, from a running demo: `node tools/pictures.ts http://localhost:3000`. */
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { DEMO_PASSWORD } from '../seed/people.ts';
import { withBrowser } from './browser.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'docs', 'pictures');
/** A picture in a README has to load on a telephone too. */
const COLOURS = 64;

type Picture = {
  readonly file: string;
  readonly place: string;
  readonly width: number;
  readonly height: number;
  /** Who looks; nobody for public pages. */
  readonly username?: string;
};

const PICTURES: readonly Picture[] = [
  { file: 'board.png', place: '/140214/2026', width: 1440, height: 1890 },
  { file: 'board-phone.png', place: '/140214/2026', width: 390, height: 1000 },
  { file: 'workspace.png', place: '/staff/140214/board', width: 1440, height: 1100, username: 'yungang-office' },
  { file: 'report-phone.png', place: '/staff/140214/board', width: 390, height: 844, username: 'yungang-renshe' },
  { file: 'discrepancies.png', place: '/staff/140214/discrepancies', width: 1440, height: 1000, username: 'yungang-office' },
  { file: 'collecting.png', place: '/staff/140214/collection', width: 1440, height: 1030, username: 'yungang-office' },
];

const [base] = process.argv.slice(2);
if (!base) {
  console.error('usage: node tools/pictures.ts http://localhost:3000');
  process.exit(2);
}

await withBrowser(async (browser) => {
  for (const picture of PICTURES) await take(browser, base, picture);
});

async function take(browser: Browser, address: string, { file, place, width, height, username }: Picture): Promise<void> {
  const isPhone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: isPhone ? 2 : 1,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (username !== undefined) await logIn(page, address, username);
  await page.goto(`${address}${place}`, { waitUntil: 'networkidle' });
  if (file.startsWith('report')) await openReport(page, '举办专场招聘会');
  const taken = await page.screenshot({ animations: 'disabled' });
  const { size } = await sharp(taken).png({ palette: true, colours: COLOURS, compressionLevel: 9 }).toFile(path.join(FOLDER, file));
  console.log(`${file}: ${Math.round(size / 1024)} KB`);
  await context.close();
}

async function logIn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(`${address}/staff/`, { waitUntil: 'networkidle' });
  await page.locator('input').first().fill(username);
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('main#content').waitFor();
}

async function openReport(page: Page, promise: string): Promise<void> {
  await page.locator(`xpath=//*[contains(text(), "${promise}")]/following::a[contains(@href, "/report")][1]`).click();
  await page.locator('main form').waitFor();
}

/** A picture of a page: `node tools/screenshot.ts http://localhost:3000/ page.png [width]`. The whole page, without animation. */
import { withBrowser } from './browser.ts';

const [url, file, width = '1280'] = process.argv.slice(2);
if (!url || !file) {
  console.error('usage: node tools/screenshot.ts URL FILE.png [width]');
  process.exit(2);
}

await withBrowser(async (browser) => {
  const isPhone = Number(width) < 600;
  const page = await browser.newPage({
    viewport: { width: Number(width), height: isPhone ? 844 : 900 },
    deviceScaleFactor: isPhone ? 2 : 1,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`));
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  console.log(`${answer?.status() ?? '-'} ${page.url()} → ${file}`);
});

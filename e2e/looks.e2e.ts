import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/**
 * Every room of the workspace on a telephone: it fits, and nothing complains. With LUOSHI_E2E_PICTURES=folder each is also kept as a picture,
 * there and on a wide screen, to be looked at.
 */
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const ROOMS = [
  'my-week',
  'my-week/inbox',
  'my-week/reminders',
  'settings/notices',
  'settings/sent',
  'board',
  'reports',
  'inbox',
  'discrepancies',
  'bulletin',
  'editions',
  'programmes',
  'programmes/new',
  'organisation',
  'organisation/people',
  'account',
];
const WIDE = { viewport: { width: 1440, height: 900 } };
const SIZES = { 390: PHONE, ...(PICTURES && { 1440: WIDE }) };

for (const [width, size] of Object.entries(SIZES))
  test.describe(`at ${width} pixels`, () => {
    test.use(size);
    test(`no room of the workspace scrolls sideways or complains, at ${width} pixels`, async ({ page }) => {
      test.setTimeout(120_000);
      await enter(page, 'yungang-office');
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()} ${message.text()}`));
      page.on('pageerror', (fault) => faults.push(`${page.url()} ${fault.message}`));
      for (const room of [...ROOMS, ...(await roomsOfOnePromise(page))]) await test.step(room, () => look(page, room, width));

      expect(faults).toEqual([]);
    });
  });

async function roomsOfOnePromise(page: Page): Promise<readonly string[]> {
  await page.goto('/staff/140214/board');
  const address = await page.getByRole('link', { name: '举办专场招聘会' }).first().getAttribute('href');
  const room = address!.replace('/staff/140214/', '');
  return [room, `${room}/report`, `${room}/plan`];
}

async function look(page: Page, room: string, width: string): Promise<void> {
  await page.goto(`/staff/140214/${room}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText('正在读取…')).toHaveCount(0);
  await fitsSideways(page);
  if (PICTURES) {
    const name = room.replace(/[0-9a-f-]{36}/, 'one').replaceAll('/', '-');
    await page.screenshot({ path: path.join(PICTURES, `${width}-${name}.png`), fullPage: true, animations: 'disabled' });
  }
}

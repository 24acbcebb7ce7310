import { type Browser, expect, type Page } from '@playwright/test';
import { type OwnServer, startOwnServer } from '../own-server.ts';
import { enter } from '../staff.ts';

export const DISTRICT = '990004';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;

/** 一个月: the product on its own folder, and everybody's browser as he left it. */
export type Month = {
  readonly server: OwnServer;
  /** The workplace of an account, opened once; on another day it is the same browser. */
  readonly of: (username: string, size?: object) => Promise<Page>;
  readonly end: () => Promise<void>;
};

export async function beginMonth(browser: Browser): Promise<Month> {
  const server = await startOwnServer('e2e/support/one-month.ts');
  const pages = new Map<string, Page>();
  return {
    server,
    async of(username, size = {}) {
      const known = pages.get(username);
      if (known !== undefined) return known;
      const page = await browser.newPage({ baseURL: server.url, ...size });
      pages.set(username, page);
      await enter(page, username);
      return page;
    },
    async end() {
      for (const page of pages.values()) await page.close();
      await server.stop();
    },
  };
}

/** The parts of the story share one month. */
export type GetMonth = () => Month;

export const at = (page: Page, place: string) => page.goto(`/staff/${DISTRICT}/${place}`);
export const api = (place: string) => `/api/${DISTRICT}${place}`;

export async function read<Value>({ request }: Page, place: string): Promise<Value> {
  const answer = await request.get(api(place));
  expect(answer.status(), place).toBe(200);
  return (await answer.json()) as Value;
}

/** Looked at by eye where pictures are kept: on a wide screen and on a telephone. */
export async function seen(page: Page, name: string): Promise<void> {
  await expect(page.getByText('正在读取…')).toHaveCount(0);
  if (!PICTURES) return;
  const size = page.viewportSize()!;
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize(size);
}

/** Presses the button of the dialog that is open, and waits until it went through. */
export async function send(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
}

/** 印发: by the office, on the day that the page says afterwards. */
export async function issue(office: Page, day: string): Promise<void> {
  const button = { name: /^印\s*发$/ };
  await office.getByRole('button', button).click();
  await office.getByRole('dialog').getByRole('button', button).click();
  await expect(office.getByText(new RegExp(`^已于 ${day} 印发`))).toBeVisible();
}

/** A number of the list as the board has it on a day. */
export type Counted = { readonly counts: { readonly red: number; readonly yellow: number } };
type BoardLine = { readonly promise: { readonly measureUnit: string }; readonly done: number | null };
export type Board = Counted & { readonly projects: readonly { readonly promises: readonly BoardLine[] }[] };

export const boardOn = (page: Page, asOf?: string) => read<Board>(page, `/delivery/board?year=2026${asOf ? `&asOf=${asOf}` : ''}`);

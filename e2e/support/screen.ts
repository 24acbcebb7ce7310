import { expect, type Page } from '@playwright/test';

/** A common telephone. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** How many pixels the page is wider than its window. */
const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing has to be pushed sideways; a page is given the moment that it takes to lay itself out anew. */
export const fitsSideways = (page: Page, name = page.url()): Promise<void> =>
  expect.poll(() => sidewaysScroll(page), { message: `${name} is too wide` }).toBe(0);

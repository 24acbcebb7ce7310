import { test } from '@playwright/test';
import { playBulletin, playCorrection, playNextBulletin } from './support/month/bulletin.ts';
import { playMeeting, playNextMeeting } from './support/month/meeting.ts';
import { playInstruction, playMeasure, playOrders, playOverdue } from './support/month/orders.ts';
import { playQuarter, playSettlement } from './support/month/quarter.ts';
import { beginMonth, type Month } from './support/month/story.ts';
import { playWeek } from './support/month/weeks.ts';

/** One month of a district, played by clicks: units answer their weeks, a meeting decides, what it decided becomes orders, and every paper says what the board says. */
test.describe.configure({ mode: 'serial', timeout: 600_000 });

let month: Month | undefined;
const now = () => month!;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  month = await beginMonth(browser);
});
test.afterAll(async () => {
  await month?.end();
});

playWeek(now);
playMeeting(now);
playInstruction(now);
playOrders(now);
playOverdue(now);
playBulletin(now);
playMeasure(now);
playCorrection(now);
playQuarter(now);
playSettlement(now);
playNextBulletin(now);
playNextMeeting(now);

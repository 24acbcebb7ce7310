import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { startTestProvider, type TestProvider } from '../src/platform/session/oidc/test-provider.ts';
import { codeOf } from '../src/platform/session/test-code.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter, logIn } from './support/staff.ts';

const FRESH = 'Lidong-2026-hao';
const USERNAME = 'e2e-admin';
const PICTURES = process.env.LUOSHI_E2E_PICTURES;

/** The whole way of one administrator's account, from the printed slip to the log-in through a platform. The steps build on each other. */
test.describe.configure({ mode: 'serial' });

const closing: (() => void)[] = [];
let provider: TestProvider;
let secretUri = '';

test.beforeAll(async ({ baseURL }) => {
  provider = await startTestProvider(
    { after: (close) => closing.push(close as () => void) },
    baseURL!,
    Number(process.env.LUOSHI_E2E_OIDC_PORT),
  );
});
test.afterAll(() => {
  for (const close of closing) close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

async function run<Value>(request: APIRequestContext, name: string, input: unknown): Promise<Value> {
  const { csrf } = await (await request.get('/api/session/me')).json();
  const answer = await request.post(`/api/990001/${name.replace('.', '/')}`, {
    headers: { 'x-luoshi-csrf': csrf },
    data: { id: randomUUID(), name, version: 1, input, device: 'test' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).value as Value;
}

/** A system administrator of the trial district, made by its setup account; returns the first password of the slip. */
async function firstPassword(page: Page): Promise<string> {
  await enter(page, 'first-hour');
  const { request } = page;
  const unit = await run<{ id: string }>(request, 'organisation.set-up-unit', { name: '试用区数据资源中心' });
  const post = await run<{ id: string }>(request, 'organisation.create-post', { unitId: unit.id, kind: 'system-admin' });
  const appointed = { postId: post.id, person: { name: '甄试' }, fromOn: '2026-01-01' };
  const { personId } = await run<{ personId: string }>(request, 'organisation.appoint', appointed);
  const { accountId } = await run<{ accountId: string }>(request, 'organisation.create-account', { personId, username: USERNAME });
  const slips = await (await request.get(`/api/990001/organisation/account-slips?accounts=${accountId}`)).json();
  await page.context().clearCookies();
  return slips[0].password as string;
}

test('the first log-in ends at a new password, then at the authenticator, and only then in the workspace', async ({ page }) => {
  const printed = await firstPassword(page);
  await logIn(page, USERNAME, printed);
  await expect(page.getByText('这是首次登录，请先把初始口令换成只有您知道的口令。')).toBeVisible();
  await page.getByLabel('当前口令').fill(printed);
  await page.getByLabel(/^新口令/).fill('abc');
  await page.getByLabel('再输一遍新口令').fill('abd');
  await expect(page.getByText('两遍不一致')).toBeVisible();
  await expect(page.getByText(/口令至少 \d+ 位/)).toBeVisible();
  await picture(page, 'change-password');
  await page.getByLabel(/^新口令/).fill(FRESH);
  await page.getByLabel('再输一遍新口令').fill(FRESH);
  await page.getByRole('button', { name: '设置新口令' }).click();

  await expect(page.getByRole('heading', { name: '启用动态口令' })).toBeVisible();
  await page.getByLabel('口令').fill(FRESH);
  const [enrolled] = await Promise.all([page.waitForResponse(/totp\/enrol$/), page.getByRole('button', { name: '开始' }).click()]);
  secretUri = (await enrolled.json()).value.uri;
  await expect(page.getByText(/^备用码/)).toBeVisible();
  const shown = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  expect(shown).toBe(new URL(secretUri).searchParams.get('secret'));
  await picture(page, 'enrol-totp');
  await page.getByLabel(/动态口令/).fill('000000');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('动态口令不正确，请等下一个再输入；并请核对手机时间。')).toBeVisible();
  await page.getByLabel(/动态口令/).fill(codeOf(secretUri));
  await page.getByRole('button', { name: '下一步' }).click();

  await expect(page.getByRole('banner').getByText('落实')).toBeVisible();
});

test('password and code open the workspace; my account lists my log-ins, ends another one, and is linked to the platform', async ({
  page,
  browser,
}) => {
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  for (const one of [elsewhere, page]) {
    await logIn(one, USERNAME, FRESH);
    await one.getByLabel(/动态口令/).fill(codeOf(secretUri));
    await one.getByRole('button', { name: '下一步' }).click();
    await expect(one.getByRole('banner').getByText('落实')).toBeVisible();
  }
  await page.goto('/staff/990001/account');
  await expect(page.getByText('动态口令已启用', { exact: false })).toBeVisible();
  await expect(page.getByText('本次登录')).toBeVisible();
  await page.getByRole('button', { name: '结束', exact: false }).last().click();
  await expect(page.getByText('已结束')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole('button', { name: '登录' })).toBeVisible();
  await other.close();

  provider.next = { sub: 'e2e-1', username: 'whoever', amr: ['pwd'] };
  await expect(page.getByText('绑定以后，可以用它登录本账号；不影响口令。')).toBeVisible();
  await picture(page, 'account');
  await page.getByRole('button', { name: '绑定' }).click();
  await page.getByRole('dialog').getByLabel('口令').fill(FRESH);
  await page.getByRole('button', { name: '去认证' }).click();
  await expect(page.getByText('绑定成功，以后可以用统一身份认证登录')).toBeVisible();
});

test('through the platform the code is asked for where the platform asked for none, and not twice', async ({ page, context }) => {
  provider.next = { sub: 'e2e-1', username: 'whoever', amr: ['pwd'] };
  await page.goto('/staff/');
  await picture(page, 'log-in');
  await page.getByRole('button', { name: '使用统一身份认证' }).click();
  await expect(page.getByLabel(/动态口令/)).toBeVisible();
  await picture(page, 'code-after-platform');
  await page.getByLabel(/动态口令/).fill(codeOf(secretUri));
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('banner').getByText('落实')).toBeVisible();

  await context.clearCookies();
  provider.next = { sub: 'e2e-1', username: 'whoever', amr: ['pwd', 'mfa'] };
  await page.goto('/staff/');
  await page.getByRole('button', { name: '使用统一身份认证' }).click();
  await expect(page.getByRole('banner').getByText('落实')).toBeVisible();
});

test('whoever has no account here, or cancels at the platform, reads a sentence on the log-in page', async ({ page, context }) => {
  provider.next = { sub: 'e2e-2', username: 'nobody-here', amr: ['pwd'] };
  await page.goto('/staff/');
  await page.getByRole('button', { name: '使用统一身份认证' }).click();
  await expect(page.getByRole('alert')).toContainText('还没有对应本系统的账号');
  await picture(page, 'unknown-person');
  expect(new URL(page.url()).search).toBe('');

  await context.clearCookies();
  provider.next = null;
  await page.getByRole('button', { name: '使用统一身份认证' }).click();
  await expect(page.getByRole('alert')).toHaveText('统一身份认证平台没有让您登录，或您取消了登录。');
});

test('a browser of the floor, without the later parts of the language, opens the workspace; an older one reads why it may not', async ({
  browser,
}) => {
  const floor = await browser.newContext(PHONE);
  await floor.addInitScript(() => {
    for (const [owner, name] of [
      [Array.prototype, 'toSorted'],
      [Array.prototype, 'toReversed'],
      [Map, 'groupBy'],
      [URL, 'canParse'],
    ] as const)
      Reflect.deleteProperty(owner, name);
  });
  const page = await floor.newPage();
  await enter(page, 'yungang-office');
  await page.goto('/staff/140214/board');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#older-browser')).toBeHidden();
  await floor.close();

  const older = await browser.newContext(PHONE);
  await older.addInitScript(() => {
    CSS.supports = () => false;
  });
  const old = await older.newPage();
  await old.goto('/staff/');
  await expect(old.getByText('这个浏览器版本太旧', { exact: false })).toBeVisible();
  await picture(old, 'older-browser');
  await fitsSideways(old);
  await older.close();
});

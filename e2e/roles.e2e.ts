import { expect, test } from '@playwright/test';
import { enter, logIn } from './support/staff.ts';

/** Who may enter, and what each post may do there. */
test('a wrong password is answered without telling whether the name exists', async ({ page }) => {
  await logIn(page, 'yungang-office', 'not-the-password');
  await expect(page.getByRole('alert')).toHaveText('登录名或口令不正确。忘记口令请联系系统管理员重置。');
  await logIn(page, 'nobody-of-this-name', 'not-the-password');

  await expect(page.getByRole('alert')).toHaveText('登录名或口令不正确。忘记口令请联系系统管理员重置。');
});

test('after five wrong passwords the name is locked for a while, and the page says how long', async ({ page }) => {
  await logIn(page, 'pingcheng-zhujian', 'wrong-1');
  for (const wrong of ['wrong-2', 'wrong-3', 'wrong-4', 'wrong-5', 'wrong-6']) {
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('口令').fill(wrong);
    await Promise.all([page.waitForResponse(/log-in$/), page.getByRole('button', { name: '登录' }).click()]);
  }

  await expect(page.getByRole('alert')).toHaveText(/^连续输错次数过多，请 \d+ 分钟后再试。$/);
});

test('a liaison reports, and finds neither the inbox nor the button to adopt', async ({ page }) => {
  await enter(page, 'yungang-renshe');
  const menu = page.getByRole('navigation', { name: '菜单' }).first();
  await expect(menu.getByRole('link', { name: '我的本周' })).toBeVisible();
  await expect(menu.getByRole('link', { name: '审核采用' })).toHaveCount(0);
  await page.goto('/staff/140214/inbox');

  await expect(page.getByText(/没有这项权限|没有这个页面/)).toBeVisible();
});

test('the server refuses a liaison who adopts past the screens', async ({ page }) => {
  await enter(page, 'yungang-renshe');
  const { csrf } = await (await page.request.get('/api/session/me')).json();
  const answer = await page.request.post('/api/140214/delivery/adopt-many', {
    headers: { 'x-luoshi-csrf': csrf },
    data: {
      id: crypto.randomUUID(),
      name: 'delivery.adopt-many',
      version: 1,
      input: { items: [{ reportId: crypto.randomUUID(), overrides: [] }] },
      madeAt: new Date().toISOString(),
      device: 'test',
    },
  });

  expect(answer.status()).toBe(403);
});

test('the audit administrator must set up one-time codes before anything else', async ({ page }) => {
  await logIn(page, 'yungang-audit');

  await expect(page.getByRole('heading', { name: '启用动态口令' })).toBeVisible();
});

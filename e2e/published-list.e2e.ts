import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import type { SentFile } from './support/files.ts';
import { dropFile, logIn } from './support/staff.ts';
import { item, nextStep } from './support/wizard.ts';

/** A list as a real district printed it, in its three forms; each goes in and can be frozen after sensible decisions. The files lie beside the project. */
const ROOT = path.join(import.meta.dirname, '..');
const DATA = path.join(ROOT, '..', 'shared', 'data');
const FORMS = [
  ['990011', 'yungang-2026.docx'],
  ['990012', 'yungang-2026.xlsx'],
  ['990013', 'yungang-2026.tsv'],
] as const;
const NEW_PASSWORD = 'Lu-2026-Sample-Password';

const fileOf = (name: string): SentFile => ({ name, mimeType: 'application/octet-stream', buffer: readFileSync(path.join(DATA, name)) });

/** Begins a district beside the running server, with the account of its first hour. */
async function beginDistrict(code: string): Promise<{ username: string; password: string }> {
  const args = ['--disable-warning=ExperimentalWarning', 'src/main.ts', 'create-district', code, '样例区', '--json'];
  const env = { ...process.env, LUOSHI_DATA: process.env.LUOSHI_E2E_DATA, LUOSHI_TODAY: '', DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  return JSON.parse(stdout) as { username: string; password: string };
}

async function firstLogIn(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await logIn(page, username, password);
  await page.getByLabel('当前口令').fill(password);
  await page.getByLabel(/^新口令/).fill(NEW_PASSWORD);
  await page.getByLabel('再输一遍新口令').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '设置新口令' }).click();
  await page.getByRole('main').getByRole('button', { name: '导入清单' }).click();
}

async function putIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('年度').fill('2026');
  if (!name.endsWith('.tsv')) return dropFile(page, fileOf(name));
  await page.getByRole('textbox', { name: '或者粘贴' }).fill(fileOf(name).buffer.toString('utf8'));
  await page.getByRole('button', { name: '读出粘贴的内容' }).click();
}

for (const [code, name] of FORMS)
  test(`${name} is corrected and frozen`, async ({ page }) => {
    test.skip(!existsSync(path.join(DATA, name)), 'the published list is not here');
    await firstLogIn(page, await beginDistrict(code));
    await putIn(page, name);
    await expect(page.getByRole('status').filter({ hasText: '10 项 · 10 条承诺 · 3 项待定' })).toBeVisible();
    await page.getByRole('button', { name: '其余都以后再定' }).click();
    await nextStep(page, '计数口径');
    await page.getByRole('button', { name: '空着的都用建议填上' }).click();
    await nextStep(page, '责任单位');
    await nextStep(page, '进展');
    await page.getByLabel('这些进展截至哪一天？').fill('2026-06-18');
    await page.getByRole('button', { name: '全部核对无误' }).click();
    await nextStep(page, '预览冻结');
    await page.getByRole('listitem').filter({ hasText: '第 6 项' }).getByRole('button', { name: '去处理' }).click();
    await expect(item(page, '6').locator('.match-row').filter({ hasText: '考核取证' })).toContainText('不计入任何承诺');
    await item(page, '6').getByLabel('按一比一计入请写明理由').fill('一期就是一场');
    await item(page, '6').getByRole('checkbox', { name: '核对无误' }).check();
    await nextStep(page, '预览冻结');
    await page.getByRole('button', { name: '冻结清单' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('样例区政府常务会议审定');
    await page.getByRole('dialog').getByRole('button', { name: '冻结清单' }).click();

    await expect(page.getByText('清单已冻结')).toBeVisible();
  });

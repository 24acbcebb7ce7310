import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../seed/people.ts';
import type { SentFile } from './files.ts';

/** Types name and password into the log-in page; what follows depends on the account. */
export async function logIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/staff/');
  await page.getByLabel('登录名').fill(username);
  await page.getByLabel('口令').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Logs in and waits for the workspace. */
export async function enter(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await logIn(page, username, password);
  await expect(page.getByRole('banner').getByText('落实')).toBeVisible();
}

/** Pastes a table as it comes from a spreadsheet, in both forms that it puts on the clipboard. */
export async function pasteTable(page: Page, { html, text }: { readonly html: string; readonly text: string }): Promise<void> {
  const box = page.getByRole('textbox', { name: '或者粘贴' });
  await box.focus();
  await box.evaluate(
    (element, forms) => {
      const clipboardData = new DataTransfer();
      for (const [type, form] of Object.entries(forms)) clipboardData.setData(type, form);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { 'text/html': html, 'text/plain': text },
  );
}

/** Drops a file onto the wizard's landing place, as with the mouse. */
export async function dropFile(page: Page, { name, mimeType, buffer }: SentFile, place = '清单文件'): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, mimeType, content }) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name, { type: mimeType }));
      return held;
    },
    { name, mimeType, content: buffer.toString('base64') },
  );
  await page.getByRole('button', { name: place }).dispatchEvent('drop', { dataTransfer: transfer });
  await transfer.dispose();
}

/** Waits until the draft on the screen is on the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /已保存/ })).toBeVisible();
}

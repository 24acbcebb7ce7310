import type { Locator, Page } from '@playwright/test';

/** The block of one row of the list, found by its number. */
export function item(page: Page, no: string): Locator {
  return page.getByRole('article').filter({ has: page.locator('.no').getByText(no, { exact: true }) });
}

/** Selects words of the printed sentence with the mouse released over it. */
export async function selectWords(block: Locator, words: string): Promise<void> {
  await block.locator('.printed-text').evaluate((box, wanted) => {
    const start = box.textContent.indexOf(wanted);
    if (start < 0) throw new Error(`not in the sentence: ${wanted}`);
    const range = document.createRange();
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node.textContent!;
      if (before <= start && start < before + length) range.setStart(node, start - before);
      if (before < start + wanted.length && start + wanted.length <= before + length) range.setEnd(node, start + wanted.length - before);
      before += length;
    }
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
    box.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  }, words);
}

export async function nextStep(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `下一步：${name}` }).click();
}

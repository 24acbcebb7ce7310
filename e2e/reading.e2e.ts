import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { docxOf, lockedWord, oldWord, pdf, type SentFile, xlsxOf } from './support/files.ts';
import { dropFile, enter, pasteTable, saved } from './support/staff.ts';
import { item } from './support/wizard.ts';
import { AS_HTML, AS_TSV, CELLS, LIST_TITLE } from './support/year-list.ts';

/** How lists come in: in which forms, what cannot be read, and that nothing typed is lost. Each test takes a year of its own. */
let page: Page;
test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  page = await context.newPage();
  await enter(page, 'first-hour');
});
test.afterAll(() => page.context().close());

async function newList(year: number): Promise<void> {
  await page.goto('/staff/990001/programmes/new');
  await page.getByLabel('年度').fill(String(year));
  const again = page.getByRole('button', { name: '重新粘贴' });
  if (await again.isVisible()) await again.click();
}

const draftOpened = () => expect(page).toHaveURL(/\/programmes\/[0-9a-f-]{36}\/draft/);

async function read(year: number, from: SentFile | 'clipboard'): Promise<void> {
  await newList(year);
  if (from === 'clipboard') {
    await pasteTable(page, { html: AS_HTML, text: AS_TSV });
    await page.getByRole('button', { name: '读出粘贴的内容' }).click();
  } else await dropFile(page, from);
  await draftOpened();
}

/** The list as the server holds it, without the ids that each reading makes anew. */
async function projectsRead(request: APIRequestContext): Promise<unknown> {
  const [, programmeId] = /programmes\/([0-9a-f-]{36})/.exec(page.url())!;
  const { draft } = await (await request.get(`/api/990001/programme/draft?programmeId=${programmeId}`)).json();
  return JSON.parse(JSON.stringify(draft.projects, (key, value) => (/^(id|promiseId|unitId)$/.test(key) ? value !== null : value)));
}

test('the pasted table, the Word file and the workbook give the same draft', async () => {
  await read(2031, 'clipboard');
  const pasted = await projectsRead(page.request);
  await read(2032, await docxOf(LIST_TITLE, CELLS));
  const word = await projectsRead(page.request);
  await read(2033, await xlsxOf(LIST_TITLE, CELLS));
  const workbook = await projectsRead(page.request);

  expect(word).toEqual(pasted);
  expect(workbook).toEqual(pasted);
});

test('old, locked and foreign files are answered with the way out, and what was pasted before stays', async () => {
  await newList(2034);
  await pasteTable(page, { html: AS_HTML, text: AS_TSV });
  for (const [file, sentence] of [
    [oldWord, /另存为/],
    [lockedWord, /加密|密码/],
    [pdf, /另存为|粘贴/],
  ] as const) {
    await dropFile(page, file);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByText('收到一张表格，12 行')).toBeVisible();
  }
});

test('nonsense is answered with a sentence and stays to be corrected', async () => {
  await newList(2034);
  await page.getByRole('textbox', { name: '或者粘贴' }).fill('今天天气很好');
  await page.getByRole('button', { name: '读出粘贴的内容' }).click();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '或者粘贴' })).toHaveValue('今天天气很好');
});

test('the same file again opens the draft as it was corrected; a changed file shows the difference first', async () => {
  const file = await docxOf(LIST_TITLE, CELLS);
  await read(2035, file);
  await item(page, '9').getByLabel('项目名称').fill('稳就业');
  await saved(page);
  await read(2035, file);
  await expect(item(page, '9').getByLabel('项目名称')).toHaveValue('稳就业');

  const changed = CELLS.map((cells) => cells.map((cell) => cell.replace('招聘会20场', '招聘会24场')));
  await newList(2035);
  await dropFile(page, await docxOf(LIST_TITLE, changed));
  await expect(page.getByRole('heading', { name: /本年度已有一份草稿/ })).toBeVisible();
  await expect(page.getByRole('insertion').filter({ hasText: '24' }).first()).toBeVisible();
  await page.getByRole('button', { name: '继续核对原来的草稿' }).click();
  await expect(item(page, '9').getByText('20 场')).toBeVisible();
});

test('a reload in the middle of a correction loses nothing', async () => {
  await read(2036, 'clipboard');
  await item(page, '8').getByLabel('项目名称').fill('文化进乡村');
  await page.reload();

  await expect(item(page, '8').getByLabel('项目名称')).toHaveValue('文化进乡村');
});

test('two windows on one draft: the later one is told, and nothing is overwritten silently', async () => {
  await read(2037, 'clipboard');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await item(other, '8').getByLabel('项目名称').fill('甲窗口改的');
  await saved(other);
  await item(page, '8').getByLabel('项目名称').fill('乙窗口改的');

  await expect(page.getByText('这份草稿在别处被改过。')).toBeVisible();
  await page.getByRole('button', { name: '改用服务器上的' }).click();
  await expect(item(page, '8').getByLabel('项目名称')).toHaveValue('甲窗口改的');
  await other.close();
});

import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { photoWithPlace } from './support/files.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter, pasteTable, saved } from './support/staff.ts';
import { item, nextStep, selectWords } from './support/wizard.ts';
import { AS_HTML, AS_TSV } from './support/year-list.ts';

/** One person, no other account, an empty district: from the pasted list to the public board and the bulletin. */
test.describe.configure({ mode: 'serial' });

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
});
test.afterAll(() => page.close());

test('a newcomer logs in and is led to reading the list', async () => {
  await enter(page, 'first-hour');
  await expect(page.getByText('演示日期 2026年6月18日')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: '导入清单' }).click();

  await expect(page.getByText('非涉密系统，严禁存储、处理、传输涉密信息')).toBeVisible();
});

test('a table pasted from a spreadsheet becomes ten items with every promise beside its sentence', async () => {
  await pasteTable(page, { html: AS_HTML, text: AS_TSV });
  await expect(page.getByText('收到一张表格，12 行')).toBeVisible();
  await page.getByRole('button', { name: '读出粘贴的内容' }).click();

  await expect(page.getByRole('status').filter({ hasText: '10 项 · 13 条承诺 · 2 项待定' })).toBeVisible();
  await expect(item(page, '9').locator('mark')).toHaveText(['20场', '2个']);
  await expect(item(page, '9').getByRole('button', { expanded: false })).toHaveText([
    '举办专场招聘会20 场累计',
    '建成零工驿站不少于 2 个累计',
  ]);
  await expect(item(page, '7').getByRole('button', { expanded: false })).toHaveText('购买意外保险（低保对象、特困人员）约 1.2万 名累计');
});

test('a promise is corrected by selecting the words that it should name', async () => {
  await selectWords(item(page, '3'), '供水管网');
  await page.getByRole('button', { name: '设为对象' }).click();

  await expect(item(page, '3').getByRole('button', { expanded: false })).toHaveText('供水管网12 个累计');

  await selectWords(item(page, '10'), '为新婚夫妇提供婚检');
  await page.getByRole('button', { name: '设为承诺' }).click();
  await item(page, '10').getByRole('button', { name: '套用步骤：服务类' }).click();
  await expect(item(page, '10').getByLabel('步骤', { exact: true })).toHaveCount(5);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(item(page, '10').locator('mark')).toHaveCount(2);
});

test('items without a number are decided: by steps, or later', async () => {
  await item(page, '2').getByRole('button', { name: '分步骤' }).click();
  await item(page, '1').getByRole('button', { name: '以后再定' }).click();

  await expect(item(page, '1').getByText('目标以后再定，看板上显示为 ◌ 无数据。')).toBeVisible();
  await expect(item(page, '5').getByRole('button', { expanded: false })).toHaveText([
    '新建社区养老服务中心1 处 · 分步骤',
    '新增护理型床位150 张累计',
  ]);
  await expect(page.getByRole('status').filter({ hasText: '10 项 · 14 条承诺' })).toBeVisible();
});

test('an item that joins two matters is split where the person says', async () => {
  await item(page, '4').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '拆成两项' }).click();
  const dialog = page.getByRole('dialog', { name: '在哪里分开？' });
  await dialog.getByRole('button', { name: '提升 / 老旧电梯更新' }).click();
  await dialog.getByRole('button', { name: '拆开' }).click();

  await expect(page.getByRole('status').filter({ hasText: '11 项 · 14 条承诺' })).toBeVisible();
  await saved(page);
});

test('one promise gets its counting rule now, the others later', async () => {
  await nextStep(page, '计数口径');
  const rule = item(page, '9').locator('section').filter({ hasText: '举办专场招聘会' });
  await rule.getByRole('button', { name: '采用建议' }).click();
  await rule.getByLabel('凭什么证明').fill('现场照片、进场单位名册');

  await expect(rule.getByLabel('什么时候算')).toHaveValue('活动举办当日');
  await expect(page.getByRole('status').filter({ hasText: '13 条的口径还没定完' })).toBeVisible();
});

test('the units of the list are in place, and the divided item gets its own', async () => {
  await nextStep(page, '责任单位');
  await item(page, '4.2').getByLabel('牵头单位').fill('区住建局');
  await page.keyboard.press('Escape');

  await expect(item(page, '3').getByLabel('牵头单位')).toHaveValue('区水务局');
  await expect(item(page, '3').getByText('东川镇、柳林乡：新单位，冻结时建立')).toBeVisible();
});

test('each figure of the progress column is matched to a promise, with its day and the reason for another unit', async () => {
  await nextStep(page, '进展');
  await page.getByLabel('这些进展截至哪一天？').fill('2026-05-31');
  await item(page, '6').getByLabel('按一比一计入请写明理由').fill('一期就是一场，签到表按场次造册');
  await page.getByRole('button', { name: '全部核对无误' }).click();

  await expect(item(page, '4.2').locator('.match-row').filter({ hasText: '电梯' })).toContainText('更新住宅电梯 18 部');
  await expect(item(page, '6').locator('.match-row').filter({ hasText: '取得证书' })).toContainText('不计入任何承诺');
  await expect(item(page, '3').getByText('原文只写“55%”，没有说是什么的百分之几')).toBeVisible();
});

test('the preview shows the board, and the list is frozen with its ground', async () => {
  await nextStep(page, '预览冻结');
  await expect(page.getByText('没有要解决的问题，可以冻结。')).toBeVisible();
  await expect(item(page, '9').getByText('建成零工驿站')).toBeVisible();
  await page.getByRole('button', { name: '冻结清单' }).click();
  const dialog = page.getByRole('dialog', { name: '冻结后承诺不能直接修改' });
  await expect(dialog).toContainText('将冻结 11 项、14 条承诺');
  await dialog.getByRole('textbox').fill('示例区政府第 3 次常务会议审定');
  await dialog.getByRole('button', { name: '冻结清单' }).click();

  await expect(page.getByText('清单已冻结')).toBeVisible();
});

test('the progress of the list becomes reports, adopted after their checks are read', async () => {
  await page.getByRole('button', { name: '采用清单上的进展' }).click();
  await page.getByRole('button', { name: '都是年初以来的累计数' }).click();
  await expect(page.getByText(/取来 14 条/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(14);
  for (const reason of await page.getByLabel('理由', { exact: true }).all()) await reason.fill('清单原文如此，以清单为准');
  await page.getByRole('button', { name: '全部采用（14）' }).click();

  await expect(page.getByText('没有等待审核的报送')).toBeVisible();
});

test('the page of things that do not add up names what the list leaves open', async () => {
  await page.getByRole('navigation').getByRole('link', { name: '对不上的地方' }).click();

  await expect(page.getByText('第3件报“完成55%”，没有说是什么的55%')).toBeVisible();
  await expect(page.getByText('现按一期算一场计入，记录的理由：一期就是一场，签到表按场次造册。')).toBeVisible();
});

test('on a phone a figure with a photo is reported in a few taps', async ({ browser }) => {
  const phone = await browser.newPage({ storageState: await page.context().storageState(), ...PHONE });
  await phone.goto('/staff/990001/board');
  await phone.getByRole('navigation').getByRole('link', { name: '本周' }).tap();
  await phone.getByRole('button', { name: '全部承诺和补报' }).tap();
  await phone.getByRole('link', { name: /举办专场招聘会/ }).tap();
  await phone.getByLabel('完成了多少？').fill('13');
  await phone.getByText('年初到现在一共').tap();
  const choosing = phone.waitForEvent('filechooser');
  await phone.getByRole('button', { name: '拍照' }).tap();
  await (await choosing).setFiles(await photoWithPlace());
  await expect(phone.getByRole('img', { name: '现场.jpg' })).toBeVisible();
  await fitsSideways(phone);
  await phone.getByRole('button', { name: '报送', exact: true }).tap();

  await expect(phone.getByText('已报送，等督查室审核采用')).toBeVisible();
  await phone.close();
});

test('the photo that the office sees says nothing of the place where it was taken', async () => {
  await page.goto('/staff/990001/inbox');
  const photo = page.getByRole('img', { name: '佐证照片 1' });
  await expect(photo).toBeVisible();
  const shown = await page.request.get((await photo.getAttribute('src'))!);
  const { exif, xmp, iptc } = await sharp(await shown.body()).metadata();

  expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
});

test('the adopted figure moves the light on the board, and the reason stands beside it', async () => {
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await expect(page.getByText('没有等待审核的报送')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: '看板' }).click();

  const fairs = item(page, '9').locator('.p').filter({ hasText: '举办专场招聘会' });
  await expect(fairs).toContainText('13 / 20 场');
  await expect(fairs).toContainText('正常');
  await expect(fairs).toContainText('按默认直线推算（单位未报计划）');
  await expect(item(page, '7').locator('.p')).toContainText('严重滞后');
});

test('an edition is prepared, reviewed, signed and published', async () => {
  await page.getByRole('navigation').getByRole('link', { name: '公开版' }).click();
  await page.getByRole('main').getByRole('button', { name: '准备公开版' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '准备公开版' }).click();
  await page.getByRole('checkbox', { name: '已做保密审查，不含国家秘密和工作秘密' }).check();
  await page.getByRole('checkbox', { name: '已做公开属性审查，可以主动公开' }).check();
  await page.getByRole('button', { name: '审查通过' }).click();
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await page.getByRole('dialog', { name: '签发' }).getByRole('button', { name: '签发' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('dialog', { name: '发布' }).getByRole('button', { name: '发布' }).click();

  await expect(page.getByRole('link', { name: '看公开页面' })).toBeVisible();
});

test('everybody can read the board without logging in', async ({ browser }) => {
  const visitor = await browser.newPage();
  await visitor.goto('/990001/2026');

  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('2026 年民生实事');
  await expect(visitor.getByText('举办专场招聘会')).toBeVisible();
  await expect(visitor.locator('script')).toHaveCount(0);
  await visitor.close();
});

test("the month's bulletin downloads as a Word file", async () => {
  await page.getByRole('navigation').getByRole('link', { name: '月通报' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载 Word/ }).click();
  const file = await downloading;
  const bytes = await readFile((await file.path())!);

  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('word/document.xml')).toBe(true);
  expect(bytes.length).toBeGreaterThan(8_000);
});

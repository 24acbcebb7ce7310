import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';
import { type SentFile, xlsxOf } from './support/files.ts';
import { bringOut } from './support/publish.ts';
import { fitsSideways, PHONE } from './support/screen.ts';
import { enter } from './support/staff.ts';

/** With LUOSHI_E2E_PICTURES=folder every room of the story is kept as a picture, on a telephone and on a wide screen. */
const PICTURES = process.env.LUOSHI_E2E_PICTURES;
const WIDE = { width: 1440, height: 900 };
const HOME = '/staff/140214';
const DOSES = 'HPV疫苗接种';

test('a figure is counted from records: imported, decided, switched over, and opened to the row of the file', async ({ browser }) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  const office = await somebody(browser, 'yungang-office', faults);
  const health = await somebody(browser, 'yungang-weijian', faults);

  await test.step('the office switches the promise over and typing is refused', () => switchOver(office));

  await test.step('a roster is set up, imported and corrected', () => keepRoster(health));

  await test.step('what a figure hangs on is not the unit’s to change; the office changes it with a reason', () =>
    changeInUse(office, health));

  await test.step('a rule is tried out in its form, and what nobody can meet is not saved', () => tryRule(office));

  await test.step('a GB18030 file is imported, with its wrong rows told', () => importText(health));

  await test.step('an .xlsx corrects it, and the difference is accepted', () => importSheet(health));

  await test.step('two that look alike are decided, and the figure changes', () => decide(health));

  await test.step('the figure opens to townships, and for the unit to a row and its file', () => openDown(office, health));

  await test.step('published, it opens to townships for everybody, and to records for the unit', () => publish(browser, faults, office));

  await test.step('five months against twelve are refused with the reason', () => refuseToCompare(office));

  await test.step('who is due for the second dose', () => due(health));

  await test.step('a list that was accepted by mistake is withdrawn with its reason', () => withdraw(health));
  expect(faults).toEqual([]);
});

async function somebody(browser: Browser, name: string, faults: string[]): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  page.on('pageerror', (fault) => faults.push(`${page.url()} ${fault.message}`));
  await enter(page, name);
  return page;
}

async function openFigure(page: Page): Promise<void> {
  await page.goto(`${HOME}/records`);
  await page.getByRole('link', { name: /免费接种HPV疫苗/ }).click();
  await expect(page.getByRole('heading', { name: '四个数，不混用' })).toBeVisible();
}

async function switchOver(office: Page): Promise<void> {
  await office.goto(`${HOME}/records`);
  await expect(office.getByRole('article', { name: DOSES })).toBeVisible();
  await look(office, 'home');
  await countsTo(office, '204');
  await expect(office.getByTestId('series')).toContainText('全程（2 剂都计入）完成 59 人');
  await look(office, 'figure-side-by-side');
  await office.getByRole('button', { name: '打开承诺页' }).click();
  await office.getByRole('button', { name: '改为由实绩计数' }).click();
  await office.getByRole('dialog').getByRole('textbox').fill('两数相符，专题会议同意');
  await office.getByRole('dialog').getByRole('button', { name: '改为由实绩计数' }).click();
  await expect(office.getByText('由实绩计数：数字由登记的记录计出', { exact: false })).toBeVisible();
  await look(office, 'promise-switched');
  await office.goto(`${office.url()}/report`);
  await expect(office.getByText('不用填报数字和节点', { exact: false })).toBeVisible();
  await expect(office.getByLabel('完成了多少？')).toHaveCount(0);
}

const HEADS = ['姓名', '证件号码', '乡镇', '接种日期', '剂次', '接种单号', '监护人同意', '监护人电话'];
const girl = (serial: number, name: string, phone: string, change: Partial<Record<number, string>> = {}) => {
  const row = [name, fictionalIdentity(serial, '2012-03-04', 'f'), '示例东乡', '2026-06-01', '1', `K${serial}`, '是', phone];
  return row.map((cell, i) => change[i] ?? cell);
};

/** Bytes of the few signs that the file needs; Node decodes GB 18030 and does not encode it. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low]);
      codes.set(decoder.decode(bytes), bytes);
    }
  return Buffer.concat([...text].map((sign) => (sign.charCodeAt(0) < 128 ? Buffer.from(sign) : codes.get(sign)!)));
}

async function drop(page: Page, kind: string, file: SentFile): Promise<void> {
  await page.goto(`${HOME}/records`);
  await page
    .getByRole('article', { name: kind })
    .getByRole('button', { name: /^导\s*入$/ })
    .click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('待认可')).toBeVisible({ timeout: 60_000 });
}

const ROSTER = '示例西乡适龄女孩';

async function keepRoster(health: Page): Promise<void> {
  await health.goto(`${HOME}/records`);
  await health.getByRole('button', { name: '立名册' }).click();
  const dialog = health.getByRole('dialog');
  await dialog.getByLabel('名称').fill(ROSTER);
  await dialog.getByLabel('来源（文件、公报）').fill('学校学籍（虚构）');
  await dialog.getByText('涉及健康、救助或未成年人').click();
  await look(health, 'roster-form');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  const card = health.getByRole('article', { name: ROSTER });
  await expect(card).toBeVisible();
  const rows = [40, 41, 42].map((serial) => `虚构名册${serial},${fictionalIdentity(serial, '2012-05-06', 'f')},示例西乡`);
  await drop(health, ROSTER, {
    name: '适龄女孩.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['姓名,证件号码,乡镇', ...rows].join('\r\n')),
  });
  await health.getByRole('button', { name: '认可并计入' }).click();
  await expect(health.getByText('已计入').first()).toBeVisible();
  await health.goto(`${HOME}/records`);
  await expect(card).toContainText('名单 3 人');
  await card.getByRole('button', { name: /^更\s*正$/ }).click();
  await dialog.getByLabel('来源（文件、公报）').fill('教育局学籍（虚构）');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(card).toContainText('教育局学籍（虚构）');
}

const CANTEEN = '老年助餐（示例东村）';

async function changeInUse(office: Page, health: Page): Promise<void> {
  await health.goto(`${HOME}/records`);
  await health
    .getByRole('article', { name: DOSES })
    .getByRole('button', { name: /^更\s*正$/ })
    .click();
  const dialog = health.getByRole('dialog');
  await dialog.getByText('没有佐证编号的不认定').click();
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(dialog.getByText(/没有佐证编号的不认定只能由督查室写明依据更改/)).toBeVisible();
  await look(health, 'kind-in-use');
  await dialog.getByRole('button', { name: /^取\s*消$/ }).click();
  await office.goto(`${HOME}/records`);
  const card = office.getByRole('article', { name: CANTEEN });
  await card.getByRole('button', { name: /^更\s*正$/ }).click();
  await office.getByRole('dialog').getByLabel('餐次或场次（用顿号隔开，没有则不填）').fill('早餐、午餐、晚餐');
  await office.getByRole('dialog').getByLabel('依据').fill('助餐方案增加早餐');
  await look(office, 'kind-in-use-office');
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s*存$/ })
    .click();
  await card.getByText('更正过 1 次').click();
  await expect(card).toContainText('餐次或场次：午餐、晚餐 → 早餐、午餐、晚餐。依据：助餐方案增加早餐');
  await look(office, 'kind-changed');
}

async function tryRule(office: Page): Promise<void> {
  await office.goto(`${HOME}/records`);
  await office.getByRole('article', { name: DOSES }).getByRole('button', { name: '改规则' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByText('试一试').click();
  await expect(dialog.getByRole('status')).toHaveText('不知道：缺少登记的事实');
  await dialog.locator('details input[type=date]').nth(1).fill('1990-01-01');
  await expect(dialog.getByRole('status')).toHaveText('不符合');
  await look(office, 'rule-tester');
  await dialog.locator('details input[type=date]').first().fill('');
  await expect(dialog.getByText('请填服务日期', { exact: false })).toBeVisible();
  await dialog.locator('details input[type=date]').first().fill('2026-06-18');
  await dialog.getByText('历版规则（', { exact: false }).click();
  await expect(dialog.getByText(/第 1 版，从头起用/)).toBeVisible();
  await look(office, 'rule-history');
  await dialog.getByLabel('至少').first().fill('');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(dialog.getByText('第 1 组的年龄两头都没有填', { exact: false })).toBeVisible();
  await dialog.getByLabel('至少').first().fill('13');
  await dialog.getByLabel('至多').first().fill('7');
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(dialog.getByText(/至少 13 大于至多 7，没有人会符合/)).toBeVisible();
  await look(office, 'rule-swapped');
  await dialog.getByRole('button', { name: /^取\s*消$/ }).click();
}

async function importText(health: Page): Promise<void> {
  const rows = [
    girl(30, '虚构甲', '13900000001'),
    girl(31, '虚构乙', '13900000002'),
    girl(32, '虚构丙', '13900000003', { 1: '140213201203042000' }),
    girl(33, '虚构丁', '13900000004', { 3: '2027-01-01' }),
  ];
  const text = [HEADS, ...rows, ['合计', '', '', '', '4']].map((it) => it.join(',')).join('\r\n');
  await drop(health, DOSES, { name: '六月补种.csv', mimeType: 'text/csv', buffer: inGb18030(text) });
  await expect(health.getByText('已收 2 行，3 行没有收下')).toBeVisible();
  await expect(health.getByText('末几位已经丢失', { exact: false })).toBeVisible();
  await look(health, 'import-read');
  await accept(health, '206');
}

/** Accepted, the rows count at once. */
async function accept(health: Page, counted: string): Promise<void> {
  await health.getByRole('button', { name: '认可并计入' }).click();
  await expect(health.getByText('已计入').first()).toBeVisible();
  await countsTo(health, counted);
}

async function countsTo(page: Page, counted: string): Promise<void> {
  await openFigure(page);
  await expect(page.getByTestId('counted')).toHaveText(counted);
}

async function importSheet(health: Page): Promise<void> {
  const rows = [
    HEADS,
    girl(30, '虚构甲', '13900000001'),
    girl(31, '虚构乙', '13900000002'),
    girl(34, '虚构戊', '13900000005'),
    girl(35, '虚构戊', '13900000005'),
  ];
  await drop(health, DOSES, await xlsxOf('六月补种（更正）', rows, '六月补种更正.xlsx'));
  await health.getByText(/更正第 \d+ 次（六月补种.csv）/).click();
  await expect(health.getByText('新增 2 行，减少 0 行，改动 0 行，相同 2 行')).toBeVisible();
  await health.getByRole('button', { name: '逐行看差别' }).click();
  await expect(health.getByText('共 2 行').first()).toBeVisible();
  await expect(health.getByRole('cell', { name: '新增' })).toHaveCount(2);
  await look(health, 'import-difference');
  await accept(health, '208');
}

async function decide(health: Page): Promise<void> {
  await health.goto(`${HOME}/records`);
  await health.getByRole('article', { name: DOSES }).getByRole('button', { name: '疑似重复 1 对' }).click();
  await expect(health.getByText('虚构戊').first()).toBeVisible();
  await look(health, 'duplicates');
  await health.getByRole('button', { name: '是同一人' }).click();
  await health.getByRole('dialog').getByRole('textbox').fill('电话核实，补办过证件');
  await health.getByRole('dialog').getByRole('button', { name: '是同一人' }).click();
  await expect(health.getByText('没有待判断的')).toBeVisible();
  await countsTo(health, '207');
}

async function openDown(office: Page, health: Page): Promise<void> {
  await office.goto(`${HOME}/board`);
  await expect(office.getByText('207').first()).toBeVisible();
  await openFigure(office);
  await expect(office.getByText('看板用的是由实绩计数；不能另外填数。')).toBeVisible();
  await expect(office.getByRole('cell', { name: '示例东乡' })).toBeVisible();
  await expect(office.getByTestId('said')).toContainText('只数第 1 剂');
  await expect(office.getByRole('row', { name: /示例西乡/ })).toBeVisible();
  await expect(office.getByRole('button', { name: /^示例东乡 / })).toHaveCount(0);
  await look(office, 'figure-counted');
  await narrow(office);
  await openFigure(health);
  await health.getByRole('button', { name: /^示例东乡 · 2026年6月 / }).click();
  await health.getByLabel('查看用途（写入审计）').fill('核对六月补种');
  await health.getByRole('button', { name: /^查\s*看$/ }).click();
  await expect(health.getByText('六月补种更正.xlsx', { exact: false }).first()).toBeVisible();
  await expect(health.getByText(fictionalIdentity(30, '2012-03-04', 'f'))).toHaveCount(0);
  await look(health, 'figure-rows');
  const saved = health.waitForEvent('download');
  await health.getByRole('button', { name: '下载原文件' }).first().click();
  expect((await saved).suggestedFilename()).toBe('六月补种更正.xlsx');
}

/** The figure of one township is that of its row. */
async function narrow(office: Page): Promise<void> {
  const row = (await office.getByRole('row', { name: /示例东乡/ }).innerText()).split(/\s+/);
  const scope = office.getByRole('combobox', { name: '范围' });
  await scope.fill('示例东乡');
  await scope.press('Enter');
  await expect(office.getByText('由实绩计数（示例东乡）')).toBeVisible();
  await expect(office.getByRole('row', { name: /示例西乡/ })).toHaveCount(0);
  const counted = await office.getByTestId('counted').innerText();
  expect(row).toContain(counted);
  expect(Number(counted)).toBeLessThan(207);
  await office.reload();
  await expect(office.getByTestId('counted')).toHaveText(counted);
  await look(office, 'figure-of-township');
}

async function publish(browser: Browser, faults: string[], office: Page): Promise<void> {
  const leader = await somebody(browser, 'yungang-leader', faults);
  await bringOut(office, leader, {
    district: '140214',
    look: async () => {
      await expect(office.getByRole('link', { name: '打开到记录' }).first()).toBeVisible();
      await look(office, 'edition-with-parts');
    },
  });
  const citizen = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await citizen.goto('/140214/2026');
  await citizen
    .getByRole('link', { name: /免费接种HPV疫苗/ })
    .first()
    .click();
  await citizen.locator('section.plan', { hasText: 'HPV' }).getByRole('link', { name: '这个数字怎么来的' }).click();
  await expect(citizen.getByText('207').first()).toBeVisible();
  await expect(citizen.getByText('只数第 1 剂；全程 2 剂都完成的 59 人')).toBeVisible();
  await expect(citizen.getByRole('rowheader', { name: '示例东乡' })).toBeVisible();
  await expect(citizen.getByRole('table', { name: /分月/ })).toBeVisible();
  await expect(citizen.locator('body')).not.toContainText('虚构');
  await look(citizen, 'public-figure');
  await citizen.context().close();
  await leader.context().close();
}

async function refuseToCompare(office: Page): Promise<void> {
  await office.goto(`${HOME}/records/compare`);
  await office.getByRole('button', { name: '五个月比全年，下降 85%' }).click();
  await expect(office.getByRole('status')).toHaveText(/不可比/);
  await expect(office.getByText('期间长短不同：5个月对12个月')).toBeVisible();
  await expect(office.getByText('也会显示−58.3%', { exact: false })).toBeVisible();
  await look(office, 'compare-refused');
  const newer = office.getByRole('group', { name: '新的数' });
  await newer.getByLabel('数', { exact: true }).fill('一百');
  await newer.getByLabel('期间止').fill('2025-12-31');
  await expect(newer.getByRole('alert')).toHaveText(['期间止早于期间起', '“一百”不是数，请填数字，最多三位小数']);
  await expect(office.getByRole('status')).toHaveText('有填得不对的地方，改好以后才有结论。');
  await look(office, 'compare-mistyped');
}

async function due(health: Page): Promise<void> {
  await health.goto(`${HOME}/records`);
  await health.getByRole('article', { name: DOSES }).getByRole('button', { name: '应种名单' }).click();
  await expect(health.getByText('间隔不足', { exact: false }).first()).toBeVisible();
  await look(health, 'doses');
}

async function withdraw(health: Page): Promise<void> {
  await health.goto(`${HOME}/records`);
  const card = health.getByRole('article', { name: ROSTER });
  await card.getByRole('link', { name: /^第 \d+ 次导入$/ }).click();
  await health.getByRole('button', { name: '撤回导入' }).click();
  const dialog = health.getByRole('dialog');
  await expect(dialog.getByText('这次导入的行不再计入', { exact: false })).toBeVisible();
  await look(health, 'withdraw');
  await dialog.getByRole('textbox').fill('导成了别的学校');
  await dialog.getByRole('button', { name: '撤回导入' }).click();
  await expect(health.getByText(/撤回：导成了别的学校/)).toBeVisible();
  await look(health, 'withdrawn');
  await health.goto(`${HOME}/records`);
  await expect(card).toContainText('已撤回');
  await expect(card).not.toContainText('名单 3 人');
}

async function look(page: Page, name: string, both = true): Promise<void> {
  const before = page.viewportSize();
  for (const size of both ? [WIDE, PHONE.viewport] : [before!]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150);
    await fitsSideways(page, `${name} at ${size.width}`);
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `people-${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before!);
}

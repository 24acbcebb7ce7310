import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { readDocument } from '#/platform/documents/read.ts';
import { makeForm, type PaperForm } from './documents/form-word.ts';
import { makeRegister } from './documents/register-sheet.ts';
import { DEFAULT_PROFILE } from './rules/profile.ts';
import { listOrderFacts } from './store/facts.ts';
import { aDistrictWithUnits, type TestOrders, valueIn } from './test-orders.ts';

async function formOf({ office }: TestOrders, query: string): Promise<PaperForm> {
  const { status, body, text } = await office.get(`/orders/slip?${query}`);
  assert.equal(status, 200, text);
  return (body as { form: PaperForm }).form;
}

const cells = (form: PaperForm) => Object.fromEntries(form.rows.map(({ name, text }) => [name, text]));

test('the slip of an order says matter, unit, post with its holder, the days, and its colour in words; Word reads the same', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, water, office } = orders;
  const order = await issue({ matter: '修复东街路灯', requirement: '更换灯头', postId: water.headPostId, isUrgent: true });

  const form = await formOf(orders, `orderId=${order.id}`);
  const word = await readDocument(await makeForm(form), '交办单.docx');
  const file = await office.get(`/orders/slip.docx?orderId=${order.id}`);

  const said = cells(form);
  assert.deepEqual(
    [form.title, form.under, form.colour],
    ['督办事项交办单', '编号：交办〔2026〕1号', { code: 'blue', word: '蓝色　交办' }],
  );
  assert.deepEqual(
    [said.工作事项, said.工作要求, said.责任单位, said.责任岗位, said.时限要求],
    ['修复东街路灯', '更换灯头', '区水利局', '区水利局局长（陈水）', '2026年6月18日前签收；2026年6月21日前反馈进展；2026年6月25日前办结'],
  );
  const table = word.ok ? word.value.blocks.find((it) => it.kind === 'table') : undefined;
  assert.ok(table?.kind === 'table' && table.rows.some((row) => row.join('|') === '工作事项|修复东街路灯'));
  assert.match(String(file.headers['content-disposition']), /docx/);
});

test('a slip about a unit that was renamed since says both names', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, setup, water, office } = orders;
  const order = await issue();

  valueIn(await setup.run('organisation.rename-unit', { unitId: water.unitId, name: '区水务局' }));
  valueIn(await office.run('orders.urge', { orderId: order.id, reason: '请于本周内安排人员' }));
  const { slips } = (await office.get(`/orders/order?orderId=${order.id}`)).body as { slips: { id: string }[] };
  const form = await formOf(orders, `orderId=${order.id}&slipId=${slips[0]!.id}`);

  assert.equal(cells(form).责任单位, '区水利局（现区水务局）');
  assert.deepEqual([form.title, form.colour], ['督办事项催办单', { code: 'yellow', word: '黄色　催办' }]);
});

test('the register and the columns of the province hold the same orders, by the filter that is set', async (t) => {
  const { app, issue, office, roads } = await aDistrictWithUnits(t);
  const first = await issue({ matter: '甲事项' });
  await issue({ matter: '乙事项', unitId: roads.unitId });
  valueIn(await office.run('orders.set-province-number', { orderId: first.id, provinceNumber: 'SX-001' }));
  const rows = (await app.read('990001', (reader) => listOrderFacts(reader))).map((it) => ({ ...it, unitNow: it.unitName, lastWords: '' }));

  const read = async (as: 'register' | 'province') => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await makeRegister(rows, { as, profile: DEFAULT_PROFILE, today: '2026-06-18' })) as never);
    const sheet = book.worksheets[0]!;
    return [1, 2, 3].map((row) => (sheet.getRow(row).values as unknown[]).slice(1, 5).join('|'));
  };
  const page = (await office.get(`/orders/list?show=open&unitId=${roads.unitId}`)).body as { rows: unknown[]; counts: { open: number } };
  const file = await office.get('/orders/register.xlsx?show=all&as=province');

  assert.deepEqual(await read('province'), [
    '省系统编号|本级编号|事项类别|事项内容',
    'SX-001|〔2026〕1号|一般事项|甲事项',
    '|〔2026〕2号|一般事项|乙事项',
  ]);
  assert.deepEqual(await read('register'), ['编号|事项|要求|类别', '〔2026〕1号|甲事项||一般事项', '〔2026〕2号|乙事项||一般事项']);
  assert.deepEqual([page.rows.length, page.counts.open], [1, 1]);
  assert.equal(file.status, 200);
});

test('a unit reads its own orders in the list and no others; My week asks it, and the office, for what each owes', async (t) => {
  const { issue, water, roads, office, file } = await aDistrictWithUnits(t);
  const [own] = [await issue({ matter: '甲事项' }), await issue({ matter: '乙事项', unitId: roads.unitId })];
  const rows = async (query: string) => ((await water.head.get(`/orders/list?${query}`)).body as { rows: { matter: string }[] }).rows;
  const week = async (person: typeof office) => JSON.stringify((await person.get('/notices/my-week')).body);

  assert.deepEqual(
    (await rows('show=all')).map(({ matter }) => matter),
    ['甲事项'],
  );
  assert.match(await week(water.liaison), /orders\.sign/);
  valueIn(await water.head.run('orders.sign', { orderId: own!.id }));
  assert.match(await week(water.liaison), /orders\.reply.*orders\.settle/);
  valueIn(await water.head.run('orders.apply', { orderId: own!.id, text: '修好了', files: [await file()] }));
  assert.doesNotMatch(await week(water.liaison), /"orders\./);
  assert.match(await week(office), /orders\.clear/);
});

test('a day before, the day, and the day after: limits in days, working days with make-up days, and months', async (t) => {
  const { issue, office } = await aDistrictWithUnits(t, '2026-01-31');
  const month = await issue({ kind: 'complex' });
  const profile = {
    ...DEFAULT_PROFILE,
    kinds: [{ ...DEFAULT_PROFILE.kinds[0]!, settle: { count: 5, in: 'working-days' as const } }],
  };

  valueIn(await office.run('orders.set-profile', { profile, reason: '本区按工作日计算' }));
  const after = await issue();

  assert.deepEqual([month.dueOn, after.dueOn], ['2026-02-28', '2026-02-06'], 'a month from the 31st ends on the last day');
  const kept = ((await office.get(`/orders/order?orderId=${month.id}`)).body as { profile: { kinds: unknown[] } }).profile;
  assert.equal(kept.kinds.length, DEFAULT_PROFILE.kinds.length, 'what was issued before keeps its rules');
});

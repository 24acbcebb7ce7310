import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import type { JobDeps } from '#/platform/module.ts';
import { readNext } from './actions/people/run-imports.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aWorkbook, type Cell, inGb18030 } from './test-files.ts';
import { aDistrictWithTests, aRow, csvOf, intake, type TestPeople } from './test-people.ts';

type Seen = {
  readonly import: { readonly state: string; readonly rowsTaken: number; readonly rowsRefused: number; readonly trouble: unknown };
  readonly faults: readonly { readonly rowNo: number; readonly sheet: string | null; readonly field: string; readonly kind: string }[];
};
const seen = async (it: TestPeople, importNo: number) => (await it.bureau.get(`/records/import?importNo=${importNo}`)).body as Seen;

const HEADS = ['姓名', '证件号码', '乡镇', '检测日期', '报告编号', '性别', '数量', '出生日期'];
const sound = (serial: number): string[] => [
  ...[`虚构${serial}`, fictionalIdentity(serial, '1990-05-01', 'f'), '东河乡', '2026-03-05'],
  ...[`R${serial}`, '女', '', ''],
];
const spoiled = (identity: string) => identity.replace(/.$/, (last) => (last === '1' ? '2' : '1'));

/** Ten ways of being wrong: the column, what stands there, and what is said of it. */
const WRONG: readonly (readonly [column: number, text: (row: readonly string[]) => string, kind: string, says: RegExp])[] = [
  [0, () => '', 'missing', /姓名.*未填写/],
  [1, (row) => `${row[1]!.slice(0, 15)}000`, 'identity-digits-lost', /证件号码.*存成了数字.*原件/],
  [1, (row) => row[1]!.slice(0, 15), 'identity-length', /证件号码.*应为 18 位，现在是 15 位/],
  [1, (row) => spoiled(row[1]!), 'identity-check', /证件号码.*校验位不符.*核对原件/],
  [2, () => '无名乡', 'area-unknown', /乡镇街道.*没有登记过“无名乡”.*登记的名称/],
  [3, () => '三月初五', 'date-unreadable', /日期.*“三月初五”不是日期.*2026-06-18/],
  [3, () => '2026-12-31', 'date-in-future', /日期.*2026-12-31 晚于今天/],
  [3, () => '1980-01-01', 'date-before-birth', /日期.*1980-01-01 早于出生日期/],
  [5, () => '男', 'sex-differs', /性别.*“男”.*请核对/],
  [6, () => '许多', 'number-unreadable', /数量.*“许\*”不是 1 到 99 的整数/],
];

test('of a roll with sixty wrong rows of ten kinds each is named with field, reason and what to do, and nothing else is lost', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rows = Array.from({ length: 100 }, (_, i) => {
    const [column, text] = WRONG[i % 10]!;
    const row = sound(i);
    return i < 60 ? row.with(column, text(row)) : row;
  });
  for (const bytes of [
    inGb18030([HEADS, ...rows].map((row) => row.join(',')).join('\r\n')),
    await aWorkbook({ 名册: { rows: [HEADS, ...rows] } }),
  ]) {
    const no = await it.read(bytes);
    const read = await seen(it, no);

    assert.deepEqual([read.import.state, read.import.rowsTaken, read.import.rowsRefused], ['read', 40, 60]);
    assert.deepEqual(
      read.faults.map(({ rowNo, kind }) => [rowNo, kind]),
      rows.slice(0, 60).map((_, i) => [i + 2, WRONG[i % 10]![2]]),
    );
    const report = (await it.bureau.get(`/records/import-report?importNo=${no}`)).text.replace('\ufeff', '').trim().split('\r\n').slice(1);
    assert.equal(report.length, 60);
    for (const [i, line] of report.entries()) {
      assert.match(line, new RegExp(`,"${i + 2}",`));
      assert.match(line, WRONG[i % 10]![3]);
    }
    await it.accept(no);
    assert.equal((await it.figure()).counted.numerator, 40);
  }
});

test('titles, merged headings, two sheets, a hidden one, sums, dates of all kinds and full-width digits are read as they are meant', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const full = (text: string) => text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const who = (serial: number) => fictionalIdentity(serial, '1990-05-01', 'f');
  const titles: Cell[][] = [
    ['东河乡乙肝检测名册'],
    ['序号', '基本情况', '', '', '检测', ''],
    ['', '姓名', '身份证号码', '乡镇', '检测日期', '报告编号'],
  ];
  const first: Cell[][] = [
    [1, '虚构一', full(who(1)), '东河乡', new Date(Date.UTC(2026, 2, 5)), 'R1'],
    [2, '虚构二', ` ${who(2)} `, '东河乡', '2026.3.6', 'R2'],
    [3, '虚构三', who(3), '东河乡', '2026年3月7日', 'R3'],
    [4, '虚构四', who(4), '东河乡', '２０２６－０３－０８', 'R4'],
    [5, '虚构五', Number(who(5).replace('X', '0')), '东河乡', '2026-03-09', 'R5'],
    ['合计', '', '', '', 5, ''],
    ['填表人：某某', '', '', '', '', ''],
  ];
  const second: Cell[][] = [
    ['姓名', '身份证号码', '乡镇', '检测日期', '报告编号'],
    ['虚构六', who(6), '西河乡', 46_086, 'R6'],
    ['虚构一', who(1), '西河乡', '2026-03-05', 'R1'],
  ];
  const no = await it.read(
    await aWorkbook({
      东河: { rows: [...titles, ...first], merge: ['A1:F1', 'B2:D2', 'E2:F2'] },
      草稿: { rows: [titles[2]!, [9, '虚构九', who(9), '东河乡', '2026-03-05', 'R9']], isHidden: true },
      西河: { rows: second },
    }),
  );
  const read = await seen(it, no);

  assert.deepEqual(
    read.faults.map(({ sheet, rowNo, field, kind }) => [sheet, rowNo, field, kind]),
    [
      ['东河', 8, 'identity', 'identity-digits-lost'],
      ['东河', 9, 'name', 'totals-row'],
      ['东河', 10, 'name', 'totals-row'],
      ['西河', 3, 'identity', 'row-twice'],
    ],
  );
  assert.deepEqual([read.import.rowsTaken, read.import.rowsRefused], [5, 4]);
  assert.deepEqual(read.import.trouble, { kind: 'hidden-sheets', sheets: '草稿' });
  await it.accept(no);
  const rows = (await it.bureau.get(`/records/rows?promiseId=${it.promiseId}&purpose=${encodeURIComponent('核对检测数')}`)).body as {
    rows: { sheet: string; rowNo: number; onDay: string }[];
  };
  assert.deepEqual(rows.rows.map((row) => [row.sheet, row.rowNo, row.onDay]).sort(), [
    ['东河', 4, '2026-03-05'],
    ['东河', 5, '2026-03-06'],
    ['东河', 6, '2026-03-07'],
    ['东河', 7, '2026-03-08'],
    ['西河', 2, '2026-03-05'],
  ]);
});

test('a heading that is printed again on each page is no row: nobody is refused for it', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const pages = [1, 3, 5].flatMap((serial) => [HEADS, sound(serial), sound(serial + 1)]);
  const read = await seen(it, await it.read(await aWorkbook({ 名册: { rows: [['东河乡检测名册'], ...pages] } })));

  assert.deepEqual([read.import.rowsTaken, read.import.rowsRefused, read.faults], [6, 0, []]);
});

test('a person in whose row a street, a kind of paper or 低保 is written as a heading is, is nobody’s heading: the first rows are taken too', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  answerOf(await it.list.office.run('planning.set-up-area', { kind: 'township', name: '江北街道' }));
  const heads = ['姓名', '证件类型', '证件号码', '乡镇', '检测日期', '报告编号', '困难类别'];
  const row = (serial: number, name = `虚构${serial}`) => [
    ...[name, '居民身份证', fictionalIdentity(serial, '1990-05-01', 'f'), '江北街道', '2026-03-05', `保单00${serial}`, '低保'],
  ];
  const names = ['虚构一', '证明明', '虚构三'];
  const read = await seen(
    it,
    await it.read([heads, ...names.map((name, i) => row(i + 1, name))].map((cells) => cells.join(',')).join('\r\n')),
  );
  assert.deepEqual([read.import.rowsTaken, read.import.rowsRefused, read.faults], [3, 0, []]);

  const broken = [row(4).with(2, ''), row(5).with(0, '').with(2, '12345')];
  const told = await seen(it, await it.read([heads, ...broken, row(6)].map((cells) => cells.join(',')).join('\r\n')));
  assert.deepEqual([told.import.rowsTaken, told.import.rowsRefused], [1, 2]);
});

test('a sheet without a heading is named with its rows, before and behind those that have one; none of them is lost without a word', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const own = (from: number) => [0, 1, 2, 3, 4, 5].map((i) => sound(from + i));
  const named = fictionalIdentity(9, '1990-05-01', 'f');
  const book = await aWorkbook({ 说明: { rows: [['请按表填写']] }, 一: { rows: [HEADS, ...own(1)] }, [named]: { rows: own(7) } });
  const no = await it.read(book);
  const read = await seen(it, no);

  assert.deepEqual([read.import.state, read.import.trouble, read.import.rowsTaken, read.import.rowsRefused], ['read', null, 6, 7]);
  assert.deepEqual(
    read.faults.map(({ sheet, kind }) => [sheet, kind]),
    [
      ['说明', 'sheet-without-heading'],
      [`99${'*'.repeat(14)}${named.slice(-2)}`, 'sheet-without-heading'],
    ],
  );
  const report = (await it.bureau.get(`/records/import-report?importNo=${no}`)).text.trim().split('\r\n');
  assert.match(report.at(-1)!, /这张工作表没有找到表头，6 行都没有读；是名单的，请补上表头/);
});

for (const [name, file, trouble] of [
  ['a program', Buffer.from('MZ\x90\x00\x03'.repeat(40), 'latin1'), 'not-a-document'],
  ['half a workbook', null, 'damaged'],
  ['a table without a heading', Buffer.from('1,2,3\r\n4,5,6\r\n'), 'no-heading'],
] as const) {
  test(`${name} is refused with its reason, and leaves nothing`, async (t) => {
    const it = await aDistrictWithTests(t);
    const half = async () =>
      (await aWorkbook({ 名册: { rows: [HEADS, ...Array.from({ length: 50 }, (_, i) => sound(i))] } })).subarray(0, 4_000);
    const read = await seen(it, await it.read(file ?? (await half())));

    assert.deepEqual([read.import.state, (read.import.trouble as { kind: string }).kind, read.import.rowsTaken], ['failed', trouble, 0]);
  });
}

test('a text that is called a workbook is told to be none, unless it has the heading of a table; then it is read', async (t) => {
  const it = await aDistrictWithTests(t);
  const service = { target: 'service', targetId: it.kindId } as const;
  const as = async (text: string) => seen(it, await it.read(text, service, '检测名单.xlsx'));
  const notes = await as('会议纪要\r\n今天到会的有十二人\r\n');
  assert.deepEqual([notes.import.state, (notes.import.trouble as { kind: string }).kind], ['failed', 'not-a-workbook']);
  const table = await as([HEADS, sound(1)].map((row) => row.join(',')).join('\r\n'));
  assert.deepEqual([table.import.state, table.import.rowsTaken], ['read', 1]);
});

test('a sheet that is called by the person who stands on it, or by a number, is covered in the faults', async (t) => {
  const it = await aDistrictWithTests(t);
  const wrong = (name: string) => [HEADS, sound(1).with(0, name).with(2, '无名乡')];
  const number = fictionalIdentity(3, '1990-05-01', 'f');
  const book = await aWorkbook({
    虚构王五: { rows: wrong('虚构王五') },
    [number]: { rows: wrong('虚构赵六') },
    东河乡: { rows: wrong('虚构孙七') },
  });
  const read = await seen(it, await it.read(book));
  assert.deepEqual(
    (read.faults as readonly { sheet: string }[]).map(({ sheet }) => sheet),
    ['虚***', `99${'*'.repeat(14)}${number.slice(-2)}`, '东河乡'],
  );
});

test('two imports of one roll at once: one is opened, the other is told which', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const bytes = Buffer.from([HEADS, sound(1), sound(2)].map((row) => row.join(',')).join('\r\n'));
  const files = await Promise.all([1, 2].map(() => intake(it.list, it.bureau, bytes)));
  const both = await Promise.all(
    files.map((file) => it.bureau.run('records.open-import', { target: 'service', targetId: it.kindId, file })),
  );

  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  assert.equal(kindOf(both.find(({ status }) => status === 409)!), 'import-known');
  const { importNo } = answerOf<{ importNo: number }>(both.find(({ status }) => status === 200)!);
  const { readNext } = await import('./actions/people/run-imports.ts');
  await Promise.all([readNext('990001', it.deps), readNext('990001', it.deps)]);
  await it.accept(importNo);
  assert.equal((await it.figure()).counted.numerator, 2);
});

test('a rule that is changed later leaves what was counted before its day as it was, and judges what comes after', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'eligible' });
  const row = (serial: number, on: string) =>
    [`虚构${serial}`, fictionalIdentity(serial, '1950-01-01', 'f'), '东河乡', on, `R${serial}`].join(',');
  await it.accept(await it.read(['姓名,证件号码,乡镇,检测日期,报告编号', row(1, '2026-03-05'), row(2, '2026-06-17')].join('\r\n')));
  const set = (from: string) =>
    it.list.office.run('records.set-eligibility', {
      serviceKindId: it.kindId,
      rule: { groups: [[{ about: 'age', least: 7, most: 80 }]], consentUnder14: true },
      from,
      reason: '放宽年龄',
    });

  assert.equal((await it.figure()).counted.numerator, 0);
  answerOf(await set('2026-06-01'));
  assert.equal((await it.figure()).counted.numerator, 1);
  assert.equal(kindOf(await set('2026-06-01')), 'rule-not-later');
});

test('a rule whose ages are swapped is refused with both ages, and the rule in force stays', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'eligible' });
  const groups = [[{ about: 'sex', is: 'f' }], [{ about: 'age', least: 60, most: 7 }]];
  const said = { serviceKindId: it.kindId, from: '2026-06-01', reason: '放宽年龄' };
  const refused = await it.list.office.run('records.set-eligibility', { ...said, rule: { groups } });
  assert.equal(kindOf(refused), 'ages-swapped');
  assert.match(refused.text, /"group":2,"least":60,"most":7/);
  const right = [groups[0], [{ about: 'age', least: 7, most: 7 }]];
  answerOf(await it.list.office.run('records.set-eligibility', { ...said, rule: { groups: right, consentUnder14: true } }));
});

test('an import whose reading fails holds up no other, and is given up after the third time with nothing left of it', async (t) => {
  const it = await aDistrictWithTests(t);
  const opened = async (serials: readonly number[]) => {
    const file = await intake(it.list, it.bureau, Buffer.from(csvOf(serials.map((serial) => aRow({ serial })))));
    const target = { target: 'service', targetId: it.kindId };
    return answerOf<{ importNo: number }>(await it.bureau.run('records.open-import', { ...target, file })).importNo;
  };
  const [bad, good] = [await opened([1, 2]), await opened([3])];
  const failing: JobDeps = {
    ...it.deps,
    run: (command, district, input) => {
      const isBad = command.name === 'records.take-chunk' && (input as { importNo: number }).importNo === bad;
      return isBad ? Promise.reject(new Error('the reading fails')) : it.deps.run(command, district, input);
    },
  };
  const stateOf = async (no: number) =>
    ((await it.bureau.get(`/records/import?importNo=${no}`)).body as { import: { state: string; trouble: { kind: string } | null } })
      .import;

  await assert.rejects(readNext('990001', failing), /the reading fails/);
  await readNext('990001', failing);
  assert.deepEqual([(await stateOf(bad)).state, (await stateOf(good)).state], ['waiting', 'read']);
  await assert.rejects(readNext('990001', failing), /the reading fails/);
  await assert.rejects(readNext('990001', failing), /the reading fails/);
  await readNext('990001', failing);

  const given = await stateOf(bad);
  assert.deepEqual([given.state, given.trouble?.kind], ['failed', 'reading-failed']);
  const left = await it.list.app.ownerPool.query('select 1 from records.roll_block where import_no = $1', [bad]);
  assert.equal(left.rowCount, 0);
  await readNext('990001', failing);
});

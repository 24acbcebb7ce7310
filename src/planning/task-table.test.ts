import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { readDocument } from '#/platform/documents/read.ts';
import { loadTable } from './actions/task-files.ts';
import { makeListsSheet, makeTaskSheet } from './documents/task-sheet.ts';
import { makeListsWord, makeTaskWord } from './documents/task-word.ts';
import type { TaskDifference, TaskRemark } from './rules/task-import.ts';
import { TABLE_HEADS, type TableColumn, threeLists } from './rules/task-table.ts';
import { refusalOf, valueIn } from './test-places.ts';
import { aBreakdown, type TestBreakdown } from './test-tasks.ts';

type Report = {
  readonly rows: number;
  readonly summary: { added: number; changed: number; same: number };
  readonly remarks: readonly TaskRemark[];
  readonly differences: readonly TaskDifference[];
  readonly stand: number;
};
type Edit = (sheet: ExcelJS.Worksheet, columnOf: (column: TableColumn) => number) => void;

/** Sends the table out, lets somebody fill it in, and uploads it again. */
async function filledIn({ app, office, programmeId, file }: TestBreakdown, edit: Edit): Promise<string> {
  const actor = office.actor;
  const bytes = await app.read('990001', async (reader) => {
    const { shown, world, title } = await loadTable({ ...reader, actor }, programmeId);
    return makeTaskSheet(title, shown, world.names);
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.getWorksheet('分解表')!;
  const heads = (sheet.getRow(1).values as string[]).map(String);
  edit(sheet, (column) => heads.indexOf(TABLE_HEADS[column]));
  return file('分解表.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
}

const check = async ({ office, programmeId }: TestBreakdown, digest: string) =>
  valueIn<Report>(await office.get(`/planning/task-import/check?digest=${digest}&programmeId=${programmeId}`));

test('the table that went out and came back unchanged changes nothing', async (t) => {
  const it = await aBreakdown(t);
  await it.task('管网改造', { funds: [{ source: 'province', yuan: 123456.78 }], quarterGoals: [null, '完工', null, null] });
  await it.task('水质检测', { supportingUnitIds: [it.culture.unitId], postId: it.water.postId, startOn: '2026-05-01' });

  const report = await check(it, await filledIn(it, () => {}));

  assert.deepEqual([report.summary, report.remarks, report.differences], [{ added: 0, changed: 0, same: 2 }, [], []]);
});

test('two tasks that swap their names in a table keep their numbers; two that end with one name are told', async (t) => {
  const it = await aBreakdown(t);
  const ids = [await it.task('管网改造'), await it.task('水质检测')];
  const renamed = (first: string, second: string) =>
    filledIn(it, (sheet, columnOf) => {
      sheet.getRow(2).getCell(columnOf('name')).value = first;
      sheet.getRow(3).getCell(columnOf('name')).value = second;
    });

  const clash = await check(it, await renamed('水质检测', '水质检测'));
  assert.equal(clash.remarks.filter(({ isError }) => isError).length > 0, true);
  const digest = await renamed('水质检测', '管网改造');
  const { summary, remarks, stand } = await check(it, digest);
  assert.deepEqual([summary, remarks], [{ added: 0, changed: 2, same: 0 }, []]);
  const base = { [`breakdown:${it.programmeId}`]: stand };
  valueIn(await it.office.run('planning.import-tasks', { digest, programmeId: it.programmeId }, { base }));
  const named = new Map((await it.tasks()).map(({ id, name }) => [id, name]));
  assert.deepEqual(
    ids.map((id) => named.get(id)),
    ['水质检测', '管网改造'],
  );
});

test('a filled-in table says what it would change, and is written once it is confirmed', async (t) => {
  const it = await aBreakdown(t);
  await it.task('管网改造');
  const digest = await filledIn(it, (sheet, columnOf) => {
    sheet.getRow(2).getCell(columnOf('content')).value = '更换入户管线';
    sheet.getRow(2).getCell(columnOf('province')).value = 70.5;
    sheet.getRow(2).getCell(columnOf('due')).value = '2026年9月30日';
    const added = sheet.getRow(3);
    for (const [column, text] of [
      ['no', '2'],
      ['name', '水质检测'],
      ['due', '2026-11-30'],
      ['supporting', '区文旅局'],
    ] as const)
      added.getCell(columnOf(column)).value = text;
  });

  const report = await check(it, digest);
  assert.deepEqual(report.summary, { added: 1, changed: 1, same: 0 });
  assert.deepEqual(
    report.differences[0]!.changes.map(({ field, to }) => [field, to]),
    [
      ['content', '更换入户管线'],
      ['province', '70.5'],
      ['due', '2026年9月30日'],
    ],
  );
  assert.equal((await it.tasks())[0]!.content, '');

  const base = { base: { [`breakdown:${it.programmeId}`]: report.stand } };
  valueIn(await it.office.run('planning.import-tasks', { digest, programmeId: it.programmeId }, base));
  const [first, second] = await it.tasks();
  assert.deepEqual([first!.content, first!.dueOn, first!.funds], ['更换入户管线', '2026-09-30', [{ source: 'province', yuan: 705000 }]]);
  assert.deepEqual([second!.name, second!.leadUnitId, second!.supportingUnitIds], ['水质检测', it.water.unitId, [it.culture.unitId]]);
  assert.deepEqual((await check(it, digest)).summary, { added: 0, changed: 0, same: 2 });
});

test('a column under another name is refused by its name', async (t) => {
  const it = await aBreakdown(t);
  await it.task('管网改造');
  const digest = await filledIn(it, (sheet, columnOf) => {
    sheet.getRow(1).getCell(columnOf('due')).value = '截止日';
  });
  const answer = await it.office.get(`/planning/task-import/check?digest=${digest}&programmeId=${it.programmeId}`);

  const refusal = (answer.body as { refusal: object }).refusal;
  assert.deepEqual(refusal, { kind: 'heads-differ', missing: ['完成时限'], strange: ['截止日'] });
});

test('each cell that cannot be taken says why, and nothing is written', async (t) => {
  const it = await aBreakdown(t);
  await it.task('管网改造');
  const cases: readonly (readonly [TableColumn, string, string])[] = [
    ['due', '六月底', 'not-a-day'],
    ['due', '2027-06-30', 'refused'],
    ['due', '', 'missing'],
    ['city', '约70', 'not-money'],
    ['lead', '区某某局', 'unit-unknown'],
    ['post', '没有这个岗位', 'post-unknown'],
    ['overseeing', '水利局农水股股长', 'post-unknown'],
    ['sites', '无名村', 'site-unknown'],
    ['code', 'FFFFFFFF', 'code-unknown'],
    ['name', '', 'missing'],
  ];
  for (const [column, text, kind] of cases) {
    const digest = await filledIn(it, (sheet, columnOf) => {
      sheet.getRow(2).getCell(columnOf(column)).value = text;
    });
    const { remarks } = await check(it, digest);
    assert.deepEqual(
      remarks.map((one) => [one.row, one.kind]),
      [[2, kind]],
      `${column} ${text}`,
    );
    assert.equal(
      refusalOf(await it.office.run('planning.import-tasks', { digest, programmeId: it.programmeId })).kind,
      'import-has-errors',
    );
  }
});

test('what others changed after the download stays, and the later writer sees where both changed the same', async (t) => {
  const it = await aBreakdown(t);
  const taskId = await it.task('管网改造');
  const digest = await filledIn(it, (sheet, columnOf) => {
    sheet.getRow(2).getCell(columnOf('content')).value = '表里写的内容';
  });
  const same = { taskId, name: '管网改造', leadUnitId: it.water.unitId, dueOn: '2026-09-30' };
  const stand = (await check(it, digest)).stand;
  valueIn(await it.office.run('planning.change-task', { ...same, content: '页面上写的内容' }));

  const stale = await it.office.run(
    'planning.import-tasks',
    { digest, programmeId: it.programmeId },
    { base: { [`breakdown:${it.programmeId}`]: stand } },
  );
  assert.match(stale.text, /changed-since/);
  const { remarks, differences } = await check(it, digest);
  assert.deepEqual(
    remarks.map((one) => [one.field, one.kind, one.isError]),
    [['content', 'overlaid', false]],
  );
  assert.deepEqual(differences[0]!.changes, [{ field: 'content', from: '页面上写的内容', to: '表里写的内容' }]);
  valueIn(await it.office.run('planning.import-tasks', { digest, programmeId: it.programmeId }));
  assert.deepEqual([(await it.tasks())[0]!.content, (await it.tasks())[0]!.dueOn], ['表里写的内容', '2026-09-30']);
});

test('a unit fills in the rows of its own tasks; in others it changes nothing', async (t) => {
  const it = await aBreakdown(t);
  await it.task('文化墙', { leadUnitId: it.culture.unitId });
  await it.task('管网改造');
  const goal = await filledIn(it, (sheet, columnOf) => {
    sheet.getRow(2).getCell(columnOf('goal2')).value = '定稿';
  });
  const foreign = await filledIn(it, (sheet, columnOf) => {
    sheet.getRow(3).getCell(columnOf('goal2')).value = '定稿';
  });
  const bring = (digest: string) => it.culture.head.run('planning.import-tasks', { digest, programmeId: it.programmeId });

  valueIn(await bring(goal));
  assert.equal(refusalOf(await bring(foreign)).kind, 'import-has-errors');
  assert.deepEqual(
    (await it.tasks()).map((one) => one.quarterGoals[1]),
    ['定稿', null],
  );
});

test('the three lists and the table print as Word and Excel with the usual columns', async (t) => {
  const it = await aBreakdown(t);
  await it.task('管网改造', {
    funds: [{ source: 'city', yuan: 500000 }],
    postId: it.water.postId,
    quarterGoals: ['设计', null, '完工', null],
  });
  const { shown, world } = await it.app.read('990001', (reader) => loadTable({ ...reader, actor: it.office.actor }, it.programmeId));

  const three = threeLists(shown, world.names);
  const lists = await readDocument(await makeListsWord('2026年6月18日', three), '三张清单.docx');
  const book = await readDocument(await makeListsSheet(three), '三张清单.xlsx');
  const table = await readDocument(await makeTaskWord('责任分解表', '2026年6月18日', shown, world.names), '分解表.docx');
  const headsOf = (content: typeof lists) =>
    content.ok ? content.value.blocks.flatMap((one) => (one.kind === 'table' ? [one.rows[0]!.join('|')] : [])) : [];
  assert.deepEqual(headsOf(lists), [
    '序号|项目名称|任务名称|建设内容及规模|年度计划投资（万元）|点位',
    '序号|项目名称|任务名称|牵头领导|牵头单位|配合单位|责任岗位|责任人|联系人岗位',
    '序号|项目名称|任务名称|牵头单位|开工时间|完成时限|季度目标',
  ]);
  assert.deepEqual(headsOf(book), headsOf(lists));
  const [tasks] = book.ok ? book.value.blocks : [];
  assert.deepEqual(tasks?.kind === 'table' && [tasks.sheet, tasks.rows[1]![2], tasks.rows[1]![4]], ['任务清单', '管网改造', '50']);
  assert.match(headsOf(table)[0]!, /年度计划投资（万元）\|资金来源（万元）\|牵头领导\|牵头单位/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentContent } from '#/kernel/document-content.ts';
import { newId } from '#/kernel/id.ts';
import { wordsOfRemark } from '../words/import.ts';
import { checkRows } from './import.ts';
import { type Existing, planImport, summaryOf } from './import-plan.ts';
import { dayFrom, readImportTable } from './import-table.ts';

const HEAD = ['单位名称*', '单位类别', '别名', '岗位类别', '岗位名称', '姓名', '手机号', '任职日期', '开通账号', '登录名'];
const TODAY = '2026-06-18';
const EMPTY: Existing = { units: [], posts: [], holdings: [], people: [], usernames: new Map() };

function aTable(...rows: readonly string[][]): DocumentContent {
  const all = [['单位人员表', '', '', '', '', '', '', '', '', ''], HEAD, ...rows];
  const table = {
    kind: 'table',
    sheet: '单位岗位人员',
    ordinal: 1,
    isHidden: false,
    rows: all,
    rowNumbers: all.map((_, i) => i + 1),
    hiddenRowNumbers: [],
  } as const;
  return { kind: 'xlsx', blocks: [table] };
}

function work(content: DocumentContent, existing: Existing = EMPTY) {
  const table = readImportTable(content);
  assert.ok(table.ok);
  const { rows, remarks } = checkRows(table.value, TODAY);
  const planned = planImport(rows, existing, TODAY, newId);
  return { ...planned, remarks: [...remarks, ...planned.remarks] };
}

function afterwards({ plan }: ReturnType<typeof work>, before: Existing = EMPTY): Existing {
  const kept = <It extends { readonly id: string }>(old: readonly It[], fresh: readonly It[]) => [
    ...old.filter((it) => !fresh.some((one) => one.id === it.id)),
    ...fresh,
  ];
  return {
    units: kept(
      before.units,
      plan.units.map((it) => it.unit),
    ),
    posts: kept(before.posts, plan.posts),
    people: kept(
      before.people,
      plan.people.map((it) => it.person),
    ).map((it) => (plan.accounts.some((one) => one.personId === it.id) ? { ...it, accountId: `a-${it.id}` } : it)),
    holdings: kept(
      before.holdings,
      plan.holdings.flatMap((it) => (it.ended === null ? [it.holding] : [it.ended, it.holding])),
    ),
    usernames: new Map(plan.accounts.map((it) => [it.username ?? it.personId, `a-${it.personId}`])),
  };
}

const CIVIL = ['青石区民政局', '政府部门', '民政局、区民政', '主要负责人', '局长', '钱一', '13812345678', '2026-01-01', '是', 'qian'];
const LIAISON = ['青石区 民政局', '', '', '联络员', '', '孙二', '', '', '是', ''];

test('one table brings in units, posts, people and accounts', () => {
  const done = work(aTable(CIVIL, LIAISON, ['青石区教育局', '', '', '', '', '', '', '', '', '']));

  assert.deepEqual(done.remarks, []);
  assert.deepEqual(summaryOf(done.plan), {
    unitsCreated: 2,
    unitsChanged: 0,
    postsCreated: 2,
    peopleCreated: 2,
    peopleChanged: 0,
    appointed: 2,
    replaced: 0,
    accountsCreated: 2,
  });
  assert.deepEqual(
    done.plan.posts.map((it) => [it.title, it.roles]),
    [
      ['局长', ['unit-head']],
      ['联络员', ['liaison']],
    ],
  );
  assert.deepEqual(
    done.plan.holdings.map((it) => it.holding.fromOn),
    ['2026-01-01', TODAY],
  );
});

test('the same file again changes nothing', () => {
  const content = aTable(CIVIL, LIAISON);
  const first = work(content);

  const second = work(content, afterwards(first));

  assert.deepEqual([second.remarks, Object.values(summaryOf(second.plan))], [[], [0, 0, 0, 0, 0, 0, 0, 0]]);
});

test('a new name on a post replaces the holder from the day given, and says so', () => {
  const before = afterwards(work(aTable(CIVIL)));
  const successor = CIVIL.with(5, '李三').with(6, '').with(7, '2026-06-01').with(9, '');

  const done = work(aTable(successor), before);

  assert.deepEqual(
    done.remarks.map((it) => [it.kind, it.isError]),
    [['replaces', false]],
  );
  assert.equal(done.plan.holdings[0]?.ended?.toOn, '2026-05-31');
  const tooEarly = work(aTable(successor.with(7, '2025-12-01')), before);
  assert.deepEqual(
    tooEarly.remarks.map((it) => [it.kind, it.isError]),
    [['starts-before-holder', true]],
  );
});

test('every fault is reported with its row and field', () => {
  const done = work(
    aTable(
      ['', '', '', '联络员', '', '钱一', '', '', '', ''],
      ['青石区教育局', '机关单位', '', '科长', '', '钱一', '12345', '去年', '也许', '钱一'],
      ['青石区教育局', '', '', '', '股长', '', '13812345678', '', '是', ''],
      CIVIL,
      CIVIL.with(5, '李三'),
    ),
  );

  assert.deepEqual(
    done.remarks.map((it) => [it.row, it.field, it.kind]),
    [
      [3, 'unit', 'missing'],
      [4, 'postKind', 'unknown-word'],
      [4, 'phone', 'not-a-phone'],
      [4, 'account', 'unknown-word'],
      [4, 'unitKind', 'unknown-word'],
      [4, 'fromOn', 'not-a-day'],
      [4, 'username', 'not-a-username'],
      [5, 'postKind', 'post-without-kind'],
      [5, 'person', 'missing'],
      [5, 'account', 'account-without-person'],
      [7, 'title', 'post-twice'],
      [7, 'username', 'username-twice'],
      [7, 'fromOn', 'starts-before-holder'],
    ],
  );
  assert.equal(wordsOfRemark(done.remarks[2] as never), '第 4 行 · 手机号：不像电话号码，请填 11 位手机号或带区号的座机');
});

test('a name close to a known unit is brought in with a warning, never taken for it', () => {
  const before = afterwards(work(aTable(CIVIL.with(2, ''))));

  const done = work(aTable(['民政局', '', '', '', '', '', '', '', '', '']), before);

  assert.deepEqual(done.remarks, [{ row: 3, field: 'unit', isError: false, kind: 'looks-like', names: ['青石区民政局'] }]);
  assert.equal(summaryOf(done.plan).unitsCreated, 1);
});

test('namesakes in different units stay two people; one number is one person', () => {
  const other = ['青石区教育局', '', '', '联络员', '', '钱一', '', '', '', ''];

  assert.equal(summaryOf(work(aTable(CIVIL, other)).plan).peopleCreated, 2);
  assert.equal(summaryOf(work(aTable(CIVIL, other.with(6, '138 1234 5678'))).plan).peopleCreated, 1);
});

test('a sheet without the head row is refused with what it wants', () => {
  const content = aTable();
  const bare = { ...content, blocks: [] };

  assert.deepEqual(readImportTable(bare), { ok: false, refusal: { kind: 'import-head-missing', wants: '单位名称' } });
});

test('a day is read as offices write it', () => {
  assert.deepEqual(['2026-6-1', '2026/06/01', '2026年6月1日', '2026.6.1', '2026-02-30', '6月1日'].map(dayFrom), [
    '2026-06-01',
    '2026-06-01',
    '2026-06-01',
    '2026-06-01',
    null,
    null,
  ]);
});

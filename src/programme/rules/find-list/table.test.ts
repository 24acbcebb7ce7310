import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Table } from '#/kernel/document-content.ts';
import { findList } from './find-list.ts';
import type { FoundItem } from './found-list.ts';

function aTable(rows: readonly (readonly string[])[], facts: Partial<Table> = {}): Table {
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
  return {
    kind: 'table',
    sheet: null,
    ordinal: 1,
    isHidden: false,
    rows: full,
    rowNumbers: rows.map((_, index) => index + 1),
    hiddenRowNumbers: [],
    ...facts,
  };
}

const aLine = (text: string): Block => ({ kind: 'paragraph', text, numbering: null, line: 1 });
const find = (...blocks: readonly Block[]) => findList({ blocks });
const labelled = (items: readonly FoundItem[]) => items.map(({ label, text }) => `${label} ${text}`);

const HEADER = ['序号', '项目内容', '牵头单位'];

test('a list is found under a title row, with year, place, kind and the columns by their headers', () => {
  const title = '青禾市南湖区2026年度民生实事项目清单';

  const list = find(
    aTable([
      [title, title, title],
      ['序 号', '建设内容\n及规模', '项目进展\n情况', '责任单位', '完成时限', '备注'],
      ['1', '新建停车场3处', '已开工', '区住建局', '2026年11月', '续建'],
    ]),
  );

  assert.deepEqual(
    [list.basis, list.title, list.year, list.place, list.kindHint, list.columns.map(({ role }) => role)],
    ['table', title, 2026, '青禾市南湖区', 'ten-things', ['number', 'content', 'progress', 'lead', 'due', 'remark']],
  );
  assert.deepEqual(list.items, [
    {
      label: '1',
      project: '1',
      text: '新建停车场3处',
      name: null,
      category: null,
      progressText: '已开工',
      leadUnit: '区住建局',
      supportingUnits: [],
      overseeingLeader: null,
      dueText: '2026年11月',
      investment: null,
      quarterTargets: null,
      remark: '续建',
      where: { sheet: null, row: 3 },
    },
  ]);
});

test('a header over two rows names each column by its lower word, quarter by quarter', () => {
  const list = find(
    aTable([
      ['序号', '工作任务', '责任分工', '责任分工', '季度目标', '季度目标', '季度目标', '季度目标', '总投资（万元）'],
      ['序号', '工作任务', '牵头单位', '配合单位', '一季度', '二季度', '三季度', '四季度', '总投资（万元）'],
      ['1', '改造公园2个', '区城管局', '区财政局、各街道', '开工', '完成1个', '', '完成2个', '1200'],
    ]),
  );

  const [item] = list.items;
  assert.deepEqual(
    [item?.leadUnit, item?.supportingUnits, item?.quarterTargets, item?.investment],
    ['区城管局', ['区财政局', '各街道'], ['开工', '完成1个', '', '完成2个'], '1200万元'],
  );
});

test('rows under one merged number are parts of one project, each with its own unit and progress', () => {
  const list = find(
    aTable([
      ['序号', '项目名称', '项目内容', '完成情况', '责任单位'],
      ['1', '教育提升', '新建幼儿园2所', '已开工', '区教育局'],
      ['1', '教育提升', '改造食堂5个', '未开工', '区市监局'],
      ['2', '出行便利', '新增车位300个', '', '区住建局'],
    ]),
  );

  assert.deepEqual(
    list.items.map(({ label, project, name, text, leadUnit }) => [label, project, name, text, leadUnit]),
    [
      ['1.1', '1', '教育提升', '新建幼儿园2所', '区教育局'],
      ['1.2', '1', '教育提升', '改造食堂5个', '区市监局'],
      ['2', '2', '出行便利', '新增车位300个', '区住建局'],
    ],
  );
});

test('rows of one project whose text is the same are one item: units in order, progress line by line', () => {
  const list = find(
    aTable([
      ['序号', '项目内容', '进展情况', '责任单位'],
      ['1', '新建停车场3处', '甲地完工', '区住建局'],
      ['1', '新建停车场3处', '乙地开工', '区城管局'],
      ['2', '改造公园', '', ''],
    ]),
  );

  const [item] = list.items;
  assert.deepEqual(
    [item?.label, item?.leadUnit, item?.supportingUnits, item?.progressText],
    ['1', '区住建局', ['区城管局'], '甲地完工\n乙地开工'],
  );
});

test('headers repeated on each page, totals, notes and empty numbers do not become items; category rows name the items below', () => {
  const list = find(
    aTable([
      HEADER,
      ['一、教育类', '一、教育类', '一、教育类'],
      ['1', '新建幼儿园2所', '教育局'],
      HEADER,
      ['二、出行类（1项）', '', ''],
      ['2', '新增车位300个', '住建局'],
      ['合计', '2项', ''],
      ['注：排名不分先后', '注：排名不分先后', '注：排名不分先后'],
    ]),
  );

  assert.deepEqual(
    [labelled(list.items), list.items.map(({ category }) => category), list.refused],
    [['1 新建幼儿园2所', '2 新增车位300个'], ['教育类', '出行类（1项）'], []],
  );
});

test('numbers that begin again under each category are told apart by the category', () => {
  const list = find(
    aTable([
      HEADER,
      ['一', '教育类', ''],
      ['1', '建幼儿园', '甲局'],
      ['2', '建食堂', '甲局'],
      ['二', '出行类', ''],
      ['1', '建车位', '乙局'],
    ]),
  );

  assert.deepEqual(labelled(list.items), ['1.1 建幼儿园', '1.2 建食堂', '2.1 建车位']);
});

test('what cannot be read is refused with its row: a number without text, a hidden row, a broken formula', () => {
  const rows = [
    HEADER,
    ['1', '新建停车场', '住建局'],
    ['2', '', ''],
    ['3', '去年的项目', '某局'],
    ['4', '#REF!', '某局'],
    ['5', '改造公园', ''],
  ];

  const list = find(aTable(rows, { sheet: '清单', hiddenRowNumbers: [4] }));

  assert.deepEqual(labelled(list.items), ['1 新建停车场', '5 改造公园']);
  assert.deepEqual(
    list.refused.map(({ sheet, row, code }) => [sheet, row, code]),
    [
      ['清单', 3, 'no-text'],
      ['清单', 4, 'hidden-row'],
      ['清单', 5, 'formula-error'],
    ],
  );
});

test('a number used twice gets a label of its own and a note, a missing number gets a note', () => {
  const list = find(aTable([HEADER, ['1', '甲事项', ''], ['3', '乙事项', ''], ['1', '丙事项', '']]));

  assert.deepEqual(
    [labelled(list.items), list.notes.map(({ row, code }) => [row, code])],
    [
      ['1 甲事项', '3 乙事项', '1(2) 丙事项'],
      [
        [4, 'number-repeated'],
        [3, 'number-missing'],
      ],
    ],
  );
});

test('a table cut by pages is one list, with or without its header on the second page', () => {
  const list = find(
    aTable([HEADER, ['1', '甲事项', ''], ['2', '乙事项', '']]),
    aTable([HEADER, ['3', '丙事项', '']]),
    aTable([['4', '丁事项', '某局']]),
  );

  assert.deepEqual([labelled(list.items), list.others], [['1 甲事项', '2 乙事项', '3 丙事项', '4 丁事项'], []]);
});

test('a row that a page break cut in mid-sentence is made whole', () => {
  const list = find(
    aTable([HEADER, ['1', '在平川街道、北山街道新建停车场，', '住建局'], ['', '共300个车位。', ''], ['2', '改造公园。', '']]),
  );

  assert.deepEqual(labelled(list.items), ['1 在平川街道、北山街道新建停车场，共300个车位。', '2 改造公园。']);
});

test('of several tables the list is chosen and the others are named; a hidden sheet is not chosen', () => {
  const old = aTable([HEADER, ['1', '旧事项一', ''], ['2', '旧事项二', ''], ['3', '旧事项三', '']], { sheet: '2025年', isHidden: true });
  const contacts = aTable(
    [
      ['序号', '姓名', '电话'],
      ['1', '甲', '1'],
      ['2', '乙', '2'],
    ],
    { sheet: '联系人' },
  );
  const current = aTable([HEADER, ['1', '新事项一', ''], ['2', '新事项二', '']], { sheet: '2026年实事' });

  const list = find(old, contacts, current);

  assert.deepEqual(
    [list.items.length, list.items[0]?.where.sheet, list.year, list.others],
    [2, '2026年实事', 2026, [{ sheet: '2025年', row: 1, title: '2025年', itemCount: 3 }]],
  );
});

test('a table without header that counts 1, 2, 3 is read by what its columns hold', () => {
  const list = find(
    aTable([
      ['1', '新建停车场3处，划线500个', '已完成招标', '区住建局、区城管局'],
      ['2', '改造口袋公园4个并增设座椅', '正在施工', '区园林局'],
    ]),
  );

  const [item] = list.items;
  assert.deepEqual(
    [list.basis, item?.text, item?.progressText, item?.leadUnit],
    ['table-without-header', '新建停车场3处，划线500个', '已完成招标', '区住建局'],
  );
});

test('contents and yearly target are both kept, and a number that only the name holds is not lost', () => {
  const list = find(
    aTable([
      ['序号', '项目名称', '建设内容', '年度目标'],
      ['1', '车位', '新建停车场3处', '完成主体工程'],
      ['2', '新建幼儿园2所', '完成选址和招标', ''],
      ['3', '公园', '改造公园4个', '改造公园4个'],
    ]),
  );

  assert.deepEqual(labelled(list.items), ['1 新建停车场3处\n完成主体工程', '2 新建幼儿园2所\n完成选址和招标', '3 改造公园4个']);
});

test('a list voted by the deputies says so, and one settled by the government says that', () => {
  const rows = aTable([HEADER, ['1', '甲事项', '']]);

  const hints = [find(aLine('人大代表票决产生的2026年民生实事项目'), rows), find(aLine('区政府常务会议审定'), rows), find(rows)].map(
    ({ originHint }) => originHint,
  );

  assert.deepEqual(hints, ['voted', 'government', null]);
});

test('any table can be searched: labels are unique, and every line of an item stood in a cell', () => {
  const cell = fc.constantFrom(
    '',
    '序号',
    '项目内容',
    '责任单位',
    '1',
    '2',
    '三',
    '1.1',
    '2-1',
    'A',
    '合计',
    '教育类',
    '新建停车场3处',
    '改造公园，',
    '#REF!',
    '区教育局、区财政局',
    '已开工',
  );
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });

  fc.assert(
    fc.property(rows, (cells) => {
      const { items } = find(aTable(cells));

      assert.equal(new Set(items.map(({ label }) => label)).size, items.length);
      const stood = (line: string) => cells.flat().some((it) => it !== '' && line.includes(it));
      // Only a table of numbers and progress has items without text.
      assert.ok(items.every(({ text }) => text === '') || items.every(({ text }) => text.split('\n').every(stood)));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeChineseNumber } from '#/kernel/chinese-number.ts';
import type { Block } from '#/kernel/document-content.ts';
import { findList } from './find-list.ts';
import { readLabelledLines } from './labelled-lines.ts';
import { readCellLabel } from './labels.ts';

const find = (text: string) =>
  findList({ blocks: text.split('\n').map((line, index): Block => ({ kind: 'paragraph', text: line, numbering: null, line: index + 1 })) });
const items = (text: string) => find(text).items.map((item) => `${item.label} ${item.text}`);

const STYLES: readonly (readonly [example: string, number: (value: number) => string])[] = [
  ['一、', (value) => `${writeChineseNumber(value)}、`],
  ['1.', (value) => `${value}.`],
  ['1、', (value) => `${value}、`],
  ['（一）', (value) => `（${writeChineseNumber(value)}）`],
  ['(1)', (value) => `(${value})`],
  ['①', (value) => String.fromCodePoint(0x245f + value)],
  ['第一件', (value) => `第${writeChineseNumber(value)}件：`],
  ['一是', (value) => `${writeChineseNumber(value)}是`],
];

const ALL = Array.from({ length: 12 }, (_, index) => `改造公园${index + 3}个`);

for (const [example, number] of STYLES) {
  test(`paragraphs numbered ${example} are the items, and the title is none`, () => {
    const lines = ALL.map((text, index) => `${number(index + 1)}${text}`);

    const list = find(['青禾区2026年十二件民生实事', ...lines].join('\n'));

    assert.deepEqual(
      [list.title, list.items.map(({ label, text }) => `${label} ${text}`)],
      ['青禾区2026年十二件民生实事', ALL.map((text, index) => `${index + 1} ${text}`)],
    );
  });
}

test('automatic numbers of the word processor count like typed ones', () => {
  const blocks = ['一、', '二、'].map(
    (numbering, index): Block => ({ kind: 'paragraph', numbering, text: `事项${index}`, line: index + 1 }),
  );

  const list = findList({ blocks });

  assert.deepEqual(
    list.items.map(({ label, text }) => [label, text]),
    [
      ['1', '事项0'],
      ['2', '事项1'],
    ],
  );
});

test('lines that follow an item belong to it, its inner numbers too; signature and date do not', () => {
  const found = items('一、车位提升工程\n1.新建停车场3处。\n2.划线500个。\n二、公园提升工程\n改造公园4个。\n青禾区人民政府\n2026年1月5日');

  assert.deepEqual(found, ['1 车位提升工程\n1.新建停车场3处。\n2.划线500个。', '2 公园提升工程\n改造公园4个。']);
});

test('the list inside an official paper is found between its other headings', () => {
  const found = items(
    '一、总体要求\n坚持为民。\n二、项目内容\n（一）新建停车场3处。\n（二）改造公园4个。\n（三）送戏70场。\n三、保障措施\n（一）加强领导。\n（二）加强督查。',
  );

  assert.deepEqual(found, ['1 新建停车场3处。', '2 改造公园4个。', '3 送戏70场。']);
});

test('categories are no items: numbers that run on through them, or begin again, count', () => {
  const runsOn = find('一、教育类\n1.建幼儿园2所。\n2.建食堂5个。\n二、出行类\n3.建车位300个。');
  const restarts = find('一、教育类\n1.建幼儿园2所。\n2.建食堂5个。\n二、出行类\n1.建车位300个。\n2.建公交站4个。');

  assert.deepEqual(
    [runsOn, restarts].map((list) => list.items.map(({ label, category }) => `${label} ${category}`)),
    [
      ['1 教育类', '2 教育类', '3 出行类'],
      ['1.1 教育类', '1.2 教育类', '2.1 出行类', '2.2 出行类'],
    ],
  );
});

test('a list inside one paragraph is taken apart, and its last full stop stays', () => {
  const found = items('2026年民生实事：一、新建停车场3处；二、改造公园4个；三、送戏70场。');

  assert.deepEqual(found, ['1 新建停车场3处', '2 改造公园4个', '3 送戏70场。']);
});

test('units, dates and progress named after an item are read as such and leave its text', () => {
  const list = find(
    '1.新建停车场3处。（牵头单位：区住建局；配合单位：区财政局、各街道）\n完成时限：2026年10月\n2.改造公园4个。\n责任单位：区园林局\n进展情况：已开工。',
  );

  assert.deepEqual(
    list.items.map(({ text, leadUnit, supportingUnits, dueText, progressText }) => [
      text,
      leadUnit,
      supportingUnits,
      dueText,
      progressText,
    ]),
    [
      ['新建停车场3处。', '区住建局', ['区财政局', '各街道'], '2026年10月', null],
      ['改造公园4个。', '区园林局', [], null, '已开工。'],
    ],
  );
});

test('without any number each line is an item; title, date and source are none', () => {
  const list = find('青禾区2026年民生实事清单\n新建停车场3处\n改造公园4个\n来源：青禾发布\n2026年1月5日');

  assert.deepEqual([list.basis, list.items.map(({ text }) => text)], ['lines', ['新建停车场3处', '改造公园4个']]);
});

for (const words of ['今天天气很好', 'lorem ipsum\ndolor sit amet', '——————\n……………'])
  test(`“${words}” is no list`, () => {
    assert.deepEqual(find(words).items, []);
  });

test('numbers that stand alone on their line, as web pages print them, count the items below', () => {
  const found = find('青禾区2026年民生实事\n01\n停车便利工程\n新建停车场3处。\n02\n公园提升工程\n改造公园4个。');

  assert.deepEqual(
    found.items.map(({ label, name, text }) => [label, name, text]),
    [
      ['1', '停车便利工程', '停车便利工程\n新建停车场3处。'],
      ['2', '公园提升工程', '公园提升工程\n改造公园4个。'],
    ],
  );
});

test('nothing is made up: a paper without a list has no items', () => {
  const list = find('');

  assert.deepEqual([list.basis, list.items, list.year, list.place], ['none', [], null, null]);
});

test('any text can be searched, and every item is made of its words', () => {
  const signs = fc.constantFrom(...'一二三、1.2（）。；\n改造公园个是第件\t：类');

  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 120 }).map((it) => it.join('')),
      (text) => {
        const list = find(text);

        assert.ok(list.items.every((item) => item.text.split('\n').every((line) => text.includes(line))));
        assert.ok(list.items.every((item) => item.text !== '' && item.label !== ''));
      },
    ),
  );
});

const CELLS: readonly (readonly [cell: string, label: string | null])[] = [
  ['3', '3'],
  ['03', '3'],
  ['３', '3'],
  ['三', '3'],
  ['（三）', '3'],
  ['三、', '3'],
  ['3.', '3'],
  ['3.0', '3'],
  ['③', '3'],
  ['第3项', '3'],
  ['十二', '12'],
  ['3.2', '3.2'],
  ['3-2', '3.2'],
  ['教育', null],
  ['', null],
  ['0', null],
];

for (const [cell, label] of CELLS) {
  test(`the number cell “${cell}” says ${label}`, () => {
    const read = readCellLabel(cell);

    assert.equal(read?.label ?? null, label);
  });
}

test('lines of label, text and progress are taken as they come', () => {
  const found = readLabelledLines('1.1\t新建停车场\n\n甲\t改造公园\t已开工\r\n送戏70场');

  assert.deepEqual(
    found.map(({ label, text, progressText }) => [label, text, progressText]),
    [
      ['1.1', '新建停车场', null],
      ['甲', '改造公园', '已开工'],
      ['4', '送戏70场', null],
    ],
  );
});

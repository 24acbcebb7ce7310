import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeChineseNumber } from '#/kernel/chinese-number.ts';
import { canonical } from './canonical.ts';
import { parseItem } from './item.ts';
import { parseProgress } from './progress.ts';

const PIECES = [
  ...[
    '新建',
    '改造',
    '为',
    '在',
    '对',
    '不少于',
    '约',
    '以上',
    '其中',
    '每月',
    '公园',
    '老人',
    '（',
    '）',
    '(',
    ')',
    '“',
    '”',
    '，',
    ',',
    '、',
    '。',
    '；',
    '：',
    '\n',
    ' ',
  ],
  ...[
    '3',
    '12',
    '1.5',
    '万',
    '亿',
    '余',
    '多',
    '两',
    '十',
    '个',
    '名',
    '公里',
    '%',
    '元',
    '/',
    '-',
    '至',
    '期',
    'S',
    '年',
    '岁',
    '等',
    '和',
    '的',
    '近',
    '共',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

test('every figure is cut from the text from its quantity through its measure word', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const it of parseItem(text).promises) {
        const cut = text.slice(it.start, it.end);
        assert.ok(cut.endsWith(it.unit), cut);
        assert.match(canonical(cut), /^[\d零〇一二两三四五六七八九十百千万亿]/);
        assert.ok(Number.isFinite(it.quantity) && (it.quantityMax === null || it.quantityMax > it.quantity));
      }
    }),
    { numRuns: 500 },
  );
});

test('no text makes the reading fail, and reading again says the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.deepEqual(parseItem(text, { year: 2026 }), parseItem(text, { year: 2026 }));
      assert.deepEqual(parseProgress(text), parseProgress(text));
    }),
    { numRuns: 500 },
  );
});

test('the canonical text keeps every place', () => {
  fc.assert(fc.property(anyText, (text) => canonical(text).length === text.length));
});

test('a number reads the same in digits, with 万, and in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 9_999_999 }), (value) => {
      const read = [`新建公厕${value}座`, `新建公厕${value / 10_000}万座`, `新建公厕${writeChineseNumber(value)}座`].map(
        (text) => parseItem(text).promises[0]?.quantity,
      );
      assert.deepEqual(read, [value, value, value]);
    }),
  );
});

test('ten thousand characters of any shape are read to the end', { timeout: 60_000 }, () => {
  const shapes = [
    '新建公园3个，',
    '约约约',
    '（（（',
    '不少于',
    '为在对',
    '3至',
    '“',
    '一',
    '1,234',
    '等、和',
    '完成',
    '其中',
    '以上以上',
    '每年每',
    '改造提升',
    '9',
    '。',
    ' ',
    '6月底前',
    '正在方案招标',
    '(1个',
    '，包括3个',
    '完成两处，其余3个',
  ];

  for (const shape of shapes) {
    const text = shape.repeat(Math.ceil(10_000 / shape.length));
    assert.ok(Array.isArray(parseItem(text, { year: 2026 }).promises), shape);
    assert.ok(Array.isArray(parseProgress(text).values), shape);
  }
});

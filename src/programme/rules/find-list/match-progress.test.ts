import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Table } from '#/kernel/document-content.ts';
import { findList } from './find-list.ts';
import { type KnownItem, matchProgressTable } from './match-progress.ts';

const KNOWN: readonly KnownItem[] = [
  { no: '1', name: '停车便利工程', text: '停车便利工程，在老城区新建停车场3处，新增车位500个。' },
  { no: '2', name: null, text: '改造口袋公园4个，增设健身器材。' },
  { no: '3', name: null, text: '开展送戏下乡70场。' },
];

function match(...rows: readonly (readonly string[])[]) {
  const table: Table = {
    kind: 'table',
    sheet: null,
    ordinal: 1,
    isHidden: false,
    rows,
    rowNumbers: rows.map((_, index) => index + 1),
    hiddenRowNumbers: [],
  };
  const { matches, unmatchedRows, unmatchedItems } = matchProgressTable(findList({ blocks: [table] }), KNOWN);
  return {
    matches: matches.map(({ no, progressText, by }) => [no, progressText, by]),
    rows: unmatchedRows.map(({ label, why }) => [label, why]),
    items: unmatchedItems.map(({ no }) => no),
  };
}

test('a progress table finds its items by number and words, whatever its order; what is left over is named', () => {
  const found = match(
    ['序号', '项目内容', '进展情况'],
    ['1', '停车便利工程', '已开工'],
    ['2', '开展送戏下乡', '已演20场'],
    ['9', '新建养老院', '已选址'],
  );

  assert.deepEqual(found, {
    matches: [
      ['1', '已开工', 'number-and-text'],
      ['3', '已演20场', 'text'],
    ],
    rows: [['9', 'unknown-number']],
    items: ['2'],
  });
});

test('a number alone does not overrule words that say otherwise', () => {
  const found = match(['序号', '项目内容', '进展情况'], ['2', '农村公路养护', '完成'], ['3', '开展送戏下乡70场', '']);

  assert.deepEqual(found, {
    matches: [],
    rows: [
      ['2', 'other-text'],
      ['3', 'no-progress'],
    ],
    items: ['1', '2', '3'],
  });
});

test('a table of numbers and progress only goes by the number, and says so', () => {
  const found = match(['序号', '进展情况'], ['1', '已开工'], ['2', '已完工']);

  assert.deepEqual(found, {
    matches: [
      ['1', '已开工', 'number'],
      ['2', '已完工', 'number'],
    ],
    rows: [],
    items: ['3'],
  });
});

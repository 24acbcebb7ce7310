import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heightOf, pagesOf, type Sheet, type SheetPart } from './sheet.ts';

function aSheet(parts: readonly SheetPart[]): Sheet {
  return { title: '一页纸', under: ['截至2026年6月18日'], parts, notes: [], band: null };
}
const aTable = (rows: number, text: string): SheetPart => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 14, align: 'center' },
    { title: '承诺', width: 160, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [String(i + 1), text]),
});

test('every line that is added makes the sheet higher by itself and no more', () => {
  const heights = [0, 1, 2, 3].map((rows) => heightOf(aSheet([aTable(rows, '送戏下乡')])));
  const steps = heights.slice(1).map((it, i) => (it - heights[i]!).toFixed(3));

  assert.deepEqual(new Set(steps).size, 1);
});

test('a long text takes as many lines as its width leaves room for', () => {
  const one = heightOf(aSheet([aTable(1, '字'.repeat(40))]));
  const two = heightOf(aSheet([aTable(1, '字'.repeat(60))]));

  assert.ok(two - one > 4 && two - one < 6, `${two - one}`);
});

test('thirty short rows stay on one page, a hundred do not', () => {
  assert.ok(pagesOf(aSheet([aTable(30, '送戏下乡')])) < 1);
  assert.ok(pagesOf(aSheet([aTable(100, '送戏下乡')])) > 1);
});

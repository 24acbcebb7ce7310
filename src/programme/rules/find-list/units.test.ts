import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUnits } from './units.ts';

const CELLS: readonly (readonly [cell: string, lead: string | null, supporting: readonly string[]])[] = [
  ['区教育局', '区教育局', []],
  ['区教育局、区财政局，各街道', '区教育局', ['区财政局', '各街道']],
  ['区教育局 区财政局', '区教育局', ['区财政局']],
  ['财 政 局', '财政局', []],
  ['区住房和城乡\n建设局\n区财政局', '区住房和城乡建设局', ['区财政局']],
  ['牵头单位：区教育局；配合单位：区财政局、各街道', '区教育局', ['区财政局', '各街道']],
  ['配合单位：区财政局；牵头单位：区教育局', '区教育局', ['区财政局']],
  ['区财政局、区教育局（牵头）', '区教育局', ['区财政局']],
  ['区教育局牵头，区财政局、各街道配合', '区教育局', ['区财政局', '各街道']],
  ['各乡镇（街道、园区）', '各乡镇（街道、园区）', []],
  ['', null, []],
  // A short line below a name that is whole is a name of its own; below one that is not, its rest.
  ['区教育局\n各街道', '区教育局', ['各街道']],
  ['  区住房和城乡 \n 建设局、区财政局 \n\n 各街道', '区住房和城乡建设局', ['区财政局', '各街道']],
];

for (const [cell, lead, supporting] of CELLS) {
  test(`“${cell.replaceAll('\n', '⏎')}” is led by ${lead ?? 'nobody'}`, () => {
    const units = readUnits(cell);

    assert.deepEqual(units, { lead, supporting });
  });
}

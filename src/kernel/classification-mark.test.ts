import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findClassificationMark } from './classification-mark.ts';

const MARKED: readonly (readonly [text: string, mark: string])[] = [
  ['秘密★', '秘密★'],
  ['机密★10年', '机密★10年'],
  ['绝　密 ★ 长期', '绝密★长期'],
  ['内部文件 秘密 ★ 6个月', '秘密★6个月'],
  ['机密☆五年', '机密☆五年'],
  ['秘密*10年', '秘密*10年'],
];

for (const [text, mark] of MARKED) {
  test(`“${text}” bears the mark ${mark}`, () => {
    const found = findClassificationMark(text);

    assert.equal(found?.mark, mark);
  });
}

for (const text of ['保守国家秘密是每个公民的义务', '商业秘密', '秘密*', '机密\n★★★', '五星★级']) {
  test(`“${text.replace('\n', '⏎')}” bears no mark`, () => {
    const found = findClassificationMark(text);

    assert.equal(found, null);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked, maskedSheet } from './masked.ts';

test('a sheet that is called by the person who stands on it is covered, however the name is set', () => {
  for (const [sheet, name] of [
    ['张三', '张三'],
    ['张三', '张 三'],
    ['张　三', '张三'],
    ['张三的名单', '张　三'],
  ] as const)
    assert.match(maskedSheet(sheet, name)!, /^张\*+$/, `${sheet} of ${name}`);
  assert.equal(maskedSheet('东河乡', '张三'), '东河乡');
});

test('a name in a column of something else shows its first sign only, set wide too', () => {
  for (const text of ['王小红', '王 小 红', '王　小红']) assert.equal(masked('evidence', text, '虚构一'), '王**');
  assert.equal(masked('area', '张 三村', '张三'), '张**', 'a village that is called like the person');
});

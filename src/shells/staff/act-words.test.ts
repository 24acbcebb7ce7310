import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODULES } from '../../life.ts';
import { actOf, hasWords } from './act-words.ts';

test('the journal names every command of the product in both languages', () => {
  const names = MODULES.flatMap(({ commands }) => commands.map(({ name }) => name));

  assert.deepEqual(
    names.filter((name) => !hasWords(name)),
    [],
  );
  assert.deepEqual([actOf('publication.sign-edition', 'zh-CN'), actOf('gone.long-ago', 'zh-CN')], ['签发公开版', 'gone.long-ago']);
});

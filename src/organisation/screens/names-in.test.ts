import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn } from './names-in.ts';

test('aliases may be written one a line or side by side; blanks and empty places are no names', () => {
  assert.deepEqual(namesIn('区住建局、住建局\n 建设局 ，，\n'), ['区住建局', '住建局', '建设局']);
  assert.deepEqual(namesIn(' \n、'), []);
});

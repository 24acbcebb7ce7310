import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, openByKey, stepFrom } from './steps.ts';

const project = (no: string, pages = 1) => ({ id: `p${no}`, no, name: '便民', light: 'green', pages }) as const;
const steps = { projects: [project('1'), project('2', 2), project('10')], agenda: ['p2', 'p10', 'p1'] };

test('the arrow to the right goes through the agenda, sheet by sheet, and ends at all projects', () => {
  const seen: string[] = [];
  let now = ALL;
  do {
    now = stepFrom(now, 1, steps);
    seen.push(`${now.project} ${now.page}`);
  } while (now.project !== null);

  assert.deepEqual(seen, ['p2 1', 'p2 2', 'p10 1', 'p1 1', 'null 1']);
});

test('the arrow to the left goes back the same way', () => {
  assert.deepEqual(stepFrom(ALL, -1, steps), { project: 'p1', page: 1 });
  assert.deepEqual(stepFrom({ project: 'p10', page: 1 }, -1, steps), { project: 'p2', page: 2 });
  assert.deepEqual(stepFrom({ project: 'p2', page: 1 }, -1, steps), ALL);
});

test('a number opens the project of that number, 0 the tenth, Esc all of them; other keys are not the wall’s', () => {
  const keys = [
    ['2', { project: 'p2', page: 1 }],
    ['0', { project: 'p10', page: 1 }],
    ['5', null],
    ['Escape', ALL],
    ['a', null],
    ['F5', null],
  ] as const;

  for (const [key, opened] of keys) assert.deepEqual(openByKey(key, ALL, steps), opened, key);
});

test('a project that left the list meanwhile leads back to all projects or to the first', () => {
  assert.deepEqual(stepFrom({ project: 'gone', page: 1 }, -1, steps), ALL);
  assert.deepEqual(stepFrom({ project: 'gone', page: 1 }, 1, steps), { project: 'p2', page: 1 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent, aWork, entered } from '../../test-entries.ts';
import { keptDays } from './cadence.ts';
import type { EntrySpec } from './spec.ts';

const fairs: EntrySpec = { kind: 'events', eventKind: 'fair', counts: 'held' };
const works: EntrySpec = { kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'done' };
const window = { from: '2026-01-01', to: '2026-06-18', areas: null } as const;
const fair = entered(anEvent());

test('a month is kept by what counts: not by a fair without evidence or number, nor by one of another kind, nor by a plan', () => {
  const others = [
    entered(anEvent(undefined, { on: '2026-02-01', evidence: [] })),
    entered(anEvent(undefined, { on: '2026-02-02', attended: null })),
    entered(anEvent(undefined, { on: '2026-02-03', eventKind: 'show' })),
    entered(anEvent(undefined, { on: '2026-02-04', state: 'planned' })),
    entered(anEvent(undefined, { on: '2026-02-05' }), { state: 'cancelled' }),
    entered(anEvent(undefined, { on: '2026-07-01' })),
  ];

  assert.deepEqual(keptDays(fairs, [fair, ...others], window), ['2026-03-18']);
});

test('a fair that is on record twice keeps one month once, until somebody says that they are two', () => {
  const again = entered(anEvent());

  assert.deepEqual(keptDays(fairs, [fair, again], window), ['2026-03-18']);
  assert.deepEqual(keptDays(fairs, [fair, { ...again, notDuplicate: '上下午各一场' }], window), ['2026-03-18', '2026-03-18']);
});

test('while nobody said what is counted, any event keeps a month that lacks nothing; where works are counted, works do', () => {
  const show = entered(anEvent(undefined, { on: '2026-02-03', eventKind: 'show' }));
  const bare = entered(anEvent(undefined, { on: '2026-02-04', evidence: [] }));

  assert.deepEqual(keptDays(null, [fair, show, bare], window), ['2026-02-03', '2026-03-18']);
  assert.deepEqual(keptDays(works, [fair, entered(aWork())], window), ['2026-05-20']);
});

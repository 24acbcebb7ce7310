import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Overseeing, oversee, overseerOn } from './overseeing.ts';

const day = (it: string) => it as CivilDate;
const aLine = (postId: string | null, fromOn: string): Overseeing => ({
  projectId: 'p1',
  postId,
  fromOn: day(fromOn),
  setBy: '督查室',
  setOn: day(fromOn),
});
const POST = { id: 'post', title: '副区长', kind: 'leader', isActive: true } as const;

test('the post that oversees a project on a day is the last one set that has begun', () => {
  const history = [aLine('a', '2026-01-01'), aLine('b', '2026-05-01'), aLine(null, '2026-09-01')];

  const days = ['2025-12-31', '2026-01-01', '2026-04-30', '2026-05-01', '2026-09-01'] as const;
  assert.deepEqual(
    days.map((it) => overseerOn(history, 'p1', day(it))?.postId ?? null),
    [null, 'a', 'a', 'b', null],
  );
});

test('only a leader’s post in use oversees, never from before the last change, never the same twice', () => {
  const history = [aLine('post', '2026-05-01')];
  const kindOf = (post: Parameters<typeof oversee>[1], next: Overseeing) => {
    const decided = oversee(history, post, next);
    return decided.ok ? 'accepted' : decided.refusal.kind;
  };

  assert.equal(kindOf({ ...POST, kind: 'office' }, aLine('office', '2026-06-01')), 'no-leaders-post');
  assert.equal(kindOf({ ...POST, isActive: false }, aLine('other', '2026-06-01')), 'leaders-post-inactive');
  assert.equal(kindOf(POST, aLine('other', '2026-04-30')), 'overseen-from-later');
  assert.equal(kindOf(POST, aLine('post', '2026-06-01')), 'overseen-already');
  assert.equal(kindOf(POST, aLine('other', '2026-05-01')), 'accepted');
  assert.equal(kindOf(null, aLine(null, '2026-06-01')), 'accepted');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aReport } from '#/delivery/rules/fixtures.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { aFullBoard } from '../test-board.ts';
import { annexRows } from '../words/annex-rows.ts';
import { bulletinZh } from '../words/bulletin-zh.ts';
import type { Audience } from './audience.ts';
import { bulletinOf } from './bulletin.ts';
import { type Around, figuresFor } from './figures-for.ts';
import type { LeftOut } from './left-out.ts';
import { defaultSettings } from './settings.ts';

const PROMISES = aFullBoard().projects.flatMap((it) => it.promises.map(({ promise }) => promise.id));
const PROJECTS = aFullBoard().projects.map((it) => it.project.id);
const UNITS = ['housing', 'water', 'education', 'civil', 'emergency', 'culture', 'labour', 'health'];
const POSTS = ['post-a', 'post-b'];

function aDecision(promiseId: string, change: Partial<LeftOut> = {}): LeftOut {
  const days = { decidedOn: '2026-06-17' as CivilDate, recordedOn: '2026-06-18' as CivilDate };
  return {
    promiseId,
    basis: '区政府专题会议纪要第3期',
    reason: '另行专报',
    decidedBy: '区政府办主任',
    recordedBy: '甲',
    ...days,
    ...change,
  };
}

const anAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>({ kind: 'leaders' }),
  fc.constant<Audience>({ kind: 'public' }),
  fc.constantFrom(...POSTS).map((postId): Audience => ({ kind: 'leader', postId })),
  fc.constantFrom(...UNITS).map((unitId): Audience => ({ kind: 'unit', unitId })),
);
const aBoard: fc.Arbitrary<Board> = fc
  .record({ value: fc.integer({ min: 0, max: 20 }), day: fc.integer({ min: 1, max: 30 }) })
  .map(({ value, day }) => {
    const asOf = `2026-06-${String(day).padStart(2, '0')}` as CivilDate;
    return aFullBoard({ asOf, reports: [aReport({ id: 'r', promiseId: 'promise-9-1', value, asOf })] });
  });
const whatAround: fc.Arbitrary<Around> = fc.record({
  leftOut: fc.subarray(PROMISES).map((ids) => ids.map((id) => aDecision(id))),
  overseers: fc
    .array(fc.constantFrom(...POSTS, null), { minLength: PROJECTS.length, maxLength: PROJECTS.length })
    .map((posts) => Object.fromEntries(PROJECTS.map((id, i) => [id, posts[i]!]))),
});

test('every audience reads the same counts, whoever oversees what and whatever is left out', () => {
  fc.assert(
    fc.property(aBoard, anAudience, anAudience, whatAround, (board, one, other, around) => {
      const { totals } = figuresFor(one, board, around);
      assert.deepEqual(totals, figuresFor(other, board, {}).totals);
    }),
  );
});

test('leaving a line out takes the line away and changes no count, neither of the list nor of the reader’s part', () => {
  fc.assert(
    fc.property(aBoard, anAudience, whatAround, (board, audience, around) => {
      const whole = figuresFor(audience, board, { ...around, leftOut: [] });
      const part = figuresFor(audience, board, around);
      assert.deepEqual([part.totals, part.own], [whole.totals, whole.own]);
      assert.equal(part.lines.length + part.leftOutCount, whole.lines.length);
    }),
  );
});

test('the figures of a line are the same for every audience that reads it', () => {
  fc.assert(
    fc.property(aBoard, anAudience, whatAround, (board, audience, around) => {
      const full = new Map(figuresFor({ kind: 'leaders' }, board).lines.map((it) => [it.promiseId, it]));
      for (const { said: _, cause: _cause, ...line } of figuresFor(audience, board, around).lines) {
        const { said: __, cause: _same, ...same } = full.get(line.promiseId)!;
        assert.deepEqual(line, same);
      }
    }),
  );
});

test('the public reads how many lines are left out, not which nor why, and nothing a unit wrote about itself', () => {
  const figures = figuresFor({ kind: 'public' }, aFullBoard(), { leftOut: [aDecision('promise-9-1')] });

  assert.deepEqual([figures.leftOutCount, figures.leftOut], [1, []]);
  assert.ok(figures.lines.every(({ said }) => said === null));
});

test('the bulletin counts a line that it does not print, and says by which decision; the public one says only that it is counted', () => {
  const board = aFullBoard();
  const common = { board, month: 6, settings: defaultSettings('清泉区政府督查室') };
  const whole = bulletinOf(common);
  const part = bulletinOf({ ...common, leftOut: [aDecision('promise-8-1')] });

  assert.deepEqual(bulletinZh.overall(part), bulletinZh.overall(whole));
  assert.equal(part.behind.length, whole.behind.length);
  assert.equal(annexRows(part, 'zh-CN').length, annexRows(whole, 'zh-CN').length - 1);
  assert.match(
    bulletinZh.annex.notes(part).at(-1)!,
    /本表略去1项，已计入各项计数（1项：区政府办主任2026年6月17日决定，依据区政府专题会议纪要第3期/,
  );
  assert.equal(bulletinZh.annex.notes(part, true).at(-1), '3.本表有1项承诺未逐项列出，已计入上面的各项计数。');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aProject, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { pagesOf, type Sheet } from '#/kernel/sheet.ts';
import { aFullBoard } from '../test-board.ts';
import { type OnePageFacts, onePageSheet } from '../words/one-page.ts';
import { figuresFor } from './figures-for.ts';
import { type Fitted, fitOnePage } from './one-page.ts';

/** So many promises: some far behind, some on pace, some without data. */
function aBoard(behind: number, good: number, silent: number, said = '正在推进。'): Board {
  const kinds = [...Array(behind).fill(0), ...Array(good).fill(14), ...Array(silent).fill(null)] as readonly (number | null)[];
  const asOf = '2026-06-18' as CivilDate;
  const promises = kinds.map((_, i) => aPromise({ id: `p${i}`, projectId: 'project', position: i + 1, object: `第${i + 1}类惠民活动` }));
  const reports = kinds.flatMap((value, i) =>
    value === null ? [] : [aReport({ id: `r${i}`, promiseId: `p${i}`, value, asOf, text: said })],
  );
  return boardOf(aBoardInput({ projects: [aProject()], promises, reports, asOf }));
}

const MOVING = { month: 6, frozenOn: null, corrections: [] };

function fit(board: Board, change: Partial<OnePageFacts> = {}): Fitted {
  const overseers = Object.fromEntries(board.projects.map(({ project }) => [project.id, 'post']));
  const figures = figuresFor({ kind: 'leader', postId: 'post' }, board, { overseers });
  const common = { kind: 'ten-things', year: 2026, post: '副区长', holder: '林守成', issuer: '清泉区政府督查室' } as const;
  const facts: OnePageFacts = { figures, ...common, decision: null, answerDays: 7, band: null, stand: MOVING, ...change };
  return fitOnePage((shortening) => onePageSheet(facts, shortening));
}

const rowsOf = ({ parts }: Sheet) => parts.flatMap((it) => (it.kind === 'table' ? it.rows : []));

test('a list of ten with five promises far behind is one page, with a line for each of the five', () => {
  const { sheet, overflows } = fit(aFullBoard());

  assert.deepEqual([overflows, rowsOf(sheet).filter((row) => row[2] === '■ 严重滞后').length], [false, 5]);
});

test('no red or yellow line is ever dropped, and a page that does not fit says so', () => {
  const count = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(count, count, count, (behind, good, silent) => {
      const { sheet, overflows } = fit(aBoard(behind, good, silent, '因征拆未完成，施工单位未进场。'.repeat(6)));
      const lights = rowsOf(sheet).map((row) => row[2]);
      assert.equal(lights.filter((it) => it === '■ 严重滞后').length, behind);
      assert.equal(overflows, pagesOf(sheet) > 1);
    }),
    { numRuns: 40 },
  );
});

test('first what goes well becomes a sentence, then what cannot be judged, then words are cut; counts stay', () => {
  const [few, more, many] = [fit(aBoard(6, 20, 0)), fit(aBoard(6, 20, 20)), fit(aBoard(60, 0, 0))];

  assert.ok(few.level > 0 && more.level >= few.level && many.overflows);
  assert.match(JSON.stringify(few.sheet.parts), /● 正常的另有20项/);
  assert.match(JSON.stringify(more.sheet.parts), /分解为46项承诺/);
});

test('the one thing to decide is what the figures ask for, unless somebody worded it', () => {
  const box = ({ sheet }: Fitted) => sheet.parts.find((it) => it.kind === 'box')!.text;

  assert.match(box(fit(aFullBoard())), /^是否要求区民政局、区文旅局、区卫健局在2026年6月25日前书面说明原因/);
  assert.equal(box(fit(aFullBoard(), { decision: '定：八月底前开工。' })), '定：八月底前开工。');
  assert.equal(box(fit(aBoard(0, 2, 0))), '本期没有需要定的事项。');
});

test('beside what is behind a page says how the last two figures compare, refused with the reason; where room is short it says nothing', () => {
  const counted = (id: string, on: CivilDate, value: number) => aReport({ id, promiseId: 'p', asOf: on, value });
  const reports = [counted('a', '2026-04-30', 10), counted('b', '2026-05-20', 25), counted('c', '2026-06-18', 45)];
  const one = (more: number, value: number) => {
    const others = Array.from({ length: more }, (_, i) =>
      aPromise({ id: `o${i}`, projectId: 'project', position: i + 2, object: `第${i}类` }),
    );
    const rest = others.map(({ id }, i) =>
      aReport({ id: `r${i}`, promiseId: id, value, asOf: '2026-06-18', text: '正在推进。'.repeat(9) }),
    );
    const promises = [aPromise({ id: 'p', projectId: 'project', position: 1, object: '乙肝检测', target: 400 }), ...others];
    const board = boardOf(aBoardInput({ projects: [aProject()], promises, reports: [...reports, ...rest], asOf: '2026-06-18' }));
    return fit(board).sheet;
  };
  const said = (sheet: Sheet) => rowsOf(sheet).find((row) => row[1]?.startsWith('乙肝检测'))?.[4] ?? JSON.stringify(sheet.parts);

  assert.match(said(one(0, 0)), /近两次相比不可比（期间长短不同：29天对20天）：按日均折算/);
  assert.match(said(one(20, 14)), /近两次相比不可比/, 'folding what goes well makes room for it');
  assert.doesNotMatch(JSON.stringify(one(60, 0).parts), /近两次相比/);
});

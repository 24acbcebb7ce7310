import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { electronicPart, questionsOf, reconciled } from './rules/box-questions.ts';
import { decide } from './rules/decide.ts';
import type { CountSheet } from './rules/sheet.ts';

const CANDIDATES = [
  { id: 'c1', name: '公园' },
  { id: 'c2', name: '步道' },
];
const RULE = {
  form: 'tick',
  seats: 1,
  maxMarks: 1,
  quorum: { of: 'roll', atLeast: '2/3' },
  threshold: { of: 'roll', moreThan: '1/2' },
} as const;
const paper = (it: Partial<CountSheet>): CountSheet =>
  ({
    rule: { ...RULE, overMarked: 'void', tie: 'second-ballot', shortage: 'presidium' },
    ...{ roll: 30, attending: 30, issued: 10, collected: 10, void: 1, blank: 1 },
    candidates: CANDIDATES,
    votes: { c1: { for: 5, against: 0, abstain: 0, points: 0 }, c2: { for: 3, against: 0, abstain: 0, points: 0 } },
    ...it,
  }) as CountSheet;

test('papers and electronic ballots are counted in one sheet, and together they pass the line that neither passes alone', () => {
  const part = electronicPart({ form: 'tick', candidateIds: ['c1', 'c2'], result: [[2, 12, 5]], admitted: 20 }, 19);

  const sheet = reconciled(paper({}), part);

  assert.deepEqual([sheet.issued, sheet.collected, sheet.void, sheet.blank], [30, 29, 1, 3]);
  assert.deepEqual([sheet.votes.c1?.for, sheet.votes.c2?.for], [17, 8]);
  assert.deepEqual([decide(sheet).elected, decide(paper({})).elected], [['c1'], []]);
});

test('more slips and papers than deputies who are here make the count invalid', () => {
  const part = electronicPart({ form: 'tick', candidateIds: ['c1', 'c2'], result: [[0, 12, 5]], admitted: 21 }, 17);
  assert.deepEqual(
    decide(reconciled(paper({}), part)).reasons.map((it) => it.code),
    ['issued-exceeds-attending'],
  );
});

test('voted on one by one, each project is a question of three answers, and the counts come back in their places', () => {
  const questions = questionsOf('approve', CANDIDATES, { maxMarks: 1, title: '票决' });
  assert.deepEqual(
    questions.map((it) => [it.question, it.answers.length, it.min, it.max]),
    [
      ['公园', 3, 1, 1],
      ['步道', 3, 1, 1],
    ],
  );
  const part = electronicPart(
    {
      form: 'approve',
      candidateIds: ['c1', 'c2'],
      result: [
        [7, 2, 1],
        [4, 5, 1],
      ],
      admitted: 10,
    },
    10,
  );
  assert.deepEqual(part.votes.c2, { for: 4, against: 5, abstain: 1, points: 0 });
});

test('joining the two counts never loses or makes a paper or a vote', () => {
  const count = fc.nat(500);
  fc.assert(
    fc.property(count, count, count, count, (a, b, marks, ballots) => {
      const part = electronicPart({ form: 'tick', candidateIds: ['c1', 'c2'], result: [[0, marks, b]], admitted: ballots }, ballots);
      const sheet = reconciled(paper({ issued: a, collected: a }), part);
      assert.deepEqual(
        [sheet.issued, sheet.collected, sheet.votes.c1!.for, sheet.votes.c2!.for],
        [a + ballots, a + ballots, 5 + marks, 3 + b],
      );
    }),
  );
});

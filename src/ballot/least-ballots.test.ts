import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from './rules/decide.ts';
import { isArchivePublic, publishedOf } from './rules/result.ts';
import type { Round } from './rules/round.ts';
import { FIRST_SHEET } from './rules/session.ts';
import type { SessionSheet } from './rules/session-sheet.ts';
import { anOpenBox, ballotOf, castIn, done, refusedWith } from './test-box.ts';

const COUNTS: SessionSheet = { ...FIRST_SHEET, publish: 'list-counts' };

/** A vote of which so many papers came back. */
function aRoundOf(collected: number): Round {
  const numbers = { roll: 231, attending: 210, issued: 210, collected, void: 0, blank: 0 };
  const sheet = { rule: COUNTS.rule, ...numbers, candidates: [], votes: {} };
  return { sheet, outcome: decide(sheet) } as unknown as Round;
}

const EDGES: readonly (readonly [string, number | undefined, readonly number[], SessionSheet['publish']])[] = [
  ['one paper under the usual ten', undefined, [9], 'list'],
  ['just the usual ten', undefined, [10], 'list-counts'],
  ['a session that asks for fifty', 50, [49], 'list'],
  ['the same with fifty papers', 50, [50], 'list-counts'],
  ['a second vote with too few papers', undefined, [209, 9], 'list'],
  ['a session that lets single papers be told', 1, [1], 'list-counts'],
];

for (const [name, leastBallots, collected, published] of EDGES)
  test(`counts are published only where they tell no single vote: ${name}`, () => {
    const sheet = leastBallots === undefined ? COUNTS : { ...COUNTS, leastBallots };
    assert.equal(publishedOf(sheet, collected.map(aRoundOf)), published);
  });

test('the archive opens beside no papers or beside enough of them, and only where counts are published', () => {
  const told = [0, 1, 9, 10].map((papers) => isArchivePublic(COUNTS, papers));

  assert.deepEqual(told, [true, false, false, true]);
  assert.equal(isArchivePublic({ ...COUNTS, publish: 'list-rank' }, 0), false);
});

test('a box with fewer ballots than the sheet asks for is not opened: it goes on voting, or is given up for paper', async (t) => {
  const it = await anOpenBox(t, { sheet: { leastBallots: 3 } });
  const castBy = (i: number) => castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[i]!, [[1, 0, 0]]));
  for (const i of [0, 1]) assert.equal((await castBy(i)).status, 200);

  const early = await refusedWith(it.office.run('ballot.close-box', { boxId: it.boxId }));
  assert.equal((await castBy(2)).status, 200);
  const closed = await done(it.office.run('ballot.close-box', { boxId: it.boxId }));

  assert.deepEqual(early, { kind: 'too-few-ballots', least: 3 });
  assert.deepEqual(closed.value, { ballots: 3 });
});

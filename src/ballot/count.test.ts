import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BundleFigures } from './rules/figures.ts';
import { FIRST_SHEET } from './rules/session.ts';
import { aCounting, accepted, bundlesOf, keyAll, paste, refused, TIED_VOTES } from './test-session.ts';

const PAPERS = { collected: 209, void: 2, blank: 1 };

test('what one person keyed stays hidden until another has keyed the same bundle; the same person is not heard twice', async (t) => {
  const session = await aCounting(t);
  const [first, second] = session.tellers;
  const { bundles, round } = (await session.room()).rounds[0]!;
  const [figures] = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS) as [BundleFigures];
  const bundleId = bundles[0]!.id;

  const waits = await accepted(first, 'ballot.key-in', { bundleId, figures });
  const seen = await session.room();
  const seenByFirst = await first.get(`/ballot/count-room?sessionId=${session.sessionId}`);
  const again = await refused(first, 'ballot.key-in', { bundleId, figures });
  const agreed = await accepted(second, 'ballot.key-in', { bundleId, figures });
  const third = await refused(session.scrutineer, 'ballot.key-in', { bundleId, figures });

  assert.deepEqual(waits, { state: 'waits' });
  assert.deepEqual([seen.rounds[0]!.bundles[0]!.entries, seen.rounds[0]!.bundles[0]!.figures], [[], null]);
  assert.equal((seenByFirst.body as { rounds: { bundles: { isMine: boolean }[] }[] }).rounds[0]!.bundles[0]!.isMine, true);
  assert.deepEqual([again.kind, agreed, third.kind], ['keyed-by-you', { state: 'agreed' }, 'bundle-settled']);
});

test('two tellers key one bundle at the same moment: both are kept, one after the other, and never a third', async (t) => {
  const session = await aCounting(t);
  const { bundles, round } = (await session.room()).rounds[0]!;
  const [figures] = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS) as [BundleFigures];
  const bundleId = bundles[0]!.id;
  const people = [...session.tellers, session.scrutineer, session.app.as('teller', { name: '计票人丙' })];

  const answers = await Promise.all(people.map((it) => it.run('ballot.key-in', { bundleId, figures })));
  const entries = await session.app.ownerPool.query('select seat from ballot.bundle_entry where bundle_id = $1 order by seat', [bundleId]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 200, 409, 409]);
  assert.deepEqual(
    entries.rows.map((it) => it.seat),
    [1, 2],
  );
  assert.equal((await session.room()).rounds[0]!.bundles[0]!.state, 'settled');
});

test('one person sends the same bundle twice at once: it counts as one', async (t) => {
  const session = await aCounting(t);
  const [teller] = session.tellers;
  const { bundles, round } = (await session.room()).rounds[0]!;
  const [figures] = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS) as [BundleFigures];

  const send = () => teller.run('ballot.key-in', { bundleId: bundles[0]!.id, figures });
  const answers = await Promise.all([send(), send()]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal((await session.room()).rounds[0]!.bundles[0]!.state, 'waits');
});

test('a difference blocks the count until a scrutineer who keyed neither settles it with a reason', async (t) => {
  const session = await aCounting(t);
  const [first, second] = session.tellers;
  const { bundles, round } = (await session.room()).rounds[0]!;
  const all = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS);
  const [candidate] = round.candidateIds as [string];
  const right = all[0]!;
  const wrong = { ...right, votes: { ...right.votes, [candidate]: { ...right.votes[candidate]!, for: right.votes[candidate]!.for - 1 } } };
  const [bundle, ...others] = bundles;
  for (const [i, { id }] of others.entries())
    for (const teller of session.tellers) await accepted(teller, 'ballot.key-in', { bundleId: id, figures: all[i + 1] });

  await accepted(first, 'ballot.key-in', { bundleId: bundle!.id, figures: right });
  const early = await refused(session.scrutineer, 'ballot.settle-bundle', { bundleId: bundle!.id, figures: right, reason: '重新清点' });
  const differs = await accepted(second, 'ballot.key-in', { bundleId: bundle!.id, figures: wrong });
  const blocked = await refused(session.scrutineer, 'ballot.count', { roundId: session.roundId });
  const without = await session.scrutineer.run('ballot.settle-bundle', { bundleId: bundle!.id, figures: right, reason: '' });
  await accepted(session.scrutineer, 'ballot.settle-bundle', {
    bundleId: bundle!.id,
    figures: right,
    reason: '监票人重新清点，第一遍为准',
  });
  const counted = await accepted(session.scrutineer, 'ballot.count', { roundId: session.roundId });

  assert.equal(early.kind, 'not-two-entries');
  const has = right.votes[candidate]!.for;
  assert.deepEqual(differs, { state: 'differs', differences: [{ candidate, what: 'for', first: has, second: has - 1 }] });
  assert.deepEqual([blocked, without.status], [{ kind: 'bundles-open', serials: [1] }, 400]);
  assert.deepEqual(counted, { elected: 9, tied: 2, shortage: 0 });
});

test('the count stops where papers do not add up, says by how many, and a bundle is keyed in again with a reason', async (t) => {
  const session = await aCounting(t);
  const { scrutineer, roundId } = session;
  const { bundles, round } = (await session.room()).rounds[0]!;
  const all = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS);
  const last = { ...all[4]!, papers: all[4]!.papers + 3 };
  await keyAll(session, roundId, [...all.slice(0, 4), last]);

  const stopped = await refused(scrutineer, 'ballot.count', { roundId });
  await accepted(scrutineer, 'ballot.reopen-bundle', { bundleId: bundles[4]!.id, reason: '多数了三张' });
  for (const teller of session.tellers) await accepted(teller, 'ballot.key-in', { bundleId: bundles[4]!.id, figures: all[4] });
  await accepted(scrutineer, 'ballot.count', { roundId });
  await accepted(scrutineer, 'ballot.undo-count', { roundId, reason: '第三捆需要重新清点' });
  const undone = await session.room();
  await accepted(scrutineer, 'ballot.count', { roundId });

  assert.deepEqual(stopped, { kind: 'papers-do-not-add-up', papers: 212, collected: 209 });
  assert.deepEqual(
    undone.undoings.map((it) => [it.what, it.reason]),
    [
      ['bundle', '多数了三张'],
      ['count', '第三捆需要重新清点'],
    ],
  );
  assert.deepEqual([undone.rounds[0]!.round.state, undone.rounds[0]!.round.outcome], ['counting', null]);
});

test('figures that cannot be on the papers of one bundle are refused with what does not add up', async (t) => {
  const session = await aCounting(t);
  const [teller] = session.tellers;
  const { bundles, round } = (await session.room()).rounds[0]!;
  const [figures] = bundlesOf(round.candidateIds, TIED_VOTES, PAPERS) as [BundleFigures];
  const [candidate] = round.candidateIds as [string];
  const ticks = (votes: number) => Object.fromEntries(round.candidateIds.map((id) => [id, { for: votes }]));
  const cases: readonly (readonly [string, unknown])[] = [
    ['void-and-blank-exceed-collected', { ...figures, void: 30, blank: 21, votes: {} }],
    ['votes-exceed-valid', { ...figures, votes: { [candidate]: { for: figures.papers - figures.void + 1 } } }],
    ['marks-exceed-allowed', { ...figures, votes: ticks(45) }],
    ['unknown-candidate', { ...figures, votes: { [session.roundId]: { for: 1 } } }],
  ];

  for (const [code, keyed] of cases) {
    const answer = await teller.run('ballot.key-in', { bundleId: bundles[0]!.id, figures: keyed });
    const { refusal } = answer.body as { refusal: { kind: string; faults: { code: string }[] } };
    assert.deepEqual([answer.status, refusal.kind, refusal.faults[0]!.code], [409, 'figures-do-not-add-up', code]);
  }
  for (const keyed of [
    { ...figures, papers: -1 },
    { ...figures, blank: 1.5 },
    { ...figures, votes: { [candidate]: { for: '十' } } },
  ])
    assert.equal((await teller.run('ballot.key-in', { bundleId: bundles[0]!.id, figures: keyed })).status, 400);
});

const KEYPADS = { ...FIRST_SHEET, keypad: true };

function keypadTable(names: readonly string[], votes: readonly number[]): string {
  return [
    '表决结果\t\t',
    '参加表决人数\t209\t',
    '无效\t2\t',
    '未按键\t1\t',
    '序号\t项目名称\t赞成',
    ...names.map((name, i) => `${i + 1}\t${name}\t${votes[i]}`),
  ].join('\n');
}

test('a keypad system’s file is one person’s reading: a second person brings it in too, and the count takes it like a bundle', async (t) => {
  const session = await aCounting(t, KEYPADS, 'keypad');
  const { roundId, tellers, scrutineer } = session;
  const { rounds, names } = await session.room();
  const { bundles, round } = rounds[0]!;
  const file = keypadTable(
    round.candidateIds.map((id) => names[id]!),
    TIED_VOTES,
  );

  const first = await accepted(tellers[0], 'ballot.import-keypad', { bundleId: bundles[0]!.id, from: paste(file) });
  const second = await accepted(tellers[1], 'ballot.import-keypad', { bundleId: bundles[0]!.id, from: paste(file) });
  const counted = await accepted(scrutineer, 'ballot.count', { roundId });

  assert.deepEqual([first, second, counted], [{ state: 'waits' }, { state: 'agreed' }, { elected: 9, tied: 2, shortage: 0 }]);
});

test('a file of a keypad system that does not fit the vote says what is wrong and in which row; without the sheet’s leave none is taken', async (t) => {
  const session = await aCounting(t, KEYPADS, 'keypad');
  const { rounds, names } = await session.room();
  const { bundles, round } = rounds[0]!;
  const [teller] = session.tellers;
  const all = round.candidateIds.map((id) => names[id]!);
  const bring = (text: string) => refused(teller, 'ballot.import-keypad', { bundleId: bundles[0]!.id, from: paste(text) });
  const good = keypadTable(all, TIED_VOTES);

  const answers = [
    await bring(good.replace('演示项目4\t', '演示项目40\t')),
    await bring(good.replace('演示项目4\t', '演示项目3\t')),
    await bring(good.replace('\t178', '\t一百七十八')),
    await bring(good.replace(/\n12\t.*/, '')),
    await bring(good.replace('参加表决人数\t209', '会议时间\t上午')),
    await bring('随便一段话\t没有表头\n一\t二'),
  ];

  assert.deepEqual(answers, [
    { kind: 'keypad-unknown-name', row: 9, name: '演示项目40' },
    { kind: 'keypad-listed-twice', row: 9, name: '演示项目3' },
    { kind: 'keypad-not-a-number', row: 9, text: '一百七十八' },
    { kind: 'keypad-missing', names: ['演示项目12'] },
    { kind: 'keypad-without-total' },
    { kind: 'head-missing', wants: '项目名称' },
  ]);
});

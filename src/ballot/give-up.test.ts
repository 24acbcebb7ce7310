import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { anOpenBox, ballotOf, castIn, done, type OpenBox, refusedWith } from './test-box.ts';

const DELEGATION = '第一代表团';
const LOST = { reason: '两名受托人的密钥文件丢失' };

/** Twelve deputies are here; five took a slip, seven a paper, and two of the five have voted. */
async function aVoteOnBoth(t: TestContext) {
  const it = await anOpenBox(t, { deputies: 12, present: 12, slips: 5, state: 'issuing' });
  const { office, roundId } = it;
  for (const step of ['officers-approved', 'boxes-sealed']) await done(office.run('ballot.take-step', { roundId, step }));
  await done(office.run('ballot.issue-papers', { roundId, issues: [{ delegation: DELEGATION, papers: 7 }] }));
  for (const credential of it.credentials.slice(0, 2))
    assert.equal((await castIn(it.app, it.electionUuid, ballotOf(it.open, credential, [[1, 0, 0]]))).status, 200);
  return it;
}

async function roundOf({ app, roundId }: OpenBox) {
  const found = await app.ownerPool.query(
    `select r.state, r.issued, r.outcome, (select coalesce(sum(p.papers), 0)::int from ballot.paper_issue p where p.round_id = r.id) as papers
       from ballot.round r where r.id = $1`,
    [roundId],
  );
  return found.rows[0] as {
    state: string;
    issued: number | null;
    outcome: { valid: boolean; reasons: readonly unknown[] };
    papers: number;
  };
}

test('given up while the deputies vote, the box gives all of them paper: papers are issued anew, also to those who held a slip', async (t) => {
  const it = await aVoteOnBoth(t);
  const { office, roundId, boxId } = it;
  const all = { roundId, issues: [{ delegation: DELEGATION, papers: 12 }] };

  await done(office.run('ballot.abandon-box', { boxId, ...LOST }));
  const after = await roundOf(it);
  await done(office.run('ballot.issue-papers', all));

  assert.deepEqual([after.state, after.issued, after.papers], ['issuing', null, 0]);
  const { state, issued, papers } = await roundOf(it);
  assert.deepEqual([state, issued, papers], ['voting', 12, 12]);
});

test('slips of a box that was given up are nobody’s any more, and the ballots in it lie in no order of their coming', async (t) => {
  const it = await anOpenBox(t, { deputies: 12, present: 12, slips: 12, state: 'issuing' });
  const { rows } = await it.app.ownerPool.query<{ id: string; sessionId: string }>(
    'select id, session_id as "sessionId" from ballot.roll order by position limit 4',
  );
  for (const { id: deputyId, sessionId } of rows) {
    const seen = { attendance: 'present', hasSlip: false };
    await done(it.office.run('ballot.check-in', { sessionId, deputyId, attendance: 'present', hasSlip: true, seen }));
  }
  const ballots = it.credentials.slice(0, 6).map((credential) => ballotOf(it.open, credential, [[1, 0, 0]]));
  for (const ballot of ballots) assert.equal((await castIn(it.app, it.electionUuid, ballot)).status, 200);

  await done(it.office.run('ballot.abandon-box', { boxId: it.boxId, ...LOST }));

  const noted = await it.app.ownerPool.query('select 1 from ballot.roll where slip_round is not null');
  const papers = await it.app.ownerPool.query('select tracker, xmin::text as tx from ballot.sealed_paper order by ctid');
  assert.equal(noted.rowCount, 0);
  assert.equal(new Set(papers.rows.map((row) => row.tx)).size, 1);
  assert.deepEqual(
    papers.rows.map((row) => row.tracker),
    papers.rows.map((row) => row.tracker).toSorted(),
  );
});

test('given up after the papers came back, the box makes the vote void: it is not counted from the papers alone, and the presidium has it held again', async (t) => {
  const it = await aVoteOnBoth(t);
  const { office, roundId, boxId, trustees } = it;
  await done(office.run('ballot.take-step', { roundId, step: 'papers-cast' }));
  await done(office.run('ballot.record-collected', { roundId, collected: 7, bundles: 1 }));

  await done(office.run('ballot.abandon-box', { boxId, ...LOST }));

  const { state, outcome } = await roundOf(it);
  assert.deepEqual([state, outcome.valid, outcome.reasons], ['decided', false, [{ code: 'box-given-up', facts: { slips: 5 } }]]);
  assert.equal((await refusedWith(trustees[0]!.run('ballot.undo-count', { roundId, reason: '想按纸质票计' }))).kind, 'vote-stays-void');
  const again = { afterId: roundId, cause: 'void', decision: '主席团决定重新投票', colour: 'pink', paperSize: 'A5' };
  await done(office.run('ballot.open-another-round', again));
});

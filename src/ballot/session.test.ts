import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from '#/platform/documents/read.ts';
import type { Candidate } from './rules/candidate.ts';
import { FIRST_SHEET } from './rules/session.ts';
import {
  ATTENDING,
  aCounting,
  accepted,
  aReadySession,
  aSession,
  bundlesOf,
  candidateText,
  castRound,
  keyAll,
  PAPER,
  paste,
  refused,
  TIED_VOTES,
  withList,
  withOfficers,
  withRoll,
  withSheet,
} from './test-session.ts';

test('a rule sheet goes from draft to the presidium to the plenary, and stays as it was adopted', async (t) => {
  const session = await aSession(t);
  const { office, sessionId } = session;

  const early = await refused(office, 'ballot.move-sheet', { sessionId, to: 'adopted', note: '直接通过' });
  await withSheet(session);
  const late = await refused(office, 'ballot.change-sheet', { sessionId, sheet: { ...FIRST_SHEET, candidates: 13 } });
  const { session: kept, sheets } = (await office.get(`/ballot/session?sessionId=${sessionId}`)).body as {
    session: { sheetDigest: string };
    sheets: readonly { state: string }[];
  };

  assert.deepEqual([early.kind, late.kind], ['sheet-out-of-order', 'sheet-adopted']);
  assert.match(kept.sheetDigest, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    sheets.map((it) => it.state),
    ['draft', 'draft', 'presidium', 'adopted'],
  );
});

test('a session opens only with an adopted sheet, a settled list, named officers and a quorum', async (t) => {
  const session = await aSession(t);
  const { office, sessionId } = session;
  const open = () => refused(office, 'ballot.open-session', { sessionId, ...PAPER });

  const kinds = [await open()];
  await withSheet(session);
  kinds.push(await open());
  await withList(session);
  kinds.push(await open());
  await withRoll(session, 153);
  kinds.push(await open());
  await withOfficers(session);
  kinds.push(await open());

  assert.deepEqual(kinds, [
    { kind: 'session-not-ready', wants: 'sheet' },
    { kind: 'session-not-ready', wants: 'list' },
    { kind: 'session-not-ready', wants: 'roll' },
    { kind: 'officers-missing', office: 'chief-scrutineer', has: 0, wants: 1 },
    { kind: 'no-quorum', attending: 153, needed: 154, roll: 231 },
  ]);
});

test('after the opening neither sheet, roll nor list is changed, whoever asks', async (t) => {
  const session = await aReadySession(t);
  const { office, sessionId } = session;
  await accepted(office, 'ballot.open-session', { sessionId, ...PAPER });

  const kinds = [
    await refused(office, 'ballot.change-sheet', { sessionId, sheet: { ...FIRST_SHEET, publish: 'list-counts' } }),
    await refused(office, 'ballot.move-sheet', { sessionId, to: 'draft', note: '退回' }),
    await refused(office, 'ballot.import-roll', { sessionId, from: paste('姓名\t代表团\n甲乙\t城关代表团') }),
    await refused(office, 'ballot.reopen-list', { sessionId, reason: '再议' }),
    await refused(office, 'ballot.set-up-session', { id: sessionId, title: '另一次会议', forYear: 2028, opensOn: '2026-06-18' }),
    await refused(office, 'ballot.prepare-vote', { sessionId, ...PAPER }),
  ].map((it) => it.kind);

  assert.deepEqual(new Set(kinds), new Set(['session-under-way']));
});

test('a list is settled only when every opinion of a delegation has its answer, and with as many candidates as the sheet says', async (t) => {
  const session = await aSession(t);
  const { office, sessionId } = session;
  await accepted(office, 'ballot.import-candidates', { sessionId, from: paste(candidateText()) });
  const settle = { sessionId, decision: '主席团第二次会议确定' };
  const { candidates } = (await office.get(`/ballot/candidates?sessionId=${sessionId}`)).body as { candidates: Candidate[] };
  const said = { sessionId, candidateId: candidates[11]!.id, delegation: '东乡代表团', body: '与另一项重复' };

  const { opinionId } = await accepted<{ opinionId: string }>(office, 'ballot.record-opinion', said);
  const open = await refused(office, 'ballot.settle-list', settle);
  await accepted(office, 'ballot.settle-opinion', { sessionId, opinionId, settlement: '采纳，撤下该项目' });
  await accepted(office, 'ballot.withdraw-candidate', { candidateId: candidates[11]!.id, reason: '与第三项重复' });
  const short = await refused(office, 'ballot.settle-list', settle);
  await accepted(office, 'ballot.withdraw-candidate', { candidateId: candidates[11]!.id, reason: null });
  await accepted(office, 'ballot.settle-list', settle);
  const late = await refused(office, 'ballot.withdraw-candidate', { candidateId: candidates[0]!.id, reason: '再议' });
  await accepted(office, 'ballot.reopen-list', { sessionId, reason: '第一项名称有误' });

  assert.deepEqual([open.kind, short, late.kind], ['opinions-open', { kind: 'list-count-differs', has: 11, wants: 12 }, 'list-settled']);
});

test('nobody from a candidate’s unit watches over the vote', async (t) => {
  const session = await aReadySession(t);
  const named = { id: crypto.randomUUID(), sessionId: session.sessionId, office: 'scrutineer', name: '监票戊', unit: '演示牵头局3办公室' };

  const answer = await refused(session.office, 'ballot.name-officer', named);

  assert.deepEqual(answer, { kind: 'officer-of-candidate-unit', name: '监票戊', unit: '演示牵头局3办公室', candidate: '演示项目4' });
});

test('a step is not passed over in silence: it is taken, or skipped with a reason that stays in the record', async (t) => {
  const session = await aReadySession(t);
  const { office, sessionId } = session;
  const { roundId } = await accepted<{ roundId: string }>(office, 'ballot.open-session', { sessionId, ...PAPER });

  const early = await refused(office, 'ballot.take-step', { roundId, step: 'boxes-sealed' });
  await accepted(office, 'ballot.take-step', { roundId, step: 'officers-approved', skippedReason: '上午的会议已经举手通过' });
  await accepted(office, 'ballot.take-step', { roundId, step: 'boxes-sealed' });
  const twice = await refused(office, 'ballot.take-step', { roundId, step: 'boxes-sealed' });
  const { steps } = (await session.room()).rounds[0]!;

  assert.deepEqual(early, { kind: 'step-missing', step: 'officers-approved', wanted: 'boxes-sealed' });
  assert.equal(twice.kind, 'step-taken');
  assert.deepEqual(
    steps.map((it) => [it.step, it.skippedReason]),
    [
      ['officers-approved', '上午的会议已经举手通过'],
      ['boxes-sealed', null],
    ],
  );
});

test('a delegation is handed no more papers than it has deputies there', async (t) => {
  const session = await aReadySession(t);
  const { office, sessionId } = session;
  const { roundId } = await accepted<{ roundId: string }>(office, 'ballot.open-session', { sessionId, ...PAPER });
  for (const step of ['officers-approved', 'boxes-sealed']) await accepted(office, 'ballot.take-step', { roundId, step });
  const issue = (delegation: string, papers: number) => ({ roundId, issues: [{ delegation, papers }] });

  const answers = [
    await refused(office, 'ballot.issue-papers', issue('城关代表团', 59)),
    await refused(office, 'ballot.issue-papers', issue('南乡代表团', 1)),
    await refused(office, 'ballot.issue-papers', issue('城关代表团', 0)),
  ];

  assert.deepEqual(answers, [
    { kind: 'issued-to-delegation', delegation: '城关代表团', papers: 59, present: 58, slips: 0 },
    { kind: 'unknown-delegation', delegation: '南乡代表团' },
    { kind: 'nothing-issued' },
  ]);
});

test('more papers collected than issued make the vote void by decision of the presidium, and it is held anew on another colour', async (t) => {
  const session = await aReadySession(t);
  const { office, sessionId } = session;
  const { roundId } = await accepted<{ roundId: string }>(office, 'ballot.open-session', { sessionId, ...PAPER });
  await castRound(session, roundId, true);
  const collected = { roundId, collected: ATTENDING + 1 };

  const answer = await refused(office, 'ballot.record-collected', collected);
  await accepted(office, 'ballot.record-collected', { ...collected, voidDecision: '主席团决定本次投票无效' });
  const again = { afterId: roundId, cause: 'void', decision: '主席团决定重新投票', ...PAPER };
  const sameColour = await refused(office, 'ballot.open-another-round', again);
  await accepted(office, 'ballot.open-another-round', { ...again, colour: 'pink' });
  const { rounds } = await session.room();

  assert.deepEqual(answer, { kind: 'collected-exceeds-issued', collected: 211, issued: 210 });
  assert.equal(sameColour.kind, 'colour-used');
  assert.deepEqual(
    rounds.map((it) => [it.round.state, it.round.outcome?.valid ?? null, it.round.candidateIds.length, it.round.seats]),
    [
      ['decided', false, 12, 10],
      ['issuing', null, 12, 10],
    ],
  );
});

test('a tie at the last seat is voted on again, the result is announced, and a correction rewrites nothing', async (t) => {
  const session = await aCounting(t);
  const { office, scrutineer, roundId, sessionId } = session;
  const { candidateIds } = (await session.room()).rounds[0]!.round;
  await keyAll(session, roundId, bundlesOf(candidateIds, TIED_VOTES, { collected: 209, void: 2, blank: 1 }));

  const first = await accepted(scrutineer, 'ballot.count', { roundId });
  await accepted(office, 'ballot.take-step', { roundId, step: 'reported' });
  const signed = { sessionId, serial: 3, signedBy: '主席团常务主席', signedOn: '2026-06-18' };
  const early = await refused(office, 'ballot.announce', signed);
  const second = { afterId: roundId, cause: 'tie', decision: '主席团决定对同票项目再次投票', colour: 'pink', paperSize: 'A5' };
  const { roundId: secondId } = await accepted<{ roundId: string }>(office, 'ballot.open-another-round', second);
  await castRound(session, secondId, false);
  await accepted(office, 'ballot.record-collected', { roundId: secondId, collected: 210 });
  const tied = (await session.room()).rounds[1]!.round;
  await keyAll(session, secondId, bundlesOf(tied.candidateIds, [112, 95], { collected: 210, void: 0, blank: 3 }));
  await accepted(scrutineer, 'ballot.count', { roundId: secondId });
  const unreported = await refused(office, 'ballot.announce', signed);
  await accepted(office, 'ballot.take-step', { roundId: secondId, step: 'reported' });
  const { noticeId } = await accepted<{ noticeId: string }>(office, 'ballot.announce', signed);
  const rewritten = await refused(scrutineer, 'ballot.undo-count', { roundId: secondId, reason: '改一改' });
  const elected = [...candidateIds.slice(0, 9), tied.candidateIds[1]!];
  const correction = { ...signed, supersedesId: noticeId, serial: 4, reason: '第十项名称读错', elected };
  const tooMany = await refused(office, 'ballot.correct-notice', { ...correction, elected: candidateIds.slice(0, 11) });
  await accepted(office, 'ballot.correct-notice', { ...correction, elected: [...elected, elected[0]!] });
  const { result, notices } = await session.room();

  assert.deepEqual(first, { elected: 9, tied: 2, shortage: 0 });
  assert.deepEqual(tooMany, { kind: 'correction-exceeds-seats', elected: 11, seats: 10 });
  assert.deepEqual(
    [early, unreported.kind, rewritten.kind],
    [{ kind: 'result-open', tied: 2, shortage: 1 }, 'step-missing', 'session-not-sitting'],
  );
  assert.deepEqual([tied.seats, tied.maxMarks, tied.afterId, tied.candidateIds], [1, 1, roundId, candidateIds.slice(9, 11)]);
  assert.deepEqual(
    result.elected.map((it) => [it.candidateId, it.round]),
    [...candidateIds.slice(0, 9).map((id) => [id, 1]), [candidateIds[9], 2]],
  );
  assert.deepEqual(
    notices.map((it) => [it.serial, it.supersedesId, it.content.elected.at(-1)!.candidateId, it.content.elected.at(-1)!.votes]),
    [
      [3, null, candidateIds[9], null],
      [4, noticeId, candidateIds[10], null],
    ],
  );
  const files = [
    `/ballot/notice.docx?sessionId=${sessionId}&noticeId=${noticeId}`,
    `/ballot/record-sheet.docx?roundId=${roundId}`,
    `/ballot/minutes.docx?sessionId=${sessionId}`,
    `/ballot/booklet.docx?sessionId=${sessionId}`,
    `/ballot/paper.docx?roundId=${roundId}`,
  ];
  for (const path of files) {
    const response = await session.app.app.inject({ url: `/api/990001${path}`, headers: { cookie: `test=${office.actor.accountId}` } });
    assert.equal(response.statusCode, 200, path);
    const read = await readDocument(response.rawPayload, 'file.docx');
    assert.ok(
      read.ok && JSON.stringify(read.value).includes('演示项目1'),
      `${path} ${read.ok ? JSON.stringify(read.value).slice(0, 300) : read.refusal.kind}`,
    );
  }
  const paper = await office.get(`/ballot/paper.html?roundId=${roundId}&copies=3`);
  assert.equal(paper.text.split('<section class="paper">').length - 1, 3);
  const [one, two] = paper.text
    .split('<section class="paper">')
    .slice(1)
    .map((it) => it.split('</section>')[0]);
  assert.equal(one, two, 'no paper can be told from another');
});

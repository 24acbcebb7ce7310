import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { verifyArchive } from '#/ballot/rules/belenios/verify.ts';
import type { SessionSheet } from '#/ballot/rules/session-sheet.ts';
import { anOpenBox, ballotOf, castIn, decrypt, done, group } from '#/ballot/test-box.ts';
import { accepted, anAnnouncedSession, aReadySession } from '#/ballot/test-session.ts';
import { accept } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { save } from '#/platform/db.ts';

test('the public reads the result of an announced vote without script, in four looks, and no more than the sheet allows', async (t) => {
  const { app, sessionId } = await anAnnouncedSession(t);

  const pages = await Promise.all(['', '/en', '/big', '/en/big'].map((look) => app.page(`${look}/990001/votes/${sessionId}`)));

  for (const page of pages) {
    assert.equal(page.status, 200);
    assert.match(page.text, /演示项目10/);
    assert.doesNotMatch(page.text, /<script|演示项目12|190/);
  }
  assert.match(pages[0]!.text, /应到代表 231 人，实到 210 人，符合法定人数/);
});

test('before the announcement there is no page; a corrected notice stays beside the one that corrects it', async (t) => {
  const before = await aReadySession(t);
  assert.equal((await before.app.page(`/990001/votes/${before.sessionId}`)).status, 404);
  const { app, sessionId, noticeId, office, room } = await anAnnouncedSession(t);
  const { result } = await room();
  const elected = result.elected.slice(0, 9).map((it) => it.candidateId);
  const signed = { sessionId, serial: 4, signedBy: '主席团常务主席', signedOn: '2026-06-18', openSeats: '空缺一个' };

  await accepted(office, 'ballot.correct-notice', { ...signed, supersedesId: noticeId, reason: '第十项读错', elected });
  const { text } = await app.page(`/990001/votes/${sessionId}`);

  assert.match(text, /公告第 4 号[\s\S]*本公告更正公告第 3 号。原因：第十项读错[\s\S]*公告第 3 号[\s\S]*已由公告第 4 号更正/);
});

const announceSession = command({
  name: 'ballot.announce-for-tests',
  version: 1,
  input: z.object({ sessionId: z.uuid() }),
  permission: 'ballot.announce',
  subject: () => 'test',
  async run(writer, { sessionId }) {
    await save(writer, 'ballot.session', { id: sessionId }, { state: 'announced' });
    return accept(null);
  },
});

/** A session that voted electronically, and was counted. */
async function anElectronicVote(t: TestContext, publish: SessionSheet['publish']) {
  const it = await anOpenBox(t, { sheet: { publish } });
  for (const credential of it.credentials.slice(0, 2))
    assert.equal((await castIn(it.app, it.electionUuid, ballotOf(it.open, credential, [[1, 1, 0]]))).status, 200);
  await done(it.office.run('ballot.close-box', { boxId: it.boxId }));
  for (const position of [1, 3])
    await done(
      it.trustees[position - 1]!.run('ballot.publish-decryption', { boxId: it.boxId, position, decryption: await decrypt(it, position) }),
    );
  await done(it.office.run('ballot.count-box', { boxId: it.boxId }));
  const found = await it.app.ownerPool.query<{ id: string }>('select session_id as id from ballot.round where id = $1', [it.roundId]);
  const sessionId = found.rows[0]!.id;
  const archive = `/990001/votes/${sessionId}/${it.electionUuid}.bel`;
  return { ...it, archive, sessionId, announce: () => it.app.mustRun(announceSession, '990001', { sessionId }) };
}

test('anybody downloads the archive of an announced electronic vote without log-in or script, and it verifies; before there is none', async (t) => {
  const { app, archive, sessionId, announce } = await anElectronicVote(t, 'list-counts');
  assert.equal((await app.page(archive)).status, 404);

  await announce();
  const page = await app.page(`/990001/votes/${sessionId}`);
  const { statusCode, rawPayload } = await app.app.inject({ url: archive });

  assert.equal(statusCode, 200);
  const report = await verifyArchive(group, rawPayload);
  assert.deepEqual([report.ok, report.tallied, report.result], [true, 2, [[0, 2, 2, 0]]]);
  assert.ok(page.text.includes(`href="${archive}"`));
  assert.doesNotMatch(page.text, /<script/);
  assert.equal((await app.page(`/990001/votes/${sessionId}/1.bel`)).status, 404);
});

test('where the sheet publishes names only the archive stays closed, and the page says why', async (t) => {
  const { app, archive, sessionId, announce } = await anElectronicVote(t, 'list-rank');

  await announce();
  const { text } = await app.page(`/990001/votes/${sessionId}`);

  assert.equal((await app.page(archive)).status, 404);
  assert.match(text, /没有规定公布得票数，存档不公开下载/);
});

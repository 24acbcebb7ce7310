import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, anAnnouncedSession, aReadySession } from '#/ballot/test-session.ts';

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

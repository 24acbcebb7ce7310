import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, anAnnouncedSession, refused } from '#/ballot/test-session.ts';
import { newId } from '#/kernel/id.ts';
import type { Draft } from './rules/draft.ts';

test('what the deputies chose becomes the draft of next year’s list, once, under the ids it had on the ballot', async (t) => {
  const session = await anAnnouncedSession(t);
  const { app, sessionId } = session;
  const office = app.as('office');
  const programmeId = newId();

  const early = await refused(office, 'programme.take-voted', { programmeId, sessionId: newId() });
  await accepted(office, 'programme.take-voted', { programmeId, sessionId });
  const again = await refused(office, 'programme.take-voted', { programmeId: newId(), sessionId });
  const { draft } = (await office.get(`/programme/draft?programmeId=${programmeId}`)).body as { draft: Draft };
  const { result } = await session.room();

  assert.deepEqual([early.kind, again.kind], ['vote-not-announced', 'year-taken']);
  assert.deepEqual([draft.year, draft.origin, draft.kind], [2027, 'voted', 'ten-things']);
  assert.deepEqual(
    draft.projects.map((it) => [it.id, it.name, it.promises.length]),
    result.elected.map((it) => [it.candidateId, it.name, 0]),
  );
});

test('two clerks take the same vote over at once: there is one list', async (t) => {
  const { app, sessionId } = await anAnnouncedSession(t);
  const take = () => app.as('office').run('programme.take-voted', { programmeId: newId(), sessionId });

  const answers = await Promise.all([take(), take()]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

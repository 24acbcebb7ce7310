import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import type { Blocker } from './rules/blocker.ts';
import type { BlockerStep } from './rules/blocker-step.ts';
import type { OnSiteCase } from './rules/on-site.ts';
import { aRhythm, refusalOf, type TestRhythm, valueIn } from './test-rhythm.ts';

async function blockerOf({ office }: TestRhythm, id: string): Promise<Blocker> {
  const { blockers } = (await office.get('/rhythm/blockers')).body as { blockers: readonly Blocker[] };
  return blockers.find((it) => it.id === id)!;
}

test('a blocker goes up one level at a time: the unit, its leader, the meeting, and outside only through the office', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const move = (person: TestRhythm['office'], to: string, more = {}) =>
    person.run('rhythm.move-blocker', { blockerId, to, reason: '本级解决不了', ...more });

  const nobody = refusalOf(await move(it.civil.liaison, 'leader'));
  valueIn(await it.office.run('programme.set-overseeing-leader', { projectId: it.civil.projectId, postId: it.leaderPostId }));
  const far = refusalOf(await move(it.civil.liaison, 'meeting'));
  valueIn(await move(it.civil.liaison, 'leader'));
  const { level, askedOf, askedPostId } = await blockerOf(it, blockerId);
  valueIn(await move(it.leader, 'meeting'));
  const back = refusalOf(await move(it.civil.liaison, 'unit'));
  const unnamed = refusalOf(await move(it.office, 'utility'));
  valueIn(await move(it.office, 'utility', { askedOf: '清泉供水公司' }));
  const after = await blockerOf(it, blockerId);

  assert.deepEqual(
    [nobody.kind, far.kind, back.kind, unnamed.kind],
    ['nobody-oversees', 'blocker-level-not-yours', 'blocker-level-not-yours', 'outside-body-unnamed'],
  );
  assert.deepEqual([level, askedOf, askedPostId], ['leader', '副区长（民生） 方远', it.leaderPostId]);
  assert.deepEqual([after.level, after.askedOf, after.askedPostId], ['utility', '清泉供水公司', null]);
});

test('who solved it, when and how stays with it; what was not solved after all is opened again and keeps its age', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  it.at('2026-06-25');
  const settle = (on: string) => it.civil.head.run('rhythm.settle-blocker', { blockerId, as: 'solved', on, how: '产权已明' });

  const early = refusalOf(await settle('2026-06-17'));
  valueIn(await settle('2026-06-24'));
  const twice = refusalOf(await settle('2026-06-24'));
  const solved = await blockerOf(it, blockerId);
  valueIn(await it.office.run('rhythm.reopen-blocker', { blockerId, reason: '又被占用' }));
  const open = await blockerOf(it, blockerId);
  const { steps } = (await it.office.get(`/rhythm/blocker?blockerId=${blockerId}`)).body as { steps: readonly BlockerStep[] };

  assert.deepEqual([early.kind, twice.kind], ['settled-outside-life', 'blocker-settled']);
  assert.deepEqual([solved.state, solved.settledOn, solved.settledBy, solved.settledHow], ['solved', '2026-06-24', '安民', '产权已明']);
  assert.deepEqual([open.state, open.raisedOn, open.settledOn], ['open', '2026-06-18', null]);
  assert.deepEqual(
    steps.map(({ act, byName }) => [act, byName]),
    [
      ['raised', '区民政局联络员'],
      ['solved', '安民'],
      ['reopened', '石敏'],
    ],
  );
});

test('of two who settle one blocker at once, one is told that it is settled', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const settle = (person: TestRhythm['office']) =>
    person.run('rhythm.settle-blocker', { blockerId, as: 'solved', on: '2026-06-18', how: '已腾退' });

  const outcomes = await Promise.all([settle(it.civil.head), settle(it.office)]);

  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [200, 409]);
});

test('a unit sees and raises only what is of its own projects', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const foreign = { id: newId(), projectId: it.civil.projectId, title: '别家的事' };

  const seen = (await it.health.liaison.get('/rhythm/blockers')).body as { blockers: readonly Blocker[] };
  const steps = (await it.health.liaison.get(`/rhythm/blocker?blockerId=${blockerId}`)).body as { steps: readonly BlockerStep[] };

  assert.deepEqual([seen.blockers, steps.steps], [[], []]);
  assert.equal(refusalOf(await it.health.liaison.run('rhythm.raise-blocker', foreign)).kind, 'unit-not-of-project');
  assert.equal(
    refusalOf(await it.health.liaison.run('rhythm.settle-blocker', { blockerId, as: 'solved', on: '2026-06-18', how: '代办' })).kind,
    'unit-not-of-project',
  );
});

test('a letter to a utility is drafted, sent and answered, each once, and its answer names where it is known from', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const letterId = newId();
  const draft = {
    id: letterId,
    blockerId,
    toKind: 'water',
    toBody: '清泉供水公司',
    title: '关于商请迁改供水管线的函',
    text: '老年食堂施工须迁改管线。',
    answerBy: '2026-06-30',
  };
  const answer = { letterId, answeredOn: '2026-06-18', result: 'agreed', text: '七月上旬迁改', source: '电话，办公室 王某' };

  valueIn(await it.office.run('rhythm.draft-letter', draft));
  const unsent = refusalOf(await it.office.run('rhythm.answer-letter', answer));
  valueIn(await it.office.run('rhythm.send-letter', { letterId, sentOn: '2026-06-18', number: '清政督函〔2026〕6号' }));
  const twice = refusalOf(await it.office.run('rhythm.send-letter', { letterId, sentOn: '2026-06-18' }));
  valueIn(await it.office.run('rhythm.answer-letter', answer));
  const paper = await it.office.get(`/rhythm/letter.docx?letterId=${letterId}`);
  const known = (await it.office.get(`/rhythm/blocker?blockerId=${blockerId}`)).body as {
    letters: { state: string }[];
    answers: { source: string }[];
  };

  assert.deepEqual([unsent.kind, twice.kind], ['letter-state', 'letter-state']);
  assert.deepEqual([known.letters[0]!.state, known.answers[0]!.source], ['answered', '电话，办公室 王某']);
  assert.equal(paper.status, 200);
});

test('a case solved on site settles its blocker in the name of the leader of that day, and the ledger has no gap when two write at once', async (t) => {
  const it = await aRhythm(t);
  const blockerId = await it.raised(it.civil);
  const record = (more: object) =>
    it.office.run('rhythm.record-on-site', {
      ...{ id: newId(), projectId: it.civil.projectId, leaderPostId: it.leaderPostId, heldOn: '2026-06-18', place: '食堂工地' },
      ...{ matter: '产权不明', decision: '当场明确由街道腾退', isSolved: true, ...more },
    });

  const ahead = refusalOf(await record({ heldOn: '2026-06-19' }));
  const empty = refusalOf(await record({ heldOn: '2025-12-31' }));
  const two = await Promise.all([record({ blockerId }), record({})]);
  const blocker = await blockerOf(it, blockerId);
  const { cases } = (await it.office.get('/rhythm/on-site?year=2026')).body as { cases: readonly OnSiteCase[] };

  assert.deepEqual([ahead.kind, empty.kind], ['on-site-day-ahead', 'leader-post-empty']);
  assert.deepEqual(
    two.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(
    cases.map(({ no }) => no),
    [1, 2],
  );
  assert.deepEqual([blocker.state, blocker.isOnSite, blocker.settledBy], ['solved', true, '副区长（民生） 方远']);
});

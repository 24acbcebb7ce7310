import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { newCredential, secretOf } from './rules/belenios/credentials.ts';
import { maskedName } from './rules/roll.ts';
import { FIRST_SHEET } from './rules/session.ts';
import { group, makeKeys, TITLES } from './test-box.ts';
import {
  accepted,
  aSession,
  candidateText,
  DEPUTIES,
  paste,
  refused,
  rollText,
  type TestSession,
  withList,
  withOfficers,
  withRoll,
  withSheet,
} from './test-session.ts';

type Place = { readonly id: string; readonly delegation: string; readonly attendance: string; readonly hasSlip: boolean };
type Desk = {
  readonly places: readonly Place[];
  readonly handsSlips: boolean;
  readonly attendance: { readonly present: number; readonly needed: number; readonly delegations: readonly { slips: number }[] };
};

const deskOf = async ({ office, sessionId }: TestSession) => (await office.get(`/ballot/desk?sessionId=${sessionId}`)).body as Desk;

const seenOf = ({ attendance, hasSlip }: Place) => ({ attendance, hasSlip });
const unknown = { attendance: 'unknown', hasSlip: false };

/** A session whose roll is there and whose deputies are still to come. */
async function aDesk(t: Parameters<typeof aSession>[0]): Promise<TestSession> {
  const session = await aSession(t);
  await withSheet(session, { ...FIRST_SHEET, electronic: true });
  await withList(session);
  await withRoll(session, 0);
  return session;
}

test('deputies check in one by one, a leave keeps its reason, and the quorum is told after each of them', async (t) => {
  const session = await aDesk(t);
  const { office, sessionId } = session;
  const [first, second] = (await deskOf(session)).places as [Place, Place];
  const note = (deputyId: string, attendance: string, more: object = {}) =>
    accepted(office, 'ballot.check-in', { sessionId, deputyId, attendance, seen: unknown, ...more });

  await note(first.id, 'present');
  await note(second.id, 'leave', { leaveNote: '外出学习' });
  const desk = await deskOf(session);
  const names = (await office.get(`/ballot/roll/names?sessionId=${sessionId}`)).body as readonly { id: string; leaveNote: string }[];

  assert.deepEqual([desk.attendance.present, desk.attendance.needed], [1, 154]);
  assert.deepEqual(
    desk.places.slice(0, 3).map((it) => it.attendance),
    ['present', 'leave', 'unknown'],
  );
  assert.equal(names.find((it) => it.id === second.id)!.leaveNote, '外出学习');
});

test('two desks have the same deputy before them at once: one notes him, the other hears what was noted, and he takes one slip', async (t) => {
  const session = await aDesk(t);
  const { office, sessionId } = session;
  await aPreparedBox(session);
  const { id } = (await deskOf(session)).places[0]!;
  const note = (attendance: string, hasSlip: boolean) =>
    office.run('ballot.check-in', { sessionId, deputyId: id, attendance, hasSlip, seen: unknown });

  const answers = await Promise.all([note('present', true), note('present', true), note('leave', false)]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409, 409]);
  for (const { body } of answers.filter((it) => it.status === 409))
    assert.equal((body as { refusal: { kind: string } }).refusal.kind, 'changed-at-another-desk');
  const { attendance, places } = await deskOf(session);
  const slips = attendance.delegations.reduce((sum, it) => sum + it.slips, 0);
  assert.equal(slips, places[0]!.hasSlip ? 1 : 0);
});

/** The box of the first vote with its keys and its slips, made before the deputies come. */
async function aPreparedBox({ app, office, sessionId }: TestSession): Promise<{ readonly roundId: string; readonly boxId: string }> {
  const { roundId } = await accepted<{ roundId: string }>(office, 'ballot.prepare-vote', { sessionId, colour: 'white', paperSize: 'A4' });
  const boxId = newId();
  const box = { id: boxId, roundId, trustees: TITLES, threshold: null };
  const { electionUuid } = await accepted<{ electionUuid: string }>(office, 'ballot.set-up-box', box);
  const trustees = TITLES.map((name) => app.as('scrutineer', { name }));
  await makeKeys(boxId, trustees, null);
  const secrets = Array.from({ length: DEPUTIES }, () => secretOf(group, newCredential(randomBelow), electionUuid));
  await accepted(office, 'ballot.publish-credentials', { boxId, credentials: secrets.map((it) => group.powerOfG(it).toString()) });
  return { roundId, boxId };
}

test('slips are handed out at check-in, before the vote is opened; who has one gets no paper, and no more ballots are admitted than slips were noted', async (t) => {
  const session = await aDesk(t);
  const { office, sessionId } = session;
  const early = { sessionId, deputyId: (await deskOf(session)).places[0]!.id, attendance: 'present', hasSlip: true, seen: unknown };
  const tooEarly = await refused(office, 'ballot.check-in', early);
  const { roundId, boxId } = await aPreparedBox(session);
  await withOfficers(session);
  const { places } = await deskOf(session);
  const here = places.slice(0, 160);
  await accepted(office, 'ballot.record-attendance', {
    sessionId,
    deputies: here.slice(3).map(({ id }) => ({ id, attendance: 'present' })),
  });
  for (const { id } of here.slice(0, 3))
    await accepted(office, 'ballot.check-in', { sessionId, deputyId: id, attendance: 'present', hasSlip: true, seen: unknown });

  const before = await refused(office, 'ballot.open-box', { boxId, slips: 3 });
  await accepted(office, 'ballot.open-session', { sessionId, colour: 'white', paperSize: 'A4' });
  const more = await refused(office, 'ballot.open-box', { boxId, slips: 4 });
  await accepted(office, 'ballot.open-box', { boxId, slips: 3 });
  for (const step of ['officers-approved', 'boxes-sealed']) await accepted(office, 'ballot.take-step', { roundId, step });
  const [delegation] = (await session.room()).attendance.delegations;
  const issue = (papers: number) => ({ roundId, issues: [{ delegation: delegation!.name, papers }] });
  const withPaper = await refused(office, 'ballot.issue-papers', issue(delegation!.present - 2));
  await accepted(office, 'ballot.issue-papers', issue(delegation!.present - 3));
  const another = {
    sessionId,
    deputyId: here[4]!.id,
    attendance: 'present',
    hasSlip: true,
    seen: { attendance: 'present', hasSlip: false },
  };
  const second = await refused(office, 'ballot.check-in', another);
  const back = { ...another, deputyId: here[0]!.id, hasSlip: false, seen: { attendance: 'present', hasSlip: true } };

  assert.deepEqual(tooEarly.kind, 'slips-not-ready');
  assert.deepEqual(before, { kind: 'slips-exceed-present', slips: 3, present: 0, papers: 0 });
  assert.deepEqual(more, { kind: 'slips-exceed-handed', slips: 4, handed: 3 });
  assert.deepEqual([withPaper.kind, (withPaper as never as { slips: number }).slips], ['issued-to-delegation', 3]);
  assert.equal(second.kind, 'delegation-holds-papers');
  assert.equal((await refused(office, 'ballot.check-in', back)).kind, 'slip-may-be-used');
});

test('a deputy with a slip is not noted as away, and a slip given back before the voting is noted as such', async (t) => {
  const session = await aDesk(t);
  const { office, sessionId } = session;
  await aPreparedBox(session);
  const { id } = (await deskOf(session)).places[0]!;
  const note = (attendance: string, hasSlip: boolean, seen: object) => ({ sessionId, deputyId: id, attendance, hasSlip, seen });
  await accepted(office, 'ballot.check-in', note('present', true, unknown));
  const withSlip = { attendance: 'present', hasSlip: true };

  const away = await refused(office, 'ballot.check-in', note('leave', true, withSlip));
  const many = await refused(office, 'ballot.record-attendance', { sessionId, deputies: [{ id, attendance: 'absent' }] });
  await accepted(office, 'ballot.check-in', note('leave', false, withSlip));

  assert.deepEqual([away.kind, many.kind], ['slip-for-absent', 'slip-for-absent']);
  assert.deepEqual(seenOf((await deskOf(session)).places[0]!), { attendance: 'leave', hasSlip: false });
});

test('a prepared box holds roll and list as they are; given up, they are changed and the vote opens with what holds then', async (t) => {
  const session = await aDesk(t);
  const { office, sessionId } = session;
  const { boxId, roundId } = await aPreparedBox(session);
  const reopen = { sessionId, reason: '一项名称有误' };

  const kinds = [
    await refused(office, 'ballot.import-roll', { sessionId, from: paste(rollText(12)) }),
    await refused(office, 'ballot.reopen-list', reopen),
    await refused(office, 'ballot.take-step', { roundId, step: 'officers-approved' }),
  ].map((it) => it.kind);
  await accepted(office, 'ballot.abandon-box', { boxId, reason: '名单有误，重新准备' });
  await accepted(office, 'ballot.reopen-list', reopen);
  await accepted(office, 'ballot.import-candidates', { sessionId, from: paste(candidateText(['新增项目'])) });
  const { candidates } = (await office.get(`/ballot/candidates?sessionId=${sessionId}`)).body as { candidates: readonly { id: string }[] };
  await accepted(office, 'ballot.withdraw-candidate', { candidateId: candidates[0]!.id, reason: '条件不成熟' });
  await accepted(office, 'ballot.settle-list', { sessionId, decision: '主席团第三次会议确定' });
  await accepted(office, 'ballot.import-roll', { sessionId, from: paste(rollText(12)) });
  await withOfficers(session);
  const present = (await deskOf(session)).places.map(({ id }) => ({ id, attendance: 'present' }));
  await accepted(office, 'ballot.record-attendance', { sessionId, deputies: present });
  const opened = await accepted<{ roundId: string }>(office, 'ballot.open-session', { sessionId, colour: 'pink', paperSize: 'A5' });
  const { round } = (await session.room()).rounds[0]!;

  assert.deepEqual(kinds, ['box-prepared', 'box-prepared', 'session-not-sitting']);
  assert.equal(opened.roundId, roundId);
  assert.deepEqual(
    [round.rollCount, round.attending, round.colour, round.candidateIds.includes(candidates[0]!.id)],
    [12, 12, 'pink', false],
  );
});

test('screens show family names only; whole names are asked for by hand, and each look is in the audit', async (t) => {
  const session = await aDesk(t);
  const { app, office, sessionId } = session;
  const { deputies } = (await office.get(`/ballot/roll?sessionId=${sessionId}`)).body as {
    deputies: readonly { name: string; unit: string }[];
  };
  const looks = async () =>
    (await app.ownerPool.query(`select count(*)::int as n from platform.audit where command like '%roll/names%'`)).rows[0].n;

  const before = await looks();
  await office.get(`/ballot/roll/names?sessionId=${sessionId}`);

  assert.deepEqual([deputies[0]!.name, deputies[0]!.unit, (await deskOf(session)).places.some((it) => 'name' in it)], ['代○○', '', false]);
  assert.equal((await looks()) - before, 1);
  assert.deepEqual(['张三', '欧阳修文', '李', ''].map(maskedName), ['张○', '欧○○', '李', '']);
});

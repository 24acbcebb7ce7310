import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import type { BundleFigures } from './rules/figures.ts';
import { FIRST_SHEET } from './rules/session.ts';
import type { SessionSheet } from './rules/session-sheet.ts';
import type { CountRoom } from './rules/views.ts';

export const DEPUTIES = 231;
export const ATTENDING = 210;
const DELEGATIONS = ['城关代表团', '东乡代表团', '西乡代表团', '直属机关代表团'];

const delegationOf = (i: number) => DELEGATIONS[Math.floor((i * DELEGATIONS.length) / DEPUTIES)]!;
const PROJECTS = Array.from({ length: 12 }, (_, i) => `演示项目${i + 1}`);

/** A roll of fictional deputies as it is pasted from a spreadsheet. */
export function rollText(deputies = DEPUTIES): string {
  const rows = Array.from({ length: deputies }, (_, i) => `代表${String(i + 1).padStart(3, '0')}\t${delegationOf(i)}\t演示单位${i % 30}`);
  return ['姓名\t代表团\t工作单位', ...rows].join('\n');
}

export function candidateText(names: readonly string[] = PROJECTS): string {
  const rows = names.map((name, i) => `${name}\t群众反映集中\t新建${i + 1}处\t${100 + i}万元\t区级财政\t城区\t10月底前\t演示牵头局${i}`);
  return ['项目名称\t依据\t内容\t投资\t资金来源\t地点\t完成时限\t牵头单位', ...rows].join('\n');
}

export const paste = (text: string) => ({ html: null, text });

/** A session of the fictional district 990001 and the people of its count room. */
export type TestSession = {
  readonly app: TestApp;
  readonly office: TestPerson;
  readonly scrutineer: TestPerson;
  readonly tellers: readonly [TestPerson, TestPerson];
  readonly sessionId: string;
  readonly room: () => Promise<CountRoom>;
};

export async function accepted<Value>(person: TestPerson, command: string, input: unknown): Promise<Value> {
  const answer = await person.run(command, input);
  assert.equal(answer.status, 200, `${command}: ${answer.text}`);
  return (answer.body as { value: Value }).value;
}

/** The refusal that a command answers with. */
export async function refused(person: TestPerson, command: string, input: unknown): Promise<{ readonly kind: string }> {
  const answer = await person.run(command, input);
  assert.equal(answer.status, 409, `${command}: ${answer.text}`);
  return (answer.body as { refusal: { kind: string } }).refusal;
}

export async function aSession(t: TestContext): Promise<TestSession> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '青石区' });
  const office = app.as('congress-office', { name: '人大办公室' });
  const sessionId = newId();
  const title = '青石区第五届人民代表大会第六次会议';
  await accepted(office, 'ballot.set-up-session', { id: sessionId, title, forYear: 2027, opensOn: '2026-06-18' });
  return {
    app,
    office,
    scrutineer: app.as('scrutineer', { name: '监票人甲' }),
    tellers: [app.as('teller', { name: '计票人甲' }), app.as('teller', { name: '计票人乙' })],
    sessionId,
    room: async () => (await office.get(`/ballot/count-room?sessionId=${sessionId}`)).body as CountRoom,
  };
}

export async function withSheet({ office, sessionId }: TestSession, sheet: SessionSheet = FIRST_SHEET): Promise<void> {
  await accepted(office, 'ballot.change-sheet', { sessionId, sheet });
  await accepted(office, 'ballot.move-sheet', { sessionId, to: 'presidium', note: '提交主席团' });
  await accepted(office, 'ballot.move-sheet', { sessionId, to: 'adopted', note: '大会通过' });
}

export async function withList({ office, sessionId }: TestSession, names: readonly string[] = PROJECTS): Promise<void> {
  await accepted(office, 'ballot.import-candidates', { sessionId, from: paste(candidateText(names)) });
  await accepted(office, 'ballot.settle-list', { sessionId, decision: '主席团第二次会议确定' });
}

type Deputies = { readonly deputies: readonly { readonly id: string }[] };

export async function withRoll({ office, sessionId }: TestSession, attending = ATTENDING, deputies = DEPUTIES): Promise<void> {
  await accepted(office, 'ballot.import-roll', { sessionId, from: paste(rollText(deputies)) });
  const roll = (await office.get(`/ballot/roll?sessionId=${sessionId}`)).body as Deputies;
  const present = roll.deputies.slice(0, attending).map(({ id }) => ({ id, attendance: 'present' }));
  if (present.length > 0) await accepted(office, 'ballot.record-attendance', { sessionId, deputies: present });
}

export async function withOfficers({ office, sessionId }: TestSession): Promise<void> {
  const named = [
    ['chief-scrutineer', '总监甲'],
    ['scrutineer', '监票乙'],
    ['teller', '计票丙'],
    ['teller', '计票丁'],
  ] as const;
  for (const [office_, name] of named)
    await accepted(office, 'ballot.name-officer', { id: newId(), sessionId, office: office_, name, unit: '区教育局' });
}

/** A session ready to be opened: 231 on the roll, 210 there, 12 candidates for 10 seats. */
export async function aReadySession(t: TestContext, sheet: SessionSheet = FIRST_SHEET): Promise<TestSession> {
  const session = await aSession(t);
  await withSheet(session, sheet);
  await withList(session);
  await withRoll(session);
  await withOfficers(session);
  return session;
}

export const PAPER = { colour: 'white', paperSize: 'A4' } as const;

/** The steps up to the opening of the boxes. */
export async function castRound(session: TestSession, roundId: string, isFirst: boolean): Promise<void> {
  const { office } = session;
  if (isFirst) await accepted(office, 'ballot.take-step', { roundId, step: 'officers-approved' });
  await accepted(office, 'ballot.take-step', { roundId, step: 'boxes-sealed' });
  const { attendance } = await session.room();
  const issues = attendance.delegations.map(({ name, present }) => ({ delegation: name, papers: present }));
  await accepted(office, 'ballot.issue-papers', { roundId, issues });
  await accepted(office, 'ballot.take-step', { roundId, step: 'papers-cast' });
}

export async function openedSession(session: TestSession): Promise<string> {
  const { roundId } = await accepted<{ roundId: string }>(session.office, 'ballot.open-session', {
    sessionId: session.sessionId,
    ...PAPER,
  });
  await castRound(session, roundId, true);
  return roundId;
}

/** A vote whose papers are in bundles, ready to be keyed in. */
export async function aCounting(
  t: TestContext,
  sheet: SessionSheet = FIRST_SHEET,
  source: 'paper' | 'keypad' = 'paper',
): Promise<TestSession & { readonly roundId: string }> {
  const session = await aReadySession(t, sheet);
  const roundId = await openedSession(session);
  await accepted(session.office, 'ballot.record-collected', { roundId, collected: 209, source });
  return { ...session, roundId };
}

/** Nine over the line, two tied for the tenth seat. */
export const TIED_VOTES = [190, 186, 182, 178, 175, 172, 170, 168, 165, 150, 150, 100];

/** One whole count cut into bundles of 50, the void and blank papers in the first. */
export function bundlesOf(
  ids: readonly string[],
  votes: readonly number[],
  papers: { collected: number; void: number; blank: number },
): readonly BundleFigures[] {
  const marked = papers.collected - papers.void - papers.blank;
  const sizes = Array.from({ length: Math.ceil(papers.collected / 50) }, (_, i) => Math.min(50, papers.collected - 50 * i));
  let before = 0;
  return sizes.map((size, i) => {
    const own = i === 0 ? size - papers.void - papers.blank : size;
    const upTo = before + own;
    const share = (total: number) => Math.round((total * upTo) / marked) - Math.round((total * before) / marked);
    const figures = {
      papers: size,
      void: i === 0 ? papers.void : 0,
      blank: i === 0 ? papers.blank : 0,
      votes: Object.fromEntries(ids.map((id, at) => [id, { for: share(votes[at]!), against: 0, abstain: 0, points: 0 }])),
    };
    before = upTo;
    return figures;
  });
}

/** Both tellers key in every bundle alike. */
export async function keyAll(session: TestSession, roundId: string, all: readonly BundleFigures[]): Promise<void> {
  const { bundles } = (await session.room()).rounds.find((it) => it.round.id === roundId)!;
  for (const [i, { id }] of bundles.entries())
    for (const teller of session.tellers) await accepted(teller, 'ballot.key-in', { bundleId: id, figures: all[i] });
}

/** 票决已公告: counted without a tie, reported and announced. */
export async function anAnnouncedSession(t: TestContext): Promise<TestSession & { readonly noticeId: string }> {
  const session = await aCounting(t);
  const { roundId, sessionId, office } = session;
  const { candidateIds } = (await session.room()).rounds[0]!.round;
  const votes = TIED_VOTES.map((it, i) => (i === 10 ? it - 1 : it));
  await keyAll(session, roundId, bundlesOf(candidateIds, votes, { collected: 209, void: 2, blank: 1 }));
  await accepted(session.scrutineer, 'ballot.count', { roundId });
  await accepted(office, 'ballot.take-step', { roundId, step: 'reported' });
  const signed = { sessionId, serial: 3, signedBy: '主席团常务主席', signedOn: '2026-06-18' };
  const { noticeId } = await accepted<{ noticeId: string }>(office, 'ballot.announce', signed);
  return { ...session, noticeId };
}

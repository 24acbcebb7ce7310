import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';

const TABLE = [
  '序号\t项目内容\t牵头单位',
  '1\t全年举办专场招聘会15场。\t区人社局',
  '2\t为全区居民免费检测40000人次。\t区卫健局',
  '3\t新建老年食堂3个。\t区民政局',
].join('\n');

export type TestUnit = {
  readonly unitId: string;
  readonly projectId: string;
  readonly head: TestPerson;
  readonly liaison: TestPerson;
  readonly headPostId: string;
};

/** The fictional district 990001 on 18 June 2026 (a Thursday of week 25): three projects, the second far behind, its leader, its office. */
export type TestRhythm = {
  readonly app: TestApp;
  readonly programmeId: string;
  readonly office: TestPerson;
  readonly leader: TestPerson;
  readonly leaderPostId: string;
  readonly jobs: TestUnit;
  readonly health: TestUnit;
  readonly civil: TestUnit;
  readonly board: () => Promise<Board>;
  readonly reported: (unit: TestUnit, value: number, asOf?: string) => Promise<void>;
  readonly raised: (unit: TestUnit, change?: Record<string, unknown>) => Promise<string>;
  /** The district's today from here on. */
  readonly at: (day: `${number}-${number}-${number}`) => void;
};

export async function aRhythm(t: TestContext): Promise<TestRhythm> {
  const today = '2026-06-18';
  const clock = { today };
  const app = await startTestApp(t, { today });
  Object.assign(app.world, { today: async () => clock.today });
  await app.mustRun(createDistrict, '990001', { name: '清泉区', officeName: '清泉区人民政府督查室' });
  const [office, setup] = [app.as('office', { name: '石敏' }), app.as('setup')];
  const programmeId = newId();
  const read = { programmeId, year: 2026, title: '清泉区2026年民生实事', from: { text: TABLE, html: null } };
  const { draft } = valueIn<{ draft: Draft }>(await office.run('programme.read-list', read));
  const projects = draft.projects.map((it) => ({ ...it, withoutNumber: 'later' as const }));
  valueIn(await office.run('programme.save-draft', { programmeId, draft: { ...draft, progressAsOf: today, projects } }));
  valueIn(await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }));
  const made = async (name: string, input: unknown) => valueIn<{ id: string }>(await setup.run(name, input)).id;
  const board = async () => (await office.get('/delivery/board?year=2026')).body as Board;
  const appoint = async (postId: string, name: string) =>
    valueIn(await setup.run('organisation.appoint', { postId, person: { name }, fromOn: '2026-01-01' }));
  const governmentId = await made('organisation.set-up-unit', { name: '区政府', kind: 'leadership' });
  const leaderPostId = await made('organisation.create-post', { unitId: governmentId, title: '副区长（民生）', kind: 'leader' });
  await appoint(leaderPostId, '方远');
  const first = await board();
  const unit = async (i: number, person: string): Promise<TestUnit> => {
    const { project, leadUnit } = first.projects[i]!;
    const unitId = project.leadUnitId!;
    const headPostId = await made('organisation.create-post', { unitId, title: `${leadUnit}局长`, kind: 'head' });
    await appoint(headPostId, person);
    const head = app.as('unit-head', { unitId, name: person });
    return { unitId, projectId: project.id, headPostId, head, liaison: app.as('liaison', { unitId, name: `${leadUnit}联络员` }) };
  };
  const [jobs, health, civil] = [await unit(0, '陈业'), await unit(1, '卫宁'), await unit(2, '安民')];
  const reported = async ({ projectId, liaison }: TestUnit, value: number, asOf: string = clock.today) => {
    const { promise } = (await board()).projects.find(({ project }) => project.id === projectId)!.promises[0]!;
    const content = { valueKind: 'cumulative', value, measureUnit: promise.measureUnit, text: '', behindReason: '场地未定，七月补上' };
    const report = await liaison.run('delivery.submit-report', { promiseId: promise.id, asOf, ...content });
    valueIn(await office.run('delivery.adopt-report', { reportId: valueIn<{ reportId: string }>(report).reportId }));
  };
  const raised = async ({ projectId, liaison }: TestUnit, change: Record<string, unknown> = {}) => {
    const id = newId();
    valueIn(await liaison.run('rhythm.raise-blocker', { id, projectId, title: '场地产权未明', asked: '请协调腾退', ...change }));
    return id;
  };
  const people = { office, leader: app.as('leader', { name: '方远' }), leaderPostId, jobs, health, civil };
  return { app, programmeId, ...people, board, reported, raised, at: (day) => void Object.assign(clock, { today: day }) };
}

export function valueIn<T>({ status, body, text }: Answer): T {
  assert.equal(status, 200, text);
  return (body as { value: T }).value;
}

export function refusalOf<T = { readonly kind: string }>({ status, body, text }: Answer): T {
  assert.equal(status, 409, text);
  return (body as { refusal: T }).refusal;
}

/** A meeting that is under way, with the chair there. */
export async function aMeetingUnderWay({ office, programmeId }: TestRhythm, plannedOn = '2026-06-18'): Promise<string> {
  const meetingId = newId();
  valueIn(await office.run('rhythm.plan-meeting', { id: meetingId, programmeId, plannedOn, place: '三楼会议室', chairName: '方远' }));
  valueIn(await office.run('rhythm.begin-meeting', { meetingId }));
  const entries = [{ place: 1, title: '主持', name: '方远', state: 'present' }];
  valueIn(await office.run('rhythm.record-attendance', { meetingId, entries }));
  return meetingId;
}

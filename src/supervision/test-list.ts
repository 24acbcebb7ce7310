import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { startTestApp, type TestApp, type TestPerson } from '#/testing.ts';

const TABLE = [
  '序号\t项目内容\t进展情况\t牵头单位',
  '1\t全年举办专场招聘会15场。\t\t区人社局',
  '2\t全年送戏下乡70场。\t\t区文旅局',
  '3\t新建老年食堂3个。\t\t区民政局',
].join('\n');

/** A frozen list of 2026 in the fictional district 990001, with nothing reported yet. */
export type TestList = { readonly app: TestApp; readonly office: TestPerson; readonly board: () => Promise<Board> };

export async function aFrozenList(t: TestContext): Promise<TestList> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '清泉区' });
  const office = app.as('office');
  const text = { from: { text: TABLE, html: null }, year: 2026, title: '清泉区2026年民生实事' };
  const { programmeId, draft } = await accepted<{ programmeId: string; draft: Draft }>(office, 'programme.read-list', {
    programmeId: newId(),
    ...text,
  });
  await accepted(office, 'programme.save-draft', { programmeId, draft: settled(draft) });
  await accepted(office, 'programme.freeze', { programmeId, reason: '政府常务会议通过' });
  return { app, office, board: async () => (await office.get('/delivery/board?year=2026')).body as Board };
}

function settled(draft: Draft): Draft {
  return { ...draft, progressAsOf: '2026-06-18', projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later' })) };
}

async function accepted<Value>(office: TestPerson, command: string, input: unknown): Promise<Value> {
  const answer = await office.run(command, input);
  assert.equal(answer.status, 200, `${command}: ${answer.text}`);
  return (answer.body as { value: Value }).value;
}

/** One cumulative figure, sent by the lead unit and adopted. */
export async function aReportOf({ app, office, board }: TestList, object: string, value: number, asOf = '2026-06-18'): Promise<void> {
  const project = (await board()).projects.find(({ promises }) => promises.some(({ promise }) => promise.object.includes(object)))!;
  const { promise } = project.promises[0]!;
  const liaison = app.as('liaison', { unitId: project.project.leadUnitId });
  const content = {
    promiseId: promise.id,
    asOf,
    valueKind: 'cumulative',
    value,
    measureUnit: promise.measureUnit,
    text: '',
    behindReason: '场地未定，七月补上',
  };
  const { reportId } = await accepted<{ reportId: string }>(liaison, 'delivery.submit-report', content);
  await accepted(office, 'delivery.adopt-report', { reportId });
}

const JUNE = { year: 2026, month: 6, kind: 'bulletin' };

export type Submitted = { readonly documentId: string; readonly digest: string; readonly edition: number };

export function submitted(office: TestPerson, which: object = JUNE): Promise<Submitted> {
  return accepted<Submitted>(office, 'supervision.submit-document', which);
}

/** 核稿 by the office, 签发 by a leader. */
export async function signed({ app, office }: Pick<TestList, 'app' | 'office'>, which: object = JUNE): Promise<Submitted> {
  const document = await submitted(office, which);
  await accepted(office, 'supervision.take-step', { ...document, step: 'checked' });
  await accepted(app.as('leader'), 'supervision.take-step', { ...document, step: 'signed' });
  return document;
}

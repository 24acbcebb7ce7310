import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { startTestApp, type TestApp, type TestOptions, type TestPerson } from '#/testing.ts';
import type { UnitScore } from './rules/unit-score.ts';

const TABLE = [
  '序号\t项目内容\t进展情况\t牵头单位',
  '1\t全年举办专场招聘会15场。\t\t区人社局',
  '2\t全年送戏下乡70场。\t\t区文旅局',
  '3\t新建老年食堂3个。\t\t区民政局',
].join('\n');

/** A frozen list of 2026 in the fictional district 990001; the second quarter is over. */
export type TestList = {
  readonly app: TestApp;
  readonly office: TestPerson;
  readonly programmeId: string;
  readonly board: () => Promise<Board>;
  readonly unitOf: (object: string) => Promise<string>;
  readonly promiseOf: (object: string) => Promise<string>;
  readonly headOf: (object: string) => Promise<TestPerson>;
  readonly evidence: () => Promise<string>;
};

export async function aFrozenList(t: TestContext, { today = '2026-07-02' }: TestOptions = {}): Promise<TestList> {
  const app = await startTestApp(t, { today });
  await app.mustRun(createDistrict, '990001', { name: '清泉区' });
  const office = app.as('office');
  const text = { from: { text: TABLE, html: null }, year: 2026, title: '清泉区2026年民生实事' };
  const begun = await office.run('programme.read-list', { programmeId: newId(), ...text });
  const { programmeId, draft } = valueIn<{ programmeId: string; draft: Draft }>(begun);
  valueIn(await office.run('programme.save-draft', { programmeId, draft: settled(draft) }));
  valueIn(await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }));
  const board = async () => (await office.get('/delivery/board?year=2026')).body as Board;
  const find = async (object: string) =>
    (await board()).projects.find(({ promises }) => promises.some(({ promise }) => promise.object.includes(object)))!;
  const unitOf = async (object: string) => (await find(object)).project.leadUnitId!;
  return {
    ...{ app, office, programmeId, board, unitOf },
    promiseOf: async (object) => (await find(object)).promises[0]!.promise.id,
    headOf: async (object) => app.as('unit-head', { unitId: await unitOf(object) }),
    evidence: async () => ((await office.upload('抽查记录.txt', Buffer.from('抽查合格'))).body as { digest: string }).digest,
  };
}

function settled(draft: Draft): Draft {
  return { ...draft, progressAsOf: '2026-06-18', projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later' })) };
}

export type Answered = { readonly status: number; readonly body: unknown; readonly text?: string };

export function valueIn<Value>({ status, body, text }: Answered): Value {
  assert.equal(status, 200, text ?? '');
  return (body as { value: Value }).value;
}

export function kindOf({ body }: Answered): string {
  return (body as { refusal?: { kind: string } }).refusal?.kind ?? 'accepted';
}

/** One cumulative figure, sent by the lead unit and adopted. */
export async function aReportOf(list: TestList, object: string, value: number, more: object = {}): Promise<string> {
  const promiseId = await list.promiseOf(object);
  const { promise } = (await list.board()).projects.flatMap(({ promises }) => promises).find(({ promise: { id } }) => id === promiseId)!;
  const liaison = list.app.as('liaison', { unitId: await list.unitOf(object) });
  const content = { promiseId, asOf: '2026-06-30', valueKind: 'cumulative', value, measureUnit: promise.measureUnit, text: '' };
  const sent = await liaison.run('delivery.submit-report', { ...content, behindReason: '场地未定，七月补上', ...more });
  const { reportId } = valueIn<{ reportId: string }>(sent);
  valueIn(await list.office.run('delivery.adopt-report', { reportId }));
  return reportId;
}

export const Q2 = { year: 2026, quarter: 2 };

export type QuarterView = {
  readonly round: {
    readonly id: string;
    readonly edition: number;
    readonly version: number;
    readonly appealUntil: string;
    readonly published: { readonly digest: string } | null;
  } | null;
  readonly scores: readonly UnitScore[];
  readonly unitCount: number;
  readonly appeals: readonly { readonly id: string; readonly state: string; readonly lineKey: string }[];
  readonly silent: readonly string[];
};

export async function quarterOf(person: TestPerson, query = 'year=2026&quarter=2'): Promise<QuarterView> {
  const answer = await person.get(`/assessment/quarter?${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body as QuarterView;
}

export async function openQuarter({ office }: TestList, input: object = {}): Promise<string> {
  return valueIn<{ roundId: string }>(await office.run('assessment.open-round', { ...Q2, ...input })).roundId;
}

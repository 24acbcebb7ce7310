import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { startTestApp, type TestApp, type TestOptions, type TestPerson } from '#/testing.ts';
import type { Board, PromiseStanding } from './rules/standing.ts';

const TABLE = [
  '序号\t项目内容\t进展情况\t牵头单位',
  '1\t全年举办专场招聘会15场。\t已举办招聘会8场。\t区人社局',
  '2\t为全区约40万名居民免费检测。\t已为57000名居民免费检测。\t区卫健局',
  '3\t新建就业驿站1个。\t驿站已初步选址。\t区人社局',
  '4\t全年送戏下乡70场。\t已完成招投标。\t区文旅局',
];

/** A frozen list of 2026 in the fictional district 990001, with the people around it. */
export type TestList = {
  readonly app: TestApp;
  readonly programmeId: string;
  /** By the words of what is counted. */
  readonly promise: (object: string) => { readonly id: string; readonly leadUnitId: string };
  readonly office: TestPerson;
  readonly liaisonOf: (object: string) => TestPerson;
  /** Files something and returns its digest. */
  readonly evidence: (text?: string) => Promise<string>;
  readonly board: (asOf?: string) => Promise<Board>;
  readonly standing: (object: string, asOf?: string) => Promise<PromiseStanding>;
};

/** `more` are further rows of the published table. */
export async function aFrozenList(t: TestContext, options: TestOptions = {}, more: readonly string[] = []): Promise<TestList> {
  const app = await startTestApp(t, options);
  const created = await app.run(
    (await import('#/organisation/module.ts')).organisationModule.commands.find((it) => it.name === 'organisation.create-district')!,
    '990001',
    {
      name: '清泉区',
      shortName: '清泉区',
      governmentName: '清泉区人民政府',
      officeName: '清泉区人民政府督查室',
    },
  );
  assert.ok(created.ok, JSON.stringify(created));
  const office = app.as('office');
  const read = await office.run('programme.read-list', {
    programmeId: newId(),
    year: 2026,
    title: '清泉区2026年民生实事',
    from: { text: [...TABLE, ...more].join('\n'), html: null },
  });
  const { programmeId, draft } = (read.body as { value: { programmeId: string; draft: Draft } }).value;
  const kept = await office.run('programme.save-draft', { programmeId, draft: settled(draft) });
  assert.equal(kept.status, 200, kept.text);
  const frozen = await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  assert.equal(frozen.status, 200, frozen.text);
  const board = async (asOf?: string) =>
    (await office.get(`/delivery/board?year=2026${asOf === undefined ? '' : `&asOf=${asOf}`}`)).body as Board;
  const first = await board();
  const find = (it: Board, object: string) => {
    const project = it.projects.find(({ promises }) => promises.some(({ promise }) => promise.object.includes(object)));
    assert.ok(project, `${object}: ${JSON.stringify(it.projects.map(({ promises }) => promises.map(({ promise }) => promise.object)))}`);
    return { project, standing: project.promises.find(({ promise }) => promise.object.includes(object))! };
  };
  const promise = (object: string) => {
    const { project, standing } = find(first, object);
    return { id: standing.promise.id, leadUnitId: project.project.leadUnitId! };
  };
  return {
    app,
    programmeId,
    promise,
    office,
    liaisonOf: (object) => app.as('liaison', { unitId: promise(object).leadUnitId }),
    evidence: async (text = '签到表') => ((await office.upload('签到表.txt', Buffer.from(text))).body as { digest: string }).digest,
    board,
    standing: async (object, asOf) => find(await board(asOf), object).standing,
  };
}

/** The station becomes a set of steps; everything else stays as it was read. */
function settled(draft: Draft): Draft {
  return {
    ...draft,
    progressAsOf: '2026-06-18',
    projects: draft.projects.map((it) => ({
      ...it,
      withoutNumber: 'later' as const,
      progress: it.progress && { ...it.progress, confirmed: true },
      promises: it.promises.map((promise) =>
        promise.object.includes('驿站') ? { ...promise, measure: 'milestone-set' as const, settledLater: true } : promise,
      ),
    })),
  };
}

/** A report of a count, as the form sends it. */
export function aContent(promiseId: string, change: Record<string, unknown> = {}) {
  return {
    promiseId,
    asOf: '2026-06-18',
    valueKind: 'cumulative',
    value: 8,
    measureUnit: '场',
    behindReason: '场地未定，七月补上',
    ...change,
  };
}

export type Answered = { readonly status: number; readonly body: unknown };
export const kindOf = ({ body }: Answered): string | undefined => (body as { refusal?: { kind: string } }).refusal?.kind;
export const answerOf = <T>({ body, status }: Answered & { text?: string }): T => {
  assert.equal(status, 200, JSON.stringify(body));
  return (body as { value: T }).value;
};

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import type { SiteProject } from './store/projects.ts';

const TABLE = [
  '序号\t项目内容\t牵头单位',
  '1\t全年举办专场招聘会15场。\t区人社局',
  '2\t更新10个村的供水设施。\t区水利局',
  '3\t全年送戏下乡70场。\t区文旅局',
].join('\n');

/** A frozen list of the fictional district 990001 and its office, without any place yet. */
export type TestPlaces = {
  readonly app: TestApp;
  readonly office: TestPerson;
  readonly projects: readonly SiteProject[];
  readonly project: (no: string) => SiteProject;
  /** Uploads a file and returns its digest. */
  readonly file: (name: string, content: string | Buffer) => Promise<string>;
  readonly area: (name: string, kind: string, parentId?: string | null) => Promise<string>;
  readonly site: (name: string, change?: Record<string, unknown>) => Promise<string>;
};

type Wanted = {
  /** The water project is a set of steps, as a work is whose share is derived from its sites. */
  readonly waterBySteps?: boolean;
};

export async function aDistrictWithList(t: TestContext, { waterBySteps = false }: Wanted = {}): Promise<TestPlaces> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '清泉区', demoToday: null });
  const office = app.as('office', { name: '区政府督查室' });
  const from = { text: TABLE, html: null };
  const read = { programmeId: newId(), year: 2026, title: '清泉区2026年民生实事', from };
  const { programmeId, draft } = valueIn<{ programmeId: string; draft: Draft }>(await office.run('programme.read-list', read));
  const projects = draft.projects.map((it) => ({
    ...it,
    withoutNumber: 'later' as const,
    promises: it.promises.map((one) =>
      waterBySteps && it.no === '2' ? { ...one, measure: 'milestone-set' as const, settledLater: true } : one,
    ),
  }));
  valueIn(await office.run('programme.save-draft', { programmeId, draft: { ...draft, projects } }));
  valueIn(await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }));
  const known = (await office.get('/planning/sites')).body as { projects: readonly SiteProject[] };
  const project = (no: string) => known.projects.find((it) => it.no === no)!;
  return {
    app,
    office,
    projects: known.projects,
    project,
    file: async (name, content) => {
      const stored = await office.upload(name, Buffer.from(content));
      assert.equal(stored.status, 200, stored.text);
      return (stored.body as { digest: string }).digest;
    },
    area: async (name, kind, parentId = null) =>
      valueIn<{ id: string }>(await office.run('planning.set-up-area', { name, kind, parentId })).id,
    site: async (name, change = {}) =>
      valueIn<{ id: string }>(await office.run('planning.record-site', { projectId: project('1').id, name, kind: 'employment', ...change }))
        .id,
  };
}

export function valueIn<T>({ status, body, text }: Answer): T {
  assert.equal(status, 200, text);
  return (body as { value: T }).value;
}

export function refusalOf<T = { readonly kind: string }>({ status, body, text }: Answer): T {
  assert.equal(status, 409, text);
  return (body as { refusal: T }).refusal;
}

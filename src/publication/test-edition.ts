import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';

const TABLE = [
  '序号\t项目内容\t牵头单位',
  '1\t全年举办专场招聘会15场。\t区人社局',
  '2\t为全区约40万名居民免费检测。\t区卫健局',
  '3\t全年送戏下乡70场。\t区文旅局',
].join('\n');

/** A frozen list of a fictional district with one adopted figure, and the people who bring editions out. */
export type TestPublication = {
  readonly app: TestApp;
  readonly district: string;
  readonly office: TestPerson;
  readonly leader: TestPerson;
  readonly programmeId: string;
  /** Promise ids by what is counted. */
  readonly promises: ReadonlyMap<string, string>;
  report(object: string, value: number, change?: Record<string, unknown>): Promise<void>;
  prepare(change?: Record<string, unknown>): Promise<Answer>;
  /** Prepares, reviews, signs and publishes. */
  bringOut(change?: Record<string, unknown>): Promise<Published>;
};

export type Published = { readonly editionId: string; readonly number: number; readonly digest: string };
export type Around = {
  readonly app?: TestApp;
  readonly district?: string;
  readonly name?: string;
  readonly text?: string;
  readonly demoToday?: CivilDate;
  readonly kind?: Draft['kind'];
  /** The district was made for another list before. */
  readonly isThere?: boolean;
};

export async function aFrozenList(t: TestContext, around: Around = {}): Promise<TestPublication> {
  const { district = '990001', name = '清泉区', text = TABLE } = around;
  const app = around.app ?? (await startTestApp(t));
  if (around.isThere !== true) await app.mustRun(createDistrict, district, { name, demoToday: around.demoToday ?? null });
  const office = app.as('office', { district, name: '区政府督查室' });
  const colleague = app.as('office', { district, name: '区政府督查室' });
  const leader = app.as('leader', { district, name: '区政府分管副区长' });
  const read = valueIn<{ programmeId: string; draft: Draft }>(
    await office.run('programme.read-list', {
      programmeId: newId(),
      year: 2026,
      title: `${name}2026年民生实事`,
      from: { text, html: null },
    }),
  );
  const projects = read.draft.projects.map((it) => ({
    ...it,
    withoutNumber: 'later' as const,
    progress: it.progress && { ...it.progress, confirmed: true },
  }));
  valueIn(
    await office.run('programme.save-draft', {
      programmeId: read.programmeId,
      draft: { ...read.draft, kind: around.kind ?? read.draft.kind, progressAsOf: '2026-06-18', projects },
    }),
  );
  valueIn(await office.run('programme.freeze', { programmeId: read.programmeId, reason: '政府常务会议通过' }));
  const promises = new Map(projects.flatMap((it) => it.promises.map((promise) => [promise.object, promise.id] as const)));
  const it: TestPublication = {
    app,
    district,
    office,
    leader,
    programmeId: read.programmeId,
    promises,
    async report(object, value, change = {}) {
      const promise = projects.flatMap((project) => project.promises).find((one) => one.object.includes(object))!;
      const content = {
        promiseId: promise.id,
        asOf: '2026-06-18',
        valueKind: 'cumulative',
        value,
        measureUnit: promise.measureUnit,
        behindReason: '场地未定，七月补上',
        ...change,
      };
      const { reportId } = valueIn<{ reportId: string }>(await office.run('delivery.submit-report', content));
      valueIn(await colleague.run('delivery.adopt-report', { reportId }));
    },
    prepare: (change = {}) => office.run('publication.prepare-edition', { year: 2026, kind: around.kind ?? 'ten-things', ...change }),
    async bringOut(change = {}) {
      const { editionId, digest } = valueIn<Published>(await it.prepare(change));
      valueIn(await office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true }));
      valueIn(await leader.run('publication.sign-edition', { editionId, digest }));
      return valueIn<Published>(await office.run('publication.publish-edition', { editionId }));
    },
  };
  return it;
}

export function valueIn<T>({ status, body, text }: Answer): T {
  assert.equal(status, 200, text);
  return (body as { value: T }).value;
}

export function refusalOf<T = { readonly kind: string }>({ status, body, text }: Answer): T {
  assert.equal(status, 409, text);
  return (body as { refusal: T }).refusal;
}

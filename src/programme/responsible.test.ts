import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import type { Draft } from './rules/draft.ts';
import type { ResponsibleChange } from './rules/responsible.ts';

const TABLE = '序号\t项目内容\n1\t新建口袋公园3个。';

type Frozen = {
  readonly app: TestApp;
  readonly programmeId: string;
  readonly projectId: string;
  readonly parks: string;
  readonly water: string;
};

async function aFrozenListWithoutUnits(t: Parameters<typeof startTestApp>[0]): Promise<Frozen> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '清泉区' });
  const office = app.as('office');
  const head = { programmeId: newId(), year: 2026, title: '清泉区2026年民生实事', from: { text: TABLE, html: null } };
  const read = await office.run('programme.read-list', head);
  const { programmeId, draft } = (read.body as { value: { programmeId: string; draft: Draft } }).value;
  const settled = { ...draft, projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later' })) };
  await office.run('programme.save-draft', { programmeId, draft: settled });
  await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  const setUp = async (name: string) =>
    ((await app.as('setup').run('organisation.set-up-unit', { name })).body as { value: { id: string } }).value.id;
  return { app, programmeId, projectId: draft.projects[0]!.id, parks: await setUp('区城管局'), water: await setUp('区水务局') };
}

const kindOf = (answer: { body: unknown }) => (answer.body as { refusal?: { kind: string } }).refusal?.kind ?? 'accepted';

test('a lead unit that the list left open is named after freezing, later changed, and every change stays readable with its reason', async (t) => {
  const { app, programmeId, projectId, parks, water } = await aFrozenListWithoutUnits(t);
  const office = app.as('office');
  const set = (input: object) => office.run('programme.set-responsible-units', { projectId, ...input });

  const named = await set({ leadUnitId: parks, reason: '责任分解方案', changesSeen: 0 });
  const changed = await set({ leadUnitId: water, supportingUnitIds: [parks], reason: '机构改革后职责划转', changesSeen: 1 });
  const view = (await office.get(`/programme/responsible?programmeId=${programmeId}`)).body as { history: ResponsibleChange[] };
  const list = (await office.get(`/programme/list?programmeId=${programmeId}`)).body as {
    projects: { leadUnitId: string; supportingUnitIds: string[] }[];
  };

  assert.deepEqual([named.status, changed.status], [200, 200]);
  assert.deepEqual(
    view.history.map((it) => [it.before.leadUnitId, it.leadUnitId, it.supportingUnitIds, it.reason, it.setBy]),
    [
      [null, parks, [], '责任分解方案', 'office'],
      [parks, water, [parks], '机构改革后职责划转', 'office'],
    ],
  );
  assert.deepEqual([list.projects[0]!.leadUnitId, list.projects[0]!.supportingUnitIds], [water, [parks]]);
});

test('units that lead and support at once, that changed nothing, or that nobody knows are refused', async (t) => {
  const { app, projectId, parks, water } = await aFrozenListWithoutUnits(t);
  const set = (input: object) => app.as('office').run('programme.set-responsible-units', { projectId, reason: '责任分解方案', ...input });
  await set({ leadUnitId: parks, changesSeen: 0 });

  assert.equal(kindOf(await set({ leadUnitId: water, supportingUnitIds: [water], changesSeen: 1 })), 'lead-supports-too');
  assert.equal(kindOf(await set({ leadUnitId: parks, changesSeen: 1 })), 'responsible-already');
  assert.equal((await set({ leadUnitId: newId(), changesSeen: 1 })).status, 404);
  assert.equal((await set({ leadUnitId: water, changesSeen: 1, reason: '' })).status, 400);
});

test('a unit out of use is not given new work', async (t) => {
  const { app, projectId, parks } = await aFrozenListWithoutUnits(t);
  assert.equal((await app.as('setup').run('organisation.deactivate-unit', { unitId: parks })).status, 200);

  const answer = await app
    .as('office')
    .run('programme.set-responsible-units', { projectId, leadUnitId: parks, reason: '责任分解方案', changesSeen: 0 });

  assert.equal(kindOf(answer), 'responsible-unit-inactive');
});

test('of two who change the units at once one is recorded, and the other hears of it', async (t) => {
  const { app, projectId, parks, water } = await aFrozenListWithoutUnits(t);
  const set = (name: string, leadUnitId: string) =>
    app.as('office', { name }).run('programme.set-responsible-units', { projectId, leadUnitId, reason: '责任分解方案', changesSeen: 0 });

  const answers = await Promise.all([set('甲', parks), set('乙', water)]);

  assert.deepEqual(answers.map(kindOf).sort(), ['accepted', 'responsible-since']);
});

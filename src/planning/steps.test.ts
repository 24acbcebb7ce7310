import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { newId } from '#/kernel/id.ts';
import { makeStepSheet } from './documents/step-sheet.ts';
import { BUILT_IN_TEMPLATES } from './rules/built-in-templates.ts';
import type { Site } from './rules/site.ts';
import { loadSteps } from './store/steps.ts';
import { aDistrictWithList, refusalOf, type TestPlaces, valueIn } from './test-places.ts';
import { aBreakdown } from './test-tasks.ts';

async function twoVillages({ office, project, site }: TestPlaces) {
  const { id: projectId, programmeId } = project('2');
  const [pipe, road] = [newId(), newId()];
  const villages = [await site('甲村', { projectId, kind: 'village-works' }), await site('乙村', { projectId, kind: 'village-works' })];
  const steps = [
    { id: pipe, name: '管网铺设', weight: 60, needs: [] },
    { id: road, name: '路面恢复', weight: 40, needs: [pipe] },
  ];
  valueIn(await office.run('planning.set-site-steps', { programmeId, projectId, steps }));
  return { projectId, villages, pipe, road };
}

test('a table of finished steps is taken whole, taken again it changes nothing, and the stage of the sites follows', async (t) => {
  const places = await aDistrictWithList(t);
  const { projectId, villages } = await twoVillages(places);
  const { app, office, file } = places;
  const bytes = await app.read('990001', async (reader) =>
    makeStepSheet('供水', await loadSteps(reader, projectId), [
      { id: villages[0]!, name: '甲村' },
      { id: villages[1]!, name: '乙村' },
    ]),
  );
  const filled = async (cells: Readonly<Record<string, string>>) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    for (const [at, text] of Object.entries(cells)) book.worksheets[0]!.getCell(at).value = text;
    return { digest: await file('步骤.xlsx', Buffer.from(await book.xlsx.writeBuffer())), projectId };
  };
  const bring = async (cells: Readonly<Record<string, string>>) => office.run('planning.import-steps', await filled(cells));
  const stages = async () =>
    ((await office.get('/planning/sites')).body as { sites: readonly Site[] }).sites.map((it) => [it.name, it.stage]).sort();

  assert.equal(refusalOf(await bring({ C2: '2026-06-01' })).kind, 'import-has-errors');
  assert.equal(refusalOf(await bring({ B2: '六月' })).kind, 'import-has-errors');
  assert.deepEqual(refusalOf(await bring({ C1: '铺路' })), { kind: 'heads-differ', missing: ['路面恢复'], strange: ['铺路'] });
  const sound = { B2: '2026-06-01', C2: '2026/6/10', B3: '2026年6月2日' };
  assert.deepEqual(valueIn(await bring(sound)), { added: 3, changed: 0, same: 0 });
  assert.deepEqual(valueIn(await bring(sound)), { added: 0, changed: 0, same: 3 });
  assert.deepEqual(await stages(), [
    ['乙村', 'under-way'],
    ['甲村', 'done'],
  ]);
});

test('of two who record one step at once, one is told who was first; another unit records nothing', async (t) => {
  const places = await aDistrictWithList(t);
  const { villages, pipe } = await twoVillages(places);
  const digest = await places.file('验收单.txt', '管网验收');
  const input = { siteId: villages[0], stepId: pipe, doneOn: '2026-06-01', evidence: [digest] };
  const mark = (person: TestPlaces['office']) => person.run('planning.mark-step-done', input);
  const stranger = places.app.as('liaison', { unitId: places.project('3').unitIds[0]! });

  assert.equal(refusalOf(await mark(stranger)).kind, 'steps-not-of-unit');
  const answers = await Promise.all([mark(places.office), mark(places.app.as('office', { name: '另一位' }))]);
  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal(refusalOf(answers.find((it) => it.status === 409)!).kind, 'step-done-already');
});

test('a site that leaves takes its place in tasks and its own weights along; what was done there stays written', async (t) => {
  const it = await aBreakdown(t);
  const { villages, road } = await twoVillages(it);
  const siteId = villages[0]!;
  await it.task('管网改造', { siteIds: villages });
  valueIn(await it.office.run('planning.set-step-weight', { siteId, stepId: road, weight: 0, reason: '土路不恢复' }));

  valueIn(await it.office.run('planning.remove-site', { siteId, reason: '并入乙村' }));

  assert.deepEqual((await it.tasks())[0]!.siteIds, [villages[1]]);
});

test('a template put into a task becomes its plan; below the law it needs a reason, and a district keeps its own copy', async (t) => {
  const it = await aBreakdown(t);
  const taskId = await it.task('雨污分流', { dueOn: '2026-12-31' });
  const { kind, key } = BUILT_IN_TEMPLATES[0]!;
  const steps = BUILT_IN_TEMPLATES[0]!.steps.slice(3).map((one, i) => ({ ...one, after: i === 0 ? [] : [i - 1] }));
  const short = steps.map((one) => (one.name === '招标文件到开标' ? { ...one, days: 15 } : one));
  const apply = (chain: readonly object[], more = {}) =>
    it.office.run('planning.apply-template', { taskId, steps: chain, reason: '套用模板', ...more });

  assert.equal(refusalOf(await apply(short)).kind, 'shorter-without-reason');
  valueIn(await apply(steps));
  const { schedule } = (await it.office.get(`/planning/schedule?projectId=${it.water.projectId}`)).body as {
    schedule: { planned: readonly { activity: { name: string }; dates: { lateStart: string } }[] };
  };
  assert.deepEqual([schedule.planned.length, schedule.planned[0]!.dates.lateStart], [7, '2026-06-22']);
  const set = { key, title: '本区工程', kind, steps, reason: '本区实际' };
  assert.equal(refusalOf(await it.office.run('planning.set-template', { ...set, steps: short })).kind, 'template-below-legal');
  valueIn(await it.office.run('planning.set-template', set));
  valueIn(await it.office.run('planning.withdraw-template', { key, reason: '恢复内置' }));
  const { templates } = (await it.office.get('/planning/templates')).body as { templates: readonly { title: string }[] };
  assert.equal(templates[0]!.title, '工程建设');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProjectNetwork } from './rules/activity.ts';
import { following, type TemplateLink, type WorkTemplate } from './rules/template.ts';
import { refusalOf, valueIn } from './test-places.ts';
import { aBreakdown, type TestBreakdown } from './test-tasks.ts';

const aStep = (name: string, days: number, after: readonly (TemplateLink | number)[]) => ({
  ...{ name, days, calendar: 'outdoor', after, isMilestone: false, gate: null, legalMinimum: null },
});
const overlapping = [
  aStep('铺管', 20, []),
  aStep('恢复路面', 20, [
    { step: 0, type: 'SS', lag: 4 },
    { step: 0, type: 'FF', lag: 2 },
  ]),
];
const set = ({ office }: TestBreakdown, steps: readonly object[], title = '分段敷设') =>
  office.run('planning.set-template', { key: null, title, kind: 'engineering', steps, reason: '本区做法' });
const templateOf = async ({ office }: TestBreakdown, title: string) =>
  ((await office.get('/planning/templates')).body as { templates: readonly WorkTemplate[] }).templates.find((it) => it.title === title)!;

test('a district’s own template keeps its links, and put into a task it is a plan with the same links', async (t) => {
  const it = await aBreakdown(t);
  const taskId = await it.task('主管网', { dueOn: '2026-10-31' });
  valueIn(await set(it, overlapping));
  const { steps } = await templateOf(it, '分段敷设');

  valueIn(await it.office.run('planning.apply-template', { taskId, steps, reason: '套用“分段敷设”' }));

  const { body } = await it.office.get(`/planning/schedule?projectId=${it.water.projectId}`);
  const { activities, links } = (body as { network: ProjectNetwork }).network;
  const nameOf = (id: string) => activities.find((one) => one.id === id)!.name;
  assert.deepEqual(links.map(({ from, to, type, lag }) => [nameOf(from), nameOf(to), type, lag]).sort(), [
    ['铺管', '恢复路面', 'FF', 2],
    ['铺管', '恢复路面', 'SS', 4],
  ]);
});

test('a template set when steps could only follow is read as it was meant', async (t) => {
  const it = await aBreakdown(t);
  it.app.tampered = true;
  valueIn(await set(it, [aStep('铺管', 5, []), aStep('恢复路面', 5, [0])]));
  await it.app.ownerPool.query(`update planning.template set steps = jsonb_set(steps, '{1,after}', '[0]')`);

  assert.deepEqual((await templateOf(it, '分段敷设')).steps[1]!.after, [following(0)]);
});

test('a step that goes by itself, by a later one, or twice by the same, is told by name; nothing is kept or planned', async (t) => {
  const it = await aBreakdown(t);
  const taskId = await it.task('主管网');
  const [first, second] = overlapping as [object, object];
  const cases = [
    [[{ ...first, after: [0] }, second], { kind: 'template-order-wrong', name: '铺管' }],
    [[first, { ...second, after: [0, { step: 0, lag: 3 }] }], { kind: 'template-link-twice', name: '恢复路面', other: '铺管' }],
  ] as const;

  for (const [steps, refusal] of cases) {
    assert.deepEqual(refusalOf(await set(it, steps)), refusal);
    assert.deepEqual(refusalOf(await it.office.run('planning.apply-template', { taskId, steps, reason: '套用' })), refusal);
  }
  assert.equal(await templateOf(it, '分段敷设'), undefined);
});

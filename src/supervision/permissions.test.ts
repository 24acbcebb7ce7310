import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { supervisionModule } from './module.ts';
import { aFrozenList } from './test-list.ts';

const WHICH = { year: 2026, month: 6, kind: 'bulletin' };
const DECISION = { promiseId: newId(), basis: '纪要第3期', reason: '另行专报', decidedBy: '区政府办主任', decidedOn: '2026-06-17' };

const INPUTS: Readonly<Record<string, unknown>> = {
  'supervision.prepare-bulletin': { year: 2026, month: 6 },
  'supervision.edit-bulletin-text': { bulletinId: newId(), block: 'opening', text: '略' },
  'supervision.issue-bulletin': { bulletinId: newId() },
  'supervision.issue-correction': { id: newId(), bulletinId: newId(), promiseIds: [newId()], reason: '数有误' },
  'supervision.freeze-month': { programmeId: newId(), month: 5 },
  'supervision.submit-document': WHICH,
  'supervision.take-step': { documentId: newId(), step: 'checked', digest: '0'.repeat(64) },
  'supervision.return-document': { documentId: newId(), reason: '数据有误' },
  'supervision.attach-scan': { documentId: newId(), digest: '0'.repeat(64), name: '签批件.pdf' },
  'supervision.leave-line-out': { ...WHICH, decision: DECISION },
  'supervision.restore-line': { ...WHICH, promiseId: newId() },
  'supervision.word-decision': { ...WHICH, text: null },
  'supervision.set-circulation': { needsCountersign: false, reason: '本区不会签' },
  'supervision.set-standing-text': { block: 'closing', text: null, reason: '用回原文' },
  'supervision.record-statement': { id: newId(), year: 2026, text: '全部按计划', source: '区报', publishedOn: '2026-06-18' },
  'supervision.withdraw-statement': { statementId: newId() },
};
const READS = [
  'bulletin?year=2026&month=6',
  'bulletin.docx?year=2026&month=6',
  'bulletin-annex.xlsx?year=2026&month=6',
  'bulletins?year=2026',
  'discrepancies?year=2026',
  'readers?year=2026&month=6',
];
const INNER = [
  'corrections?year=2026&month=6',
  `correction.docx?bulletinId=${newId()}&no=1`,
  'document?year=2026&month=6&document=bulletin',
  `document-file?documentId=${newId()}&file=signed`,
  `one-pager?year=2026&month=6&postId=${newId()}`,
  `one-pager.docx?year=2026&month=6&postId=${newId()}`,
];
const MAY_READ: readonly Role[] = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'];
const MAY_WRITE: readonly Role[] = ['setup', 'office'];
const MAY_STEP: readonly Role[] = ['setup', 'office', 'leader'];
const STEPS = ['supervision.take-step', 'supervision.return-document'];

test('only the supervision office writes bulletins and records statements; leaders take steps and read their pages; the three administrators read none of it', async (t) => {
  const { app } = await aFrozenList(t);

  for (const role of ROLES) {
    const person = app.as(role);
    for (const [name, input] of Object.entries(INPUTS)) {
      const allowed = STEPS.includes(name) ? MAY_STEP : MAY_WRITE;
      assert.equal((await person.run(name, input)).status !== 403, allowed.includes(role), `${role} ${name}`);
    }
    for (const path of INNER)
      assert.equal((await person.get(`/supervision/${path}`)).status !== 403, MAY_STEP.includes(role), `${role} ${path}`);
    for (const path of READS)
      assert.equal((await person.get(`/supervision/${path}`)).status !== 403, MAY_READ.includes(role), `${role} ${path}`);
  }
});

test('a unit reads its own page and no other; every command of the stage has its line above', async (t) => {
  const list = await aFrozenList(t);
  const units = (await list.board()).projects.map(({ project }) => project.leadUnitId);
  const liaison = list.app.as('liaison', { unitId: units[0]! });
  const page = (unitId: string | null, file = 'unit-page') => `/supervision/${file}?year=2026&month=6&unitId=${unitId}`;

  const paths = [page(units[0]!), page(units[1]!), page(units[0]!, 'unit-page.docx'), page(units[1]!, 'unit-page.docx')];
  const answers = await Promise.all(paths.map((path) => liaison.get(path)));
  const { units: seen } = (await liaison.get('/supervision/readers?year=2026&month=6')).body as { units: { id: string }[] };

  assert.deepEqual(
    answers.map((it) => it.status),
    [200, 403, 200, 403],
  );
  assert.deepEqual(
    seen.map((it) => it.id),
    [units[0]],
  );
  assert.deepEqual(Object.keys(INPUTS).sort(), supervisionModule.commands.map((it) => it.name).sort());
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/platform/roles.ts';
import { assessmentModule } from './module.ts';
import { DEFAULT_SHEET } from './rules/sheet.ts';
import { aFrozenList, Q2 } from './test-list.ts';

const OFFICE: readonly Role[] = ['setup', 'office'];
const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];
const CARRY = { promiseId: newId(), way: 'none', note: '撤回', decision: '常务会议', decidedOn: '2026-06-30' };
const ENTRY = { ...Q2, id: newId(), unitId: newId(), lineKey: 'quality', points: 1, text: '抽查', evidence: [] };

const COMMANDS: Readonly<Record<string, readonly [unknown, readonly Role[]]>> = {
  'assessment.set-sheet': [{ year: 2026, sheet: DEFAULT_SHEET, reason: '常务会议定' }, OFFICE],
  'assessment.set-difficulty': [{ projectId: newId(), coefficient: 2, reason: '工程类' }, OFFICE],
  'assessment.set-priorities': [{ year: 2026, items: [], links: [], reason: '工作报告' }, OFFICE],
  'assessment.enter-points': [ENTRY, OFFICE],
  'assessment.withdraw-points': [{ entryId: newId(), reason: '评错' }, OFFICE],
  'assessment.open-round': [{ ...Q2, quarter: 4 }, OFFICE],
  'assessment.publish-round': [{ roundId: newId() }, OFFICE],
  'assessment.file-appeal': [{ id: newId(), roundId: newId(), lineKey: 'completion', reason: '有异议' }, [...OFFICE, ...UNIT]],
  'assessment.confirm-draft': [{ roundId: newId(), unitId: newId() }, [...OFFICE, ...UNIT]],
  'assessment.decide-appeal': [{ appealId: newId(), result: 'rejected', decision: '不成立' }, [...OFFICE, 'leader']],
  'assessment.record-carry-over': [CARRY, OFFICE],
  'assessment.settle-year': [{ year: 2026 }, OFFICE],
};
const READS: Readonly<Record<string, readonly Role[]>> = {
  'quarter?year=2026&quarter=2': [...OFFICE, 'leader', ...UNIT],
  'sheet?year=2026': [...OFFICE, 'leader', ...UNIT],
  'difficulties?year=2026': [...OFFICE, 'leader', ...UNIT],
  'priorities?year=2026': [...OFFICE, 'leader', ...UNIT],
  'settlement?year=2026': [...OFFICE, 'leader', ...UNIT],
  'settlement.docx?year=2026': [...OFFICE, 'leader', ...UNIT],
  'quarter.docx?year=2026&quarter=2': [...OFFICE, 'leader'],
  'quarter.xlsx?year=2026&quarter=2': [...OFFICE, 'leader'],
};

test('the office sets and runs the assessment, units appeal and confirm, leaders decide appeals and read; nobody else sees it', async (t) => {
  const { app } = await aFrozenList(t);

  for (const role of ROLES) {
    const person = app.as(role);
    for (const [name, [input, allowed]] of Object.entries(COMMANDS))
      assert.equal((await person.run(name, input)).status !== 403, allowed.includes(role), `${role} ${name}`);
    for (const [path, allowed] of Object.entries(READS))
      assert.equal((await person.get(`/assessment/${path}`)).status !== 403, allowed.includes(role), `${role} ${path}`);
  }
});

test('every command of the stage stands in the matrix', () => {
  assert.deepEqual(Object.keys(COMMANDS).sort(), assessmentModule.commands.map((it) => it.name).sort());
});

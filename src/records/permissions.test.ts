import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { recordsModule } from './module.ts';
import { anEvent } from './test-entries.ts';
import { aDistrictWithTests } from './test-people.ts';

const ENTERING: readonly Role[] = ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'];
const VISITING: readonly Role[] = ['setup', 'unit-head', 'deputy-head', 'liaison'];

const UNIT = ['setup', 'unit-head', 'deputy-head', 'liaison'] as const;
/** Who may ask for what; everybody else is denied, whatever the input says. */
const ALLOWED: Readonly<Record<string, readonly Role[]>> = {
  'records.set-definition': ['setup', 'office'],
  'records.add-entry': ENTERING,
  'records.correct-entry': ENTERING,
  'records.report-event': ENTERING,
  'records.cancel-entry': ENTERING,
  'records.import-entries': ENTERING,
  'records.settle-duplicate': ['setup', 'office'],
  'records.add-visit': VISITING,
  'records.settle-need': VISITING,
  'records.cancel-visit': VISITING,
  'records.set-eligibility': ['setup', 'office'],
  'records.set-duplicate-share': ['setup', 'office'],
  'records.keep-roster': [...UNIT, 'office'],
  'records.keep-service-kind': [...UNIT, 'office'],
  'records.open-import': UNIT,
  'records.accept-import': UNIT,
  'records.cancel-import': UNIT,
  'records.withdraw-import': UNIT,
  'records.decide-duplicate': UNIT,
  'records.sign-in': UNIT,
  'records.take-back-sign-in': UNIT,
  'records.sign-in-at-door': UNIT,
  'records.take-chunk': ['setup'],
  'records.end-reading': ['setup'],
};
const KIND = { name: '助餐', isSensitive: false, needsEvidence: false };
const ROSTER = { name: '老人名册', source: '民政台账', statedCount: null, isEstimate: false, isSensitive: true };
const COUNTS: readonly Role[] = [...UNIT, 'office', 'leader'];

/** Counts are everybody’s who works with them. */
const countReads = (promiseId: string) => [
  '/records/lists',
  '/records/places',
  '/records/promises?year=2026',
  `/records/figure?promiseId=${promiseId}`,
  '/records/import?importNo=9',
];

test('every command and every read of the records, for every role: persons are the unit’s, counts are everybody’s', async (t) => {
  const { list, promiseId, kindId, unitId, areas } = await aDistrictWithTests(t, { kind: { isSensitive: false } });
  const day = '2026-06-01';
  const kind = { ...KIND, serviceKindId: newId(), unitId };
  const roster = { ...ROSTER, rosterId: newId(), unitId, asOf: day };
  const there = { serviceKindId: kindId, areaId: areas[0], slot: '', from: { way: 'paper', onDay: day } };
  const inputs: Readonly<Record<string, unknown>> = {
    'records.set-definition': { promiseId, spec: { kind: 'people', serviceKindId: kindId, counts: 'persons' }, reason: '会议纪要' },
    'records.set-eligibility': { serviceKindId: kindId, rule: { groups: [] }, reason: '会议纪要' },
    'records.keep-roster': roster,
    'records.keep-service-kind': kind,
    'records.open-import': { target: 'service', targetId: kindId, file: { digest: 'a'.repeat(64), name: '表.csv', size: 9 } },
    'records.accept-import': { importNo: 9, supersedesNo: null },
    'records.cancel-import': { importNo: 9 },
    'records.withdraw-import': { importNo: 9, reason: '导错了' },
    'records.decide-duplicate': { personNo: 1, otherNo: 2, serviceKindId: kindId, decision: 'same', reason: '电话核实' },
    'records.set-duplicate-share': { serviceKindId: kindId, most: 0.02, reason: '会议纪要' },
    'records.sign-in': { ...there, personNo: 1 },
    'records.sign-in-at-door': { ...there, who: { name: '虚构甲' } },
    'records.take-back-sign-in': { ...there, personNo: 1, onDay: day, signInId: newId(), reason: '点错了人' },
    'records.take-chunk': { importNo: 9, chunkNo: 0 },
    'records.end-reading': { importNo: 9, trouble: null, hidden: [] },
    'records.add-entry': { id: newId(), entry: anEvent(promiseId) },
    'records.correct-entry': { entryId: newId(), entry: anEvent(promiseId), reason: '写错' },
    'records.report-event': { entryId: newId(), on: '2026-06-01', attended: 10 },
    'records.cancel-entry': { entryId: newId(), reason: '下雨' },
    'records.import-entries': { digest: '0'.repeat(64), promiseId, kind: 'event' },
    'records.settle-duplicate': { entryId: newId(), reason: '两场' },
    'records.add-visit': { id: newId(), promiseId, on: '2026-06-01', family: '台账 12 号' },
    'records.settle-need': { needId: newId(), on: '2026-06-01', answer: '已送到' },
    'records.cancel-visit': { visitId: newId(), reason: '记错' },
  };
  const purpose = encodeURIComponent('核对检测数');
  const counts = countReads(promiseId);
  const persons = [
    `/records/rows?promiseId=${promiseId}&purpose=${purpose}`,
    `/records/rows-table?promiseId=${promiseId}&purpose=${purpose}`,
    `/records/person/1?purpose=${purpose}`,
    `/records/import-file?importNo=9&purpose=${purpose}`,
    `/records/duplicates?serviceKindId=${kindId}`,
    `/records/doses?serviceKindId=${kindId}`,
    `/records/doses-table?serviceKindId=${kindId}`,
    `/records/sign-in-list?serviceKindId=${kindId}&rosterId=${newId()}&areaId=${areas[0]}`,
    `/records/sign-in-events?serviceKindId=${kindId}&onDay=${day}`,
    `/records/sign-in-event?entryId=${newId()}`,
    '/records/import-report?importNo=9',
    '/records/import-differences?importNo=9',
    '/records/import-differences-table?importNo=9',
  ];
  assert.deepEqual(
    recordsModule.commands.map((it) => it.name).filter((it) => !(it in inputs) && !(it in ALLOWED)),
    [],
  );

  for (const role of ROLES) {
    const person = list.app.as(role, { unitId: role === 'setup' || role === 'office' ? null : unitId });
    for (const [name, roles] of Object.entries(ALLOWED)) {
      const { status } = await person.run(name, inputs[name]);
      assert.notEqual(status, 400, `${name}: the input of the matrix is sound`);
      assert.equal(status !== 403, roles.includes(role), `${role} ${name}: ${status}`);
    }
    for (const path of counts) assert.equal((await person.get(path)).status !== 403, COUNTS.includes(role), `${role} ${path}`);
    for (const path of persons)
      assert.equal((await person.get(path)).status !== 403, (UNIT as readonly Role[]).includes(role), `${role} ${path}`);
  }
});

test('another unit sees the counts and none of the persons, and changes nothing', async (t) => {
  const it = await aDistrictWithTests(t);
  const other = it.list.liaisonOf('招聘会');

  assert.equal((await other.get(`/records/duplicates?serviceKindId=${it.kindId}`)).status, 403);
  assert.equal((await other.get(`/records/figure?promiseId=${it.promiseId}`)).status, 200);
  const opened = await other.run('records.open-import', {
    target: 'service',
    targetId: it.kindId,
    file: { digest: 'a'.repeat(64), name: '表.csv', size: 9 },
  });
  assert.deepEqual((opened.body as { refusal: unknown }).refusal, { kind: 'not-of-unit' });
});

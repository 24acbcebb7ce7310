import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { DEFAULT_LIGHTS } from './rules/lights.ts';
import { aContent, aFrozenList } from './test-list.ts';

/** Who may ask for what; everybody else is denied, whatever the input says. */
const ALLOWED: Readonly<Record<string, readonly Role[]>> = {
  'delivery.submit-report': ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'],
  'delivery.correct-report': ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'],
  'delivery.propose-trajectory': ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'],
  'delivery.adopt-report': ['setup', 'office'],
  'delivery.adopt-many': ['setup', 'office'],
  'delivery.send-back-report': ['setup', 'office'],
  'delivery.propose-reports': ['setup', 'office'],
  'delivery.take-progress': ['setup', 'office'],
  'delivery.approve-trajectory': ['setup', 'office'],
  'delivery.withdraw-trajectory': ['setup', 'office'],
  'delivery.set-light-settings': ['setup', 'office'],
  'delivery.freeze-month-lights': ['setup', 'office'],
  'delivery.accept-completion': ['setup', 'office'],
  'delivery.state-unchanged': ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'],
  'delivery.review-report': ['setup', 'unit-head', 'deputy-head'],
  'delivery.approve-period': ['setup', 'office', 'unit-head', 'deputy-head'],
  'delivery.withdraw-period': ['setup', 'office', 'unit-head', 'deputy-head'],
  'delivery.receive-period': ['setup', 'office'],
  'delivery.unreceive-period': ['setup', 'office'],
  'delivery.close-period': ['setup', 'office'],
  'delivery.reopen-period': ['setup', 'office'],
  'delivery.grant-late-entry': ['setup', 'office'],
  'delivery.end-entry': ['setup', 'office'],
  'delivery.resume-entry': ['setup', 'office'],
  'delivery.set-entry-end': ['setup', 'office'],
  'delivery.draw-sample': ['setup', 'office'],
  'delivery.verify-report': ['setup', 'office'],
  'delivery.set-review-steps': ['setup', 'office'],
  'delivery.set-verification': ['setup', 'office'],
  'delivery.set-count-source': ['setup', 'office'],
};
const READS = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'] as const satisfies readonly Role[];

test('every command and every read, for every role', async (t) => {
  const list = await aFrozenList(t);
  const { id, leadUnitId } = list.promise('招聘会');
  const { version: _, ...thresholds } = DEFAULT_LIGHTS;
  const content = aContent(id);
  const unknown = newId();
  const month = { programmeId: list.programmeId, period: '2026-06', unitId: leadUnitId };
  const inputs: Readonly<Record<string, unknown>> = {
    'delivery.submit-report': content,
    'delivery.correct-report': { reportId: unknown, reason: '更正', content },
    'delivery.propose-trajectory': { promiseId: id, shape: { kind: 'line' } },
    'delivery.adopt-report': { reportId: unknown },
    'delivery.adopt-many': { items: [{ reportId: unknown }] },
    'delivery.send-back-report': { reportId: unknown, reason: '退回' },
    'delivery.propose-reports': { programmeId: list.programmeId, contents: [content] },
    'delivery.take-progress': { programmeId: list.programmeId, valueKind: 'cumulative' },
    'delivery.approve-trajectory': { trajectoryId: unknown },
    'delivery.withdraw-trajectory': { trajectoryId: unknown },
    'delivery.set-light-settings': { thresholds, source: '通知' },
    'delivery.freeze-month-lights': { programmeId: list.programmeId, year: 2026, month: 5 },
    'delivery.accept-completion': { promiseId: id, evidence: ['a'.repeat(64)] },
    'delivery.state-unchanged': { promiseId: id, period: '2026-06' },
    'delivery.review-report': { reportId: unknown, decision: 'pass' },
    'delivery.approve-period': month,
    'delivery.withdraw-period': { ...month, reason: '漏报' },
    'delivery.receive-period': month,
    'delivery.unreceive-period': { ...month, reason: '漏报' },
    'delivery.close-period': { programmeId: list.programmeId, period: '2026-06' },
    'delivery.reopen-period': { programmeId: list.programmeId, period: '2026-06', reason: '漏报' },
    'delivery.grant-late-entry': { ...month, until: '2026-06-30', reason: '漏报' },
    'delivery.end-entry': { programmeId: list.programmeId, period: '2026-05' },
    'delivery.resume-entry': { programmeId: list.programmeId, period: '2026-05', reason: '漏报' },
    'delivery.set-entry-end': { on: true, workDays: 3, reason: '通知' },
    'delivery.draw-sample': { programmeId: list.programmeId, period: '2026-06', size: 3, byUnit: false },
    'delivery.verify-report': { reportId: unknown, way: 'evidence', result: 'confirmed' },
    'delivery.set-review-steps': { unitId: leadUnitId, steps: 1, reason: '通知' },
    'delivery.set-verification': { on: false, shareNeeded: 0.95, reason: '通知' },
    'delivery.set-count-source': { promiseId: id, source: 'sites', reason: '通知' },
  };
  const reads = [
    '/delivery/board?year=2026',
    '/delivery/my-week?year=2026',
    '/delivery/waiting?year=2026',
    '/delivery/periods?year=2026',
    '/delivery/settings',
    `/delivery/promise?promiseId=${id}`,
    '/delivery/light-settings',
  ];

  for (const role of ROLES) {
    const person = list.app.as(role, { unitId: role === 'setup' || role === 'office' ? null : leadUnitId });
    for (const [command, roles] of Object.entries(ALLOWED)) {
      const { status } = await person.run(command, inputs[command]);
      assert.equal(status !== 403, roles.includes(role), `${role} ${command}: ${status}`);
    }
    for (const path of ['/delivery/verification?year=2026', '/delivery/what-if?year=2026&verify=on']) {
      const { status } = await person.get(path);
      assert.equal(status, role === 'setup' || role === 'office' ? 200 : 403, `${role} ${path}`);
    }
    for (const path of reads) {
      const { status } = await person.get(path);
      assert.equal(status, (READS as readonly Role[]).includes(role) ? 200 : 403, `${role} ${path}`);
    }
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '#/kernel/role.ts';
import { rhythmModule } from './module.ts';
import { aRhythm } from './test-rhythm.ts';

const ALL: readonly Role[] = ['setup', 'office', 'leader', 'unit-head', 'deputy-head', 'liaison'];
const OFFICE: readonly Role[] = ['setup', 'office'];
const LEADERS: readonly Role[] = ['setup', 'office', 'leader'];
const UNITS: readonly Role[] = ['setup', 'office', 'unit-head', 'deputy-head', 'liaison'];

/** Who may do and read what. */
const OPEN: Readonly<Record<string, readonly Role[]>> = {
  'rhythm.file-check': UNITS,
  'rhythm.close-weeks': OFFICE,
  'rhythm.set-rhythm': OFFICE,
  'rhythm.raise-blocker': ALL,
  'rhythm.change-blocker': ALL,
  'rhythm.move-blocker': ALL,
  'rhythm.settle-blocker': ALL,
  'rhythm.reopen-blocker': ALL,
  'rhythm.draft-letter': OFFICE,
  'rhythm.send-letter': OFFICE,
  'rhythm.answer-letter': OFFICE,
  'rhythm.withdraw-letter': OFFICE,
  'rhythm.record-on-site': LEADERS,
  'rhythm.strike-on-site': LEADERS,
  'rhythm.plan-meeting': OFFICE,
  'rhythm.change-meeting': OFFICE,
  'rhythm.cancel-meeting': OFFICE,
  'rhythm.add-agenda-item': OFFICE,
  'rhythm.leave-item-out': OFFICE,
  'rhythm.reorder-agenda': OFFICE,
  'rhythm.begin-meeting': OFFICE,
  'rhythm.record-attendance': OFFICE,
  'rhythm.write-decision': OFFICE,
  'rhythm.strike-decision': OFFICE,
  'rhythm.close-meeting': OFFICE,
  '/rhythm/check': ALL,
  '/rhythm/week': ALL,
  '/rhythm/settings': ALL,
  '/rhythm/blockers': ALL,
  '/rhythm/blocker': ALL,
  '/rhythm/letter.docx': LEADERS,
  '/rhythm/on-site': LEADERS,
  '/rhythm/meetings': LEADERS,
  '/rhythm/meeting': LEADERS,
  '/rhythm/agenda': LEADERS,
  '/rhythm/papers': LEADERS,
  '/rhythm/papers.docx': LEADERS,
  '/rhythm/minutes.docx': LEADERS,
};

test('units answer and raise, leaders read meetings and record what they settled on site, the office does the rest; administrators do none of it', async (t) => {
  const { app } = await aRhythm(t);
  const { commands, reads = [] } = rhythmModule;
  const names = [...commands.map(({ name }) => name), ...reads.map(({ path }) => path)];

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const allowed: Role[] = [];
    for (const role of ROLES) {
      const person = app.as(role);
      const { status } = await (name.startsWith('/') ? person.get(name) : person.run(name, {}));
      if (status !== 403) allowed.push(role);
    }
    open[name] = allowed.toSorted();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, (OPEN[name] ?? []).toSorted()])));
  assert.deepEqual(Object.keys(OPEN).sort(), names.toSorted());
});

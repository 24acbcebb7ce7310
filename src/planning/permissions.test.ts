import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '#/kernel/role.ts';
import { planningModule } from './module.ts';
import { aDistrictWithList } from './test-places.ts';

/** Who may do and read what; a column for each role in the order of `ROLES`. */
const TABLE: Readonly<Record<string, string>> = {
  //                                    setup system security audit office leader head deputy liaison
  'planning.set-up-area': '             ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.change-area': '             ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.remove-area': '             ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.import-areas': '            ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.set-outline': '             ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.record-site': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.change-site': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.remove-site': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.import-sites': '            ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.set-up-task': '            ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.change-task': '            ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.assign-posts': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.remove-task': '            ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.reorder-tasks': '          ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.claim-task': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.decline-task': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.withdraw-claim': '         ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.set-site-steps': '         ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.set-step-weight': '        ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.mark-step-done': '         ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.undo-step': '              ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.import-steps': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.import-tasks': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.set-template': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.withdraw-template': '      ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.apply-template': '         ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  '/planning/templates': '             ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/areas': '                  ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/outline': '                ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/areas/import/check': '     ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  '/planning/sites': '                  ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/sites/:siteId': '          ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/site-changes': '           ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/site-import/check': '      ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  '/planning/import/template': '        ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  '/planning/breakdown': '             ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/task-changes': '          ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/lists': '                 ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/project-sites': '         ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  'planning.set-calendar': '            ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.enter-holiday-year': '      ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.set-place-calendar': '      ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'planning.edit-network': '            ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.start-activity': '          ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.finish-activity': '         ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.set-remaining': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.undo-actual': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'planning.record-day': '                ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  '/planning/days': '                      ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  'planning.lock-baseline': '           ✓     ·      ·       ·     ✓      ·     ✓    ✓      ·',
  '/planning/calendars': '              ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/schedule': '               ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/schedules': '              ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/preview-edits': '          ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/network-changes': '        ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/baselines': '              ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/steps': '                 ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/step-projects': '         ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/step-sheet': '            ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/step-import/check': '     ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  '/planning/task-table': '            ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/three-lists': '           ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/planning/task-import/check': '     ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
};
const rolesOf = (name: string): readonly Role[] => ROLES.filter((_, i) => TABLE[name]!.trim().split(/\s+/)[i] === '✓');

test('every command and every read of the stage is open to the roles of the table, and to no others', async (t) => {
  const { app, site } = await aDistrictWithList(t);
  const siteId = await site('北门广场');
  const { commands, reads = [] } = planningModule;
  const names = [...commands.map((it) => it.name), ...reads.map((it) => it.path)];

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(
      ROLES.map(async (role) => {
        const person = app.as(role);
        const { status } = await (name.startsWith('/') ? person.get(name.replace(':siteId', siteId)) : person.run(name, {}));
        return status === 403 ? [] : [role];
      }),
    );
    open[name] = answers.flat();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, rolesOf(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
});

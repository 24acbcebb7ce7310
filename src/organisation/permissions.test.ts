import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '#/kernel/role.ts';
import { isAllowed } from '#/platform/roles.ts';
import { startTestApp } from '#/testing.ts';
import { MODULES } from '../life.ts';
import { organisationModule } from './module.ts';

/** Who may run what; a column for each role in the order of `ROLES`. */
const TABLE: Readonly<Record<string, string>> = {
  //                                     setup system security audit office leader head deputy liaison
  'organisation.create-district': '        ✓     ·      ·       ·     ·      ·     ·    ·      ·',
  'organisation.rename-district': '        ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.open-setup-account': '     ✓     ·      ·       ·     ·      ·     ·    ·      ·',
  'organisation.set-up-unit': '            ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.rename-unit': '            ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.set-unit-aliases': '       ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.set-unit-details': '       ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.merge-units': '            ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.deactivate-unit': '        ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.create-post': '            ✓     ✓      ✓       ·     ✓      ·     ·    ·      ·',
  'organisation.change-post': '            ✓     ✓      ✓       ·     ✓      ·     ·    ·      ·',
  'organisation.change-post-roles': '      ✓     ·      ✓       ·     ·      ·     ·    ·      ·',
  'organisation.appoint': '                ✓     ✓      ✓       ·     ✓      ·     ·    ·      ·',
  'organisation.release': '                ✓     ✓      ✓       ·     ✓      ·     ·    ·      ·',
  'organisation.set-stand-in': '           ✓     ✓      ✓       ·     ✓      ·     ·    ·      ·',
  'organisation.set-person': '             ✓     ✓      ·       ·     ✓      ·     ·    ·      ·',
  'organisation.create-account': '         ✓     ✓      ·       ·     ·      ·     ·    ·      ·',
  'organisation.reset-password': '         ✓     ✓      ✓       ·     ·      ·     ·    ·      ·',
  'organisation.lock-account': '           ✓     ·      ✓       ·     ·      ·     ·    ·      ·',
  'organisation.unlock-account': '         ✓     ·      ✓       ·     ·      ·     ·    ·      ·',
  'organisation.close-setup-account': '    ✓     ·      ✓       ·     ·      ·     ·    ·      ·',
  'organisation.import': '                 ✓     ✓      ·       ·     ·      ·     ·    ·      ·',
};

function may(name: string): readonly Role[] {
  const marks = TABLE[name]!.trim().split(/\s+/);
  return ROLES.filter((_, i) => marks[i] === '✓');
}

test('every command of the stage may be run by the roles of the table, and by no others', async (t) => {
  const app = await startTestApp(t);
  const names = organisationModule.commands.map((it) => it.name);

  const denied: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(ROLES.map(async (role) => ((await app.as(role).run(name, {})).status === 403 ? [] : [role])));
    denied[name] = answers.flat();
  }

  assert.deepEqual(denied, Object.fromEntries(names.map((name) => [name, may(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
});

test('whoever may bring in the table of units may also put its file in', () => {
  const [importer, upload] = [organisationModule.permissions['organisation.import']!, MODULES[0]!.permissions['platform.upload']!];

  assert.deepEqual(
    importer.filter((role) => !upload.includes(role)),
    [],
  );
});

test('the audit administrator writes nothing at all, in no stage', () => {
  const actor = { roles: ['audit-admin'] as const };
  const writable = MODULES.flatMap((it) =>
    it.commands.filter((one) => 'permission' in one && isAllowed(it.permissions, one.permission, actor)),
  );

  assert.deepEqual(
    writable.map((it) => it.name),
    [],
  );
});

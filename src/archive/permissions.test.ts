import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { startTestApp } from '#/testing.ts';
import { archiveModule } from './module.ts';

/** Who may do and read what; a column for each role in the order of `ROLES`. */
const TABLE: Readonly<Record<string, string>> = {
  //                                           setup system security audit office leader head deputy liaison
  'archive.make-bundle': '                       ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'archive.make-full-bundle': '                  ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  '/archive/preview': '                          ✓     ·      ·       ✓     ✓      ✓     ·    ·      ·',
  '/archive/bundles': '                          ✓     ·      ·       ✓     ✓      ✓     ·    ·      ·',
  '/archive/bundles/:bundleId/file': '           ✓     ·      ·       ✓     ✓      ✓     ·    ·      ·',
  '/archive/full-bundles/:bundleId/file': '      ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
};
const rolesOf = (name: string): readonly Role[] => ROLES.filter((_, i) => TABLE[name]!.trim().split(/\s+/)[i] === '✓');

test('every command and every read of the stage is open to the roles of the table, and to no others', async (t) => {
  const app = await startTestApp(t);
  const { commands, reads = [] } = archiveModule;
  const names = [...commands.map((it) => it.name), ...reads.map((it) => it.path)];

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(
      ROLES.map(async (role) => {
        const person = app.as(role);
        const { status } = await (name.startsWith('/') ? person.get(name.replace(':bundleId', newId())) : person.run(name, {}));
        return status === 403 ? [] : [role];
      }),
    );
    open[name] = answers.flat();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, rolesOf(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '#/kernel/role.ts';
import { MODULES } from '../life.ts';
import { aFrozenList, valueIn } from './test-edition.ts';

/** Who may do and read what; a column for each role in the order of `ROLES`. */
const TABLE: Readonly<Record<string, string>> = {
  //                                       setup system security audit office leader head deputy liaison
  'publication.prepare-edition': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.review-edition': '            ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.sign-edition': '              ✓     ·      ·       ·     ·      ✓     ·    ·      ·',
  'publication.publish-edition': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.withdraw-draft': '            ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.countersign-edition': '       ✓     ·      ·       ·     ✓      ·     ✓    ✓      ·',
  'publication.record-signature': '          ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.attach-scan': '               ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.leave-line-out': '            ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.restore-line': '              ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.release-picture': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.withhold-picture': '          ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.write-card': '                ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'publication.withdraw-card': '             ✓     ·      ·       ·     ✓      ·     ✓    ✓      ✓',
  'publication.set-site-address': '          ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.announce-disruption': '       ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'publication.withdraw-disruption': '       ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  '/publication/disruptions': '              ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/publication/cards': '                    ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/publication/cards/:promiseId': '         ✓     ·      ·       ·     ✓      ✓     ✓    ✓      ✓',
  '/publication/pictures': '                 ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  '/publication/pictures/:projectId/:digest': '✓    ·      ·       ·     ✓      ·     ·    ·      ·',
  '/publication/editions/:editionId/pictures/:digest': '✓ ·  ·      ✓     ✓      ✓     ✓    ✓      ·',
  '/publication/left-out': '                 ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ·',
  '/publication/editions/:editionId/scan': ' ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ·',
  '/publication/editions': '                 ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ·',
  '/publication/editions/:editionId': '      ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ·',
};
const rolesOf = (name: string): readonly Role[] => ROLES.filter((_, i) => TABLE[name]!.trim().split(/\s+/)[i] === '✓');

test('every command and every read of the stage is open to the roles of the table, and to no others', async (t) => {
  const { app, prepare, promises } = await aFrozenList(t);
  const [promiseId = ''] = promises.values();
  const { editionId } = valueIn<{ editionId: string }>(await prepare());
  const { commands, reads = [] } = MODULES.find((it) => it.name === 'publication')!;
  const names = [...commands.map((it) => it.name), ...reads.map((it) => it.path)];

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(
      ROLES.map(async (role) => {
        const person = app.as(role);
        const { status } = await (name.startsWith('/')
          ? person.get(name.replace(':editionId', editionId).replace(':promiseId', promiseId))
          : person.run(name, {}));
        return status === 403 ? [] : [role];
      }),
    );
    open[name] = answers.flat();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, rolesOf(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
});

test('an edition of one district is there for nobody of another, whatever the role', async (t) => {
  const { app, prepare } = await aFrozenList(t);
  const { editionId, digest } = valueIn<{ editionId: string; digest: string }>(await prepare());
  const stranger = app.as('setup', { district: '990002' });

  const answers = [
    await stranger.get(`/publication/editions/${editionId}`),
    await stranger.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true }),
    await stranger.run('publication.sign-edition', { editionId, digest }),
    await stranger.run('publication.publish-edition', { editionId }),
    await stranger.run('publication.withdraw-draft', { editionId, reason: '撤回' }),
  ];

  assert.deepEqual(
    answers.map((it) => it.status),
    [404, 404, 404, 404, 404],
  );
});

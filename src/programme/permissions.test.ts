import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { startTestApp } from '#/testing.ts';
import { programmeModule } from './module.ts';
import type { Draft } from './rules/draft.ts';

/** Who may do and read what; a column for each role in the order of `ROLES`. */
const TABLE: Readonly<Record<string, string>> = {
  //                            setup system security audit office leader head deputy liaison
  'programme.read-list': '        ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.save-draft': '       ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.discard-draft': '    ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.read-progress': '    ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.freeze': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.adjust': '           ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.set-overseeing-leader': ' ✓   ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.set-responsible-units': ' ✓   ·      ·       ·     ✓      ·     ·    ·      ·',
  'programme.take-voted': '       ✓     ·      ·       ·     ✓      ·     ·    ·      ·',
  '/programme/voted': '           ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
  '/programme/programmes': '      ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
  '/programme/draft': '           ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
  '/programme/list': '            ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
  '/programme/overseeing': '      ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
  '/programme/responsible': '      ✓     ·      ·       ✓     ✓      ✓     ✓    ✓      ✓',
};
const rolesOf = (name: string): readonly Role[] => ROLES.filter((_, i) => TABLE[name]!.trim().split(/\s+/)[i] === '✓');

test('every command and every read of the stage is open to the roles of the table, and to no others', async (t) => {
  const app = await startTestApp(t);
  const from = { text: '序号\t项目内容\t牵头单位\n1\t新建口袋公园3个。\t区城管局', html: null };
  const read = await app.as('office').run('programme.read-list', { programmeId: newId(), year: 2026, from });
  const { programmeId, draft } = (read.body as { value: { programmeId: string; draft: Draft } }).value;
  const names = [...programmeModule.commands.map((it) => it.name), ...(programmeModule.reads ?? []).map((it) => it.path)];

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(
      ROLES.map(async (role) => {
        const person = app.as(role);
        const { status } = await (name.startsWith('/') ? person.get(`${name}?programmeId=${programmeId}`) : person.run(name, {}));
        return status === 403 ? [] : [role];
      }),
    );
    open[name] = answers.flat();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, rolesOf(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
  const kept = (await app.as('liaison').get(`/programme/draft?programmeId=${programmeId}`)).body as { draft: Draft };
  assert.deepEqual(kept.draft, draft);
});

test('what is denied stands in the audit trail with the role’s missing permission, and changes nothing', async (t) => {
  const app = await startTestApp(t);

  await app.as('liaison').run('programme.freeze', { programmeId: newId(), reason: '自行冻结' });
  await app.as('system-admin').get('/programme/programmes');

  const lines = await app.ownerPool.query('select command, result, code from platform.audit order by at');
  assert.deepEqual(lines.rows, [
    { command: 'programme.freeze', result: 'denied', code: 'programme.freeze' },
    { command: 'read /programme/programmes', result: 'denied', code: 'programme.read' },
  ]);
  assert.equal((await app.ownerPool.query('select 1 from platform.journal_entry')).rowCount, 0);
});

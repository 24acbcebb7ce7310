import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import { createDistrict } from './door.ts';
import type { AccountView, PersonView, UnitView } from './rules/views.ts';

type Made = { readonly ok: true; readonly value: { readonly id: string; readonly personId: string; readonly accountId: string } };

async function aDistrict(app: TestApp, district = '990001'): Promise<void> {
  await app.mustRun(createDistrict, district, { name: '青石区' });
}

async function must(person: TestPerson, name: string, input: unknown): Promise<Made['value']> {
  const answer = await person.run(name, input);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return (answer.body as Made).value;
}

async function aHeldPost(setup: TestPerson, values: { unit?: string; kind?: string; person?: string; phone?: string } = {}) {
  const { unit = '青石区民政局', kind = 'liaison', person = '钱一', phone = '' } = values;
  const units = (await setup.get('/organisation/units')).body as readonly UnitView[];
  const unitId = units.find((it) => it.name === unit)?.id ?? (await must(setup, 'organisation.set-up-unit', { name: unit })).id;
  const postId = (await must(setup, 'organisation.create-post', { unitId, kind })).id;
  const { personId } = await must(setup, 'organisation.appoint', { postId, person: { name: person, phone }, fromOn: '2026-01-01' });
  return { unitId, postId, personId };
}

test('a district begins with the names it will sign with, and only once', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);

  const read = await app.as('liaison').get('/organisation/district');
  const again = await app.run(createDistrict, '990001', { name: '青石区' });

  assert.deepEqual(read.body, {
    district: '990001',
    name: '青石区',
    shortName: '青石',
    province: '',
    city: '',
    governmentName: '青石区人民政府',
    officeName: '青石区政府督查室',
    demoToday: null,
  });
  assert.deepEqual(again, { ok: false, refusal: { kind: 'district-exists', name: '青石区' } });
});

test('units, posts and holders are read together, with the warning about a credit code', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const { unitId, personId } = await aHeldPost(setup);
  await must(setup, 'organisation.set-unit-details', { unitId, kind: 'department', creditCode: '91350100M000100Y44', sortOrder: 10 });

  const [unit] = (await app.as('audit-admin').get('/organisation/units')).body as readonly UnitView[];

  assert.deepEqual(unit?.creditCodeWarning, { kind: 'credit-code-check', expected: '3' });
  assert.deepEqual(
    unit?.posts.map((it) => [it.title, it.roles, it.holder?.personId, it.holder?.fromOn]),
    [['联络员', ['liaison'], personId, '2026-01-01']],
  );
});

test('a merged unit hands over its posts and its names', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const { unitId: fromId } = await aHeldPost(setup, { unit: '青石区房产管理局' });
  const { id: intoId } = await must(setup, 'organisation.set-up-unit', { name: '青石区住房和城乡建设局' });

  await must(setup, 'organisation.merge-units', { fromId, intoId });

  const units = (await setup.get('/organisation/units')).body as readonly UnitView[];
  const into = units.find((it) => it.id === intoId);
  assert.deepEqual([into?.aliases, into?.posts.length], [['青石区房产管理局'], 1]);
  const taken = await setup.run('organisation.set-up-unit', { name: '青石区房产管理局' });
  assert.deepEqual(taken.body, { ok: false, refusal: { kind: 'unit-name-taken', name: '青石区房产管理局', by: '青石区住房和城乡建设局' } });
});

test('a telephone number lies encrypted and is masked for whoever need not call', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  await aHeldPost(app.as('setup'), { phone: '138 1234 5678' });

  const phones = await Promise.all(
    (['office', 'audit-admin'] as const).map(
      async (role) => ((await app.as(role).get('/organisation/people')).body as readonly PersonView[])[0]?.phone,
    ),
  );

  assert.deepEqual(phones, ['13812345678', '138****5678']);
  const stored = await app.ownerPool.query<{ phone: string }>('select phone from organisation.person');
  assert.match(stored.rows[0]!.phone, /^v1\.k1\./);
});

test('two people appointed to one post at the same moment: one is refused', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const { unitId } = await aHeldPost(setup);
  const { id: postId } = await must(setup, 'organisation.create-post', { unitId, kind: 'head' });

  const answers = await Promise.all(
    ['孙二', '李三'].map((name) => setup.run('organisation.appoint', { postId, person: { name }, fromOn: '2026-06-18' })),
  );

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('nobody gathers two administrators’ roles by a second post or by a change of roles', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const { unitId, personId, postId } = await aHeldPost(setup, { kind: 'system-admin' });
  const { id: second } = await must(setup, 'organisation.create-post', { unitId, kind: 'audit-admin' });

  const appointed = await setup.run('organisation.appoint', { postId: second, person: { id: personId }, fromOn: '2026-06-18' });
  const changed = await setup.run('organisation.change-post-roles', { postId, roles: ['system-admin', 'security-admin'] });

  const refusal = { kind: 'administrators-exclude', held: 'system-admin' };
  assert.deepEqual(appointed.body, { ok: false, refusal: { ...refusal, wanted: 'audit-admin' } });
  assert.equal(changed.status, 409);
});

test('an administrator of one district does not become another administrator in a second one', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  await aDistrict(app, '990002');
  const here = app.as('setup');
  const there = app.as('setup', { district: '990002' });
  const { personId } = await aHeldPost(here, { kind: 'system-admin' });
  const { accountId } = await must(here, 'organisation.create-account', { personId, username: 'qianyi' });
  const other = await aHeldPost(there, { kind: 'liaison' });
  await app.ownerPool.query('update organisation.person set account_id = $1 where district = $2', [accountId, '990002']);
  app.tampered = true;

  const refused = await there.run('organisation.change-post-roles', { postId: other.postId, roles: ['audit-admin'] });

  assert.deepEqual(refused.body, { ok: false, refusal: { kind: 'administrators-exclude', held: 'system-admin', wanted: 'audit-admin' } });
});

test('the office fills everyday posts; the security administrator fills the others', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const { unitId } = await aHeldPost(app.as('setup'));

  const answers = await Promise.all(
    (['office', 'security-admin'] as const).map(async (role) => [
      (await app.as(role).run('organisation.create-post', { unitId, kind: 'head' })).status,
      (await app.as(role).run('organisation.create-post', { unitId, kind: 'leader' })).status,
    ]),
  );

  assert.deepEqual(answers, [
    [200, 409],
    [200, 200],
  ]);
});

test('a slip shows the first password until it is changed; neither journal nor outcome hold it', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const { personId } = await aHeldPost(setup);
  const { accountId } = await must(setup, 'organisation.create-account', { personId });

  const [slip] = (await setup.get(`/organisation/account-slips?accounts=${accountId}`)).body as readonly {
    username: string;
    password: string;
  }[];
  const page = await setup.get(`/organisation/account-slips/page?accounts=${accountId}&address=https://luoshi.example.gov.cn`);

  assert.equal(slip?.username, '990001001');
  assert.match(slip.password, /^[\w]{4}-[\w]{4}-[\w]{4}$/);
  assert.ok(page.text.includes(slip.password) && page.text.includes('青石区民政局 联络员'));
  const stored = await app.ownerPool.query<{ text: string }>('select jsonb_agg(outcome)::text as text from platform.outcome');
  assert.ok(!stored.rows[0]!.text.includes(slip.password));
  await must(setup, 'organisation.reset-password', { accountId });
  const [fresh] = (await setup.get(`/organisation/account-slips?accounts=${accountId}`)).body as readonly { password: string }[];
  assert.notEqual(fresh?.password, slip.password);
});

test('the setup account is closed when the three administrators stand, and not before', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const setup = app.as('setup');
  const opened = await app.run((await import('./door.ts')).openSetupAccount, '990001', { username: 'first', name: '周初' });
  assert.ok(opened.ok);
  const { accountId } = opened.value as { accountId: string };

  const early = await setup.run('organisation.close-setup-account', { accountId });
  for (const [kind, person] of [
    ['system-admin', '钱一'],
    ['security-admin', '孙二'],
    ['audit-admin', '李三'],
  ] as const) {
    const { personId } = await aHeldPost(setup, { kind, person });
    await must(setup, 'organisation.create-account', { personId });
  }
  await must(setup, 'organisation.close-setup-account', { accountId });

  assert.equal((early.body as { refusal: { kind: string } }).refusal.kind, 'administrators-missing');
  const accounts = (await setup.get('/organisation/accounts')).body as readonly AccountView[];
  assert.deepEqual(
    accounts.map((it) => [it.username, it.isSetup, it.closedAt !== null, it.roles]),
    [
      ['990001002', false, false, ['system-admin']],
      ['990001003', false, false, ['security-admin']],
      ['990001004', false, false, ['audit-admin']],
      ['first', true, true, []],
    ],
  );
});

test('the template filled in brings a district’s people in; again it changes nothing; with a fault nothing comes in', async (t) => {
  const app = await startTestApp(t);
  await aDistrict(app);
  const admin = app.as('system-admin');
  const template = await admin.get('/organisation/import/template');
  const office = app.as(['system-admin', 'office']);
  const fill = async (...rows: readonly string[][]) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await makeTemplate());
    const sheet = book.worksheets[0]!;
    for (const row of rows) sheet.addRow(row);
    const { digest } = (await office.upload('人员.xlsx', Buffer.from(await book.xlsx.writeBuffer()))).body as { digest: string };
    return digest;
  };
  const head = ['青石区民政局', '政府部门', '', '区民政', '10', '主要负责人', '局长', '钱一', '13812345678', '2026-01-01', '是', 'qianyi'];

  const digest = await fill(head);
  const faulty = await fill(head, head.with(7, '孙二'));

  assert.match(String(template.headers['content-type']), /spreadsheetml/);
  const check = await admin.get(`/organisation/import/check?digest=${digest}`);
  assert.deepEqual((check.body as { value: { rows: number; remarks: unknown[] } }).value.remarks, []);
  const refused = await admin.run('organisation.import', { digest: faulty });
  assert.deepEqual(refused.body, { ok: false, refusal: { kind: 'import-has-errors', count: 3 } });
  const first = (await must(admin, 'organisation.import', { digest })) as unknown as {
    accountIds: string[];
    summary: Record<string, number>;
  };
  assert.deepEqual([first.accountIds.length, first.summary.unitsCreated, first.summary.appointed], [1, 1, 1]);
  const second = (await must(admin, 'organisation.import', { digest })) as unknown as {
    accountIds: string[];
    summary: Record<string, number>;
  };
  assert.deepEqual([second.accountIds, Object.values(second.summary).every((it) => it === 0)], [[], true]);
});

async function makeTemplate(): Promise<ExcelJS.Buffer> {
  const { makeImportTemplate } = await import('./import-template.ts');
  return (await makeImportTemplate()) as unknown as ExcelJS.Buffer;
}

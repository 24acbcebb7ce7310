import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import { createDistrict, openSetupAccount } from './door.ts';
import type { AccountView, PersonView, PostView } from './rules/views.ts';

type Made = { readonly id: string; readonly personId: string; readonly accountId: string };

async function aDistrict(t: Parameters<typeof startTestApp>[0]): Promise<TestApp> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '青石区' });
  return app;
}

async function must(person: TestPerson, name: string, input: unknown): Promise<Made> {
  const answer = await person.run(name, input);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return (answer.body as { value: Made }).value;
}

async function aPost(setup: TestPerson, unit: string, kind: string): Promise<string> {
  const { id: unitId } = await must(setup, 'organisation.set-up-unit', { name: unit });
  return (await must(setup, 'organisation.create-post', { unitId, kind })).id;
}

async function aPerson(setup: TestPerson, unit: string, kind: string, name: string): Promise<{ postId: string; personId: string }> {
  const postId = await aPost(setup, unit, kind);
  const { personId } = await must(setup, 'organisation.appoint', { postId, person: { name }, fromOn: '2026-01-01' });
  return { postId, personId };
}

const refusalOf = ({ body }: Answer) => (body as { refusal: { kind: string } }).refusal.kind;
const codeOf = ({ body }: Answer) => (body as { code: string }).code;

test('nobody brings the setup post back: it begins and ends with its account', async (t) => {
  const app = await aDistrict(t);
  await app.mustRun(openSetupAccount, '990001', { username: 'first', name: '周初' });
  const security = app.as('security-admin');
  const posts = (await security.get('/organisation/posts')).body as readonly PostView[];
  const { id: postId } = posts.find((it) => it.kind === 'setup')!;
  const standIn = await aPost(app.as('setup'), '青石区民政局', 'liaison');

  const answers = [
    await security.run('organisation.change-post', { postId, title: '初始设置', sortOrder: 0, isActive: true }),
    await security.run('organisation.release', { postId, lastDay: '2026-06-18' }),
    await security.run('organisation.appoint', { postId, person: { name: '吴六' }, fromOn: '2026-06-18', replacesHolder: true }),
    await security.run('organisation.set-stand-in', { postId, standInPostId: standIn }),
    await security.run('organisation.change-post-roles', { postId, roles: ['office'] }),
  ];

  assert.deepEqual(
    answers.map((it) => [it.status, codeOf(it)]),
    answers.map(() => [403, 'setup-post']),
  );
});

test('an administrator neither resets the setup account nor reads its slip: whoever could would be all of them at once', async (t) => {
  const app = await aDistrict(t);
  const { accountId } = (await app.mustRun(openSetupAccount, '990001', { username: 'first', name: '周初' })) as Made;
  const system = app.as('system-admin');

  const reset = await system.run('organisation.reset-password', { accountId });
  const slips = await system.get(`/organisation/account-slips?accounts=${accountId}`);
  const own = await app.as('setup').get(`/organisation/account-slips?accounts=${accountId}`);

  assert.deepEqual([reset.status, codeOf(reset)], [403, 'setup-account']);
  assert.deepEqual([(slips.body as unknown[]).length, (own.body as unknown[]).length], [0, 1]);
});

test('the system administrator neither resets the security and audit administrators nor reads their slips; the security administrator does', async (t) => {
  const app = await aDistrict(t);
  const setup = app.as('setup');
  const [system, security] = [app.as('system-admin'), app.as('security-admin')];
  const accounts: Record<string, string> = {};
  for (const kind of ['system-admin', 'security-admin', 'audit-admin', 'liaison']) {
    const { personId } = await aPerson(setup, `青石区${kind}`, kind, '钱一');
    accounts[kind] = (await must(setup, 'organisation.create-account', { personId })).accountId;
  }
  const all = Object.values(accounts).join();

  const outcome = async (person: TestPerson, kind: string) => {
    const answer = await person.run('organisation.reset-password', { accountId: accounts[kind] });
    return answer.status === 200 ? 'reset' : refusalOf(answer);
  };
  const bySystem = await Promise.all(Object.keys(accounts).map((kind) => outcome(system, kind)));
  const bySecurity = await Promise.all(Object.keys(accounts).map((kind) => outcome(security, kind)));
  const slips = async (person: TestPerson) =>
    ((await person.get(`/organisation/account-slips?accounts=${all}`)).body as { accountId: string }[]).map(
      ({ accountId }) => Object.entries(accounts).find(([, id]) => id === accountId)![0],
    );

  assert.deepEqual(bySystem, ['reset', 'security-admin-resets', 'security-admin-resets', 'reset']);
  assert.deepEqual(bySecurity, ['system-admin-resets', 'reset', 'reset', 'system-admin-resets']);
  assert.deepEqual((await slips(system)).sort(), ['liaison', 'system-admin']);
  assert.deepEqual((await slips(security)).sort(), ['audit-admin', 'security-admin']);
});

test('whoever administers another district is not reset from here, not even by a setup account', async (t) => {
  const app = await aDistrict(t);
  const setup = app.as('setup');
  const { personId } = await aPerson(setup, '青石区民政局', 'liaison', '钱一');
  const { accountId } = await must(setup, 'organisation.create-account', { personId });
  const elsewhere = `insert into organisation.account_district (account_id, district, roles) values ($1, '990002', '{audit-admin}')`;
  await app.ownerPool.query(elsewhere, [accountId]);

  const answers = await Promise.all([setup, app.as('system-admin')].map((it) => it.run('organisation.reset-password', { accountId })));

  assert.deepEqual(answers.map(refusalOf), ['administers-elsewhere', 'administers-elsewhere']);
});

test('nobody becomes a second administrator by standing in for one', async (t) => {
  const app = await aDistrict(t);
  const setup = app.as('setup');
  const security = await aPerson(setup, '青石区公安局', 'security-admin', '钱一');
  const system = await aPerson(setup, '青石区大数据局', 'system-admin', '孙二');
  const liaisonPost = await aPost(setup, '青石区民政局', 'liaison');
  await must(setup, 'organisation.set-stand-in', { postId: system.postId, standInPostId: liaisonPost });

  const appointed = await setup.run('organisation.appoint', {
    postId: liaisonPost,
    person: { id: security.personId },
    fromOn: '2026-06-18',
  });

  assert.deepEqual([appointed.status, refusalOf(appointed)], [409, 'administrators-exclude']);
});

test('a name changed while an account is opened is not lost, nor is the account', async (t) => {
  const app = await aDistrict(t);
  const setup = app.as('setup');
  const { personId } = await aPerson(setup, '青石区民政局', 'liaison', '钱一');

  await Promise.all([
    must(setup, 'organisation.create-account', { personId }),
    must(setup, 'organisation.set-person', { personId, name: '钱益', phone: '' }),
  ]);

  const [person] = (await setup.get('/organisation/people')).body as readonly PersonView[];
  assert.equal(person?.name, '钱益');
  assert.notEqual(person?.accountId, null);
});

test('an account asked for twice at once is opened once; two people get two names', async (t) => {
  const app = await aDistrict(t);
  const setup = app.as('setup');
  const first = await aPerson(setup, '青石区民政局', 'liaison', '钱一');
  const second = await aPerson(setup, '青石区教育局', 'liaison', '孙二');

  const answers = await Promise.all([first, first, second].map(({ personId }) => setup.run('organisation.create-account', { personId })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 200, 409]);
  const accounts = (await setup.get('/organisation/accounts')).body as readonly AccountView[];
  assert.equal(new Set(accounts.map((it) => it.username)).size, 2);
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { getMigrations } from 'better-auth/db/migration';
import { Kysely, PostgresDialect } from 'kysely';
import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import { organisationModule } from '#/organisation/module.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { webOf } from '../../compose.ts';
import { listAccountSlips } from './accounts.ts';
import type { SessionContext } from './context.ts';
import { CSRF_HEADER } from './csrf.ts';
import { makeSessionContext, makeSessionLayer, type SessionSettings } from './layer.ts';
import type { Me } from './rules.ts';
import { codeOf } from './test-code.ts';

type Reply = {
  readonly status: number;
  readonly body: { readonly ok?: boolean; readonly value?: never; readonly refusal?: { readonly kind: string }; readonly code?: string };
};
type House = {
  readonly app: TestApp;
  readonly context: SessionContext;
  readonly password: string;
  readonly accountId: string;
  browser(source?: string): Browser;
};
type Browser = {
  readonly jar: Map<string, string>;
  get(path: string): Promise<Reply>;
  me(): Promise<Me>;
  post(path: string, input: unknown, headers?: Record<string, string>): Promise<Reply>;
};

const FRESH = 'Chunjie-2026-hao';

/** A district with its setup account, and the whole server with real log-ins. */
async function aHouse(t: TestContext, settings: SessionSettings = {}): Promise<House> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '青石区' });
  const { accountId } = await app.mustRun(openSetupAccount, '990001', { username: 'zhouchu', name: '周初' });
  const context = makeSessionContext(app.world, organisationModule.posts!, app.permissions, settings);
  const web = await webOf(app, { session: makeSessionLayer(context), staffFolder: null, trustProxy: true, logger: 'faults' });
  t.after(() => web.close());
  const [slip] = await listAccountSlips(app.ownerPool, app.world.keys, [accountId]);
  const browser = (source = '10.0.0.1'): Browser => {
    const jar = new Map<string, string>();
    const send = async (method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}): Promise<Reply> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await web.inject({
        method,
        url,
        ...(payload && { payload }),
        headers: { cookie, 'x-forwarded-for': source, ...headers },
      });
      for (const one of answer.cookies) {
        if (one.maxAge === 0) jar.delete(one.name);
        else jar.set(one.name, encodeURIComponent(one.value));
      }
      return { status: answer.statusCode, body: answer.json() };
    };
    const me = async () => (await send('GET', '/api/session/me')).body as unknown as Me;
    return {
      jar,
      get: (path) => send('GET', path),
      me,
      post: async (path, input, headers = {}) =>
        send('POST', path, input as object, { [CSRF_HEADER]: (await me()).csrf ?? '', ...headers }),
    };
  };
  return { app, context, password: slip!.password, accountId, browser };
}

/** A house whose setup account has its own password, and a browser that is logged in. */
async function insideHouse(t: TestContext, settings: SessionSettings = {}): Promise<House & { readonly inside: Browser }> {
  const house = await aHouse(t, settings);
  const inside = house.browser();
  await inside.post('/api/session/log-in', { username: 'zhouchu', password: house.password });
  const changed = await inside.post('/api/session/change-password', { current: house.password, fresh: FRESH });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  return { ...house, inside };
}

test('the first password opens only the door to changing it', async (t) => {
  const house = await aHouse(t);
  const browser = house.browser();

  const entered = await browser.post('/api/session/log-in', { username: ' ZhouChu ', password: house.password });
  const before = await browser.get('/api/990001/organisation/units');
  const stand = (await browser.me()).stand;
  await browser.post('/api/session/change-password', { current: house.password, fresh: FRESH });
  const after = await browser.get('/api/990001/organisation/units');

  assert.deepEqual(entered.body, { ok: true, value: { needsTotp: false, mustChangePassword: true } });
  assert.deepEqual([before.status, before.body.code, stand, after.status], [403, 'change-password-first', 'change-password', 200]);
});

test('one person may do everything in the first hour without an authenticator', async (t) => {
  const { inside } = await insideHouse(t);

  const me = await inside.me();

  assert.deepEqual([me.stand, me.account.isSetup, me.districts.length, me.districts[0]?.posts[0]?.roles], ['ready', true, 1, ['setup']]);
  assert.ok(me.districts[0]!.posts[0]!.permissions.includes('organisation.manage-accounts'));
});

test('a wrong password and an unknown name get the same answer', async (t) => {
  const house = await aHouse(t);
  const browser = house.browser();

  const answers = [];
  for (const username of ['zhouchu', 'nobody', '没有这个人'])
    answers.push(await browser.post('/api/session/log-in', { username, password: 'wrong' }));

  assert.deepEqual(answers, Array(3).fill({ status: 409, body: { ok: false, refusal: { kind: 'log-in-failed' } } }));
});

test('five wrong passwords lock the name for a quarter of an hour, known or unknown, even with the right one', async (t) => {
  const house = await aHouse(t);
  const kinds: Record<string, (string | undefined)[]> = {};

  for (const username of ['zhouchu', 'nobody']) {
    kinds[username] = [];
    for (let i = 0; i < 5; i += 1)
      kinds[username].push((await house.browser().post('/api/session/log-in', { username, password: 'wrong' })).body.refusal?.kind);
    const password = house.password;
    kinds[username].push((await house.browser('10.0.0.2').post('/api/session/log-in', { username, password })).body.refusal?.kind);
  }

  const expected = [...Array(5).fill('log-in-failed'), 'too-many-failures'];
  assert.deepEqual(kinds, { zhouchu: expected, nobody: expected });
  const trail = await house.app.ownerPool.query(
    `select district, actor, result, code from platform.audit where command = 'session.log-in' order by at`,
  );
  assert.deepEqual(trail.rows.slice(0, 1), [{ district: '990001', actor: house.accountId, result: 'refused', code: 'log-in-failed' }]);
  assert.deepEqual(trail.rows.at(-1), { district: '000000', actor: '', result: 'refused', code: 'too-many-failures' });
});

test('a hundred guesses at once are not a hundred tries', async (t) => {
  const house = await aHouse(t);

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      house.browser(`10.0.1.${i}`).post('/api/session/log-in', { username: 'zhouchu', password: 'wrong' }),
    ),
  );

  assert.ok(answers.filter((it) => it.body.refusal?.kind === 'log-in-failed').length <= 5);
});

test('an address that guesses at many names is locked out, other addresses are not', async (t) => {
  const house = await aHouse(t, { limits: { failuresPerSource: 6 } });
  for (let i = 0; i < 6; i += 1) await house.browser().post('/api/session/log-in', { username: `name${i}`, password: 'wrong' });

  const same = await house.browser().post('/api/session/log-in', { username: 'zhouchu', password: house.password });
  const other = await house.browser('10.0.0.9').post('/api/session/log-in', { username: 'zhouchu', password: house.password });

  assert.deepEqual([same.body.refusal?.kind, other.status], ['too-many-failures', 200]);
});

test('a log-in ends when it is idle, at its absolute limit, and when the account is locked', async (t) => {
  const { app, inside, accountId } = await insideHouse(t);
  const update = (set: string) => app.ownerPool.query(`update auth.session set ${set}`);
  const status = async () => (await inside.get('/api/session/me')).status;

  const statuses = [await status()];
  await update(`"updatedAt" = now() - interval '29 minutes'`);
  statuses.push(await status());
  await update(`"updatedAt" = now() - interval '31 minutes'`);
  statuses.push(await status());
  await update(`"updatedAt" = now(), "expiresAt" = now() - interval '1 second'`);
  statuses.push(await status());
  await update(`"expiresAt" = now() + interval '1 hour'`);
  await app.ownerPool.query('update auth.account_state set locked_at = now() where account_id = $1', [accountId]);
  statuses.push(await status());

  assert.deepEqual(statuses, [200, 200, 401, 401, 401]);
});

test('changing the password ends the other log-ins; the last two passwords are not taken again', async (t) => {
  const { browser, inside, password } = await insideHouse(t);
  const other = browser();
  await other.post('/api/session/log-in', { username: 'zhouchu', password: FRESH });

  const again = await inside.post('/api/session/change-password', { current: FRESH, fresh: password });
  const changed = await inside.post('/api/session/change-password', { current: FRESH, fresh: 'Qiufen-2026-hao' });

  assert.deepEqual(again.body.refusal, { kind: 'password-not-accepted', faults: [{ kind: 'password-unchanged' }] });
  assert.deepEqual(
    [changed.status, (await inside.get('/api/session/me')).status, (await other.get('/api/session/me')).status],
    [200, 200, 401],
  );
});

test('a person sees the own log-ins and ends one of them; beyond five the oldest ends', async (t) => {
  const { browser, inside } = await insideHouse(t);
  const others = [];
  for (let i = 0; i < 5; i += 1) {
    const other = browser(`10.0.2.${i}`);
    await other.post('/api/session/log-in', { username: 'zhouchu', password: FRESH });
    others.push(other);
  }

  const [first, second] = others as [Browser, Browser];
  const list = (await second.get('/api/session/log-ins')).body as unknown as readonly { id: string; source: string; current: boolean }[];
  const third = list.find((it) => it.source === '10.0.2.2')!;
  await second.post('/api/session/end-log-in', { id: third.id });

  assert.equal((await inside.get('/api/session/me')).status, 401);
  assert.equal((await first.get('/api/session/me')).status, 200);
  assert.deepEqual(
    list.map((it) => [it.source, it.current]).toSorted(),
    [0, 1, 2, 3, 4].map((i) => [`10.0.2.${i}`, i === 1]),
  );
  assert.equal((await others[2]!.get('/api/session/me')).status, 401);
});

test('writing needs the token of the page, and never comes from another site', async (t) => {
  const { inside } = await insideHouse(t);
  const command = {
    id: '01920000-0000-7000-8000-000000000001',
    name: 'organisation.set-up-unit',
    version: 1,
    input: { name: '青石区民政局' },
  };

  const statuses = [
    await inside.post('/api/990001/organisation/set-up-unit', command, { [CSRF_HEADER]: 'guess' }),
    await inside.post('/api/990001/organisation/set-up-unit', command, { 'sec-fetch-site': 'cross-site' }),
    await inside.post('/api/session/log-out', {}, { [CSRF_HEADER]: 'guess' }),
    await inside.post('/api/session/log-out', {}, { origin: 'https://elsewhere.example' }),
    await inside.post('/api/990001/organisation/set-up-unit', command),
  ].map((it) => [it.status, it.body.code]);

  assert.deepEqual(statuses, [
    [403, 'csrf'],
    [403, 'other-origin'],
    [403, 'csrf'],
    [403, 'other-origin'],
    [200, undefined],
  ]);
});

test('who is turned away stands in the audit trail: with his name, where he asked, and not when nobody knows him', async (t) => {
  const { app, inside, accountId, browser } = await insideHouse(t);
  const unit = '/api/990001/organisation/set-up-unit';
  const cross = { 'sec-fetch-site': 'cross-site' };
  await app.mustRun(createDistrict, '990002', { name: '白水区' });
  await app.ownerPool.query('delete from platform.audit');

  await inside.post(unit, {}, { [CSRF_HEADER]: 'guess' });
  await inside.post(unit, {}, cross);
  await inside.post('/api/session/log-out', {}, { [CSRF_HEADER]: 'guess' });
  await inside.post('/api/session/log-out', {}, cross);
  await inside.get('/api/990002/organisation/units');
  await inside.get('/api/999999/organisation/units');
  const unknown = [
    await browser().post(unit, {}, cross),
    await browser().post('/api/session/log-in', {}, cross),
    await browser().post(unit, {}),
  ];

  assert.deepEqual(
    unknown.map((it) => it.body.code),
    ['other-origin', 'other-origin', 'log-in'],
  );
  const lines = await app.ownerPool.query('select district, actor, command, result, code from platform.audit order by at');
  assert.deepEqual(
    lines.rows.map((it) => Object.values(it)),
    [
      ['990001', 'organisation.set-up-unit', 'csrf'],
      ['990001', 'organisation.set-up-unit', 'other-origin'],
      ['990001', 'session.log-out', 'csrf'],
      ['990001', 'session.log-out', 'other-origin'],
      ['990002', 'read /organisation/units', 'not-in-district'],
      ['000000', 'read /organisation/units', 'not-in-district'],
    ].map(([district, command, code]) => [district, accountId, command, 'denied', code]),
  );
});

test('a post that is taken away, or an account that is locked, stops the very next request', async (t) => {
  const { app, inside, accountId } = await insideHouse(t);
  const ask = async () => {
    const { status, body } = await inside.get('/api/990001/organisation/units');
    return [status, body.code];
  };

  const held = await ask();
  await app.ownerPool.query(`update organisation.post set is_active = false`);
  const taken = await ask();
  await app.ownerPool.query(`update organisation.post set is_active = true`);
  const back = await ask();
  await app.ownerPool.query('update auth.account_state set locked_at = now() where account_id = $1', [accountId]);
  const locked = await ask();

  app.tampered = true;
  assert.deepEqual(
    [held, taken, back, locked],
    [
      [200, undefined],
      [403, 'not-in-district'],
      [200, undefined],
      [401, 'log-in'],
    ],
  );
});

test('a changed cookie is no log-in', async (t) => {
  const { inside } = await insideHouse(t);
  const [name, value] = [...inside.jar][0]!;

  const statuses = [];
  for (const forged of [
    value.replace(/^./, (sign) => (sign === 'x' ? 'y' : 'x')),
    value.slice(0, -6),
    `${value.split('.')[0]}.AAAA`,
    '%',
    '',
  ]) {
    inside.jar.set(name, forged);
    statuses.push((await inside.get('/api/session/me')).status);
  }

  assert.deepEqual(statuses, [401, 401, 401, 401, 401]);
});

/** A system administrator made by the setup account, who has changed the first password. */
async function anAdministrator({ app, context, inside, browser }: House & { readonly inside: Browser }): Promise<Browser> {
  let number = 0;
  const run = async (name: string, input: unknown) => {
    const id = `01920000-0000-7000-8000-${String(++number).padStart(12, '0')}`;
    const answer = await inside.post(`/api/990001/${name.replace('.', '/')}`, { id, name, version: 1, input });
    return answer.body.value as unknown as { id: string; personId: string; accountId: string };
  };
  const unit = await run('organisation.set-up-unit', { name: '青石区大数据局' });
  const post = await run('organisation.create-post', { unitId: unit.id, kind: 'system-admin' });
  const { personId } = await run('organisation.appoint', { postId: post.id, person: { name: '钱一' }, fromOn: '2026-01-01' });
  const { accountId } = await run('organisation.create-account', { personId, username: 'qianyi' });
  const [slip] = await listAccountSlips(app.ownerPool, context.world.keys, [accountId]);
  const admin = browser('10.0.3.1');
  await admin.post('/api/session/log-in', { username: 'qianyi', password: slip!.password });
  await admin.post('/api/session/change-password', { current: slip!.password, fresh: FRESH });
  return admin;
}

test('an administrator gets no further without the authenticator, and not in without its code', async (t) => {
  const house = await insideHouse(t);
  const admin = await anAdministrator(house);

  const stand = (await admin.me()).stand;
  const before = await admin.get('/api/990001/organisation/units');
  const enrolled = await admin.post('/api/session/totp/enrol', { password: FRESH });
  const { uri, backupCodes } = enrolled.body.value as unknown as { uri: string; backupCodes: string[] };
  const wrong = await admin.post('/api/session/totp/confirm', { code: '000000' });
  const right = await admin.post('/api/session/totp/confirm', { code: codeOf(uri) });
  const after = await admin.get('/api/990001/organisation/units');

  assert.deepEqual([stand, before.body.code], ['enrol-totp', 'enrol-totp-first']);
  assert.match(decodeURIComponent(uri), /^otpauth:\/\/totp\/落实:qianyi\?/);
  assert.deepEqual([wrong.body.refusal?.kind, right.status, after.status], ['code-wrong', 200, 200]);
  const second = house.browser();
  const first = await second.post('/api/session/log-in', { username: 'qianyi', password: FRESH });
  const between = await second.get('/api/session/me');
  const bad = await second.post('/api/session/totp', { code: '000000' });
  const good = await second.post('/api/session/totp', { code: codeOf(uri) });
  assert.deepEqual([first.body.value, between.status], [{ needsTotp: true, mustChangePassword: false }, 401]);
  assert.deepEqual([bad.body.refusal?.kind, good.status, (await second.me()).account.hasTotp], ['code-wrong', 200, true]);
  const third = house.browser();
  await third.post('/api/session/log-in', { username: 'qianyi', password: FRESH });
  const byPaper = await third.post('/api/session/totp', { code: backupCodes[0] });
  const fourth = house.browser();
  await fourth.post('/api/session/log-in', { username: 'qianyi', password: FRESH });
  const sameAgain = await fourth.post('/api/session/totp', { code: backupCodes[0] });
  assert.deepEqual([byPaper.status, sameAgain.body.refusal?.kind], [200, 'code-wrong']);
});

test('the log-in library asks for nothing beyond the frozen migration', async (t) => {
  const { app, context } = await aHouse(t);
  const options = (await context.library.options()) as Parameters<typeof getMigrations>[0];
  const database = {
    db: new Kysely({ dialect: new PostgresDialect({ pool: app.ownerPool }) }),
    type: 'postgres' as const,
    schemaName: 'auth',
  };

  const wanted = await getMigrations({ ...options, database });

  assert.deepEqual([wanted.toBeCreated, wanted.toBeAdded, wanted.toBeAddedIndexes, wanted.schemaProblems], [[], [], [], []]);
});

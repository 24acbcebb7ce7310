import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { webOf } from '#/compose.ts';
import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import { organisationModule } from '#/organisation/module.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { createAccount, setKnownPassword } from '../accounts.ts';
import { CSRF_HEADER } from '../csrf.ts';
import { makeSessionContext, makeSessionLayer } from '../layer.ts';
import type { Me } from '../rules.ts';
import { codeOf } from '../test-code.ts';
import { keep, readKept } from './kept.ts';
import { type OidcSettings, readOidcSettings } from './settings.ts';
import { CLIENT } from './test-client.ts';
import { startTestProvider, type TestProvider } from './test-provider.ts';

const PASSWORD = 'Chunjie-2026-hao';
const ADDRESS = 'http://localhost:3999';

type Answer = { readonly status: number; readonly body: never; readonly location: string };
type Browser = {
  readonly jar: Map<string, string>;
  send(method: 'GET' | 'POST', path: string, input?: object): Promise<Answer>;
  me(): Promise<Me>;
  /** The whole way: our button, the platform's page, and back; returns where the person stands at the end. */
  goThrough(start?: string): Promise<string>;
  /** The same up to the address the platform sends the person back to. */
  comeBack(start?: string): Promise<string>;
};
type House = { readonly app: TestApp; readonly provider: TestProvider; readonly accountId: string; browser(): Browser };

async function aHouse(t: TestContext, change: Partial<OidcSettings> = {}): Promise<House> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '青石区' });
  const provider = await startTestProvider(t, ADDRESS);
  const oidc: OidcSettings = {
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scopes: 'openid profile',
    accountClaim: 'preferred_username',
    mfa: { claim: 'amr', value: 'mfa' },
    refusesAdministrators: false,
    name: null,
    address: ADDRESS,
    ...change,
  };
  const context = makeSessionContext(app.world, organisationModule.posts!, app.permissions, { oidc });
  const web = await webOf(app, { session: makeSessionLayer(context), staffFolder: null, trustProxy: false, logger: 'faults' });
  t.after(() => web.close());
  const accountId = await createAccount(app.ownerPool, app.world.keys, { username: 'qianyi', name: '钱一' });

  const browser = (): Browser => {
    const jar = new Map<string, string>();
    const send: Browser['send'] = async (method, url, payload) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const csrf = method === 'POST' && url !== '/api/session/provider/log-in' ? ((await it.me().catch(() => null))?.csrf ?? '') : '';
      const answer = await web.inject({ method, url, headers: { cookie, [CSRF_HEADER]: csrf }, ...(payload && { payload }) });
      for (const one of answer.cookies) {
        if (one.maxAge === 0) jar.delete(one.name);
        else jar.set(one.name, encodeURIComponent(one.value));
      }
      const isJson = String(answer.headers['content-type']).includes('json');
      return { status: answer.statusCode, body: (isJson ? answer.json() : null) as never, location: String(answer.headers.location ?? '') };
    };
    const it: Browser = {
      jar,
      send,
      me: async () => (await send('GET', '/api/session/me')).body as Me,
      async comeBack(start = '/api/session/provider/log-in') {
        const begun = await send('POST', start, start.endsWith('/link') ? { password: PASSWORD } : {});
        assert.equal(begun.status, 200, JSON.stringify(begun.body));
        return throughPlatform((begun.body as { value: { url: string } }).value.url);
      },
      async goThrough(start) {
        const back = new URL(await it.comeBack(start));
        return (await send('GET', back.pathname + back.search)).location;
      },
    };
    return it;
  };
  return { app, provider, accountId, browser };
}

/** Follows the platform's redirects with its cookies until it sends the person back to us. */
async function throughPlatform(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10 && !url.startsWith(ADDRESS); hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    assert.ok(next !== null, `${url} answered ${answer.status}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  return url;
}

const QIANYI = { sub: 'p-1', username: 'QianYi', amr: ['pwd'] };

test('a person whose account is there logs in through the platform, under the limits of every log-in, and no token of the platform is kept', async (t) => {
  const { app, provider, browser } = await aHouse(t);
  const one = browser();
  provider.next = QIANYI;

  const place = await one.goThrough();
  const me = await one.me();

  assert.deepEqual([place, me.account.username, me.stand], ['/staff/', 'qianyi', 'ready']);
  assert.deepEqual(me.provider, { name: null, isLinked: true });
  const kept = await app.ownerPool.query(
    `select "accessToken", "refreshToken", "idToken", "accountId" from auth.account where "providerId" = 'oidc'`,
  );
  assert.deepEqual(kept.rows, [{ accessToken: null, refreshToken: null, idToken: null, accountId: `${provider.issuer} p-1` }]);
  assert.deepEqual([...one.jar.keys()], ['luoshi.session_token']);
  const list = (await one.send('GET', '/api/session/log-ins')).body as readonly { current: boolean }[];
  assert.deepEqual(
    list.map((it) => it.current),
    [true],
  );
  await app.ownerPool.query(`update auth.session set "updatedAt" = now() - interval '31 minutes'`);
  assert.equal((await one.send('GET', '/api/session/me')).status, 401);
  const trail = await app.ownerPool.query(`select command, result from platform.audit order by at`);
  assert.deepEqual(trail.rows, [{ command: 'session.log-in', result: 'accepted' }]);
});

test('nobody gets an account by coming from the platform', async (t) => {
  const { app, provider, browser } = await aHouse(t);
  provider.next = { sub: 'p-2', username: 'sunliu', amr: ['pwd'] };
  const before = await app.ownerPool.query('select id from auth."user"');

  const place = await browser().goThrough();

  assert.equal(place, '/staff/?log-in=provider-unknown-person');
  assert.deepEqual((await app.ownerPool.query('select id from auth."user"')).rows, before.rows);
  assert.equal((await app.ownerPool.query('select 1 from auth.session')).rowCount, 0);
});

test('a log-in name that passes to another person at the platform does not bring the account with it', async (t) => {
  const { provider, browser } = await aHouse(t);
  provider.next = QIANYI;
  await browser().goThrough();
  provider.next = { sub: 'p-9', username: 'qianyi', amr: ['pwd'] };

  const other = await browser().goThrough();
  provider.next = QIANYI;
  const first = await browser().goThrough();

  assert.deepEqual([other, first], ['/staff/?log-in=provider-other-person', '/staff/']);
});

test('without a claim that names the account, its owner links it once, from inside', async (t) => {
  const { app, provider, browser, accountId } = await aHouse(t, { accountClaim: null });
  provider.next = QIANYI;
  const stranger = await browser().goThrough();
  const inside = browser();
  await setKnownPassword(app.ownerPool, accountId, PASSWORD);
  await inside.send('POST', '/api/session/log-in', { username: 'qianyi', password: PASSWORD });

  const unasked = await inside.send('POST', '/api/session/provider/link', {});
  const wrong = await inside.send('POST', '/api/session/provider/link', { password: `${PASSWORD}!` });
  const linked = await inside.goThrough('/api/session/provider/link');
  const isLinked = (await inside.me()).provider?.isLinked;
  const second = browser();
  const entered = await second.goThrough();
  const left = await second.send('POST', '/api/session/log-out', {});
  await inside.send('POST', '/api/session/provider/unlink', {});
  const after = await browser().goThrough();

  assert.deepEqual(
    [stranger, linked, isLinked, entered, after],
    ['/staff/?log-in=provider-unknown-person', '/staff/?log-in=linked', true, '/staff/', '/staff/?log-in=provider-unknown-person'],
  );
  assert.deepEqual([unasked.status, wrong.status, (wrong.body as { refusal: object }).refusal], [400, 409, { kind: 'password-wrong' }]);
  const { goTo } = (left.body as { value: { goTo: string } }).value;
  assert.match(goTo, /session\/end\?.*post_logout_redirect_uri=.*%2Fstaff%2F/);
  assert.doesNotMatch(goTo, /id_token/);
});

test('what comes back with another state, another issuer, a second time, or to another browser, is no log-in', async (t) => {
  const { app, provider, browser } = await aHouse(t);
  provider.next = QIANYI;
  const stand = async (change: (back: URL) => void, who?: Browser) => {
    const one = browser();
    const back = new URL(await one.comeBack());
    change(back);
    return (await (who ?? one).send('GET', back.pathname + back.search)).location;
  };
  const twice = browser();
  const back = new URL(await twice.comeBack());
  const way = twice.jar.get('luoshi.provider')!;
  await twice.send('GET', back.pathname + back.search);
  twice.jar.set('luoshi.provider', way);

  const places = [
    await stand((url) => url.searchParams.set('state', 'made-up')),
    await stand((url) => url.searchParams.set('iss', 'https://elsewhere.example')),
    await stand((url) => url.searchParams.delete('iss')),
    await stand((url) => url.searchParams.set('code', 'made-up')),
    (await twice.send('GET', back.pathname + back.search)).location,
    await stand(() => {}, browser()),
  ];

  assert.deepEqual(places, [...Array(5).fill('/staff/?log-in=provider-not-trusted'), '/staff/?log-in=provider-took-too-long']);
  assert.equal((await app.ownerPool.query('select 1 from auth.session')).rowCount, 1);
});

test('another nonce or another key of proof makes the answer worthless', async (t) => {
  const { app, provider, browser } = await aHouse(t);
  provider.next = QIANYI;
  const places: string[] = [];
  for (const part of ['nonce', 'verifier'] as const) {
    const one = browser();
    const back = new URL(await one.comeBack());
    const caller = { cookie: `luoshi.provider=${one.jar.get('luoshi.provider')}`, source: '', userAgent: '', secure: false };
    const kept = readKept(app.world.keys, caller.cookie)!;
    const changed = { ...kept, secrets: { ...kept.secrets, [part]: 'x'.repeat(43) } };
    one.jar.set('luoshi.provider', keep(app.world.keys, 'luoshi.provider', changed, caller).split(/[=;]/)[1]!);
    places.push((await one.send('GET', back.pathname + back.search)).location);
  }

  assert.deepEqual(places, Array(2).fill('/staff/?log-in=provider-not-trusted'));
});

test('who cancels at the platform, and who meets no platform, gets a sentence', async (t) => {
  const { browser } = await aHouse(t);
  const nowhere = await aHouse(t, { issuer: 'http://127.0.0.1:9' });

  const cancelled = await browser().goThrough();
  const unreachable = await nowhere.browser().send('POST', '/api/session/provider/log-in', {});

  assert.equal(cancelled, '/staff/?log-in=provider-refused');
  assert.deepEqual([unreachable.status, unreachable.body], [409, { ok: false, refusal: { kind: 'provider-unreachable' } }]);
});

test('the code of the authenticator is asked for once: by the platform where it says so, otherwise by us', async (t) => {
  const { app, provider, browser, accountId } = await aHouse(t);
  await setKnownPassword(app.ownerPool, accountId, PASSWORD);
  const enrolling = browser();
  await enrolling.send('POST', '/api/session/log-in', { username: 'qianyi', password: PASSWORD });
  const enrolled = await enrolling.send('POST', '/api/session/totp/enrol', { password: PASSWORD });
  const { uri } = (enrolled.body as { value: { uri: string } }).value;
  await enrolling.send('POST', '/api/session/totp/confirm', { code: codeOf(uri) });

  provider.next = { ...QIANYI, amr: ['pwd', 'mfa'] };
  const byPlatform = await browser().goThrough();
  provider.next = QIANYI;
  const one = browser();
  const byUs = await one.goThrough();
  const before = (await one.send('GET', '/api/session/me')).status;
  const wrong = await one.send('POST', '/api/session/totp', { code: '000000' });
  const stillOut = (await one.send('GET', '/api/session/me')).status;
  const right = await one.send('POST', '/api/session/totp', { code: codeOf(uri) });
  const inside = (await one.me()).account.username;

  assert.deepEqual([byPlatform, byUs, before, stillOut, right.status, inside], ['/staff/', '/staff/?log-in=code', 401, 401, 200, 'qianyi']);
  assert.deepEqual(wrong.body, { ok: false, refusal: { kind: 'code-wrong' } });
  assert.deepEqual([...one.jar.keys()], ['luoshi.session_token']);
});

test('a locked account stays locked, whoever vouches for it', async (t) => {
  const { app, provider, browser, accountId } = await aHouse(t);
  await app.ownerPool.query('update auth.account_state set locked_at = now() where account_id = $1', [accountId]);
  provider.next = QIANYI;

  assert.equal(await browser().goThrough(), '/staff/?log-in=account-locked');
});

test('administrators stay with password and code where the installation says so', async (t) => {
  const { app, provider, browser } = await aHouse(t, { refusesAdministrators: true });
  await app.mustRun(openSetupAccount, '990001', { username: 'zhouchu', name: '周初' });
  provider.next = { sub: 'p-3', username: 'zhouchu', amr: ['pwd', 'mfa'] };
  const setup = await browser().goThrough();
  provider.next = QIANYI;

  assert.deepEqual([setup, await browser().goThrough()], ['/staff/?log-in=provider-no-administrators', '/staff/']);
  const linked = await app.ownerPool.query(`select 1 from auth.account where "providerId" <> 'credential'`);
  assert.equal(linked.rowCount, 1, 'whoever is turned away is not linked either');
});

test('settings that cannot be right end the start with the name of the variable', () => {
  const good = {
    LUOSHI_OIDC_ISSUER: 'https://id.example.gov.cn',
    LUOSHI_ADDRESS: 'https://luoshi.example.gov.cn',
    LUOSHI_OIDC_CLIENT_ID: 'luoshi',
  };
  const faultOf = (change: Record<string, string>) => {
    const read = readOidcSettings({ ...good, ...change });
    return read !== null && 'variable' in read ? read.variable : 'taken';
  };

  assert.deepEqual(
    [
      faultOf({}),
      faultOf({ LUOSHI_OIDC_ISSUER: 'http://id.example.gov.cn' }),
      faultOf({ LUOSHI_ADDRESS: '' }),
      faultOf({ LUOSHI_ADDRESS: 'https://luoshi.example.gov.cn/path' }),
      faultOf({ LUOSHI_OIDC_CLIENT_ID: '' }),
      faultOf({ LUOSHI_OIDC_SECRET_FILE: '/no/such/file' }),
      faultOf({ LUOSHI_OIDC_MFA: 'mfa' }),
    ],
    [
      'taken',
      'LUOSHI_OIDC_ISSUER',
      'LUOSHI_ADDRESS',
      'LUOSHI_ADDRESS',
      'LUOSHI_OIDC_CLIENT_ID',
      'LUOSHI_OIDC_SECRET_FILE',
      'LUOSHI_OIDC_MFA',
    ],
  );
  assert.equal(readOidcSettings({}), null);
});

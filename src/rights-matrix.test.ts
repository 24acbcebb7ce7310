import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { MODULES } from '#/life.ts';
import { isAllowed } from '#/platform/roles.ts';
import { createAccount, setKnownPassword } from '#/platform/session/accounts.ts';
import type { PostSource } from '#/platform/session/context.ts';
import { makeSessionContext, makeSessionLayer } from '#/platform/session/layer.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { webOf } from './compose.ts';

const [HOME, ELSEWHERE] = ['990001', '990002'];
const PASSWORD = 'Chunjie-2026-hao';
const AT_ONCE = 8;

/** One address of the interface: a command, a read, or one of the two for files. `permission` is null where nobody need be known. */
type Door = { readonly name: string; readonly method: 'GET' | 'POST'; readonly path: string; readonly permission: string | null };

/** A value for each parameter of a read's path: enough to reach the database. */
const SAMPLES: Readonly<Record<string, string>> = { year: '2026', month: '6', digest: 'a'.repeat(64) };

const DOORS: readonly Door[] = [
  ...MODULES.flatMap(({ commands, reads = [] }) => [
    ...commands.map((it): Door => {
      const path = `/${it.name.replace('.', '/')}`;
      return { name: it.name, method: 'POST', path, permission: 'permission' in it ? it.permission : null };
    }),
    ...reads.map((it): Door => {
      const path = it.path.replace(/:(\w+)/g, (_, name: string) => SAMPLES[name] ?? newId());
      return { name: `GET ${it.path}`, method: 'GET', path, permission: it.permission };
    }),
  ]),
  { name: 'POST /files', method: 'POST', path: '/files', permission: 'platform.upload' },
  { name: 'GET /files', method: 'GET', path: `/files/${'a'.repeat(64)}`, permission: 'platform.read-file' },
];

type LoggedIn = { readonly role: Role; readonly cookie: string; readonly csrf: string };
type Place = { readonly app: TestApp; readonly address: string; readonly people: readonly LoggedIn[] };

/** A person for each role, with one post in the home district and none elsewhere, logged in over HTTP with name and password. */
async function aPlace(t: TestContext): Promise<Place> {
  const app = await startTestApp(t);
  const roleOf = new Map<string, Role>();
  for (const [number, role] of ROLES.entries()) {
    const accountId = await createAccount(app.ownerPool, app.world.keys, { username: `person${number}`, name: role });
    await setKnownPassword(app.ownerPool, accountId, PASSWORD);
    roleOf.set(accountId, role);
  }
  const posts: PostSource = {
    districtsOf: async () => [{ district: HOME, name: '青石区', demoToday: null }],
    postsOf: async ({ district }, accountId) =>
      district === HOME
        ? [{ postId: newId(), title: '岗位', unitId: null, unitName: '', roles: [roleOf.get(accountId)!], standsIn: false }]
        : [],
  };
  const context = makeSessionContext(app.world, posts, app.permissions, { totpRoles: [] });
  const web = await webOf(app, { session: makeSessionLayer(context), staffFolder: null, trustProxy: false, logger: 'faults' });
  t.after(() => web.close());
  const address = await web.listen({ port: 0, host: '127.0.0.1' });
  const people = [];
  for (const [number, role] of ROLES.entries()) people.push({ role, ...(await logIn(address, `person${number}`)) });
  return { app, address, people };
}

async function logIn(address: string, username: string): Promise<{ readonly cookie: string; readonly csrf: string }> {
  const body = JSON.stringify({ username, password: PASSWORD });
  const opened = await fetch(`${address}/api/session/log-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
  const me = (await (await fetch(`${address}/api/session/me`, { headers: { cookie } })).json()) as { csrf: string };
  return { cookie, csrf: me.csrf };
}

type Sender = { readonly cookie?: string; readonly csrf?: string };

/** The status, and the code where the answer is no: `403 csrf`. */
async function knock({ address }: Place, { method, name, path }: Door, district: string, { cookie = '', csrf = '' }: Sender) {
  const headers = { cookie, 'x-luoshi-csrf': csrf, ...(method === 'POST' && { 'content-type': 'application/json' }) };
  const body = method === 'POST' ? { body: JSON.stringify({ id: newId(), name, version: 1, input: {} }) } : {};
  const answer = await fetch(`${address}/api/${district}${path}`, { method, headers, ...body });
  const text = await answer.text();
  if (answer.status !== 401 && answer.status !== 403) return answer.status >= 500 ? `${answer.status} ${text}` : 'open';
  return `${answer.status} ${(JSON.parse(text) as { code: string }).code}`;
}

type Case = { readonly door: Door; readonly role: Role | null; readonly way: string; readonly expected: string; readonly found: string };
type Asked = Omit<Case, 'found'> & { readonly district: string; readonly sender: Sender };

function askedOf({ app, people }: Place, isFirstPassword: boolean): readonly Asked[] {
  return DOORS.flatMap((door) => {
    const { permission } = door;
    const expect = (answer: string) => (permission === null ? 'open' : answer);
    const own = (role: Role) => expect(isAllowed(app.permissions, permission!, { roles: [role] }) ? 'open' : '403 not-allowed');
    const ways = ({ role, ...sender }: LoggedIn): readonly Asked[] => {
      if (isFirstPassword) return [{ door, role, way: 'first', expected: expect('403 change-password-first'), district: HOME, sender }];
      const guess = { ...sender, csrf: 'guess' };
      return [
        { door, role, way: 'own', expected: own(role), district: HOME, sender },
        { door, role, way: 'other', expected: expect('403 not-in-district'), district: ELSEWHERE, sender },
        ...(door.method === 'POST' ? [{ door, role, way: 'csrf', expected: expect('403 csrf'), district: HOME, sender: guess }] : []),
      ];
    };
    const nobody: Asked = { door, role: null, way: 'nobody', expected: expect('401 log-in'), district: HOME, sender: {} };
    return [...(isFirstPassword ? [] : [nobody]), ...people.flatMap(ways)];
  });
}

async function ask(place: Place, asked: readonly Asked[]): Promise<readonly Case[]> {
  const found: Case[] = [];
  const waiting = asked.entries();
  const worker = async () => {
    for (const [index, { district, sender, ...rest }] of waiting)
      found[index] = { ...rest, found: await knock(place, rest.door, district, sender) };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

const SHORT: Readonly<Record<string, string>> = { 'system-admin': 'system', 'security-admin': 'security', 'audit-admin': 'audit' };
const AGREED = ['other', 'nobody', 'csrf', 'first'] as const;

/** One line a door: ✓ where the role gets through in its own district, then what everybody gets in the other four ways. */
function tableOf(cases: readonly Case[]): string {
  const heads = [...ROLES.map((role) => SHORT[role] ?? role), 'other district', 'no log-in', 'wrong token', 'first password'];
  const lines = [...Map.groupBy(cases, ({ door }) => door)].map(([door, its]) => {
    const own = ROLES.map((role) => (its.find((it) => it.way === 'own' && it.role === role)!.found === 'open' ? '✓' : '·'));
    const same = AGREED.map((way) => [...new Set(its.filter((it) => it.way === way).map((it) => it.found.split(' ')[0]))].join('/') || '–');
    return [door.name, ...[...own, ...same].map((cell, i) => cell.padEnd(heads[i]!.length))];
  });
  const width = Math.max(...DOORS.map(({ name }) => name.length));
  return [['', ...heads], ...lines].map(([name, ...cells]) => `${name!.padEnd(width)}  ${cells.join('  ')}`.trimEnd()).join('\n');
}

test('every role gets through every door that the table of permissions names, and through no other, in its own district only', async (t) => {
  const place = await aPlace(t);

  const entered = await ask(place, askedOf(place, false));
  await place.app.ownerPool.query('update auth.account_state set must_change_password = true');
  const before = await ask(place, askedOf(place, true));

  const cases = [...entered, ...before];
  process.stdout.write(`\n${tableOf(cases)}\n\n${cases.length} requests, ${DOORS.length} doors, ${ROLES.length} roles\n\n`);
  const wrong = cases.filter((it) => it.found !== it.expected);
  assert.deepEqual(
    wrong.map((it) => `${it.door.name} ${it.way} ${it.role}: ${it.found}, not ${it.expected}`),
    [],
  );
  assert.equal(before.length, DOORS.length * ROLES.length);
});

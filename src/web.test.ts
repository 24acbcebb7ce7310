import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { MODULES } from '#/life.ts';
import { createDistrict } from '#/organisation/door.ts';
import { denyByDefault } from '#/platform/web/app.ts';
import type { SessionLayer } from '#/platform/web/deps.ts';
import { startTestApp } from '#/testing.ts';
import { webOf } from './compose.ts';
import refusals from './refusals.json' with { type: 'json' };

const REFUSALS: Readonly<Record<string, object>> = refusals;

test('the description of the interface names every command and every read, with its permission', async (t) => {
  const app = await startTestApp(t);

  const description = (await app.page('/api/openapi.json')).body as {
    openapi: string;
    paths: Record<string, Record<string, { 'x-permission'?: string }>>;
  };

  assert.equal(description.openapi, '3.1.0');
  const wanted = MODULES.flatMap((module) => [
    ...module.commands.map((it) => [
      `/api/{district}/${it.name.replace('.', '/')}`,
      'post',
      'permission' in it ? it.permission : undefined,
    ]),
    ...(module.reads ?? []).map((it) => [`/api/{district}${it.path.replace(/:(\w+)/g, '{$1}')}`, 'get', it.permission]),
  ]) as [string, string, string | undefined][];
  const missing = wanted.filter(([path, verb, permission]) => description.paths[path]?.[verb]?.['x-permission'] !== permission);
  assert.deepEqual(missing, []);
  assert.equal(Object.keys(description.paths).length, wanted.length);
});

test('the readable description has every command and read with its permission, in both languages, without a script', async (t) => {
  const app = await startTestApp(t);

  for (const language of ['', '/en']) {
    const index = await app.page(`/api/docs${language}`);
    assert.deepEqual([index.status, index.headers['content-type']], [200, 'text/html; charset=utf-8']);
    for (const module of MODULES.filter((it) => it.commands.length + (it.reads ?? []).length > 0)) {
      assert.ok(index.text.includes(`href="/api/docs${language}/${module.name}"`), module.name);
      const { text, headers } = await app.page(`/api/docs${language}/${module.name}`);
      assert.doesNotMatch(text, /<script|<style|https?:\/\//);
      assert.match(String(headers['content-security-policy']), /default-src 'none'/);
      for (const it of module.commands) {
        assert.ok(text.includes(`POST /api/{district}/${it.name.replace('.', '/')}</code>`), it.name);
        if ('permission' in it) assert.ok(text.includes(`<code>${it.permission}</code>`), it.permission);
        const kinds = Object.keys(REFUSALS[it.name] ?? {});
        for (const kind of kinds) assert.ok(text.includes(`<th scope="row"><code>${kind}</code></th>`), `${it.name} ${kind}`);
      }
      for (const it of module.reads ?? [])
        assert.ok(text.includes(`GET /api/{district}${it.path.replace(/:(\w+)/g, '{$1}')}</code>`), it.path);
    }
  }
});

test('every permission that a command or read asks for is granted to somebody by name', () => {
  const granted = new Set(MODULES.flatMap((it) => Object.keys(it.permissions)));
  const asked = MODULES.flatMap((it) =>
    [...it.commands, ...(it.reads ?? [])].flatMap((one) => ('permission' in one ? [one.permission] : [])),
  );

  assert.deepEqual(
    asked.filter((it) => !granted.has(it)),
    [],
  );
});

test('a route that names no permission keeps the server from starting', () => {
  const app = Fastify();
  denyByDefault(app);

  assert.throws(() => app.get('/forgotten', async () => 'open'), /GET \/forgotten names no permission/);
});

test('the program says that it is well, and an unknown address is an answer, not a page of the server', async (t) => {
  const app = await startTestApp(t);

  const well = await app.page('/healthz');
  const unknown = await app.page('/no/such/address');

  assert.deepEqual([well.status, (well.body as { ok: boolean }).ok], [200, true]);
  assert.deepEqual([unknown.status, unknown.body], [404, { code: 'no-such-address', facts: {} }]);
});

test('public pages may run no script and be framed by nobody', async (t) => {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '示例区' });

  const page = await app.page('/');

  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /script-src|unsafe/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
});

test('input that does not fit is told field by field, and nothing is written', async (t) => {
  const app = await startTestApp(t);

  const answer = await app.as('office').run('organisation.set-up-unit', { name: '', kind: 'club', sortOrder: -1 });

  const fields = (answer.body as { facts: { fields: { field: string }[] } }).facts.fields.map((it) => it.field);
  assert.equal(answer.status, 400);
  assert.deepEqual(fields.sort(), ['kind', 'name', 'sortOrder']);
});

test('visitors who ask too often are asked to wait', async (t) => {
  const app = await startTestApp(t);
  const statuses = new Set<number>();
  for (let i = 0; i < 1_205; i++) statuses.add((await app.app.inject({ url: '/api/openapi.json' })).statusCode);

  assert.deepEqual([...statuses], [200, 429]);
});

test('a cookie that nobody gave out makes no visitor a colleague: he waits like the others', async (t) => {
  const app = await startTestApp(t);
  const headers = { cookie: 'luoshi.session_token=made-up.c2lnbmF0dXJl' };

  const { headers: answered } = await app.app.inject({ url: '/api/openapi.json', headers });

  assert.equal(answered['x-ratelimit-limit'], '1200');
});

test('behind a proxy a request comes from the address that the proxy saw, not from one that the sender wrote', async (t) => {
  const app = await startTestApp(t);
  const sources: string[] = [];
  const session: SessionLayer = {
    register() {},
    async findSession(request) {
      sources.push(request.ip);
      return null;
    },
  };
  const proxied = await webOf(app, { session, staffFolder: null, trustProxy: true, logger: 'faults' });

  await proxied.inject({ url: '/api/990001/organisation/units', headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } });

  assert.deepEqual(sources, ['198.51.100.7']);
});

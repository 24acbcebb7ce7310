import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { AnyCommand, Outcome } from '#/platform/command.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import { anonymousRoleOf, migrate, migrationsDigest } from '#/platform/migrate.ts';
import { openPool } from '#/platform/pool.ts';
import type { Actor, Role } from '#/platform/roles.ts';
import { keysOf } from '#/platform/secrets.ts';
import { CSRF_HEADER } from '#/platform/session/csrf.ts';
import { type Reader, reading } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import type { SessionLayer } from '#/platform/web/deps.ts';
import { type Composition, compose, webOf } from './compose.ts';
import { MODULES } from './life.ts';

export type Answer = { readonly status: number; readonly body: never; readonly text: string; readonly headers: Record<string, unknown> };

/** A person in a test: acts through HTTP with the roles given, in one district. */
export type TestPerson = {
  readonly actor: Actor;
  readonly district: string;
  run(name: string, input: unknown, envelope?: { id?: string; base?: Record<string, number> }): Promise<Answer>;
  get(path: string): Promise<Answer>;
  upload(name: string, bytes: Buffer): Promise<Answer>;
};

export type TestApp = Composition & {
  readonly app: FastifyInstance;
  /** Superuser URL of this test's own database: to tamper, or to look behind row-level security. */
  readonly ownerPool: pg.Pool;
  as(roles: Role | readonly Role[], options?: PersonOptions): TestPerson;
  page(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Runs a command as the installation and expects it to be accepted. */
  mustRun(command: AnyCommand, district: string, input: unknown): Promise<never>;
  read<T>(district: string, work: (reader: Reader) => Promise<T>): Promise<T>;
  /** Set when a test tampers on purpose: the journal is then not verified at the end. */
  tampered: boolean;
};

export type TestOptions = { readonly today?: CivilDate };

const HOME = '990001';
const ANONYMOUS = anonymousRoleOf('luoshi_test_app');
export const TEST_KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });

/** A fresh database (cloned from a template), the whole server over it, and no districts yet; the journal is verified when the test ends. */
export async function startTestApp(t: TestContext, { today = '2026-06-18' }: TestOptions = {}): Promise<TestApp> {
  const { url, drop } = await cloneDatabase();
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-data-'));
  const filesFolder = path.join(dataFolder, 'files');
  fs.mkdirSync(filesFolder);
  const pool = openPool(url.app, 6);
  const ownerPool = openPool(url.admin, 2);
  const anonymousPool = openPool(url.anonymous, 4);
  const composition = compose({ pool, anonymousPool, keys: TEST_KEYS, filesFolder, today });
  const people = new Map<string, Known>();
  const app = await webOf(composition, { session: testSessions(people), staffFolder: null, trustProxy: false, logger: 'faults' });
  const it: TestApp = Object.assign(composition, {
    app,
    ownerPool,
    tampered: false,
    as: (roles: Role | readonly Role[], options: PersonOptions = {}) =>
      personOf(app, people, typeof roles === 'string' ? [roles] : roles, options),
    page: async (pageUrl: string, headers: Record<string, string> = {}) => answerOf(await app.inject({ url: pageUrl, headers })),
    mustRun: async (command: AnyCommand, district: string, input: unknown) => {
      const outcome = (await composition.run(command, district, input)) as Outcome;
      assert.ok(outcome.ok, `${command.name}: ${JSON.stringify(outcome)}`);
      return outcome.value as never;
    },
    read: <T>(district: string, work: (reader: Reader) => Promise<T>) => reading(composition.world, district, work),
  });
  t.after(async () => {
    const districts = await ownerPool.query<{ district: string }>('select district from platform.journal_head');
    const verification = it.tampered
      ? null
      : await verifyJournal(
          composition.world,
          districts.rows.map((row) => row.district),
        );
    await app.close();
    await pool.end();
    await anonymousPool.end();
    await ownerPool.end();
    await drop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
    assert.deepEqual(verification?.first ?? null, null, 'the journal explains every row');
  });
  return it;
}

type Known = { readonly actor: Actor; readonly district: string };

function testSessions(people: ReadonlyMap<string, Known>): SessionLayer {
  return {
    register() {},
    async findSession(request, { district }) {
      const person = people.get(request.headers.cookie ?? '');
      if (person === undefined) return null;
      const actor = person.district === district ? person.actor : { ...person.actor, postId: null, unitId: null, roles: [] };
      return { actor, csrfToken: 'test', mustChangePassword: false };
    },
  };
}

type PersonOptions = {
  readonly district?: string;
  readonly unitId?: string | null;
  readonly name?: string;
  /** For somebody who is known in the district; anybody new otherwise. */
  readonly accountId?: string;
};

function personOf(app: FastifyInstance, people: Map<string, Known>, roles: readonly Role[], options: PersonOptions): TestPerson {
  const { district = HOME, unitId = null, name = roles.join('+'), accountId = newId() } = options;
  const actor: Actor = { accountId, name, postId: newId(), postTitle: name, unitId, roles };
  const cookie = `test=${actor.accountId}`;
  people.set(cookie, { actor, district });
  const headers = { cookie, [CSRF_HEADER]: 'test' };
  return {
    actor,
    district,
    async run(command, input, envelope = {}) {
      const payload = { id: newId(), name: command, version: 1, input, ...envelope };
      return answerOf(await app.inject({ method: 'POST', url: `/api/${district}/${command.replace('.', '/')}`, headers, payload }));
    },
    get: async (url) => answerOf(await app.inject({ url: `/api/${district}${url}`, headers })),
    async upload(fileName, bytes) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
      const request = new Request('http://localhost/', { method: 'POST', body: form });
      const payload = Buffer.from(await request.arrayBuffer());
      const type = request.headers.get('content-type')!;
      return answerOf(
        await app.inject({ method: 'POST', url: `/api/${district}/files`, headers: { ...headers, 'content-type': type }, payload }),
      );
    },
  };
}

function answerOf(response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer {
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    body: (isJson ? JSON.parse(response.body) : null) as never,
    text: response.body,
    headers: response.headers,
  };
}

type Server = { readonly adminUrl: string; stop(): Promise<void> };
let server: Promise<Server> | null = null;

/** The run's database server (`LUOSHI_TEST_ADMIN_URL`, started by `npm test`), or one of this file's own. */
export function testServer(): Promise<Server> {
  const given = process.env.LUOSHI_TEST_ADMIN_URL;
  server ??= given
    ? Promise.resolve({ adminUrl: given, stop: async () => {} })
    : startEmbedded({ folder: path.join(os.tmpdir(), `luoshi-test-${process.getuid?.() ?? 0}`), durable: false });
  return server;
}

/** Socket addresses have no host before the path, which `URL` does not read; hence by hand. */
function inDatabase(adminUrl: string, database: string, role?: string): string {
  const [, login, rest] = /^postgres(?:ql)?:\/\/([^@]*)@([^?]*\??.*)$/.exec(adminUrl) as unknown as [string, string, string];
  const who = role === undefined ? login : `${role}:test`;
  return `postgresql://${who}@${rest.replace(/\/[^/?]*(?=\?|$)/, `/${database}`)}`;
}

/** How many databases of this file are in use; the server ends with the last. */
let clones = 0;

/** One database for each caller: a copy of a template that is migrated once for each state of the migrations. */
export async function cloneDatabase(): Promise<{
  url: { app: string; anonymous: string; owner: string; admin: string };
  drop(): Promise<void>;
}> {
  clones += 1;
  const { adminUrl, stop } = await testServer();
  const template = `luoshi_template_${migrationsDigest(MODULES)}`;
  const name = `luoshi_test_${newId().replaceAll('-', '').slice(8)}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock(990001)');
    const present = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (present.rowCount === 0) await makeTemplate(admin, adminUrl, template);
    await admin.query(`create database ${name} template ${template} owner luoshi_test_owner`);
  });
  const url = {
    app: inDatabase(adminUrl, name, 'luoshi_test_app'),
    anonymous: inDatabase(adminUrl, name, ANONYMOUS),
    owner: inDatabase(adminUrl, name, 'luoshi_test_owner'),
    admin: inDatabase(adminUrl, name),
  };
  const drop = async () => {
    await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    clones -= 1;
    if (!process.env.LUOSHI_TEST_ADMIN_URL && clones === 0) {
      server = null;
      await stop();
    }
  };
  return { url, drop };
}

/** The advisory lock ends with the connection. */
async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function makeTemplate(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  for (const role of ['luoshi_test_owner', 'luoshi_test_app', ANONYMOUS]) {
    const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0) await admin.query(`create role ${role} login password 'test'`);
  }
  const draft = `${template}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft} owner luoshi_test_owner`);
  await migrate(inDatabase(adminUrl, draft, 'luoshi_test_owner'), 'luoshi_test_app', MODULES);
  await admin.query(`alter database ${draft} rename to ${template}`);
}

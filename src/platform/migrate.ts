import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { jobStorePlans, prepareJobStore } from './jobs.ts';
import type { Module } from './module.ts';
import { digestOf } from './secrets.ts';

export const platformMigrations = new URL('./migrations/', import.meta.url);

/** Tables of the platform without a district's row-level security, each with its reason. */
export const PLATFORM_EXEMPT: Readonly<Record<string, string>> = {
  'platform.migration': 'which migrations ran; belongs to the installation',
};

/** Where the application role may do less than read, add, change and remove. Trails only grow; accounts are never removed. */
const NARROW_RIGHTS: Readonly<Record<string, string>> = {
  'platform.migration': 'select',
  'platform.journal_entry': 'select, insert',
  'platform.change': 'select, insert',
  'platform.change_batch': 'select, insert',
  'platform.audit': 'select, insert',
  'auth.user': 'select, insert, update',
  'auth.account': 'select, insert, update, delete',
  'auth.account_state': 'select, insert, update',
};

const OWN = `using (district = current_setting('luoshi.district', true)) with check (district = current_setting('luoshi.district', true))`;

/** What row-level security lets through, by table; `*` stands for every table with a district. */
const POLICIES: readonly { readonly name: string; readonly table: string; readonly rule: string }[] = [
  { name: 'own_district', table: '*', rule: OWN },
  // Which chains there are is no secret, and whoever verifies must not miss one.
  { name: 'every_head', table: 'platform.journal_head', rule: 'for select using (true)' },
];

type Step = { readonly name: string; readonly sql: string };

function stepsOf(modules: readonly Module[]): readonly Step[] {
  return modules.flatMap(({ name, migrations }) => {
    const folder = fileURLToPath(migrations);
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((it) => it.endsWith('.sql')) : [];
    return files.sort().map((file) => ({ name: `${name}/${file}`, sql: fs.readFileSync(path.join(folder, file), 'utf8') }));
  });
}

/** The schemas that hold what people entered; the job library keeps its own, which a fresh start makes anew. */
export function schemasOf(modules: readonly Module[]): readonly string[] {
  return [...new Set(['platform', 'auth', ...modules.map((it) => it.name)])];
}

/** Every migration of this program: its name and its digest. */
export function knownMigrations(modules: readonly Module[]): ReadonlyMap<string, string> {
  return new Map(stepsOf(modules).map(({ name, sql }) => [name, digestOf(sql)]));
}

/** A name for the whole set, so that a test database can be reused until a migration changes. */
export function migrationsDigest(modules: readonly Module[]): string {
  const rights = modules.map((it) => [it.narrowRights, it.anonymousRights]);
  return digestOf(JSON.stringify([stepsOf(modules), jobStorePlans(), POLICIES, NARROW_RIGHTS, rights])).slice(0, 16);
}

/**
 * Brings the database up to date as its owner, stage by stage, and renews row-level security and the application role's rights. With `only`
 * it stops at the state that these migrations make (a backup of an earlier version is restored into it).
 */
export async function migrate(
  ownerUrl: string,
  appRole: string,
  modules: readonly Module[],
  only?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(20140214)');
    const ran = await runSteps(
      client,
      stepsOf(modules).filter((it) => only === undefined || only.has(it.name)),
    );
    await secure(client, appRole, modules);
    await prepareJobStore(client, pg.escapeIdentifier(appRole));
    return ran;
  } finally {
    await client.end();
  }
}

async function runSteps(client: pg.Client, steps: readonly Step[]): Promise<readonly string[]> {
  await client.query('create schema if not exists platform');
  await client.query(
    'create table if not exists platform.migration (name text primary key, digest text not null, ran_at timestamptz not null default now())',
  );
  const done = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration');
  const known = new Map(done.rows.map((it) => [it.name, it.digest]));
  const ran: string[] = [];
  for (const { name, sql } of steps) {
    const digest = digestOf(sql);
    const before = known.get(name);
    if (before !== undefined && before !== digest) throw new Error(`migration ${name} was changed after it ran; add a new one instead`);
    if (before !== undefined) continue;
    await client.query('begin');
    await client.query(sql).catch((fault: Error) => {
      throw new Error(`migration ${name}: ${fault.message}`, { cause: fault });
    });
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
    ran.push(name);
  }
  return ran;
}

/** Every table with a district gets forced row-level security; the application role gets rows, never tables; trails only grow. */
async function secure(client: pg.Client, appRole: string, modules: readonly Module[]): Promise<void> {
  const exempt = new Set(Object.keys(PLATFORM_EXEMPT).concat(modules.flatMap((it) => Object.keys(it.exemptTables ?? {}))));
  const role = pg.escapeIdentifier(appRole);
  const narrow = Object.assign({}, NARROW_RIGHTS, ...modules.map((it) => it.narrowRights ?? {})) as Record<string, string>;
  const schemas = schemasOf(modules);
  const tables = await client.query<{ schema: string; name: string; hasDistrict: boolean; isForced: boolean; policies: string[] }>(
    `select n.nspname as schema, c.relname as name,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district') as "hasDistrict",
            c.relrowsecurity and c.relforcerowsecurity as "isForced",
            array(select p.polname::text from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname = any($1)`,
    [schemas],
  );
  for (const schema of schemas) await client.query(`grant usage on schema ${pg.escapeIdentifier(schema)} to ${role}`).catch(() => {});
  for (const { schema, name, hasDistrict, isForced, policies } of tables.rows) {
    const full = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    const rights = narrow[`${schema}.${name}`] ?? 'select, insert, update, delete';
    // In one message, which is one transaction: a server that runs meanwhile is never without its rights.
    await client.query(`revoke all on ${full} from ${role}; grant ${rights} on ${full} to ${role}`);
    if (!hasDistrict || exempt.has(`${schema}.${name}`)) continue;
    if (!isForced) await client.query(`alter table ${full} enable row level security; alter table ${full} force row level security`);
    const missing = POLICIES.filter((it) => (it.table === '*' || it.table === `${schema}.${name}`) && !policies.includes(it.name));
    for (const it of missing) await client.query(`create policy ${it.name} on ${full} ${it.rule}`);
  }
  const there = new Set(tables.rows.map((it) => `${it.schema}.${it.name}`));
  await secureAnonymous(client, anonymousRoleOf(appRole), modules, there);
}

/** The role for commands without a person stands beside the application's, under its name. */
export function anonymousRoleOf(appRole: string): string {
  return `${appRole}_anonymous`;
}

/** It gets what the stages name, table by table, and nothing else; an installation without the role holds no electronic ballot. */
async function secureAnonymous(client: pg.Client, name: string, modules: readonly Module[], there: ReadonlySet<string>): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 0) return;
  const role = pg.escapeIdentifier(name);
  const full = (table: string) => table.split('.').map(pg.escapeIdentifier).join('.');
  const wanted = Object.entries(Object.assign({}, ...modules.map((it) => it.anonymousRights ?? {})) as Record<string, string>);
  const before = await client.query<{ table: string }>(
    `select distinct table_schema || '.' || table_name as "table" from information_schema.role_table_grants where grantee = $1`,
    [name],
  );
  for (const { table } of before.rows) await client.query(`revoke all on ${full(table)} from ${role}`);
  for (const [table, rights] of wanted.filter(([it]) => there.has(it))) {
    await client.query(
      `grant usage on schema ${pg.escapeIdentifier(table.split('.')[0]!)} to ${role}; grant ${rights} on ${full(table)} to ${role}`,
    );
  }
}

export type RoleFault = {
  readonly role: string;
  readonly why: 'superuser' | 'bypasses-rls' | 'owns-tables' | 'old-server' | 'other-name' | 'reads-more';
  readonly detail: string;
};

/** Refuses an application role that row-level security would not bind, and servers before PostgreSQL 15. */
export async function checkApplicationRole(appUrl: string, ownerUrl: string): Promise<RoleFault | null> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const found = await client.query<{ role: string; super: boolean; bypass: boolean; version: number; owns: boolean }>(
      `select current_user as role, r.rolsuper as super, r.rolbypassrls as bypass, current_setting('server_version_num')::int as version,
              pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member')
                or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind in ('r', 'p') and n.nspname = 'platform' and pg_has_role(current_user, c.relowner, 'member')) as owns
         from pg_roles r where r.rolname = current_user`,
    );
    const { role, version, ...is } = found.rows[0]!;
    if (version < 150_000) return { role, why: 'old-server', detail: String(version) };
    if (is.super) return { role, why: 'superuser', detail: role };
    if (is.bypass) return { role, why: 'bypasses-rls', detail: role };
    if (is.owns || loginOf(appUrl) === loginOf(ownerUrl)) return { role, why: 'owns-tables', detail: role };
    return null;
  } finally {
    await client.end();
  }
}

/** Refuses a role for commands without a person that could see more than the stages name: the secrecy of the ballot rests on it. */
export async function checkAnonymousRole(url: string, appUrl: string, modules: readonly Module[]): Promise<RoleFault | null> {
  const role = loginOf(url);
  if (role !== anonymousRoleOf(loginOf(appUrl))) return { role, why: 'other-name', detail: anonymousRoleOf(loginOf(appUrl)) };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ super: boolean; bypass: boolean; tables: string[] }>(
      `select rolsuper as super, rolbypassrls as bypass,
              array(select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any($1)
                       and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select, insert, update, delete')) as tables
         from pg_roles where rolname = current_user`,
      [schemasOf(modules)],
    );
    const { tables, ...is } = found.rows[0]!;
    if (is.super) return { role, why: 'superuser', detail: role };
    if (is.bypass) return { role, why: 'bypasses-rls', detail: role };
    const named = new Set(modules.flatMap((it) => Object.keys(it.anonymousRights ?? {})));
    const more = tables.filter((it) => !named.has(it));
    return more.length === 0 ? null : { role, why: 'reads-more', detail: more.join(', ') };
  } finally {
    await client.end();
  }
}

/** The role of a connection URL; those over a socket have no host, which `URL` does not read. */
export function loginOf(url: string): string {
  return decodeURIComponent(/^postgres(?:ql)?:\/\/([^:@/]*)/.exec(url)?.[1] ?? '');
}

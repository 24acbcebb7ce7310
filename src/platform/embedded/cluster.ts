import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Files, Secrets } from './files.ts';
import { commandOf, giveTo, nameForServer, type Runner, runnerForMaking } from './identity.ts';

/**
 * Makes the cluster with its roles and its database in a folder of another name and renames it at the end: an interrupted making is
 * started afresh and a finished one needs no check. Each attempt has a name of its own, because the programs of an interrupted one may
 * still be writing.
 */
export function makeCluster(files: Files, secrets: Secrets, runner: Runner, durable: boolean): void {
  const folder = fs.mkdtempSync(files.making);
  giveTo(runner.identity, folder);
  const maker = runnerForMaking(runner);
  initdb(folder, maker, durable);
  fs.writeFileSync(path.join(folder, 'pg_hba.conf'), WHO_MAY_CONNECT);
  runSingleUser(folder, maker, setUp(secrets));
  fs.renameSync(folder, files.data);
}

const MOST_TRIES = 10;

/** What interrupted makings have left. While an orphan of theirs still works in it, a folder may not go at the first try. */
export function removeAttempts(files: Files): void {
  const attempts = fs.readdirSync(files.home).filter((name) => name.startsWith(path.basename(files.making)));
  for (const folder of attempts.map((name) => path.join(files.home, name))) {
    for (let tries = 0; tries < MOST_TRIES && fs.existsSync(folder); tries++) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
}

/** Code point order and no operating-system locale: the same on every machine. Where people read a list, the query names a collation. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** Everyone by password only; the socket's folder lets nobody else come that far. */
const WHO_MAY_CONNECT = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n';

function initdb(folder: string, runner: Runner, durable: boolean): void {
  const args = ['-D', nameForServer(runner.identity, folder), '-U', 'luoshi_admin', '--auth=reject', '--no-instructions', ...LOCALE];
  const { file, args: all, ids } = commandOf(runner, 'initdb', durable ? args : [...args, '--no-sync']);
  const done = spawnSync(file, all, { ...ids, cwd: folder, env: serverEnvironment(), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? `${done.stderr}${done.stdout}`}`);
}

/** Passwords are base64url, so they need no quoting. */
function setUp({ admin, owner, app }: Secrets): readonly string[] {
  return [
    `alter role luoshi_admin password '${admin}'`,
    `create role luoshi_owner login password '${owner}'`,
    `create role luoshi_app login password '${app}'`,
    'create database luoshi owner luoshi_owner',
    'revoke all on database luoshi, postgres, template1 from public',
    'grant connect on database luoshi to luoshi_app',
  ];
}

function runSingleUser(folder: string, runner: Runner, statements: readonly string[]): void {
  const args = ['--single', '-D', nameForServer(runner.identity, folder), 'postgres'];
  const { file, args: all, ids } = commandOf(runner, 'postgres', args);
  const input = statements.map((statement) => `${statement};\n`).join('');
  const done = spawnSync(file, all, { ...ids, cwd: folder, env: serverEnvironment(), encoding: 'utf8', input });
  const complaint = /^.*(ERROR|FATAL|PANIC):.*$/m.exec(done.stderr ?? '');
  if (done.status !== 0 || complaint) throw new Error(`making the roles failed: ${complaint?.[0] ?? done.error?.message ?? done.stderr}`);
}

/** English messages (the retry reads them), and nothing from the user's own PostgreSQL settings. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

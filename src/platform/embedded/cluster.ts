import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Files, makeSocketFolder, type Secrets } from './files.ts';
import { commandOf, giveTo, nameForServer, type Runner, runnerForInitdb } from './identity.ts';

/**
 * Makes the cluster with its roles and its database in a folder of another name and renames it at the end: an interrupted making is
 * started afresh and a finished one needs no check.
 */
export function makeCluster(files: Files, secrets: Secrets, runner: Runner, durable: boolean): void {
  const folder = files.unfinished;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(runner.identity, folder);
  initdb(folder, secrets.admin, runnerForInitdb(runner), durable);
  runSingleUser(folder, runner, setUp(secrets));
  fs.renameSync(folder, files.data);
}

/** Code point order and no operating-system locale: the same on every machine. Where people read a list, the query names a collation. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

function initdb(folder: string, password: string, runner: Runner, durable: boolean): void {
  const place = makeSocketFolder();
  const passwordFile = path.join(place, 'password');
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(runner.identity, place);
  const name = nameForServer(runner.identity, folder);
  const args = ['-D', name, '-U', 'luoshi_admin', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions', ...LOCALE];
  const { file, args: all, ids } = commandOf(runner, 'initdb', durable ? args : [...args, '--no-sync']);
  const done = spawnSync(file, all, { ...ids, cwd: folder, env: serverEnvironment(), encoding: 'utf8' });
  fs.rmSync(place, { recursive: true, force: true });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? `${done.stderr}${done.stdout}`}`);
}

/** Passwords are base64url, so they need no quoting. */
function setUp({ owner, app }: Secrets): readonly string[] {
  return [
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

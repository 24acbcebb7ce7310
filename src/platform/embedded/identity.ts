import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { copyToSharedPlace, type Native, program } from './native.ts';

/**
 * As whom PostgreSQL runs, which refuses to run as root: as ourselves; as another user; or inside a user namespace, where our own files
 * seem to belong to nobody. The last needs no right to enter anything that we cannot enter ourselves.
 */
export type Identity =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

export type Runner = { readonly native: Native; readonly identity: Identity };

const UNSHARE = ['--user', '--map-user=65534', '--map-group=65534'];

/** Decides once per start, from who we are, who owns the cluster's folder, and whether that user can run the programs. */
export function chooseRunner(native: Native, cluster: string): Runner {
  if (process.getuid?.() !== 0) return { native, identity: { kind: 'self' } };
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return runAs(native, owner.uid, owner.gid) ?? refuse(cluster);
  const { uid, gid } = nobody();
  const namespace: Runner = { native, identity: { kind: 'namespace' } };
  if (owner && namespaceWorks()) return namespace;
  if (runs({ native, identity: { kind: 'user', uid, gid } })) return { native, identity: { kind: 'user', uid, gid } };
  if (namespaceWorks()) return namespace;
  return runAs(native, uid, gid) ?? refuse(cluster);
}

/** Making a cluster, unlike serving it, insists on a name for the user; a container may run us under a number that has none. */
export function runnerForMaking(runner: Runner): Runner {
  if (runner.identity.kind !== 'self' || process.platform !== 'linux') return runner;
  if (passwd().some(({ uid }) => uid === process.getuid?.())) return runner;
  return namespaceWorks() ? { ...runner, identity: { kind: 'namespace' } } : runner;
}

/** The command line and spawn options that run one of PostgreSQL's programs in the cluster's folder. */
export function commandOf({ native, identity }: Runner, name: 'initdb' | 'postgres', args: readonly string[]) {
  const file = program(native, name);
  if (identity.kind === 'namespace') return { file: 'unshare', args: [...UNSHARE, file, ...args], ids: {} };
  const ids = identity.kind === 'user' ? { uid: identity.uid, gid: identity.gid } : {};
  return { file, args: [...args], ids };
}

/** Hands files to the user that serves them. */
export function giveTo(identity: Identity, target: string): void {
  if (process.getuid?.() !== 0 || identity.kind === 'self') return;
  const { uid, gid } = identity.kind === 'user' ? identity : { uid: 0, gid: 0 };
  if (fs.lstatSync(target).uid === uid) return;
  if (fs.lstatSync(target).isDirectory()) for (const name of fs.readdirSync(target)) giveTo(identity, path.join(target, name));
  fs.lchownSync(target, uid, gid);
}

/**
 * The folder's name for the server. Another user may be unable to walk down to it, but a process that was started inside it needs no walk:
 * on Linux its working directory has a name of its own.
 */
export function nameForServer(identity: Identity, folder: string): string {
  return identity.kind === 'user' && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

function runAs(native: Native, uid: number, gid: number): Runner | null {
  const identity: Identity = { kind: 'user', uid, gid };
  if (runs({ native, identity })) return { native, identity };
  const copy = copyToSharedPlace(native, (candidate) => runs({ native: candidate, identity }));
  return copy && { native: copy, identity };
}

function runs(runner: Runner): boolean {
  const { file, args, ids } = commandOf(runner, 'postgres', ['--version']);
  return spawnSync(file, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

function namespaceWorks(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' }).status === 0;
}

function nobody(): { uid: number; gid: number } {
  return passwd().find(({ name }) => name === 'nobody') ?? { uid: 65534, gid: 65534 };
}

function passwd(): { name: string; uid: number; gid: number }[] {
  const lines = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  return lines.map((line) => line.split(':')).map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function refuse(cluster: string): never {
  throw new Error(
    `PostgreSQL does not run as root, and no other user can be given ${cluster}. Run as an ordinary user, or set DATABASE_URL.`,
  );
}

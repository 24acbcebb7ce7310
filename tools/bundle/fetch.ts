import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locked } from './packages.ts';

/** The folder of a package: where it is installed here, or unpacked from the registry's archive after its digest was compared with the lockfile's. */
export function folderOf(root: string, place: string, locked: Locked, cache: string): string {
  const installed = path.join(root, place);
  if (isVersion(installed, locked.version)) return installed;
  return fetchPackage(place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), locked, cache);
}

function isVersion(folder: string, version: string): boolean {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) && (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version === version;
}

function fetchPackage(name: string, { version, integrity }: Locked, cache: string): string {
  const folder = path.join(cache, `${name.replace('/', '+')}@${version}`);
  if (isVersion(folder, version)) return folder;
  if (integrity === undefined) throw new Error(`the lockfile has no digest for ${name}@${version}`);
  process.stderr.write(`  取回 ${name}@${version} · fetching\n`);
  const half = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-bundle-'));
  try {
    run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', half], half);
    const archive = path.join(half, fs.readdirSync(half).find((file) => file.endsWith('.tgz'))!);
    checkDigest(archive, integrity, name);
    fs.mkdirSync(path.join(half, 'out'));
    run('tar', ['-xzf', archive, '-C', path.join(half, 'out'), '--strip-components=1'], half);
    fs.mkdirSync(cache, { recursive: true });
    fs.cpSync(path.join(half, 'out'), folder, { recursive: true, verbatimSymlinks: true });
  } finally {
    fs.rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

function checkDigest(archive: string, integrity: string, name: string): void {
  const [method = '', wanted] = integrity.split(/-(.*)/s);
  const found = createHash(method).update(fs.readFileSync(archive)).digest('base64');
  if (found !== wanted) throw new Error(`${name}: what the registry sent is not what the lockfile names`);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stderr}`);
}

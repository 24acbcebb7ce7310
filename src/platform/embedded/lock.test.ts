import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { takeLock } from './lock.ts';

const LOCK = path.join(import.meta.dirname, 'lock.ts');

/** What another process is told that asks for the same lock. */
function askElsewhere(file: string): string {
  const script = `import { takeLock } from ${JSON.stringify(LOCK)}; process.stdout.write('heldBy' in takeLock(${JSON.stringify(file)}) ? 'held' : 'free');`;
  return spawnSync(process.execPath, ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script], { encoding: 'utf8' })
    .stdout;
}

test('a lock stays with its process even when nobody keeps what takeLock answered', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-lock-')), 'a.lock');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  assert.ok('release' in takeLock(file));
  for (let i = 0; i < 5; i++) collect();

  assert.equal(askElsewhere(file), 'held');
});

test('a lock that was released is free for another process', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-lock-')), 'a.lock');
  const lock = takeLock(file);

  assert.ok('release' in lock);
  lock.release();

  assert.equal(askElsewhere(file), 'free');
});

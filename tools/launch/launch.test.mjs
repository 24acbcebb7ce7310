import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { isInstalled, writeStamp } from './installed.mjs';
import { inTurn } from './turn.mjs';

const PLATFORM = { os: [process.platform], cpu: [process.arch], optional: true };
const LOCK = {
  '': { name: 'project' },
  'node_modules/runs': { version: '1.0.0' },
  'node_modules/tests': { version: '1.0.0', dev: true },
  'node_modules/binary-here': { version: '1.0.0', ...PLATFORM },
  'node_modules/binary-elsewhere': { version: '1.0.0', ...PLATFORM, os: ['plan9'] },
};
const RUN = ['node_modules/runs', 'node_modules/binary-here'];
const FULL = [...RUN, 'node_modules/tests'];

test('packages put there by hand count for what they cover', (t) => {
  for (const { present, run, full } of [
    { present: FULL, run: true, full: true },
    { present: RUN, run: true, full: false },
    { present: ['node_modules/runs'], run: false, full: false },
    { present: [], run: false, full: false },
  ]) {
    const folder = project(t, present);
    assert.deepEqual([isInstalled(folder, 'run'), isInstalled(folder, 'full')], [run, full], present.join());
  }
});

test('an installation that npm did not finish does not count', (t) => {
  const folder = project(t, FULL);
  fs.rmSync(path.join(folder, 'node_modules', '.package-lock.json'));
  assert.equal(isInstalled(folder, 'run'), false);
});

test('a changed lockfile makes the installation incomplete, until it is done again', (t) => {
  const folder = project(t, FULL);
  assert.ok(isInstalled(folder, 'full'));
  const changed = { ...LOCK, 'node_modules/runs': { version: '2.0.0' } };
  fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: changed }));
  assert.equal(isInstalled(folder, 'run'), false);
  writeStamp(folder, 'run');
  assert.deepEqual([isInstalled(folder, 'run'), isInstalled(folder, 'full')], [true, false]);
});

test('two launchers install one after the other', async (t) => {
  const lock = path.join(temporaryFolder(t), 'lock');
  /** @type {string[]} */
  const events = [];
  const work = (/** @type {string} */ name) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    events.push(`${name} ends`);
  };
  const wait = () => void events.push('the other waits');
  await Promise.all([inTurn(lock, wait, work('one')), inTurn(lock, wait, work('the other'))]);
  assert.deepEqual(events, ['one begins', 'the other waits', 'one ends', 'the other begins', 'the other ends']);
  assert.equal(fs.existsSync(lock), false);
});

test('a launcher that was killed holds nobody up, not even when another program has inherited its number', async (t) => {
  const lock = path.join(temporaryFolder(t), 'lock');
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'exit');
  for (const holder of [`${gone.pid} 12345`, `${process.pid} 12345`, '']) {
    fs.writeFileSync(lock, holder);
    assert.equal(
      await inTurn(
        lock,
        () => {},
        async () => 'done',
      ),
      'done',
    );
  }
});

/** @param {import('node:test').TestContext} t @param {string[]} present */
function project(t, present) {
  const folder = temporaryFolder(t);
  fs.mkdirSync(path.join(folder, 'node_modules'));
  fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
  const note = Object.fromEntries(present.map((name) => [name, { version: '1.0.0' }]));
  fs.writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: note }));
  return folder;
}

/** @param {import('node:test').TestContext} t */
function temporaryFolder(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'launch-test-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

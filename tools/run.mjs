#!/usr/bin/env node
/**
 * The one door to every command: brings what is missing (a newer Node, the packages) and runs the command. Plain JavaScript without any
 * dependency, for any Node from 18 on; everything behind it may rely on a recent Node and on the packages.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInOurPlace } from './launch/child.mjs';
import { isInstalled, writeStamp } from './launch/installed.mjs';
import { isHostNew, privateNode } from './launch/node.mjs';
import { npmCi } from './launch/npm.mjs';
import { inTurn } from './launch/turn.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const RUNTIME = path.join(ROOT, 'tools', 'runtime');

/** @typedef {{ needs: 'run' | 'full', args: string[], flags?: string[], isTest?: boolean, isLong?: boolean }} Verb */
/** @type {Readonly<Record<string, Verb>>} */
const VERBS = {
  start: { needs: 'run', args: ['src/main.ts', 'start'], isLong: true },
  luoshi: { needs: 'run', args: ['src/main.ts'] },
  dev: { needs: 'full', args: ['src/main.ts', 'start'], flags: [`--watch-path=${path.join(ROOT, 'src')}`] },
  test: { needs: 'full', args: ['tools/test.ts'], isTest: true },
  check: { needs: 'full', args: ['tools/test.ts', '--checks'], isTest: true },
  bench: { needs: 'full', args: ['bench/run.ts'] },
  bundle: { needs: 'run', args: ['tools/bundle.ts'] },
};

/** What the C library took for a moment goes back to the system: less ready for many threads, large pieces at once (mallopt(3)). */
const GIVES_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(64 * 1024) };

try {
  const [name = '', ...rest] = process.argv.slice(2);
  const verb = VERBS[name];
  if (!verb) throw new Error(`usage: node tools/run.mjs ${Object.keys(VERBS).join(' | ')}`);
  if (Number(process.versions.node.split('.')[0]) < 18)
    throw new Error(`Node ${process.version} is too old even to fetch a newer one; 18 is enough`);
  await bringMissing(verb.needs);
  const node = isHostNew() ? process.execPath : privateNode(RUNTIME);
  const args = ['--disable-warning=ExperimentalWarning', ...(verb.flags ?? []), ...inRoot(verb.args), ...rest];
  process.exitCode = await runInOurPlace(node, args, whereCalled(name), environment(node, verb));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {'run' | 'full'} needs */
async function bringMissing(needs) {
  if (missing(needs).length === 0) return;
  const onWait = () => console.error('另一个进程正在安装，请稍候 · waiting for another installation to finish');
  await inTurn(path.join(ROOT, '.install.lock'), onWait, async () => {
    const wanted = missing(needs);
    if (wanted.length === 0) return;
    await npmCi(wanted, `安装${needs === 'run' ? '运行' : '运行和测试'}所需的软件包 · installing packages`);
    for (const { folder, kind } of wanted) writeStamp(folder, kind);
  });
}

/** The packages, and a newer Node where the host's is too old. @param {'run' | 'full'} needs */
function missing(needs) {
  /** @type {{ folder: string, kind: 'run' | 'full' }[]} */
  const wanted = [{ folder: ROOT, kind: needs }];
  if (!isHostNew()) wanted.unshift({ folder: RUNTIME, kind: 'full' });
  return wanted.filter(({ folder, kind }) => !isInstalled(folder, kind));
}

/** @param {string[]} args */
function inRoot([script = '', ...rest]) {
  const file = path.join(ROOT, script);
  if (!fs.existsSync(file)) throw new Error(`${script} is missing from this checkout`);
  return [file, ...rest];
}

/** npm changes into the project; file names on a command line are meant from where the person stood. @param {string} name */
function whereCalled(name) {
  if (name !== 'luoshi') return ROOT;
  return process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** Node keeps what it compiled, so that a command begins sooner by half a second. What runs for months does without: it would hold those twenty megabytes to its end. @param {string} node @param {Verb} verb */
function environment(node, { isTest, isLong }) {
  const cache = isLong ? {} : { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'node') };
  const places = [path.dirname(node), path.join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  const env = { ...cache, ...GIVES_BACK, ...process.env, PATH: places.join(path.delimiter) };
  if (isTest) delete env.NODE_ENV;
  return env;
}

/** Runs `npm ci`, with signs of life on standard error only: standard output belongs to whoever called us. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** No script of a package is run (none needs it), and nothing the user has set elsewhere leaves something out. */
const FLAGS = [
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--no-progress',
  '--loglevel=error',
  '--include=optional',
  '--engine-strict=false',
];

/** Several folders at once: one downloads while the other unpacks. @param {{ folder: string, kind: 'run' | 'full' }[]} wanted @param {string} what */
export async function npmCi(wanted, what) {
  const spare = spareCache();
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const pulse = heartbeat(() => `${what} … ${seconds()}`);
  const install = async (/** @type {{ folder: string, kind: 'run' | 'full' }} */ { folder, kind }) => {
    const { code, said } = await npm(
      ['ci', ...FLAGS, kind === 'full' ? '--include=dev' : '--omit=dev', ...(spare ? ['--cache', spare] : [])],
      folder,
    );
    return code === 0 ? [] : [`npm ci failed in ${folder}:\n${said.trim()}`];
  };
  try {
    const faults = (await Promise.all(wanted.map(install))).flat();
    pulse.end(`${what} ${faults.length === 0 ? '✓' : '✗'} ${seconds()}`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    if (spare) fs.rmSync(spare, { recursive: true, force: true });
  }
}

/** @param {string[]} args @param {string} cwd @returns {Promise<{ code: number | null, said: string }>} */
function npm(args, cwd) {
  const [file = 'npm', ...first] = npmCommand();
  const child = spawn(file, [...first, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: file === 'npm' && process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const stop = () => child.kill();
  process.once('exit', stop);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => {
      process.removeListener('exit', stop);
      resolve({ code, said });
    });
  });
}

/** npm with the Node it came with: an old npm on a new Node, or the other way round, may not work. */
function npmCommand() {
  const given = process.env.npm_execpath ?? '';
  if (path.basename(given) === 'npm-cli.js' && fs.existsSync(given)) return [process.execPath, given];
  const bin = path.dirname(fs.realpathSync(process.execPath));
  const near = [
    path.join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = near.find((file) => fs.existsSync(file));
  return found ? [process.execPath, found] : ['npm'];
}

/** A temporary cache where npm's own cannot be written (a read-only or foreign home folder); null where it can. */
function spareCache() {
  let cache = process.env.npm_config_cache;
  try {
    cache ||= path.join(os.homedir(), process.platform === 'win32' ? 'AppData/Local/npm-cache' : '.npm');
    let nearest = cache;
    while (!fs.existsSync(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest);
    fs.accessSync(nearest, fs.constants.W_OK);
    return null;
  } catch {
    console.error(`npm 缓存不可写（${cache ?? '?'}），改用临时目录 · npm's cache cannot be written, using a temporary one`);
    return fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-npm-'));
  }
}

/** On a terminal one line that counts; in a log one line each ten seconds. @param {() => string} text */
function heartbeat(text) {
  const live = process.stderr.isTTY;
  if (!live) console.error(text());
  const timer = setInterval(() => (live ? process.stderr.write(`\r\x1b[K${text()}`) : console.error(text())), live ? 500 : 10_000);
  return {
    /** @param {string} last */
    end(last) {
      clearInterval(timer);
      console.error(live ? `\r\x1b[K${last}` : last);
    },
  };
}

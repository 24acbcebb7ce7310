import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** In this order: the first empties the folder that the second fills beside it. */
const CONFIGS = ['vite.config.ts', 'vite.booth.config.ts'];
const INPUTS = ['src', ...CONFIGS, 'package-lock.json'];
const STAMP = '.built-from';

/** Builds the workspace when what it is made of changed since the last build; returns its folder. */
export async function ensureScreens(root: string, say: (line: string) => void): Promise<string> {
  const folder = path.join(root, 'dist', 'staff');
  // A bundle carries its screens, and nothing to build them with.
  if (!fs.existsSync(path.join(root, 'vite.config.ts'))) return folder;
  const stamp = path.join(folder, STAMP);
  const digest = digestOfInputs(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) return folder;
  say('生成工作台页面 · building the workspace');
  for (const config of CONFIGS) await runVite(root, config);
  fs.writeFileSync(stamp, digest);
  return folder;
}

/** In a process of its own: the builder's memory goes when it is done. */
function runVite(root: string, config: string): Promise<void> {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    let complaint = '';
    const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the workspace could not be built:\n${complaint}`))));
  });
}

/** Names, sizes and times are enough: a checkout or an edit changes them, a second start does not. */
function digestOfInputs(root: string): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const place = path.join(root, input);
    const files = fs.statSync(place).isDirectory() ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const file of files) {
      if (file !== '' && (!/\.(tsx?|css|html|js)$/.test(file) || file.endsWith('.test.ts'))) continue;
      const { size, mtimeMs } = fs.statSync(path.join(place, file));
      hash.update(`${input}/${file}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

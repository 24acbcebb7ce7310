/** Whether a folder's packages are what its lockfile says. Plain JavaScript for any Node from 18 on, like everything in this folder. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * `full` has everything, `run` what the product needs to run. A stamp answers fast; without one, npm's own note of what it installed is
 * compared, so that an installation made by hand counts too. npm empties the folder first and writes its note last: an interrupted
 * installation has neither.
 * @param {string} folder @param {'run' | 'full'} want
 */
export function isInstalled(folder, want) {
  const note = path.join(folder, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(note)) return false;
  const state = stateOf(folder, note);
  const stamp = readStamp(folder);
  if (stamp && stamp.state === state && (stamp.kind === 'full' || stamp.kind === want)) return true;
  const lock = packagesIn(path.join(folder, 'package-lock.json'));
  const present = packagesIn(note);
  const kind = covers(lock, present, 'full') ? 'full' : covers(lock, present, 'run') ? 'run' : null;
  if (kind) writeStamp(folder, kind);
  return kind === 'full' || kind === want;
}

/** @param {string} folder @param {'run' | 'full'} kind */
export function writeStamp(folder, kind) {
  const note = path.join(folder, 'node_modules', '.package-lock.json');
  try {
    fs.writeFileSync(stampOf(folder), JSON.stringify({ kind, state: stateOf(folder, note) }));
  } catch {
    // a checkout that we may only read: the slow comparison does
  }
}

/** @param {string} folder */
const stampOf = (folder) => path.join(folder, 'node_modules', '.luoshi-stamp.json');

/** @param {string} folder @returns {{ kind: string, state: string } | null} */
function readStamp(folder) {
  try {
    return JSON.parse(fs.readFileSync(stampOf(folder), 'utf8'));
  } catch {
    return null;
  }
}

/** Lockfile, platform and the moment of npm's last work in the folder. @param {string} folder @param {string} note */
function stateOf(folder, note) {
  const { mtimeMs, size } = fs.statSync(note);
  const hash = createHash('sha256').update(fs.readFileSync(path.join(folder, 'package-lock.json')));
  return hash.update([process.platform, process.arch, Math.trunc(mtimeMs), size].join(' ')).digest('hex');
}

/** @param {string} file @returns {Record<string, any>} */
function packagesIn(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/** @param {Record<string, any>} lock @param {Record<string, any>} present @param {'run' | 'full'} want */
function covers(lock, present, want) {
  return Object.entries(lock).every(([name, it]) => {
    if (name === '' || it.link || (want === 'run' && it.dev)) return true;
    if (it.optional || it.devOptional) if (!isForThisMachine(it)) return true;
    return present[name]?.version === it.version;
  });
}

/** An optional package counts when it names a platform and it is this one. @param {{ os?: string | string[], cpu?: string | string[], libc?: string | string[] }} it */
function isForThisMachine(it) {
  if (!it.os || !it.cpu) return false;
  return allows(it.os, process.platform) && allows(it.cpu, process.arch) && (!it.libc || allows(it.libc, libc()));
}

/** @param {string | string[]} list @param {string} value */
function allows(list, value) {
  const names = [list].flat();
  return names.includes(value) || (names.every((name) => name.startsWith('!')) && !names.includes(`!${value}`));
}

function libc() {
  const report = /** @type {any} */ (process.report?.getReport());
  return report?.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}

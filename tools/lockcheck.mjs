/**
 * A lockfile made where the registry lacked the packages of other platforms silently loses them, and breaks for whoever works on such a
 * machine. Lists every optional dependency that the lockfile does not hold, and every address of a registry in it.
 */
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const faults = ['package-lock.json', 'tools/runtime/package-lock.json'].flatMap((file) => faultsOf(file));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @param {string} file @returns {string[]} */
function faultsOf(file) {
  /** @type {Record<string, { optionalDependencies?: Record<string, string>, resolved?: string }>} */
  const packages = JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages;
  return Object.entries(packages).flatMap(([place, it]) => [
    ...Object.keys(it.optionalDependencies ?? {})
      .filter((name) => !isFound(packages, place, name))
      .map((name) => `${file}: ${place || 'the project'} wants ${name}, which is missing`),
    ...(it.resolved?.startsWith('http') ? [`${file}: ${place} names a registry`] : []),
  ]);
}

/** As Node looks packages up: beside the package, then one level up, to the root. @param {object} packages @param {string} place @param {string} name */
function isFound(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (`${from ? `${from}/` : ''}node_modules/${name}` in packages) return true;
    if (from === '') return false;
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { type Lock, packagesFor, readLock, rootsOf } from './packages.ts';
import { isWindows, type Platform } from './platforms.ts';
import { type Bundle, filesIn } from './write.ts';

/** What is wrong with a bundle; nothing, or it is not given to anybody. Looks at the folder, not at how it was made. */
export function faultsOf({ folder }: Bundle, platform: Platform, root: string): readonly string[] {
  const files = new Set(filesIn(folder));
  const lock = readLock(root);
  const product = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies: object };
  const present = packagesIn(files);
  const wanted = packagesFor(lock, [...rootsOf(root, Object.keys(product.dependencies)), platform.database], platform);
  const missing = wanted.filter(({ place }) => !present.has(place)).map(({ place }) => `${place} is missing`);
  const surplus = [...present].flatMap((place) => whySurplus(lock, place, platform));
  const needed = ['app/src/main.ts', 'app/dist/staff/index.html', 'README.txt', 'LICENSE', 'packages.json', 'manifest.sha256'];
  needed.push(isWindows(platform) ? 'luoshi.cmd' : 'luoshi', isWindows(platform) ? 'runtime/node.exe' : 'runtime/node');
  const gaps = needed.filter((file) => !files.has(file)).map((file) => `${file} is missing`);
  return [...missing, ...surplus, ...gaps, ...brokenImports(folder, files), ...wrongMachine(folder, platform)];
}

function packagesIn(files: ReadonlySet<string>): Set<string> {
  return new Set([...files].flatMap((file) => /^app\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []));
}

function whySurplus(lock: Lock, place: string, platform: Platform): readonly string[] {
  const locked = lock[place];
  if (locked === undefined) return place.includes('/dist/') ? [] : [`${place} is not in the lockfile`];
  if (locked.dev) return [`${place} is only for tests`];
  return locked.os && !locked.os.includes(platform.os) ? [`${place} is for another system`] : [];
}

const IMPORT = /(?:from|import|import\()\s*'((?:\.|#\/)[^']*)'/g;

/** Every file that one of the product's files names is there: nothing that runs needs what was left out. */
function brokenImports(folder: string, files: ReadonlySet<string>): readonly string[] {
  const sources = [...files].filter(
    (file) => /^app\/(src|seed)\/.*\.ts$/.test(file) && !/\/screens\/|\/src\/ui\/|\/shells\/staff\//.test(file),
  );
  return sources.flatMap((file) =>
    [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(IMPORT)].flatMap(([, name]) => {
      const target = name!.startsWith('#/') ? `app/src/${name!.slice(2)}` : path.posix.join(path.posix.dirname(file), name!);
      return files.has(target) ? [] : [`${file} imports ${name}, which is not there`];
    }),
  );
}

/** First bytes and the field for the processor, of ELF (e_machine) and of PE (Machine). */
function wrongMachine(folder: string, platform: Platform): readonly string[] {
  const node = fs.openSync(path.join(folder, 'runtime', isWindows(platform) ? 'node.exe' : 'node'), 'r');
  const head = Buffer.alloc(4096);
  fs.readSync(node, head);
  fs.closeSync(node);
  const machine = isWindows(platform) ? head.readUInt16LE(head.readUInt32LE(60) + 4) : head.readUInt16LE(18);
  const wanted = isWindows(platform) ? 0x8664 : platform.cpu === 'arm64' ? 183 : 62;
  return machine === wanted ? [] : [`runtime/node is for another processor (${machine})`];
}

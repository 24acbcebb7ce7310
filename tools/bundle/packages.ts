import fs from 'node:fs';
import path from 'node:path';
import type { Platform } from './platforms.ts';

type Names = Readonly<Record<string, string>>;

/** A package as the lockfile has it. */
export type Locked = {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};
export type Lock = Readonly<Record<string, Locked>>;

/** A package in the bundle: the place it has in `node_modules`, which is its place in the lockfile too. */
export type Package = { readonly place: string; readonly name: string } & Locked;

export function readLock(folder: string): Lock {
  return (JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages;
}

/** Everything that the named packages need on a machine, and nothing else: no package of the tests, of the build, or of another machine. */
export function packagesFor(lock: Lock, roots: readonly string[], platform: Platform): readonly Package[] {
  const found = new Map<string, Package>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const place = placeOf(lock, name, from);
    const locked = place === null ? undefined : lock[place];
    if (place === null || locked === undefined || !fits(locked, platform)) {
      if (isOptional) return;
      throw new Error(`${name}, which ${from || 'the product'} needs, is not in the lockfile for ${platform.name}`);
    }
    if (found.has(place)) return;
    if (locked.dev) throw new Error(`${name}, which ${from || 'the product'} needs, is a package of the tests only`);
    found.set(place, { place, name, ...locked });
    for (const it of Object.keys(locked.dependencies ?? {})) add(it, place, locked.optionalDependencies?.[it] !== undefined);
    for (const it of Object.keys(locked.optionalDependencies ?? {})) add(it, place, true);
    for (const it of Object.keys(locked.peerDependencies ?? {})) if (!locked.peerDependenciesMeta?.[it]?.optional) add(it, place, false);
  };
  for (const name of roots) add(name, '', false);
  return [...found.values()].filter(({ name }) => !TYPES_ONLY.test(name)).sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Descriptions for the compiler that some packages ask for at run time by mistake. */
const TYPES_ONLY = /^(@types\/|undici-types$)/;

/** Where Node finds a package from another one: in the nearest `node_modules` on the way up. */
function placeOf(lock: Lock, name: string, from: string): string | null {
  const steps = from.split(/(?=\/node_modules\/)/);
  for (let length = steps.length; length >= 0; length -= 1) {
    const place = [...steps.slice(0, length), 'node_modules', name].join('/').replaceAll('//', '/').replace(/^\//, '');
    if (lock[place] !== undefined) return place;
  }
  return null;
}

/** A package that names no processor but is compiled to WebAssembly stands in where there is none of the machine's own. */
function fits({ os, cpu, libc }: Locked, platform: Platform): boolean {
  const allows = (list: readonly string[] | undefined, value: string | null) =>
    list === undefined || value === null || list.includes(value) || (list.every((it) => it.startsWith('!')) && !list.includes(`!${value}`));
  return allows(os, platform.os) && allows(cpu, platform.cpu) && allows(libc, platform.libc);
}

const OF_THE_SERVER = /^(src|seed)\/.*\.ts$/;
const ELSEWHERE = /(^src\/ui\/|\/screens\/|^src\/shells\/staff\/|\.test\.ts$|\/test-[^/]+$|^src\/testing\.ts$)/;
const IMPORT = /(?:from|import)\s*\(?\s*'([^'.#][^']*)'/g;

/** The direct dependencies that the server imports: what only the built screens are made of, and what builds them, is not among them. */
export function rootsOf(root: string, dependencies: readonly string[]): readonly string[] {
  const files = fs.globSync('{src,seed}/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const imported = new Set<string>();
  for (const file of files.filter((it) => OF_THE_SERVER.test(it) && !ELSEWHERE.test(it)))
    for (const [, name] of fs.readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT))
      imported.add(
        name!
          .split('/')
          .slice(0, name!.startsWith('@') ? 2 : 1)
          .join('/'),
      );
  return dependencies.filter((name) => imported.has(name)).sort();
}

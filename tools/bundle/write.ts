import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { folderOf } from './fetch.ts';
import { type Lock, type Package, packagesFor, readLock, rootsOf } from './packages.ts';
import { isThisMachine, isWindows, type Platform } from './platforms.ts';
import { readme, startScript } from './texts.ts';

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly license: string;
  readonly dependencies: object;
};

export type Bundle = { readonly folder: string; readonly files: number; readonly bytes: number; readonly packages: readonly Package[] };

/** What a bundle is made from. `node` is another Node of this very machine, for a test that must fetch nothing. */
export type Making = {
  readonly root: string;
  readonly out: string;
  readonly cache: string;
  readonly node?: string;
  readonly byLink?: boolean;
};

/** One folder that holds everything that Luoshi needs on a machine. The same sources and lockfile give the same contents, byte for byte. */
export function writeBundle(platform: Platform, making: Making): Bundle {
  const { root, out, cache } = making;
  const product = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const folder = path.join(out, `luoshi-${product.version}-${platform.name}`);
  fs.rmSync(folder, { recursive: true, force: true });
  const app = path.join(folder, 'app');
  fs.mkdirSync(app, { recursive: true });
  const lock = readLock(root);
  const roots = rootsOf(root, Object.keys(product.dependencies));
  const packages = packagesFor(lock, [...roots, platform.database], platform);
  for (const it of packages) copy(folderOf(root, it.place, it, cache), path.join(app, it.place), making.byLink === true);
  restoreLinks(path.join(app, 'node_modules', platform.database));
  copyProduct(root, app, product);
  copyNode(platform, folder, making);
  copyLicences(root, folder, lock, packages);
  for (const { file, content, isProgram } of [startScript(platform), readme(platform, product.version)])
    fs.writeFileSync(path.join(folder, file), content, { mode: isProgram ? 0o755 : 0o644 });
  const listed = packages.map(({ place, version, license }) => ({ place, version, licence: license ?? 'see its folder' }));
  const about = { name: product.name, version: product.version, platform: platform.name, packages: listed };
  fs.writeFileSync(path.join(folder, 'packages.json'), `${JSON.stringify(about, null, 1)}\n`);
  return { folder, packages, ...writeManifest(folder) };
}

/** For compilers and debuggers only. */
const NOT_RUN = /\.(d\.[cm]?ts|map)$/;

/** The files of one package, without those of packages inside it. `byLink`: the same files under a second name, for a test that looks and throws away. */
function copy(from: string, to: string, byLink: boolean): void {
  fs.mkdirSync(to, { recursive: true });
  for (const it of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, it.name), path.join(to, it.name)];
    if (it.isDirectory() && it.name !== 'node_modules') copy(source, target, byLink);
    else if (it.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else if (it.isFile() && !NOT_RUN.test(it.name)) copyFile(source, target, byLink);
  }
}

function copyFile(source: string, target: string, byLink: boolean): void {
  if (byLink) fs.linkSync(source, target);
  else fs.copyFileSync(source, target, fs.constants.COPYFILE_FICLONE);
}

const LEFT_OUT = /(\.test\.tsx?|\.tsx|(^|\/)test-[^/]+|^testing\.ts)$/;

/** The sources that the server runs as they are, the built screens, the demo, and the pages for operators. */
function copyProduct(root: string, app: string, { name, version, type, license }: Manifest): void {
  fs.cpSync(path.join(root, 'src'), path.join(app, 'src'), {
    recursive: true,
    filter: (file) => !LEFT_OUT.test(path.relative(path.join(root, 'src'), file).replaceAll('\\', '/')),
  });
  for (const part of ['seed', 'docs/operators'])
    fs.cpSync(path.join(root, part), path.join(app, part), { recursive: true, filter: (file) => !LEFT_OUT.test(file) });
  fs.cpSync(path.join(root, 'dist', 'staff'), path.join(app, 'dist', 'staff'), {
    recursive: true,
    filter: (file) => !file.endsWith('.built-from'),
  });
  fs.copyFileSync(path.join(root, 'LICENSE'), path.join(app, '..', 'LICENSE'));
  const manifest = { name, version, type, license, private: true, imports: { '#/*': './src/*' } };
  fs.writeFileSync(path.join(app, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function copyNode(platform: Platform, folder: string, { root, cache, node, byLink = false }: Making): void {
  const target = path.join(folder, 'runtime', isWindows(platform) ? 'node.exe' : 'node');
  fs.mkdirSync(path.dirname(target));
  const runtime = path.join(root, 'tools', 'runtime');
  const place = `node_modules/${platform.node.package}`;
  const from =
    node !== undefined && isThisMachine(platform)
      ? node
      : path.join(folderOf(runtime, place, readLock(runtime)[place]!, cache), platform.node.file);
  copyFile(from, target, byLink);
  if (!byLink) fs.chmodSync(target, 0o755);
}

/** Licences of what runs, and of what the built screens are made of. */
function copyLicences(root: string, folder: string, lock: Lock, packages: readonly Package[]): void {
  const target = path.join(folder, 'licences');
  fs.mkdirSync(target);
  const built = Object.entries(lock).filter(([place, it]) => place.startsWith('node_modules/') && !it.dev && !it.os && !it.cpu);
  const places = new Set([...packages.map(({ place }) => place), ...built.map(([place]) => place)]);
  for (const place of [...places].sort()) {
    const home = path.join(root, place);
    const file = fs.existsSync(home) ? fs.readdirSync(home).find((it) => /^(licen[cs]e|copying)/i.test(it)) : undefined;
    const name = place
      .replace(/^node_modules\//, '')
      .replaceAll('/node_modules/', '__')
      .replaceAll('/', '+');
    if (file !== undefined) fs.copyFileSync(path.join(home, file), path.join(target, `${name}.txt`));
  }
}

/** npm's archives carry no links; the database finds its libraries by them. */
function restoreLinks(database: string): void {
  const list = path.join(database, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(database, target);
    if (!fs.lstatSync(link, { throwIfNoEntry: false }))
      fs.symlinkSync(path.relative(path.dirname(link), path.join(database, source)), link);
  }
}

export const MANIFEST = 'manifest.sha256';

/** In the form that `sha256sum -c` reads. */
function writeManifest(folder: string): { readonly files: number; readonly bytes: number } {
  const files = filesIn(folder).filter((file) => file !== MANIFEST);
  let bytes = 0;
  const lines = files.map((file) => {
    const content = fs.readFileSync(path.join(folder, file));
    bytes += fs.lstatSync(path.join(folder, file)).size;
    return `${createHash('sha256').update(content).digest('hex')}  ${file}`;
  });
  fs.writeFileSync(path.join(folder, MANIFEST), `${lines.join('\n')}\n`);
  return { files: files.length, bytes };
}

export function filesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => !it.isDirectory())
    .map((it) => path.relative(folder, path.join(it.parentPath, it.name)).replaceAll('\\', '/'))
    .sort();
}

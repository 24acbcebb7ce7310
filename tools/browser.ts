/**
 * A real Chromium for tests and pictures that needs no system package: on Linux x64 both the browser and a Chinese font come from npm,
 * elsewhere the installed Chrome is used.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');

/** Not the package's own list of flags, which is made for function hosts: one process, no web security. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const folder = await extractBrowser();
  const executablePath = path.join(folder, 'chromium');
  return { executablePath, args: FLAGS, env: environment(folder, executablePath) };
}

export async function withBrowser<Value>(use: (browser: Browser) => Promise<Value>): Promise<Value> {
  const browser = await chromium.launch(await launchOptions());
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Unpacks into a folder of another name first, so that an interrupted unpacking is never taken for a browser. */
async function extractBrowser(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const home = path.join(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(MODULES, '.cache', `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  fs.mkdirSync(half, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  await withTemporaryFolder(half, () =>
    Promise.all(['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(path.join(home, 'bin', name)))),
  );
  fs.writeFileSync(path.join(half, 'fonts.conf'), fontSettings(folder));
  try {
    fs.renameSync(half, folder);
  } catch {
    fs.rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks to the temporary folder whatever its version, and reuses what it finds there. */
async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Only this font: pictures come out the same on every machine. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(MODULES, '@expo-google-fonts', 'noto-sans-sc')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

/** Without a language that knows Chinese letters every downloaded file is called “download”. */
function environment(folder: string, executable: string): Record<string, string> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
  const wanted = { ...inherited, LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  if (!isLibraryMissing(executable)) return wanted;
  return { ...wanted, LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':') };
}

/** Bare systems have no NSS; the package brings one, which newer systems should not be made to use. */
function isLibraryMissing(executable: string): boolean {
  return /not found/.test(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '');
}

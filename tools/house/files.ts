import fs from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..');

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export type HouseFile = { readonly path: string; readonly text: string };

const SKIPPED = new Set(['node_modules', 'dist', 'test-results', 'playwright-report']);

/** Paths of all files below these places whose name ends so; `places` are folders or files, from the root. */
export function listFiles(places: readonly string[], endings: RegExp, root: string = ROOT): readonly string[] {
  return places
    .filter((place) => fs.existsSync(path.join(root, place)))
    .flatMap((place) => (fs.statSync(path.join(root, place)).isDirectory() ? walk(root, place) : [place]))
    .filter((file) => endings.test(file))
    .sort();
}

export function readFiles(places: readonly string[], endings: RegExp, root: string = ROOT): readonly HouseFile[] {
  return listFiles(places, endings, root).map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

function walk(root: string, folder: string): readonly string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((it) => {
    if (it.isDirectory()) return SKIPPED.has(it.name) || it.name.startsWith('.') ? [] : walk(root, `${folder}/${it.name}`);
    return it.isFile() ? [`${folder}/${it.name}`] : [];
  });
}

export const CODE = /\.(ts|tsx|mjs)$/;
export const isTest = (file: string) => /\.test\.tsx?$|(^|\/)(test-[^/]+|fixtures|testing)\.tsx?$|^e2e\//.test(file);

export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Links: what a Markdown file points to exists; the READMEs of both languages have the same sections. */
import fs from 'node:fs';
import path from 'node:path';
import { type HouseFile, ROOT, readFiles } from './house/files.ts';
import { type Finding, report } from './house/report.ts';

const MEND = {
  link: 'Point to a file or heading that is there.',
  number: 'A decision keeps its number for good: give the later one the next that is free.',
  headings: 'README.md and README.zh-CN.md say the same: give both the same headings, in the same order of levels.',
} as const;

const withoutCode = (text: string) =>
  text.replace(/^```[\s\S]*?^```/gm, (it) => it.replace(/[^\n]/g, ' ')).replace(/`[^`\n]*`/g, (it) => ' '.repeat(it.length));

/** Relative links whose target is missing; `exists` answers for paths from the root, `read` gives the text of a Markdown file. */
export function linkFindings(
  { path: file, text }: HouseFile,
  exists: (file: string) => boolean,
  read: (file: string) => string,
): readonly Finding[] {
  return withoutCode(text)
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)|<img[^>]+src="([^"]+)"/g)]
        .map((it) => (it[1] ?? it[2] ?? it[3])!)
        .filter((target) => !/^(https?:|mailto:)/.test(target) && !isThere(file, target, exists, read))
        .map((what) => ({ file, line: i + 1, what, mend: MEND.link })),
    );
}

function isThere(from: string, target: string, exists: (file: string) => boolean, read: (file: string) => string): boolean {
  const [place = '', anchor] = decodeURI(target).split('#');
  const file = place === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), place));
  if (file.startsWith('..') || !exists(file)) return false;
  return anchor === undefined || !file.endsWith('.md') || headingsOf(read(file)).some((it) => slug(it.text) === anchor);
}

type Heading = { readonly level: number; readonly text: string };

function headingsOf(text: string): readonly Heading[] {
  return [...withoutCode(text).matchAll(/^(#{1,6}) .+$/gm)].map((it) => {
    const line = text.slice(it.index, it.index + it[0].length);
    return { level: it[1]!.length, text: line.slice(it[1]!.length + 1) };
  });
}

/** The anchor of a heading, as the common hosts make it. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

export function headingFindings(english: string, chinese: string): readonly Finding[] {
  const [en, zh] = [headingsOf(english), headingsOf(chinese)].map((of) => of.map((it) => '#'.repeat(it.level)).join(' '));
  return en === zh ? [] : [{ file: 'README.zh-CN.md', line: 1, what: `${zh}, in README.md ${en}`, mend: MEND.headings }];
}

/** Decisions that have the number of one before them; `files` are the names in their folder. */
export function numberFindings(files: readonly string[]): readonly Finding[] {
  const numbers = files.map((it) => /^\d{4}(?=-)/.exec(it)?.[0]);
  return files
    .filter((_, i) => numbers[i] !== undefined && numbers.indexOf(numbers[i]) < i)
    .map((it) => ({ file: `docs/decisions/${it}`, line: 1, what: it.slice(0, 4), mend: MEND.number }));
}

if (import.meta.main) {
  const files = readFiles(
    fs.readdirSync(ROOT).filter((it) => !it.startsWith('.') && it !== 'node_modules' && it !== 'dist'),
    /\.md$/,
  );
  const exists = (file: string) => fs.existsSync(path.join(ROOT, file));
  const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
  const readmes = ['README.md', 'README.zh-CN.md'];
  const missing = readmes.filter((it) => !exists(it));
  for (const it of missing) console.log(`${it} is not there yet: headings not compared`);
  const unlike = missing.length === 0 ? headingFindings(read(readmes[0]!), read(readmes[1]!)) : [];
  const twice = numberFindings(fs.readdirSync(path.join(ROOT, 'docs/decisions')).toSorted());
  report('links', [...files.flatMap((it) => linkFindings(it, exists, read)), ...unlike, ...twice], `${files.length} Markdown files`);
}

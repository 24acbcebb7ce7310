/** Each direct dependency has a line of reason in docs/decisions/dependencies.md, and each line a dependency. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './house/files.ts';
import { type Finding, report } from './house/report.ts';

const PAGE = 'docs/decisions/dependencies.md';
const MEND = `Give each direct dependency one line of reason in ${PAGE}, and strike the lines of those that are gone.`;

export function dependencyFindings(page: string, names: readonly string[]): readonly Finding[] {
  const lines = page.split('\n');
  const told = lines.flatMap((text, i) => {
    const [, name, reason] = /^\| `([^`]+)` \| (\S.*?) \|$/.exec(text) ?? [];
    return name === undefined || reason === undefined ? [] : [{ name, line: i + 1 }];
  });
  const untold = names
    .filter((name) => !told.some((it) => it.name === name))
    .map((what) => ({ file: 'package.json', line: 1, what, mend: MEND }));
  const gone = told.filter((it) => !names.includes(it.name)).map(({ name, line }) => ({ file: PAGE, line, what: name, mend: MEND }));
  return [...untold, ...gone];
}

if (import.meta.main) {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  report('dependencies', dependencyFindings(fs.readFileSync(path.join(ROOT, PAGE), 'utf8'), names), `${names.length} direct`);
}

import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './files.ts';
import type { Finding } from './report.ts';

/** Where a rule does not hold on purpose: `file` (or `file:name`) → the reason. */
export type Exceptions = Readonly<Record<string, string>>;

/** An exception without a reason, or for a file that is gone, is a finding of its own: the list is the debt, so it stays true. */
export function staleExceptions(exceptions: Exceptions, source: string, root: string = ROOT): readonly Finding[] {
  return Object.entries(exceptions).flatMap(([key, reason]) => {
    const file = key.split(':')[0]!;
    const what = reason.trim() === '' ? `${key} has no reason` : fs.existsSync(path.join(root, file)) ? null : `${file} is gone`;
    return what === null ? [] : [{ file: source, line: 1, what, mend: 'Keep exceptions true: strike what is gone, give each a reason.' }];
  });
}

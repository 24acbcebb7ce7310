import fs from 'node:fs';
import path from 'node:path';
import { BIN, check, type Part, ROOT } from './part.ts';

const TSC = path.join(BIN, 'typescript7', 'bin', 'tsc');

/** Everything that can be said without running the product. */
export function checks(): readonly Part[] {
  return [
    check('lockfile', ['tools/lockcheck.mjs']),
    ...lawOfImports(),
    check('types of the server', [TSC, '-p', 'tsconfig.json']),
    check('types of the browser', [TSC, '-p', 'tsconfig.browser.json']),
    check('lint and format', [
      path.join(BIN, '@biomejs', 'biome', 'bin', 'biome'),
      'check',
      '--colors=off',
      '--diagnostic-level=error',
      '--max-diagnostics=50',
    ]),
    ...houseChecks(),
  ];
}

function lawOfImports(): readonly Part[] {
  if (fs.existsSync(path.join(ROOT, 'tools', 'law.ts'))) return [check('law of imports', ['tools/law.ts'])];
  const depcruise = path.join(BIN, 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  return [check('law of imports', [depcruise, '--config', '.dependency-cruiser.mjs', 'src'])];
}

/** Each `tools/check-*.ts` says one thing about the repository and ends with 1 where it does not hold. */
function houseChecks(): readonly Part[] {
  const files = fs.globSync('tools/check-*.{ts,mjs}', { cwd: ROOT }).filter((file) => !file.includes('.test.'));
  return files.sort().map((file) =>
    check(
      path
        .basename(file)
        .replace(/\.\w+$/, '')
        .replaceAll('-', ' '),
      [file],
    ),
  );
}

/** The law of imports over the whole repository: `node tools/law.ts`. Every import is read, also those of types alone. */
import fs from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { listFiles, ROOT } from './house/files.ts';
import { type Finding, report } from './house/report.ts';

const PLACES = ['src', 'seed', 'tools', 'bench', 'e2e'];
const READ = /\.(ts|tsx|mjs)$/;

export type Law = {
  readonly findings: readonly (Finding & { readonly rule: string })[];
  readonly moduleCount: number;
  readonly fileCount: number;
};

/** Reads the imports below `root` by the law that lies there. */
export async function readLaw(root: string): Promise<Law> {
  const { default: law } = await import(path.join(root, '.dependency-cruiser.mjs'));
  const { enhancedResolveOptions, tsConfig, ...options } = law.options;
  const places = PLACES.filter((it) => fs.existsSync(path.join(root, it)));
  const config = extractTsConfig(path.join(root, tsConfig.fileName));
  const { output } = await cruise(
    places,
    { ...options, tsConfig, baseDir: root, validate: true, ruleSet: { forbidden: law.forbidden } },
    enhancedResolveOptions,
    { tsConfig: config },
  );
  const { summary, modules } = output as ICruiseResult;
  const files = new Set(listFiles(places, READ, root));
  return {
    findings: summary.violations.map((it) => {
      const target = it.cycle === undefined ? it.to : it.cycle.map((step) => step.name).join(' → ');
      const mend = law.forbidden.find((rule: { name: string }) => rule.name === it.rule.name)?.comment ?? '';
      return {
        rule: it.rule.name,
        file: it.from,
        line: lineOfImport(root, it.from, it.to),
        what: `→ ${target}`,
        mend: `${it.rule.name}: ${mend}`,
      };
    }),
    moduleCount: modules.filter((it) => files.has(it.source)).length,
    fileCount: files.size,
  };
}

/** The line that imports `to`: the last part of its path stands there in quotes. */
function lineOfImport(root: string, from: string, to: string): number {
  const name = path.basename(to);
  const lines = fs.readFileSync(path.join(root, from), 'utf8').split('\n');
  const at = lines.findIndex(
    (line) => /\bfrom\b|\bimport\b/.test(line) && (line.includes(`/${name}'`) || line.includes(`'${to}'`) || line.includes(`:${name}'`)),
  );
  return at + 1;
}

/** A TypeScript that the checker cannot read shows as few modules, and a green tick over them: then nothing was checked. */
export function countFinding({ moduleCount, fileCount }: Law): readonly Finding[] {
  if (moduleCount >= fileCount * 0.98) return [];
  const mend = 'Nothing was checked: dependency-cruiser needs TypeScript 6 installed as `typescript`.';
  return [{ file: '.dependency-cruiser.mjs', line: 1, what: `read ${moduleCount} of ${fileCount} files`, mend }];
}

if (import.meta.main) {
  const law = await readLaw(ROOT);
  report('law of imports', [...countFinding(law), ...law.findings], `${law.moduleCount} modules, ${law.fileCount} files`);
}

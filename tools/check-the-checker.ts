/**
 * Plants one breach of each rule of the law into a copy of the tree and expects the law to name it: a law that cannot fail says nothing.
 * It also expects that as many modules are read as there are files, since dependency-cruiser prints a green tick over no module at all when
 * it meets a TypeScript that it cannot read.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { STAGES } from '../src/stages.ts';
import { listFiles, ROOT } from './house/files.ts';
import { type Finding, report } from './house/report.ts';
import { countFinding, readLaw } from './law.ts';

const [first, second] = STAGES;
const last = STAGES[STAGES.length - 1];

/** For each rule of `.dependency-cruiser.mjs`: a file, and what it imports against the rule. */
const BREACHES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'kernel-alone': ['src/kernel/breach.ts', 'src/platform/leaf.ts'],
  'kernel-pure': ['src/kernel/breach.ts', 'node:fs'],
  'platform-knows-no-stage': ['src/platform/breach.ts', `src/${first}/rules/leaf.ts`],
  ...Object.fromEntries(
    STAGES.slice(0, -1).map((stage, i) => [
      `${stage}-before-later-stages`,
      [`src/${stage}/rules/breach.ts`, `src/${STAGES[i + 1]}/rules/leaf.ts`] as const,
    ]),
  ),
  'stage-below-the-top': [`src/${first}/routes/breach.ts`, 'src/shells/leaf.ts'],
  'earlier-stage-by-rules-words-and-door': [`src/${second}/actions/breach.ts`, `src/${first}/store/leaf.ts`],
  'rules-pure': [`src/${first}/rules/breach.ts`, `src/${first}/store/leaf.ts`],
  'words-pure': [`src/${first}/words/breach.ts`, 'src/platform/leaf.ts'],
  'screens-without-server': [`src/${second}/screens/breach.tsx`, `src/${second}/store/leaf.ts`],
  'ui-kernel-only': ['src/ui/breach.tsx', `src/${first}/words/leaf.ts`],
  'staff-shell-without-server': ['src/shells/staff/breach.tsx', 'src/platform/leaf.ts'],
  'browser-without-node': ['src/ui/breach.tsx', 'node:path'],
  'store-on-rules': [`src/${first}/store/breach.ts`, `src/${first}/words/leaf.ts`],
  'actions-on-store-and-rules': [`src/${first}/actions/breach.ts`, `src/${first}/routes/leaf.ts`],
  'middle-below-actions': [`src/${first}/documents/breach.ts`, `src/${first}/actions/leaf.ts`],
  'outer-rooms-below-module': [`src/${first}/jobs/breach.ts`, `src/${first}/door.ts`],
  'door-without-outer-rooms': [`src/${last}/door.ts`, `src/${last}/pages/leaf.ts`],
  'module-only-in-life': ['src/shells/breach.ts', `src/${first}/module.ts`],
  'shells-through-doors': ['src/shells/cli/breach.ts', `src/${first}/actions/leaf.ts`],
  'public-shell-frames-only': ['src/shells/public/breach.ts', 'src/ui/leaf.ts'],
  'main-on-top': ['src/shells/breach.ts', 'src/main.ts'],
  'life-below-shells': ['src/life.ts', 'src/shells/cli/leaf.ts'],
  'testing-only-in-tests': ['src/shells/breach.ts', 'src/testing.ts'],
  'test-support-only-in-tests': ['src/platform/breach.ts', 'src/platform/test-leaf.ts'],
  'product-without-tools': ['src/platform/breach.ts', 'bench/leaf.ts'],
  'product-without-test-packages': ['src/platform/breach.ts', 'fast-check'],
  'no-circles': ['src/kernel/breach.ts', 'src/kernel/breach-back.ts'],
  'every-import-resolves': ['src/kernel/breach.ts', 'src/kernel/nowhere.ts'],
};
const NOWHERE = 'src/kernel/nowhere.ts';

const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-law-'));
try {
  copyTree(copy);
  for (const [from, to] of Object.values(BREACHES)) plant(copy, from, to);
  plant(copy, 'src/kernel/breach-back.ts', 'src/kernel/breach.ts');
  const law = await readLaw(copy);
  const findings = [...countFinding(law), ...unseen(law.findings), ...(await untested())];
  report('check of the checker', findings, `${Object.keys(BREACHES).length} rules broken and named, ${law.moduleCount} modules read`);
} finally {
  fs.rmSync(copy, { recursive: true, force: true });
}

/** The law and the stages are read as they are; of the other files only what the breaches touch, and enough of the rest to count. */
function copyTree(to: string): void {
  const files = [...listFiles(['src'], /\.tsx?$/), '.dependency-cruiser.mjs', 'package.json', 'tsconfig.json', 'tsconfig.browser.json'];
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(to, file));
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(to, 'node_modules'));
}

function plant(root: string, from: string, to: string): void {
  const isOurs = /^(src|bench)\//.test(to);
  if (isOurs && to !== NOWHERE) touch(path.join(root, to), '');
  const relative = path.posix.relative(path.posix.dirname(from), to);
  const specifier = isOurs ? (relative.startsWith('.') ? relative : `./${relative}`) : to;
  touch(path.join(root, from), `import '${specifier}';\n`);
}

function touch(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, text);
}

type Named = { readonly rule: string; readonly file: string };

function unseen(named: readonly Named[]): readonly Finding[] {
  return Object.entries(BREACHES)
    .filter(([rule, [from, to]]) => !named.some((it) => it.rule === rule && (it.file === from || it.file === to)))
    .map(([rule, [from, to]]) => ({
      file: '.dependency-cruiser.mjs',
      line: 1,
      what: `${rule}: ${from} imports ${to}, and the law says nothing`,
      mend: 'The rule cannot fail: mend its paths.',
    }));
}

async function untested(): Promise<readonly Finding[]> {
  const { default: law } = await import(path.join(ROOT, '.dependency-cruiser.mjs'));
  return law.forbidden
    .filter(({ name }: { name: string }) => !(name in BREACHES))
    .map(({ name }: { name: string }) => ({
      file: 'tools/check-the-checker.ts',
      line: 1,
      what: `${name} has no breach`,
      mend: 'Plant a breach of each rule, so that the rule is known to bite.',
    }));
}

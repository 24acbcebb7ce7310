import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BIN, type Failure, type Outcome, type Part, ROOT, runNode } from './part.ts';

/** The stories of `e2e/`, played in a real browser against the product as `npm start` runs it. */
export function browserTests(wanted: readonly string[]): Part | null {
  const files = fs
    .globSync('e2e/**/*.e2e.ts', { cwd: ROOT })
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  return files.length === 0 ? null : { name: 'browser tests', run: () => runAll(files.sort()) };
}

async function runAll(files: readonly string[]): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-e2e-'));
  const account = path.join(folder, 'account.json');
  try {
    const cli = path.join(BIN, '@playwright', 'test', 'cli.js');
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: account, LUOSHI_E2E_DATA: path.join(folder, 'data') };
    const { code, output } = await runNode([cli, 'test', '--reporter=list,json', ...files], env, true);
    if (!fs.existsSync(account)) return { passed: 0, skipped: [], failures: [{ title: 'playwright', text: output.slice(-4_000) }] };
    return outcomeOf(JSON.parse(fs.readFileSync(account, 'utf8')) as Account, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

type Spec = { title: string; file: string; tests: { status: string; results: { errors?: { message?: string }[] }[] }[] };
type Suite = { title: string; specs?: Spec[]; suites?: Suite[] };
type Account = { suites: Suite[]; errors: { message?: string }[] };

function outcomeOf({ suites, errors }: Account, code: number): Outcome {
  const specs = suites.flatMap(specsOf);
  const count = (status: string) => specs.filter((spec) => spec.tests.some((it) => it.status === status));
  const failures: Failure[] = [
    ...errors.map(({ message = '' }) => ({ title: 'playwright', text: message })),
    ...count('unexpected').map((spec) => ({ title: `${spec.file}: ${spec.title}`, text: messagesOf(spec) })),
  ];
  if (code !== 0 && failures.length === 0) failures.push({ title: 'playwright', text: `ended with ${code}` });
  const skipped = count('skipped').map((spec) => `${spec.file}: ${spec.title}`);
  return { passed: count('expected').length + count('flaky').length, skipped, failures };
}

function specsOf({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function messagesOf({ tests }: Spec): string {
  const errors = tests.flatMap((it) => it.results.at(-1)?.errors ?? []);
  return errors.map(({ message = '' }) => message).join('\n');
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../src/platform/embedded/embedded.ts';
import { type Outcome, type Part, ROOT, runNode } from './part.ts';

const WHERE = '{src,seed,tools,bench}/**/*.test.{ts,mjs}';

/** Unit, database and route tests. One PostgreSQL serves them all; each test file clones its own database. */
export function nodeTests(wanted: readonly string[]): Part | null {
  const files = fs
    .globSync(WHERE, { cwd: ROOT, exclude: (name) => /(^|\/)node_modules$/.test(String(name)) })
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  return files.length === 0 ? null : { name: 'unit and database tests', run: () => runAll(files.sort()) };
}

/** A test or a file that hangs is a failure, not a wait without end. */
const LONGEST = '--test-timeout=300000';

async function runAll(files: readonly string[]): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-test-'));
  const server = await startEmbedded({ folder, durable: false });
  const account = path.join(folder, 'account.json');
  try {
    const args = [
      '--test',
      '--test-concurrency=2',
      LONGEST,
      '--test-reporter',
      './tools/testing/reporter.ts',
      '--test-reporter-destination',
      'stdout',
    ];
    const env = { LUOSHI_TEST_ADMIN_URL: server.adminUrl, LUOSHI_TEST_ACCOUNT: account };
    const { output } = await runNode([...args, ...files], env, true);
    return outcomeOf(account, output);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function outcomeOf(account: string, output: string): Outcome {
  if (fs.existsSync(account)) return JSON.parse(fs.readFileSync(account, 'utf8')) as Outcome;
  return { passed: 0, skipped: [], failures: [{ title: 'node --test', text: output.slice(-4_000) }] };
}

/**
 * Runs everything that must hold: `npm test`; only the checks that need no run: `npm run check`; only some tests: `npm test -- delivery`.
 * The last line is always `N passed, N failed`.
 */
import { stripVTControlCharacters } from 'node:util';
import { browserTests } from './testing/browser-tests.ts';
import { checks } from './testing/checks.ts';
import { nodeTests } from './testing/node-tests.ts';
import type { Failure, Outcome, Part } from './testing/part.ts';

const LONGEST_TEXT = 6_000;

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const tests = args.includes('--checks') ? [] : [nodeTests(wanted), browserTests(wanted)].filter((part) => part !== null);
const parts = wanted.length > 0 ? tests : [...checks(), ...tests];

const outcomes: Outcome[] = [];
for (const part of parts) outcomes.push(await runPart(part));

const failures = outcomes.flatMap((it) => it.failures);
const skipped = outcomes.flatMap((it) => it.skipped);
if (skipped.length > 0) console.log(`\nskipped:\n${skipped.map((title) => `  ${title}`).join('\n')}`);
if (failures.length > 0) console.log(`\n${failures.map(describe).join('\n\n')}`);
const passed = outcomes.reduce((sum, it) => sum + it.passed, 0);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;

async function runPart({ name, run }: Part): Promise<Outcome> {
  const started = performance.now();
  const outcome = await run().catch((error: unknown): Outcome => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, skipped: [], failures: [{ title: name, text }] };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.failures.length === 0 ? '✓' : '✗'} ${name}  ${seconds} s`);
  return outcome;
}

function describe({ title, text }: Failure): string {
  const plain = stripVTControlCharacters(text).trim();
  const lines = (plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}\n…` : plain).split('\n');
  return `✗ ${title}\n${lines.map((line) => `    ${line}`).join('\n')}`;
}

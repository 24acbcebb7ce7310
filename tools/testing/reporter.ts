/** Shows each test file as it ends and leaves an exact account in the file that LUOSHI_TEST_ACCOUNT names. */
import fs from 'node:fs';
import path from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import type { Failure, Outcome } from './part.ts';

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let counts: Counts = { tests: 0, passed: 0, skipped: 0, todo: 0 };
  const skipped: string[] = [];
  const failures: Failure[] = [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && data.skip) skipped.push(`${titleOf(data)}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}`);
    if (type === 'test:fail' && data.details.type !== 'suite') failures.push({ title: titleOf(data), text: textOf(data.details.error) });
    if (type === 'test:summary' && data.file) yield lineOf(data.file, data.counts, data.duration_ms);
    if (type === 'test:summary' && !data.file) counts = data.counts;
  }
  for (let missing = failedIn(counts) - failures.length; missing > 0; missing--) failures.push({ title: 'a test', text: 'failed unseen' });
  const account: Outcome = { passed: counts.passed, skipped, failures };
  fs.writeFileSync(process.env.LUOSHI_TEST_ACCOUNT!, JSON.stringify(account));
}

type Counts = { readonly tests: number; readonly passed: number; readonly skipped: number; readonly todo: number };

const failedIn = ({ tests, passed, skipped, todo }: Counts) => tests - passed - skipped - todo;

function lineOf(file: string, counts: Counts, ms: number): string {
  const bad = failedIn(counts);
  const result = `${counts.passed} passed${bad ? `, ${bad} failed` : ''}`;
  return `  ${bad === 0 ? '✓' : '✗'} ${relative(file)}  ${result}  ${(ms / 1000).toFixed(1)} s\n`;
}

function titleOf({ name, file }: { name: string; file?: string | undefined }): string {
  return file && path.resolve(file) !== path.resolve(name) ? `${relative(file)}: ${name}` : relative(name);
}

const relative = (file = '') => (path.isAbsolute(file) ? path.relative(process.cwd(), file) : file);

/** The wrapper only says that a test failed; its cause says why. */
function textOf(error: Error): string {
  const cause = error.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

import type { Config } from '#/platform/config.ts';
import type { Installation } from './installation.ts';

/** What a verb was called with: words, and options with or without a value (`--json`, `--district 140214`). */
export type Arguments = { readonly words: readonly string[]; readonly options: Readonly<Record<string, string | true>> };

/** A mistake in the call or in what it names; printed as one sentence, exit code 2. */
export class Misuse extends Error {}

export type Verb = {
  readonly usage: string;
  readonly does: string;
  /** Returns what `--json` prints, or null when the verb printed for itself; `fails` makes the exit code 1. */
  readonly run: (call: Call) => Promise<{ readonly json: unknown; readonly text?: string; readonly fails?: boolean }>;
};

export type Call = {
  readonly args: Arguments;
  readonly config: Config;
  /** Opens the database for the time of the verb. */
  readonly open: () => Promise<Installation>;
  /** What happens on the way, to standard error. */
  readonly say: (line: string) => void;
};

export function readArguments(
  argv: readonly string[],
  flags: readonly string[] = ['json', 'dry-run', 'no-demo', 'demo', 'help'],
): Arguments {
  const words: string[] = [];
  const options: Record<string, string | true> = {};
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, value] = word.slice(2).split(/=(.*)/s) as [string, string | undefined];
    if (flags.includes(name)) options[name] = true;
    else if (value !== undefined) options[name] = value;
    else if (argv[i + 1] === undefined || argv[i + 1]!.startsWith('--'))
      throw new Misuse(`--${name} 后面缺少内容 · --${name} wants a value`);
    else options[name] = argv[++i]!;
  }
  return { words, options };
}

export function wanted(args: Arguments, name: string, shape: RegExp, like: string): string {
  const value = args.options[name];
  if (typeof value !== 'string') throw new Misuse(`缺少 --${name}（如 ${like}）· --${name} is missing (for example ${like})`);
  if (!shape.test(value)) throw new Misuse(`--${name} “${value}” 写法不对，应如 ${like} · --${name} should look like ${like}`);
  return value;
}

export const wantedDistrict = (args: Arguments) => wanted(args, 'district', /^\d{6}$/, '140214');
export const wantedYear = (args: Arguments) => Number(wanted(args, 'year', /^\d{4}$/, '2026'));

import { type Config, readConfig } from '#/platform/config.ts';
import type { Installation } from './installation.ts';
import { Misuse, readArguments, type Verb } from './verb.ts';

/** Each verb is loaded when it is called: reading a list needs no database and waits for none. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  parse: async () => (await import('./verbs/parse.ts')).parse,
  'import-list': async () => (await import('./verbs/import-list.ts')).importList,
  schedule: async () => (await import('./verbs/schedule.ts')).schedule,
  ballot: async () => (await import('./verbs/ballot/ballot.ts')).ballot,
  pace: async () => (await import('./verbs/pace.ts')).pace,
  bulletin: async () => (await import('./verbs/bulletin.ts')).bulletin,
  verify: async () => (await import('./verbs/verify.ts')).verify,
  heads: async () => (await import('./verbs/heads.ts')).heads,
  keys: async () => (await import('./verbs/keys.ts')).keys,
  backup: async () => (await import('./verbs/backup.ts')).backup,
  restore: async () => (await import('./verbs/restore.ts')).restoreVerb,
  'export-site': async () => (await import('./verbs/export-site.ts')).exportSiteVerb,
  'create-district': async () => (await import('./verbs/create-district.ts')).createDistrictVerb,
  'reset-password': async () => (await import('./verbs/reset-password.ts')).resetPasswordVerb,
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The command line. Machine-readable verbs print one JSON document and nothing else; everything said on the way goes to standard error. */
export async function runCli(argv: readonly string[], root: string): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help') {
    print(await help());
    return 0;
  }
  const load = VERBS[name];
  if (load === undefined) {
    say(`没有这个命令：${name}。可用的有：${Object.keys(VERBS).join('、')} · no such verb: ${name}`);
    return 2;
  }
  const config = readConfig(process.env, root);
  if ('variable' in config) {
    say(`环境变量 ${config.variable} 的值“${config.value}”不对，应为 ${config.wants}`);
    return 2;
  }
  try {
    const [verb, args] = [await load(), readArguments(rest)];
    const open = () => openForVerb(config, args.options['no-demo'] === true);
    const { json, text, fails } = await verb.run({ args, config, open, say });
    print(args.options.json || text === undefined ? JSON.stringify(json, null, args.options.json ? 0 : 2) : text);
    return fails ? 1 : 0;
  } catch (fault) {
    if (isSentence(fault)) {
      say((fault as Error).message);
      return 2;
    }
    throw fault;
  }
}

/** Mistakes that a person can mend are said in a sentence; anything else is a fault and shows where it came from. */
function isSentence(fault: unknown): boolean {
  return (
    fault instanceof Misuse ||
    (fault instanceof Error && (fault.name === 'CannotOpen' || (fault as { code?: string }).code?.startsWith('folder-') === true))
  );
}

async function openForVerb(config: Config, withoutDemo: boolean): Promise<Installation> {
  const [{ openInstallation }, { loadDemoOnce }] = await Promise.all([import('./installation.ts'), import('../demo-once.ts')]);
  const installation = await openInstallation({ config, isStart: false, say });
  await loadDemoOnce(installation, { config, isRefused: withoutDemo, isAsked: false, say });
  return installation;
}

async function help(): Promise<string> {
  const verbs = await Promise.all(Object.values(VERBS).map((load) => load()));
  return [`${calledAs()} <命令>`, ...verbs.map((it) => `  ${it.usage}\n      ${it.does}`)].join('\n');
}

/** The start script of a bundle says how it is called; in a checkout it is npm. */
export function calledAs(): string {
  return process.env.LUOSHI_CALLED_AS || 'npm run -s luoshi --';
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

import { type Config, readConfig } from '#/platform/config.ts';
import { loadDemo } from '../../../seed/demo.ts';
import { CannotOpen, type Installation, openInstallation } from './installation.ts';
import { Misuse, readArguments, type Verb } from './verb.ts';
import { createDistrictVerb } from './verbs/create-district.ts';
import { importList } from './verbs/import-list.ts';
import { parse } from './verbs/parse.ts';
import { verify } from './verbs/verify.ts';

const VERBS: Readonly<Record<string, Verb>> = {
  parse,
  'import-list': importList,
  verify,
  'create-district': createDistrictVerb,
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The command line. Machine-readable verbs print one JSON document and nothing else; everything said on the way goes to standard error. */
export async function runCli(argv: readonly string[], root: string): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help') {
    print(help());
    return 0;
  }
  const verb = VERBS[name];
  if (verb === undefined) {
    say(`没有这个命令：${name}。可用的有：${Object.keys(VERBS).join('、')} · no such verb: ${name}`);
    return 2;
  }
  const config = readConfig(process.env, root);
  if ('variable' in config) {
    say(`环境变量 ${config.variable} 的值“${config.value}”不对，应为 ${config.wants}`);
    return 2;
  }
  try {
    const args = readArguments(rest);
    const open = () => openForVerb(config, args.options['no-demo'] === true);
    const { json, text, fails } = await verb.run({ args, config, open });
    print(args.options.json || text === undefined ? JSON.stringify(json, null, args.options.json ? 0 : 2) : text);
    return fails ? 1 : 0;
  } catch (fault) {
    if (fault instanceof Misuse || fault instanceof CannotOpen || (fault as { code?: string }).code === 'folder-in-use') {
      say((fault as Error).message);
      return 2;
    }
    throw fault;
  }
}

async function openForVerb(config: Config, withoutDemo: boolean): Promise<Installation> {
  const installation = await openInstallation({ config, isStart: false, say });
  if (installation.isFresh && installation.isEmbedded && !withoutDemo) await loadDemo(installation.composition, installation.pool, say);
  return installation;
}

function help(): string {
  const lines = Object.values(VERBS).map((it) => `  ${it.usage}\n      ${it.does}`);
  return ['npm run -s luoshi -- <命令>', ...lines].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

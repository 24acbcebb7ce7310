import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const [verb, ...rest] = process.argv.slice(2);

const code =
  verb === 'start'
    ? await import('#/shells/start.ts').then(({ start }) => start(rest, root))
    : await import('#/shells/cli/cli.ts').then(({ runCli }) => runCli(process.argv.slice(2), root));
process.exit(code);

import { webOf } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { readConfig } from '#/platform/config.ts';
import { makeSessionContext, makeSessionLayer } from '#/platform/session/layer.ts';
import { demoAccountLines } from '../../seed/demo.ts';
import { calledAs } from './cli/cli.ts';
import { CannotOpen, openInstallation } from './cli/installation.ts';
import { loadDemoOnce } from './demo-once.ts';
import { startCalendar } from './jobs.ts';
import { actOf } from './staff/act-words.ts';
import { ensureScreens } from './staff-build.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start`: database, migrations, screens, demo, server; prints where to look and how to log in. Ctrl-C ends it all. */
export async function start(argv: readonly string[], root: string): Promise<number> {
  const config = readConfig(process.env, root);
  if ('variable' in config) {
    process.stderr.write(`环境变量 ${config.variable} 的值“${config.value}”不对，应为 ${config.wants}\n`);
    return 2;
  }
  try {
    const installation = await openInstallation({ config, isStart: true, say });
    const { composition, pool } = installation;
    await loadDemoOnce(installation, { config, isRefused: argv.includes('--no-demo'), isAsked: argv.includes('--demo'), say });
    const staffFolder = await ensureScreens(root, say);
    const posts = MODULES.find((it) => it.posts !== undefined)!.posts!;
    const session = makeSessionLayer(makeSessionContext(composition.world, posts, composition.permissions, { oidc: config.oidc }));
    const app = await webOf(composition, {
      session,
      staffFolder,
      tiles: config.tiles,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      titleOf: actOf,
      logger: process.env.LUOSHI_LOG === 'requests' ? 'all' : 'faults',
    });
    composition.metrics.watchProcess();
    // From here on somebody may be answered, and so nothing ends without being closed.
    const toldToEnd = untilSignal();
    const address = await app.listen({ port: config.port, host: config.host });
    const stopJobs = await startCalendar(composition, installation.appUrl, config);
    const lines = await demoAccountLines(pool);
    const districts = await composition.listDistricts();
    say(`\n落实已启动 · Luoshi is running\n  公开页 public pages    ${address}/\n  工作台 workspace       ${address}/staff/`);
    for (const line of lines) say(`  ${line}`);
    if (districts.length === 0) say(`  还没有区县 · no district yet:  ${calledAs()} create-district 140214 云冈区`);
    say('  按 Ctrl-C 停止 · Ctrl-C stops it');
    await toldToEnd;
    await stopJobs();
    await app.close();
    await installation.close();
    return 0;
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    if (fault instanceof CannotOpen || code?.startsWith('folder-')) process.stderr.write(`${(fault as Error).message}\n`);
    else if (code === 'EADDRINUSE')
      process.stderr.write(`端口 ${config.port} 已被占用，可用 PORT=3001 npm start 换一个 · port ${config.port} is taken\n`);
    else throw fault;
    return 1;
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}

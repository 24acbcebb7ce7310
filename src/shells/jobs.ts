import { type Composition, VERSION } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { nightlyBackup } from '#/platform/backup/nightly.ts';
import type { Config } from '#/platform/config.ts';
import { startJobs } from '#/platform/jobs.ts';
import { startLoops } from '#/platform/loops.ts';
import type { JobDeps } from '#/platform/module.ts';

type CalendarConfig = Pick<Config, 'backup' | 'outside'>;

/** Starts what the calendar does, by real time; returns how to stop it. A job that fails is tried again and said on standard error. */
export async function startCalendar(
  composition: Composition,
  url: string,
  { backup, outside }: CalendarConfig,
): Promise<() => Promise<void>> {
  const jobs = MODULES.flatMap((it) => it.jobs ?? []);
  const nightly =
    backup === null ? [] : [nightlyBackup({ series: backup.folder, keep: backup.keep, modules: MODULES, version: VERSION, say: () => {} })];
  const deps: JobDeps = {
    world: composition.world,
    run: (command, district, input) => composition.run(command, district, input),
    outside,
  };
  const runner = {
    deps,
    listDistricts: async () => (await composition.listDistricts()).map((it) => it.district),
    onFault: (job: string, fault: unknown) => {
      process.stderr.write(`${job}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    },
  };
  const stopJobs = await startJobs([...jobs, ...nightly], { ...runner, url, onRun: composition.metrics.job });
  const stopLoops = startLoops(
    MODULES.flatMap((it) => it.loops ?? []),
    runner,
  );
  return async () => {
    await stopLoops();
    await stopJobs();
  };
}

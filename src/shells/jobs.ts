import { type Composition, VERSION } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { nightlyBackup } from '#/platform/backup/nightly.ts';
import type { Config } from '#/platform/config.ts';
import { startJobs } from '#/platform/jobs.ts';

/** Starts what the calendar does, by real time; returns how to stop it. A job that fails is tried again and said on standard error. */
export function startCalendar(composition: Composition, url: string, { backup }: Pick<Config, 'backup'>): Promise<() => Promise<void>> {
  const jobs = MODULES.flatMap((it) => it.jobs ?? []);
  const nightly =
    backup === null ? [] : [nightlyBackup({ series: backup.folder, keep: backup.keep, modules: MODULES, version: VERSION, say: () => {} })];
  return startJobs([...jobs, ...nightly], {
    url,
    onRun: composition.metrics.job,
    deps: { world: composition.world, run: (command, district, input) => composition.run(command, district, input) },
    listDistricts: async () => (await composition.listDistricts()).map((it) => it.district),
    onFault: (job, fault) => process.stderr.write(`${job}: ${fault instanceof Error ? fault.message : String(fault)}\n`),
  });
}

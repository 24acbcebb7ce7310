import type { Composition } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { startJobs } from '#/platform/jobs.ts';

/** Starts what the calendar does, by real time; returns how to stop it. A job that fails is tried again and said on standard error. */
export function startCalendar(composition: Composition, url: string): Promise<() => Promise<void>> {
  const jobs = MODULES.flatMap((it) => it.jobs ?? []);
  return startJobs(jobs, {
    url,
    deps: { world: composition.world, run: (command, district, input) => composition.run(command, district, input) },
    listDistricts: async () => (await composition.listDistricts()).map((it) => it.district),
    onFault: (job, fault) => process.stderr.write(`${job}: ${fault instanceof Error ? fault.message : String(fault)}\n`),
  });
}

import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans, PgBoss } from 'pg-boss';
import type { InstallationJob, Job, JobDeps } from './module.ts';

const SCHEMA = 'pgboss';

/** What the job library would create on an empty database. */
export function jobStorePlans(): string {
  return getConstructionPlans(SCHEMA);
}

/** Makes or renews the job library's schema as the owner; the application role may only use it. */
export async function prepareJobStore(client: pg.Client, appRole: string): Promise<void> {
  const found = await client.query<{ there: boolean }>(`select to_regclass('${SCHEMA}.version') is not null as there`);
  if (!found.rows[0]!.there) await client.query(jobStorePlans());
  else {
    const { rows } = await client.query<{ version: number }>(`select version from ${SCHEMA}.version`);
    const plans = migrationPlans(rows[0]!.version);
    if (plans !== null) await client.query(plans);
  }
  await client.query(
    `grant usage on schema ${SCHEMA} to ${appRole};
     grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${appRole};
     grant usage, select on all sequences in schema ${SCHEMA} to ${appRole};
     grant execute on all functions in schema ${SCHEMA} to ${appRole}`,
  );
}

/** Null when the schema is as new as the library. */
function migrationPlans(version: number): string | null {
  try {
    return getMigrationPlans(SCHEMA, version) || null;
  } catch {
    return null;
  }
}

export type JobRunner = {
  readonly url: string;
  readonly deps: JobDeps;
  readonly onFault: (job: string, fault: unknown) => void;
  /** Told of each turn of a job, however it ended. */
  readonly onRun?: (job: string, result: 'done' | 'failed') => void;
  listDistricts(): Promise<readonly string[]>;
};

/** Runs the jobs of all stages by the calendar in China, each once however many processes there are. Returns how to stop. */
export async function startJobs(jobs: readonly (Job | InstallationJob)[], runner: JobRunner): Promise<() => Promise<void>> {
  const { url, onFault } = runner;
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, migrate: false, createSchema: false, max: 2 });
  boss.on('error', (fault) => onFault('queue', fault));
  await boss.start();
  for (const job of jobs) {
    const { name, cron } = job;
    const patience = 'once' in job ? { expireInSeconds: job.patienceSeconds } : {};
    await boss.createQueue(name, { retryLimit: 3, retryDelay: 60, ...patience });
    await boss.work(name, { pollingIntervalSeconds: 30 }, () => runOne(job, runner));
    await boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' });
  }
  return () => boss.stop({ graceful: false });
}

async function runOne(job: Job | InstallationJob, { deps, onFault, onRun, listDistricts }: JobRunner): Promise<void> {
  try {
    if ('once' in job) await job.once(deps);
    else await runForAll(job, await listDistricts(), { deps, onFault });
    onRun?.(job.name, 'done');
  } catch (fault) {
    if ('once' in job) onFault(job.name, fault);
    onRun?.(job.name, 'failed');
    throw fault;
  }
}

/** One district after the other; a fault in one is told, keeps no other from its turn, and has the job tried again. */
export async function runForAll(
  { name, run }: Job,
  districts: readonly string[],
  { deps, onFault }: Pick<JobRunner, 'deps' | 'onFault'>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const district of districts) {
    await run(district, deps).catch((fault: unknown) => {
      onFault(`${name} ${district}`, fault);
      faults.push(fault);
    });
  }
  if (faults.length > 0) throw faults[0];
}

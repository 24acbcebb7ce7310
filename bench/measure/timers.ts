import fs from 'node:fs';
import path from 'node:path';
import { compose } from '#/compose.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { MODULES } from '#/life.ts';
import { issueByOffice } from '#/orders/actions/issue.ts';
import { setProfile } from '#/orders/actions/profile.ts';
import { timersJob } from '#/orders/jobs.ts';
import { DEFAULT_PROFILE } from '#/orders/rules/profile.ts';
import { setUpUnit } from '#/organisation/actions/units.ts';
import { createDistrict } from '#/organisation/door.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import { migrate } from '#/platform/migrate.ts';
import type { JobDeps } from '#/platform/module.ts';
import { openPool } from '#/platform/pool.ts';
import { keysOf } from '#/platform/secrets.ts';
import { reading } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import type { Place } from '../place.ts';
import type { Row } from '../table.ts';

const KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 9).toString('base64') } });
const CODE = '990076';
const TIMERS = 10_000;
const UNITS = 50;
const WANTED = 500;

/** Ten thousand orders whose day has passed: each gets its 催办单, once, by the job as the calendar starts it; two processes begin at once. */
export async function measureTimers(place: Place): Promise<Row> {
  const { composition, on } = await installation(place);
  on('2026-06-01');
  await issue(composition);
  on('2026-06-05');
  const deps = { world: composition.world, run: composition.run, outside: {} } as unknown as JobDeps;
  await timersJob.run(CODE, deps);
  on('2026-06-09');
  const began = performance.now();
  await Promise.all([timersJob.run(CODE, deps), timersJob.run(CODE, deps)]);
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await reading(composition.world, CODE, (reader) =>
    reader.client.query<{ count: number; items: number; last: number }>(
      `select count(*)::int as count, count(distinct item_id)::int as items, max(number)::int as last from orders.slip where district = $1`,
      [CODE],
    ),
  );
  const { count, items, last } = rows[0]!;
  if (count !== TIMERS || items !== TIMERS || last !== TIMERS) throw new Error(JSON.stringify(rows[0]));
  const verified = await verifyJournal(composition.world, [CODE]);
  if (verified.first !== null) throw new Error(JSON.stringify(verified.first));
  const rate = TIMERS / seconds;
  return {
    name: '到期动作 timers',
    measured: `${rate.toFixed(0)}/s`,
    wanted: `≥ ${WANTED}/s`,
    isMet: rate >= WANTED,
    note: `${TIMERS} due at once in ${seconds.toFixed(1)} s, a numbered slip and a line of the course each; ${verified.entries} entries verified`,
  };
}

async function installation(place: Place) {
  const folder = path.join(place.folder, 'timers');
  const database = await startEmbedded({ folder: path.join(folder, 'database') });
  place.onEnd(() => database.stop());
  await migrate(database.ownerUrl, 'luoshi_app', MODULES);
  const pool = openPool(database.appUrl, 4);
  place.onEnd(() => pool.end());
  const filesFolder = path.join(folder, 'files');
  fs.mkdirSync(filesFolder, { recursive: true });
  const composition = compose({ pool, keys: KEYS, filesFolder, today: null });
  return { composition, on: (day: CivilDate) => Object.assign(composition.world, { today: async () => day }) };
}

async function issue({ run }: Awaited<ReturnType<typeof installation>>['composition']): Promise<void> {
  const must = async <Value>(command: Parameters<typeof run>[0], input: unknown) => {
    const outcome = await run(command, CODE, input);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.value as Value;
  };
  await must(createDistrict, { name: '样本区' });
  await must(setProfile, { profile: { ...DEFAULT_PROFILE, capPerUnitMonth: null }, reason: '测量' });
  const units: string[] = [];
  for (let i = 0; i < UNITS; i++) units.push((await must<{ id: string }>(setUpUnit, { name: `样本单位${i}` })).id);
  for (let from = 0; from < TIMERS; from += UNITS) {
    const drafts = units.map((unitId, i) => ({ kind: 'ordinary', matter: `样本事项${from + i}`, unitId }));
    await must(issueByOffice, { drafts });
  }
}

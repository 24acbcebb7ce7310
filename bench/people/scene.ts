import fs from 'node:fs';
import path from 'node:path';
import { compose } from '#/compose.ts';
import { newId } from '#/kernel/id.ts';
import { MODULES } from '#/life.ts';
import { setUpUnit } from '#/organisation/actions/units.ts';
import { createDistrict } from '#/organisation/door.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import { migrate } from '#/platform/migrate.ts';
import type { JobDeps } from '#/platform/module.ts';
import { openPool } from '#/platform/pool.ts';
import { keysOf } from '#/platform/secrets.ts';
import { reading } from '#/platform/transaction.ts';
import { keepServiceKind, setEligibility } from '#/records/actions/people/rosters.ts';
import type { Place } from '../place.ts';
import { TODAY } from '../server.ts';
import { TOWNSHIPS } from './roster-file.ts';

const KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 9).toString('base64') } });
const CODE = '990075';
const GROUPS = [[{ about: 'age', least: 7, most: 60 }]];

/** 卫生样本: a database of its own with townships and a unit that serves people. */
export type Scene = Awaited<ReturnType<typeof aScene>>;

export async function aScene(place: Place) {
  const folder = path.join(place.folder, 'people');
  const database = await startEmbedded({ folder: path.join(folder, 'database') });
  place.onEnd(() => database.stop());
  await migrate(database.ownerUrl, 'luoshi_app', MODULES);
  const pool = openPool(database.appUrl, 10);
  place.onEnd(() => pool.end());
  const filesFolder = path.join(folder, 'files');
  fs.mkdirSync(filesFolder, { recursive: true });
  const composition = compose({ pool, keys: KEYS, filesFolder, today: TODAY });
  const must = async <Value>(command: Parameters<typeof composition.run>[0], input: unknown) => {
    const outcome = await composition.run(command, CODE, input);
    if (!outcome.ok) throw new Error(`${command.name}: ${JSON.stringify(outcome.refusal)}`);
    return outcome.value as Value;
  };
  await must(createDistrict, { name: '样本区' });
  const unitId = (await must<{ id: string }>(setUpUnit, { name: '样本卫生局' })).id;
  const areas: string[] = [];
  for (const name of TOWNSHIPS) areas.push((await must<{ id: string }>(setUpArea, { kind: 'township', name })).id);
  const deps: JobDeps = {
    world: composition.world,
    run: (command, district, input) => composition.run(command, district, input),
    outside: {} as never,
  };
  return {
    ...{ code: CODE, ownerUrl: database.ownerUrl, folder, composition, must, deps, unitId, areas },
    read: <T>(work: Parameters<typeof reading<T>>[2]) => reading(composition.world, CODE, work),
    async kindOf(name: string, extra: Record<string, unknown> = {}) {
      const serviceKindId = newId();
      await must(keepServiceKind, { serviceKindId, name, unitId, isSensitive: true, needsEvidence: true, ...extra });
      await must(setEligibility, { serviceKindId, rule: { groups: GROUPS }, reason: '样本' });
      return serviceKindId;
    },
  };
}

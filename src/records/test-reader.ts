/** A process of its own that reads what waits, for a test that kills it: `node test-reader.ts <database> <files>`. */
import { compose } from '#/compose.ts';
import type { JobDeps } from '#/platform/module.ts';
import { openPool } from '#/platform/pool.ts';
import { TEST_KEYS } from '#/testing.ts';
import { readNext } from './actions/people/run-imports.ts';

const [url, filesFolder] = process.argv.slice(2) as [string, string];
const pool = openPool(url, 3);
const composition = compose({ pool, keys: TEST_KEYS, filesFolder, today: '2026-06-18' });
const deps: JobDeps = {
  world: composition.world,
  run: (command, district, input) => composition.run(command, district, input),
  outside: {} as never,
};
await readNext('990001', deps);
await pool.end();

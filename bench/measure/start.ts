import path from 'node:path';
import { seconds } from '../numbers.ts';
import type { Place } from '../place.ts';
import { type Started, startProduct } from '../server.ts';
import type { Row } from '../table.ts';

const WARM_MS = 5_000;
const FIRST_MS = 90_000;

/** Starts with the packages installed; the last of them keeps running. From the command to the printed address. */
export async function measureStarts(
  place: Place,
  onRow: (row: Row) => void,
): Promise<{ readonly started: Started; readonly data: string }> {
  const checkout = place.copyCheckout('checkout', true);
  const [first, data] = ['first', 'data'].map((name) => path.join(place.folder, name)) as [string, string];
  const unbuilt = await startProduct(place, { checkout, data: first });
  onRow({ name: '冷启动 cold start: new data, demo, screens to build', measured: seconds(unbuilt.startMs), isMet: null });
  await unbuilt.stop();
  const cold = await startProduct(place, { checkout, data });
  onRow({ name: '冷启动 cold start: new data, demo, screens built', measured: seconds(cold.startMs), isMet: null });
  await cold.stop();
  const started = await startProduct(place, { checkout, data });
  onRow({
    name: '再次启动 warm start',
    measured: seconds(started.startMs),
    wanted: `≤ ${WARM_MS / 1000} s`,
    isMet: started.startMs <= WARM_MS,
  });
  return { started, data };
}

/** The very first start from a clean copy with an empty cache of packages; needs the network, hence only on demand. */
export async function measureFirstStart(place: Place): Promise<Row> {
  const checkout = place.copyCheckout('clean', false);
  const env = { npm_config_cache: path.join(place.folder, 'npm-cache') };
  const started = await startProduct(place, { checkout, data: path.join(place.folder, 'clean-data'), env, patienceMs: 170_000 });
  await started.stop();
  const { startMs } = started;
  return {
    name: '首次启动 first start: packages, screens, demo; empty npm cache',
    measured: seconds(startMs),
    wanted: `≤ ${FIRST_MS / 1000} s`,
    isMet: startMs <= FIRST_MS,
  };
}

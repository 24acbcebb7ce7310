import { Network } from '#/kernel/schedule/network.ts';
import { schedule } from '#/kernel/schedule/schedule.ts';
import { medianTime, milliseconds } from '../numbers.ts';
import type { Row } from '../table.ts';

const CALENDARS = ['cn-office', 'every-day', 'cn-site-apr-oct', 'cn-site-no-winter', 'six'] as const;
const TYPES = ['FS', 'FS', 'FS', 'SS', 'FF'] as const;

/** A made-up network of the asked size, the same in every run: one and a half links a task, five calendars, one deadline. */
function aNetwork(size: number): Network {
  const tasks = Array.from({ length: size }, (_, i) => ({ id: `t${i}`, days: 1 + (i % 9), calendar: CALENDARS[i % 5]! }));
  const near = Array.from({ length: size - 1 }, (_, i) => ({
    from: `t${i - ((i * 7) % Math.min(i + 1, 40))}`,
    to: `t${i + 1}`,
    type: TYPES[i % 5]!,
    lag: i % 4,
  }));
  const far = Array.from({ length: size / 2 }, (_, i) => {
    const from = (i * 13) % (size - 1);
    return { from: `t${from}`, to: `t${from + 1 + (i % Math.min(50, size - 1 - from))}` };
  });
  const deadlines = [{ task: `t${size - 1}`, on: '2027-12-31' }];
  return Network.parse({
    dataDate: '2026-06-19',
    calendars: { six: { weekdays: [1, 2, 3, 4, 5, 6] } },
    tasks,
    links: [...near, ...far],
    deadlines,
  });
}

/** Both passes and the words around them, middle of forty runs after forty that warm up. */
export async function measureSchedule(size: number, wantedMs: number): Promise<Row> {
  const network = aNetwork(size);
  await medianTime(40, () => schedule(network));
  const ms = await medianTime(40, () => schedule(network));
  const links = network.links.length;
  return {
    name: `倒排 schedule, ${size} tasks, ${links} links`,
    measured: milliseconds(ms),
    wanted: `≤ ${wantedMs} ms`,
    isMet: ms <= wantedMs,
  };
}

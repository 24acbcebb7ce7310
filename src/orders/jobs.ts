import type { Job } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { runTimers } from './actions/timers.ts';
import { isAnyTimerDue } from './store/timers.ts';

/** So many at a time keep one transaction short. */
const BATCH = 2000;

/** 到期处理, every ten minutes: what waits lies in the database, so that nothing is lost or done twice by a restart. */
export const timersJob: Job = {
  name: 'orders.timers',
  cron: '2-52/10 * * * *',
  async run(district, { world, run }) {
    while (await reading(world, district, isAnyTimerDue)) {
      const done = (await run(runTimers, district, { limit: BATCH })) as {
        readonly ok: boolean;
        readonly value?: { readonly handled: number };
      };
      if (!done.ok || done.value?.handled === 0) return;
    }
  },
};

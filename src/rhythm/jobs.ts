import type { Job } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { closeWeeks } from './actions/checks.ts';
import { isoWeekOf, weekBefore } from './rules/iso-week.ts';
import { findClosedWeek } from './store/checks.ts';

/** Every night, so that a machine that was off catches up on the next one; four weeks back, each once. */
export const closeEndedWeeks: Job = {
  name: 'rhythm.close-weeks',
  cron: '25 0 * * *',
  async run(district, { world, run }) {
    const last = weekBefore(isoWeekOf(await world.today(district)));
    const closed = await reading(world, district, (reader) => findClosedWeek(reader, last));
    if (closed === null) await run(closeWeeks, district, {});
  },
};

import { monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { Job } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { listProgrammes } from '#/programme/door.ts';
import { freezeMonth } from './actions/month-figures.ts';

/** 固定上月数字, the night after entry of the month was closed; a night on which the machine was off is made up for on the next one. */
export const freezeClosedMonth: Job = {
  name: 'supervision.freeze-closed-month',
  cron: '20 2 * * *',
  async run(district, { world, run }) {
    const today = await world.today(district);
    const last = monthOf(today) === 1 ? { year: yearOf(today) - 1, month: 12 } : { year: yearOf(today), month: monthOf(today) - 1 };
    const lists = (await reading(world, district, listProgrammes)).filter((it) => it.state === 'frozen' && it.year === last.year);
    for (const { id } of lists) await run(freezeMonth, district, { programmeId: id, month: last.month });
  },
};

import { addDays, type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { Job } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { listProgrammes } from '#/programme/door.ts';
import { freezeMonthLights } from './actions/lights.ts';
import { ENTRY_DAYS, isWatchedOn } from './rules/period.ts';

/** 冻结上月灯色, each night: what was missed while the machine was off is made up for on the next one. */
export const freezeLastMonth: Job = {
  name: 'delivery.freeze-last-month',
  cron: '10 2 * * *',
  async run(district, { world, run }) {
    const today = await world.today(district);
    const lastDay = monthToFreeze(today);
    const lists = await reading(world, district, listProgrammes);
    const open = lists.filter((it) => it.state === 'frozen' && it.frozenOn !== null && it.frozenOn <= lastDay && isWatchedOn(it, lastDay));
    for (const { id } of open) await run(freezeMonthLights, district, { programmeId: id, year: yearOf(lastDay), month: monthOf(lastDay) });
  },
};

/** The last day of the newest month whose days for late figures are over. */
export function monthToFreeze(today: CivilDate): CivilDate {
  const settled = addDays(today, -ENTRY_DAYS - 1);
  const isMonthEnd = settled === endOfMonth(yearOf(settled), monthOf(settled));
  return isMonthEnd ? settled : endOfMonth(yearOf(settled), monthOf(settled) - 1);
}

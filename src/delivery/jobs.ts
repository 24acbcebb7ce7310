import { type CivilDate, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { Job } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { listProgrammes, type StoredProgramme } from '#/programme/door.ts';
import { endEntry } from './actions/entry-end.ts';
import { freezeMonthLights } from './actions/lights.ts';
import { isDueToEnd, newestEnded } from './rules/entry-end.ts';
import { isWatchedOn, lastDayOf } from './rules/period.ts';
import { listKeyActs } from './store/periods.ts';
import { getEntryEnd } from './store/settings.ts';

/** 关闭上月填报, the night after its last day for figures; what was missed while the machine was off is made up for on the next one. */
export const endEntryOfMonth: Job = {
  name: 'delivery.end-entry-of-month',
  cron: '5 2 * * *',
  async run(district, { world, run }) {
    const today = await world.today(district);
    const due = await reading(world, district, async (reader) => {
      const setting = await getEntryEnd(reader);
      const period = newestEnded(today, setting);
      const lists = setting.on ? listsToWatch(await listProgrammes(reader), lastDayOf(period)) : [];
      const open: string[] = [];
      for (const { id } of lists) if (isDueToEnd(await listKeyActs(reader, id, period))) open.push(id);
      return { period, open };
    });
    for (const programmeId of due.open) await run(endEntry, district, { programmeId, period: due.period });
  },
};

/** 冻结上月灯色, each night: what was missed while the machine was off is made up for on the next one. */
export const freezeLastMonth: Job = {
  name: 'delivery.freeze-last-month',
  cron: '10 2 * * *',
  async run(district, { world, run }) {
    const today = await world.today(district);
    const lastDay = lastDayOf(newestEnded(today, await reading(world, district, getEntryEnd)));
    const open = listsToWatch(await reading(world, district, listProgrammes), lastDay);
    for (const { id } of open) await run(freezeMonthLights, district, { programmeId: id, year: yearOf(lastDay), month: monthOf(lastDay) });
  },
};

function listsToWatch(lists: readonly StoredProgramme[], lastDay: CivilDate): readonly StoredProgramme[] {
  return lists.filter((it) => it.state === 'frozen' && it.frozenOn !== null && it.frozenOn <= lastDay && isWatchedOn(it, lastDay));
}

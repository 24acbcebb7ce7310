import type { CivilDate } from '#/kernel/civil-date.ts';
import { listUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { listProgrammes, type StoredProgramme } from '#/programme/door.ts';
import { currentPeriodId } from '../rules/calendar.ts';
import { asksByForm, batchDuty, type CollectionDuty, formDuties } from '../rules/duties.ts';
import { listOpenBatches } from '../store/batches.ts';
import { getCalendar, getPeriod } from '../store/calendar.ts';
import { reportingRates } from './periods.ts';

/** What is owed about forms: of every frozen list whose time it is. */
export async function listCollectionDuties(reader: Reader, until: CivilDate): Promise<readonly CollectionDuty[]> {
  const { rhythm } = await getCalendar(reader);
  const lists = (await listProgrammes(reader)).filter((it) => it.state === 'frozen');
  const forms: CollectionDuty[] = [];
  if (asksByForm(rhythm)) {
    const id = currentPeriodId(reader.today, rhythm);
    for (const list of lists) forms.push(...(await ofPeriod(reader, list, id)));
  }
  const batches = await listOpenBatches(reader);
  const unitNames = batches.length === 0 ? {} : Object.fromEntries((await listUnits(reader)).map(({ id, name }) => [id, name]));
  return [...forms, ...batches.map((it) => batchDuty(it, unitNames))].filter(({ dueOn }) => dueOn <= until);
}

async function ofPeriod(reader: Reader, list: StoredProgramme, id: string): Promise<readonly CollectionDuty[]> {
  const period = await getPeriod(reader, id);
  if (period.to < list.from || period.from > list.to) return [];
  const duties = formDuties({ programmeId: list.id, period, rates: await reportingRates(reader, list, id) });
  return duties.map((it) => ({ ...it, key: `${it.key} ${list.id}` }));
}

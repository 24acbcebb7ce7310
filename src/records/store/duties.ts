import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { eventDuty, needDuty, type RecordsDuty } from '../rules/duties.ts';
import { listPlannedEvents } from './entries.ts';
import { listOpenNeeds } from './visits/visits.ts';

export async function listRecordsDuties(reader: Reader, until: CivilDate): Promise<readonly RecordsDuty[]> {
  const events = (await listPlannedEvents(reader)).filter((it) => it.on <= until);
  return [...events.map(eventDuty), ...(await listOpenNeeds(reader, until)).map(needDuty)];
}

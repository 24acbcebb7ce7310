import { type CivilDate, dayInChina } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { listProgrammes, type StoredProgramme } from '#/programme/door.ts';
import { answersOf, leadUnitsOf } from '../rules/answers.ts';
import { type DeliveryDuty, decidingDuties, periodDuty, planDuties, reportingDuties, sampleDuty } from '../rules/duties.ts';
import { isWatchedOn, keysOf, lastDayOf, monthBefore, periodOf, stateOf } from '../rules/period.ts';
import { weekOf } from '../rules/week.ts';
import { loadAnswering } from './answers.ts';
import { loadBoard } from './board.ts';
import { listKeyActs } from './periods.ts';
import { listProposedPlans } from './plans.ts';
import { listOpen } from './reports.ts';
import { getEntryEnd } from './settings.ts';
import { listOpenSamples } from './verdicts.ts';

/** Everything owed about reports, in every list that is watched today. */
export async function listDeliveryDuties(reader: Reader, until: CivilDate): Promise<readonly DeliveryDuty[]> {
  const lists = (await listProgrammes(reader)).filter((it) => it.state === 'frozen' && isWatchedOn(it, reader.today));
  const duties: DeliveryDuty[] = [];
  for (const stored of lists) duties.push(...(await ofList(reader, stored)), ...(await ofLastMonth(reader, stored)));
  return duties.filter(({ dueOn }) => dueOn <= until);
}

async function ofList(reader: Reader, stored: StoredProgramme): Promise<readonly DeliveryDuty[]> {
  const { board, input } = await loadBoard(reader, stored, reader.today);
  const open = await listOpen(reader, stored.id);
  const week = weekOf({ board, unitId: null, open, facts: input.reports, mismatchNotes: new Map() });
  const sentBack = open.flatMap(({ id, decidedAt }) => (decidedAt === null ? [] : [[id, dayInChina(new Date(decidedAt))] as const]));
  const waiting = open.map((it) => ({ ...it, sentOn: dayInChina(new Date(it.submittedAt)) }));
  return [
    ...reportingDuties(week, new Map(sentBack)),
    ...decidingDuties(waiting, input.unitNames, await getEntryEnd(reader)),
    ...planDuties({ programmeId: stored.id, plans: await listProposedPlans(reader, stored.id), unitNames: input.unitNames }),
    ...(await listOpenSamples(reader, stored.id)).map(sampleDuty),
  ];
}

/** Nobody could report before the list was frozen. */
async function ofLastMonth(reader: Reader, stored: StoredProgramme): Promise<readonly DeliveryDuty[]> {
  const period = monthBefore(periodOf(reader.today));
  if (stored.frozenOn === null || period < periodOf(stored.frozenOn) || lastDayOf(period) < stored.from) return [];
  const keys = keysOf(await listKeyActs(reader, stored.id, period));
  if (keys.isClosed) return [];
  const answering = await loadAnswering(reader, stored, period);
  const open = leadUnitsOf(answering.projects, answering.promises).filter((unitId) => stateOf(keys, unitId) === 'open');
  const entry = await getEntryEnd(reader);
  return open.flatMap((unitId) => periodDuty(unitId, period, answersOf(unitId, period, answering), entry) ?? []);
}

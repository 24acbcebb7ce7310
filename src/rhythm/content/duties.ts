import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { ageDays } from '../rules/blocker.ts';
import { blockerDuty, checkDuty, letterDuty, meetingDuties, type RhythmDuty } from '../rules/duties.ts';
import { isoWeekOf } from '../rules/iso-week.ts';
import type { Meeting } from '../rules/meeting.ts';
import { listBlockers } from '../store/blockers.ts';
import { listLetters } from '../store/letters.ts';
import { listMeetings } from '../store/meetings.ts';
import { listPushedProjects } from '../store/projects.ts';
import { getRhythmSettings } from '../store/settings.ts';
import { loadUnitWeeks } from './weeks.ts';

/** A check that was not given is asked for until its week and the next are over; then it is silence. */
export async function listRhythmDuties(reader: Reader, until: CivilDate): Promise<readonly RhythmDuty[]> {
  const { today } = reader;
  const settings = await getRhythmSettings(reader);
  const weeks = [...(await loadUnitWeeks(reader, isoWeekOf(addDays(today, -7)))), ...(await loadUnitWeeks(reader, isoWeekOf(today)))];
  const pushed = await listPushedProjects(reader);
  const projects = new Map(pushed.map((it) => [it.id, it.name]));
  const leadersOf = ({ programmeId }: Pick<Meeting, 'programmeId'>) => [
    ...new Set(pushed.filter((it) => it.programmeId === programmeId).flatMap(({ leadUnitId }) => leadUnitId ?? [])),
  ];
  const blockers = (await listBlockers(reader, { openOn: today })).map((it) => ({
    ...it,
    project: projects.get(it.projectId) ?? '',
    age: ageDays(it, today),
  }));
  const duties = [
    ...weeks.flatMap((it) => checkDuty(it) ?? []),
    ...blockers.flatMap((it) => blockerDuty(it, settings) ?? []),
    ...(await listLetters(reader)).flatMap((it) => letterDuty(it) ?? []),
    ...(await listMeetings(reader)).flatMap((it) => meetingDuties(it, leadersOf(it), today)),
  ];
  return duties.filter(({ dueOn }) => dueOn <= until);
}

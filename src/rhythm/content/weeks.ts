import { boardOn } from '#/delivery/door.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { listProjectSchedules } from '#/planning/door.ts';
import type { ProjectSchedule } from '#/planning/rules/activity.ts';
import type { Reader } from '#/platform/db.ts';
import { listProgrammes, type StoredProgramme } from '#/programme/door.ts';
import { askedProjects } from '../rules/asked.ts';
import { type AskedProject, type UnitWeek, weekAnswer } from '../rules/check.ts';
import { dueDayOf, type IsoWeek, isoWeekOf, isSameWeek, mondayOf } from '../rules/iso-week.ts';
import type { RhythmSettings } from '../rules/settings.ts';
import { listBlockers } from '../store/blockers.ts';
import { findClosedWeek, listChecks } from '../store/checks.ts';
import { getRhythmSettings } from '../store/settings.ts';

/** What is left of a list is asked about until a year after its period. */
const WATCHED_DAYS = 366;

/** 一张清单在一天的情况: its board and the schedules of its projects. */
export type ListOnDay = { readonly stored: StoredProgramme; readonly board: Board; readonly schedules: readonly ProjectSchedule[] };

/** Every list that is pushed on a day: frozen by then, so that nobody is asked about a time before it was known. */
export async function listsOn(reader: Reader, day: CivilDate): Promise<readonly ListOnDay[]> {
  const lists = (await listProgrammes(reader)).filter(
    (it) => it.frozenOn !== null && it.frozenOn <= day && it.from <= day && addDays(it.to, WATCHED_DAYS) >= day,
  );
  const found: ListOnDay[] = [];
  for (const stored of lists) {
    const board = await boardOn(reader, { year: stored.year, kind: stored.kind, asOf: day });
    if (board !== null) found.push({ stored, board, schedules: await listProjectSchedules(reader, stored.id, day) });
  }
  return found;
}

/** What the week of a day asks, of all units. */
export async function loadAsked(reader: Reader, day: CivilDate, settings: RhythmSettings): Promise<readonly AskedProject[]> {
  const blockers = await listBlockers(reader, { openOn: day });
  const lists = await listsOn(reader, day);
  return lists.flatMap(({ board, schedules }) => askedProjects({ board, schedules, blockers, settings }));
}

/** 无处可问: behind, and no lead unit to ask; the office names one on the list's page. */
export async function loadUnled(reader: Reader): Promise<readonly Pick<AskedProject, 'no' | 'name' | 'light'>[]> {
  return (await listsOn(reader, reader.today)).flatMap(({ board }) =>
    board.projects
      .filter(({ project, light }) => project.leadUnitId === null && (light === 'red' || light === 'yellow'))
      .map(({ project: { no, name }, light }) => ({ no, name, light })),
  );
}

/** 各单位本周: who was asked in a week and what came: as it stood when the week was closed, else as it would stand by its due day. */
export async function loadUnitWeeks(reader: Reader, week: IsoWeek): Promise<readonly UnitWeek[]> {
  const settings = await getRhythmSettings(reader);
  const closed = await findClosedWeek(reader, week);
  const asked = closed ?? (await askedNow(reader, week, settings));
  const checks = new Map((await listChecks(reader, week)).map((it) => [it.unitId, it]));
  return asked.map(({ unitId, projects, dueOn }) => {
    const check = checks.get(unitId);
    const filedOn = check?.filedOn ?? null;
    return {
      ...week,
      unitId,
      projects,
      dueOn,
      answer: weekAnswer(dueOn, filedOn, reader.today),
      filedOn,
      isUnchanged: check?.isUnchanged ?? false,
    };
  });
}

/** 未报单位: the units that were asked in a week and said nothing by its day. Empty while the day is not over. */
export async function silentUnits(reader: Reader, week: IsoWeek): Promise<readonly UnitWeek[]> {
  return (await loadUnitWeeks(reader, week)).filter(({ answer }) => answer === 'silent');
}

/** The day on which a week's question stands: its due day once that is past, today while it runs. */
function askedOn(today: CivilDate, week: IsoWeek, { dueWeekday }: RhythmSettings): CivilDate {
  const dueOn = dueDayOf(week, dueWeekday);
  return isSameWeek(isoWeekOf(today), week) || dueOn > today ? today : dueOn;
}

/** Everything that a week asks, of all units; nothing where the district asks no weekly checks, or the week has not begun. */
export async function loadAskedOf(reader: Reader, week: IsoWeek, settings: RhythmSettings): Promise<readonly AskedProject[]> {
  if (!settings.isAsked || mondayOf(week) > reader.today) return [];
  return loadAsked(reader, askedOn(reader.today, week, settings), settings);
}

export async function askedNow(reader: Reader, week: IsoWeek, settings: RhythmSettings) {
  const asked = await loadAskedOf(reader, week, settings);
  const dueOn = dueDayOf(week, settings.dueWeekday);
  return [...Map.groupBy(asked, ({ unitId }) => unitId)].map(([unitId, rows]) => ({ unitId, projects: rows.length, dueOn }));
}

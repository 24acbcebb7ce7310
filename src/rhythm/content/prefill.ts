import type { Reader } from '#/platform/db.ts';
import type { AskedProject, CheckLine } from '../rules/check.ts';
import type { IsoWeek } from '../rules/iso-week.ts';
import { prefilledLine } from '../rules/prefill.ts';
import type { RhythmSettings } from '../rules/settings.ts';
import { listBlockers } from '../store/blockers.ts';
import { listChecksOfUnit } from '../store/checks.ts';
import { listsOn } from './weeks.ts';

type Wanted = {
  readonly asked: readonly AskedProject[];
  readonly week: IsoWeek;
  readonly unitId: string;
  readonly settings: RhythmSettings;
};

/** What reports, schedule, blockers and last week already say of what is asked. */
export async function loadPrefilled(reader: Reader, { asked, week, unitId, settings }: Wanted): Promise<readonly CheckLine[]> {
  if (asked.length === 0) return [];
  const lists = await listsOn(reader, reader.today);
  const blockers = await listBlockers(reader, { openOn: reader.today });
  const before = (await listChecksOfUnit(reader, unitId, 2)).find((it) => it.year !== week.year || it.week !== week.week);
  return asked.flatMap(({ projectId, programmeId }) => {
    const list = lists.find(({ stored }) => stored.id === programmeId);
    const standing = list?.board.projects.find(({ project }) => project.id === projectId);
    if (list === undefined || standing === undefined) return [];
    const schedule = list.schedules.find((it) => it.projectId === projectId) ?? null;
    const last = before?.lines.find((it) => it.projectId === projectId && !it.isUnchanged) ?? null;
    return [prefilledLine({ standing, schedule, blockers, last, week, gateDays: settings.gateDays })];
  });
}

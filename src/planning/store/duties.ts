import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import type { Reader } from '#/platform/db.ts';
import { listProgrammes, loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import { activityDuties, claimDuty, type PlanningDuty } from '../rules/duties.ts';
import { listProjectSchedules, loadDays } from './networks.ts';
import { listTasks } from './tasks.ts';

/** What is left of a list is asked for until a year after its period. */
const WATCHED_DAYS = 366;

export async function listPlanningDuties(reader: Reader, until: CivilDate): Promise<readonly PlanningDuty[]> {
  const lists = (await listProgrammes(reader)).filter((it) => it.state === 'frozen' && addDays(it.to, WATCHED_DAYS) >= reader.today);
  const duties: PlanningDuty[] = [];
  for (const stored of lists) duties.push(...(await ofList(reader, stored, until)));
  return duties.filter(({ dueOn }) => dueOn <= until);
}

async function ofList(reader: Reader, stored: StoredProgramme, until: CivilDate): Promise<readonly PlanningDuty[]> {
  const tasks = await listTasks(reader, { programmeId: stored.id });
  if (tasks.length === 0) return [];
  const { projects } = await loadProgramme(reader, stored);
  const nameOf = (projectId: string) => projects.find(({ id }) => id === projectId)?.name ?? '';
  const setUp = await setUpDays(
    reader,
    tasks.map(({ id }) => id),
  );
  const claims = tasks.flatMap((task) => claimDuty({ ...task, setUpOn: setUp.get(task.id) ?? reader.today }, nameOf(task.projectId)) ?? []);
  const byId = new Map(tasks.map((it) => [it.id, it]));
  const schedules = await listProjectSchedules(reader, stored.id, reader.today);
  const within = { tasks: byId, until };
  return [...claims, ...schedules.flatMap((it) => activityDuties(it, { ...within, project: nameOf(it.projectId) }))];
}

async function setUpDays({ client, district }: Reader, taskIds: readonly string[]): Promise<ReadonlyMap<string, CivilDate>> {
  const found = await client.query<{ id: string; on: CivilDate }>({
    name: 'planning-set-up-days',
    text: 'select task_id as id, min(on_day) as "on" from planning.task_change where district = $1 and task_id = any($2::uuid[]) group by task_id',
    values: [district, taskIds],
  });
  return new Map(found.rows.map(({ id, on }) => [id, on]));
}

/** 机关工作日 as the district keeps it. */
export async function loadOfficeDays(reader: Reader): Promise<CalendarSpec> {
  return (await loadDays(reader)).calendars.office!.spec;
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { Activity, ActivityLink, Baseline, NetworkTaskName, ProjectNetwork, ProjectSchedule } from '../rules/activity.ts';
import { lineageOf } from '../rules/area.ts';
import { calendarsInForce, newestOf, specOf, yearsInForce } from '../rules/calendar.ts';
import { scheduleOf } from '../rules/network.ts';
import { listAreas } from './areas.ts';
import { listCalendarVersions, listHolidayEntries, listPlaceCalendars } from './calendars.ts';

type Head = { readonly projectId: string; readonly deadline: CivilDate; readonly version: number | null };

/** The projects of a list, or one project, with the last day of their promises: the period's end where one of them names none. */
async function listHeads(
  { client, district }: Reader,
  { programmeId, projectId }: { readonly programmeId?: string; readonly projectId?: string },
): Promise<readonly Head[]> {
  const found = await client.query<Head>({
    name: 'planning-network-heads',
    text: `select j.id as "projectId", n.version,
             coalesce((select case when bool_and(p.due_on is not null) then max(p.due_on) end
                         from programme.promise p where p.district = j.district and p.project_id = j.id), l.to_on) as deadline
             from programme.project j
             join programme.programme l on l.district = j.district and l.id = j.programme_id
             left join planning.network n on n.district = j.district and n.project_id = j.id
            where j.district = $1 and ($2::uuid is null or j.programme_id = $2) and ($3::uuid is null or j.id = $3) order by j.position`,
    values: [district, programmeId ?? null, projectId ?? null],
  });
  return found.rows;
}

const ACTIVITY = `select id, project_id as "projectId", task_id as "taskId", site_id as "siteId", position, name, days, calendar,
    is_milestone as "isMilestone", gate, not_before as "notBefore", finish_by as "finishBy", pinned_on as "pinnedOn", started_on as "startedOn",
    finished_on as "finishedOn", remaining_days as "remainingDays", evidence, legal_minimum as "legalMinimum",
    shorter_because as "shorterBecause", version
  from planning.activity where district = $1 and project_id = any($2) order by position, id`;

async function rowsOf<Row extends object>({ client, district }: Reader, name: string, text: string, ids: readonly string[]) {
  return (await client.query<Row>({ name, text, values: [district, ids] })).rows;
}

type OfProject<It> = It & { readonly projectId: string };

async function networksOf(reader: Reader, heads: readonly Head[]): Promise<readonly ProjectNetwork[]> {
  const ids = heads.map((it) => it.projectId);
  const activities = Map.groupBy(await rowsOf<Activity>(reader, 'planning-activities', ACTIVITY, ids), (it) => it.projectId);
  const links = await rowsOf<OfProject<ActivityLink>>(
    reader,
    'planning-links',
    `select project_id as "projectId", from_id as "from", to_id as "to", type, lag, lag_calendar as "lagCalendar"
       from planning.activity_link where district = $1 and project_id = any($2) order by from_id, to_id, type`,
    ids,
  );
  const tasks = await rowsOf<OfProject<NetworkTaskName>>(
    reader,
    'planning-network-tasks',
    `select project_id as "projectId", id, name, due_on as "dueOn" from planning.task where district = $1 and project_id = any($2) order by position`,
    ids,
  );
  const baselines = await rowsOf<OfProject<Baseline>>(
    reader,
    'planning-newest-baselines',
    `select distinct on (project_id) project_id as "projectId", no, locked_on as "lockedOn", locked_by as "lockedBy", reason, digest, dates
       from planning.baseline where district = $1 and project_id = any($2) order by project_id, no desc`,
    ids,
  );
  const days = await loadDays(reader);
  const own = <Row extends { readonly projectId: string }>(rows: readonly Row[], id: string) => rows.filter((it) => it.projectId === id);
  return heads.map(({ projectId, deadline, version }) => ({
    projectId,
    deadline,
    tasks: own(tasks, projectId).map(({ projectId: _, ...it }) => it),
    activities: activities.get(projectId) ?? [],
    links: own(links, projectId).map(({ projectId: _, ...it }) => it),
    ...days,
    baseline: own(baselines, projectId).map(({ projectId: _, ...it }) => it)[0] ?? null,
    version: version ?? 0,
  }));
}

/** The calendars in force, and which of them holds at each site that names one or lies in an area that does. */
export async function loadDays(reader: Reader): Promise<Pick<ProjectNetwork, 'calendars' | 'siteCalendars'>> {
  const years = yearsInForce(newestOf(await listHolidayEntries(reader), ({ year }) => year));
  const inForce = calendarsInForce(newestOf(await listCalendarVersions(reader), ({ key }) => key));
  const calendars = Object.fromEntries(
    inForce.map((it) => [it.key, { title: it.title, spec: specOf(it, years), quietHours: it.quietHours }]),
  );
  return { calendars, siteCalendars: await loadSiteCalendars(reader) };
}

async function loadSiteCalendars(reader: Reader): Promise<ProjectNetwork['siteCalendars']> {
  const places = await listPlaceCalendars(reader);
  if (places.size === 0) return {};
  const areas = await listAreas(reader);
  const sites = await reader.client.query<{ id: string; areaId: string | null }>({
    name: 'planning-site-areas',
    text: 'select id, area_id as "areaId" from planning.site where district = $1',
    values: [reader.district],
  });
  return Object.fromEntries(
    sites.rows.flatMap(({ id, areaId }) => {
      const named = [id, ...lineageOf(areas, areaId).map((it) => it.id)].map((it) => places.get(it)).find((it) => it !== undefined);
      return named === undefined ? [] : [[id, named] as const];
    }),
  );
}

/** The network of a project; null where there is no such project. */
export async function loadNetwork(reader: Reader, projectId: string): Promise<ProjectNetwork | null> {
  return (await networksOf(reader, await listHeads(reader, { projectId })))[0] ?? null;
}

/** The networks of a list's projects that have any activity. */
export async function listNetworks(reader: Reader, programmeId: string): Promise<readonly ProjectNetwork[]> {
  const heads = (await listHeads(reader, { programmeId })).filter((it) => it.version !== null);
  return heads.length === 0 ? [] : (await networksOf(reader, heads)).filter((it) => it.activities.length > 0);
}

/** 排期 of one project as of a day; null where the project has no network yet. */
export async function loadProjectSchedule(reader: Reader, projectId: string, today: CivilDate): Promise<ProjectSchedule | null> {
  const network = await loadNetwork(reader, projectId);
  return network === null || network.activities.length === 0 ? null : scheduleOf(network, today);
}

/** 排期 of every project of a list that has a network. */
export async function listProjectSchedules(reader: Reader, programmeId: string, today: CivilDate): Promise<readonly ProjectSchedule[]> {
  return (await listNetworks(reader, programmeId)).map((it) => scheduleOf(it, today));
}

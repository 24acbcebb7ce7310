import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { Activity, ActivityLink, Baseline, ProjectNetwork } from '../rules/activity.ts';
import { type NetworkChange, networkActs } from '../rules/network-change.ts';
import { loadNetwork } from './networks.ts';

/** The network as it stands once nobody else is at work on it. */
export async function getNetworkForUpdate(writer: Writer, projectId: string): Promise<ProjectNetwork> {
  const { client, district } = writer;
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`planning.network ${district} ${projectId}`]);
  return getNetwork(writer, projectId);
}

export async function getNetwork(reader: Reader, projectId: string): Promise<ProjectNetwork> {
  const network = await loadNetwork(reader, projectId);
  if (network === null) throw new Problem(404, 'unknown-project', { id: projectId });
  return network;
}

/** The project that an activity belongs to. */
export async function projectOfActivity({ client, district }: Reader, activityId: string): Promise<string> {
  const found = await client.query<{ projectId: string }>({
    name: 'planning-project-of-activity',
    text: 'select project_id as "projectId" from planning.activity where district = $1 and id = $2',
    values: [district, activityId],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-activity', { id: activityId });
  return found.rows[0].projectId;
}

/** Writes what is different, counts the network's version up and keeps what was done, by whom and why. */
export async function saveNetwork(writer: Writer, before: ProjectNetwork, after: ProjectNetwork, reason: string | null): Promise<number> {
  const { projectId } = before;
  const changes = networkActs(before, after);
  if (changes.length === 0) return before.version;
  const isKept = (links: readonly ActivityLink[], it: ActivityLink) => links.includes(it);
  for (const it of before.links.filter((link) => !isKept(after.links, link))) await remove(writer, 'planning.activity_link', keyOf(it));
  for (const { id } of before.activities.filter((it) => !after.activities.some((other) => other.id === it.id)))
    await remove(writer, 'planning.activity', { id });
  for (const it of after.activities.filter((activity) => !before.activities.includes(activity))) await saveActivity(writer, it);
  for (const it of after.links.filter((link) => !isKept(before.links, link)))
    await add(writer, 'planning.activity_link', { ...keyOf(it), project_id: projectId, lag: it.lag, lag_calendar: it.lagCalendar });
  const version = before.version + 1;
  await save(writer, 'planning.network', { project_id: projectId }, { version });
  await add(writer, 'planning.network_change', {
    project_id: projectId,
    network_version: version,
    changes,
    reason: reason || null,
    by_name: writer.actor.name,
    by_post: writer.actor.postTitle,
    on_day: writer.today,
  });
  return version;
}

function keyOf({ from, to, type }: ActivityLink): { readonly from_id: string; readonly to_id: string; readonly type: string } {
  return { from_id: from, to_id: to, type };
}

async function saveActivity(writer: Writer, it: Activity): Promise<void> {
  const values = {
    project_id: it.projectId,
    task_id: it.taskId,
    site_id: it.siteId,
    position: it.position,
    name: it.name,
    days: it.days,
    calendar: it.calendar,
    is_milestone: it.isMilestone,
    gate: it.gate,
    not_before: it.notBefore,
    finish_by: it.finishBy,
    pinned_on: it.pinnedOn,
    started_on: it.startedOn,
    finished_on: it.finishedOn,
    remaining_days: it.remainingDays,
    evidence: [...it.evidence],
    legal_minimum: it.legalMinimum,
    shorter_because: it.shorterBecause,
  };
  await save(writer, 'planning.activity', { id: it.id }, values);
}

/** What was done to a project's network after a version that somebody saw, newest first. */
export async function listNetworkChanges(
  { client, district }: Reader,
  projectId: string,
  after: number,
): Promise<readonly NetworkChange[]> {
  const found = await client.query<NetworkChange>({
    name: 'planning-network-changes',
    text: `select network_version as version, changes, reason, by_name as "byName", by_post as "byPost", on_day as "onDay"
             from planning.network_change where district = $1 and project_id = $2 and network_version > $3 order by network_version desc limit 200`,
    values: [district, projectId, after],
  });
  return found.rows;
}

/** Every baseline of a project, newest first. */
export async function listBaselines({ client, district }: Reader, projectId: string): Promise<readonly Baseline[]> {
  const found = await client.query<Baseline>({
    name: 'planning-baselines',
    text: `select no, locked_on as "lockedOn", locked_by as "lockedBy", reason, digest, dates
             from planning.baseline where district = $1 and project_id = $2 order by no desc`,
    values: [district, projectId],
  });
  return found.rows;
}

type NewBaseline = Pick<Baseline, 'no' | 'dates' | 'digest' | 'reason'>;

export async function addBaseline(writer: Writer, projectId: string, { no, dates, digest, reason }: NewBaseline): Promise<void> {
  const locked = { locked_by: writer.actor.name, locked_on: writer.today };
  await add(writer, 'planning.baseline', { project_id: projectId, no, dates, digest, reason, ...locked });
}

import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { OnSiteCase } from '../rules/on-site.ts';

const COLUMNS = `id, year, no, project_id as "projectId", blocker_id as "blockerId", leader_post_id as "leaderPostId", leader_name as "leaderName",
  held_on as "heldOn", place, matter, decision, is_solved as "isSolved", present, evidence, recorded_by as "recordedBy", recorded_on as "recordedOn",
  struck_because as "struckBecause", version`;

/** 现场办公台账 of a year, in the order of its numbers. */
export async function listOnSite({ client, district }: Reader, year: number): Promise<readonly OnSiteCase[]> {
  const found = await client.query<OnSiteCase>({
    name: 'rhythm-on-site',
    text: `select ${COLUMNS} from rhythm.on_site_case where district = $1 and year = $2 order by no`,
    values: [district, year],
  });
  return found.rows;
}

/** Numbers of a year follow one another: whoever takes the next one waits for the one before. */
export async function nextOnSiteNo({ client, district }: Writer, year: number): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rhythm.on-site ${district} ${year}`]);
  const found = await client.query<{ no: number }>(
    'select coalesce(max(no), 0) + 1 as no from rhythm.on_site_case where district = $1 and year = $2',
    [district, year],
  );
  return found.rows[0]!.no;
}

export async function getOnSiteForUpdate({ client, district }: Writer, id: string): Promise<OnSiteCase> {
  const found = await client.query<OnSiteCase>(`select ${COLUMNS} from rhythm.on_site_case where district = $1 and id = $2 for update`, [
    district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-case', { id });
  return found.rows[0];
}

export async function addOnSite(writer: Writer, it: Omit<OnSiteCase, 'version'>): Promise<void> {
  await add(writer, 'rhythm.on_site_case', {
    ...{ id: it.id, year: it.year, no: it.no, project_id: it.projectId, blocker_id: it.blockerId, leader_post_id: it.leaderPostId },
    ...{
      leader_name: it.leaderName,
      held_on: it.heldOn,
      place: it.place,
      matter: it.matter,
      decision: it.decision,
      is_solved: it.isSolved,
    },
    ...{ present: it.present, evidence: it.evidence, recorded_by: it.recordedBy, recorded_on: it.recordedOn, struck_because: null },
  });
}

export async function saveStruck(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'rhythm.on_site_case', { id }, { struck_because: reason });
}

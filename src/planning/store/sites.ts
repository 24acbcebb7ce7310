import { Problem } from '#/kernel/problem.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import { seal, unseal } from '#/platform/secrets.ts';
import type { Geometry } from '../rules/geometry.ts';
import { isWater, type Site, type SiteAct, type SiteChange, siteChanges } from '../rules/site.ts';

const PLACE = 'planning.site.sealed_geometry';
type Row = Site & { readonly sealed: string | null };
const COLUMNS = `id, project_id as "projectId", promise_id as "promiseId", name, area_id as "areaId", kind, stage, geometry,
  sealed_geometry as sealed, captured_in as "capturedIn", is_public as "isPublic", version`;

function siteOf({ keys }: Reader, { sealed, ...site }: Row): Site {
  return sealed === null ? site : { ...site, geometry: JSON.parse(unseal(keys, PLACE, sealed)) as Geometry };
}

export async function listSites(reader: Reader, projectIds: readonly string[] | null = null): Promise<readonly Site[]> {
  const found = await reader.client.query<Row>({
    name: 'planning-sites',
    text: `select ${COLUMNS} from planning.site where district = $1 and ($2::uuid[] is null or project_id = any($2)) order by name collate "C", id`,
    values: [reader.district, projectIds],
  });
  return found.rows.map((row) => siteOf(reader, row));
}

export async function getSite(reader: Reader, id: string): Promise<Site> {
  const found = await reader.client.query<Row>(`select ${COLUMNS} from planning.site where district = $1 and id = $2`, [
    reader.district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-site', { id });
  return siteOf(reader, found.rows[0]);
}

export async function countSitesIn({ client, district }: Reader, areaId: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    `select count(*)::int as count from planning.site where district = $1 and area_id = $2`,
    [district, areaId],
  );
  return found.rows[0]!.count;
}

export type Act = { readonly act: SiteAct; readonly before: Site | null; readonly reason?: string };

/** Writes a site and, beside it, who did what. Where water comes from is kept sealed. */
export async function saveSite(writer: Writer, site: Site, done: Act): Promise<void> {
  const { id, projectId, promiseId, areaId, kind, name, stage, geometry, capturedIn, isPublic } = site;
  await save(
    writer,
    'planning.site',
    { id },
    {
      project_id: projectId,
      promise_id: promiseId,
      area_id: areaId,
      kind,
      name,
      name_key: nameKey(name),
      stage,
      geometry: isWater(kind) ? null : geometry,
      sealed_geometry: isWater(kind) && geometry !== null ? seal(writer.keys, PLACE, JSON.stringify(geometry)) : null,
      captured_in: capturedIn,
      is_public: isPublic,
    },
  );
  await noteChange(writer, site, done);
}

export async function removeSite(writer: Writer, site: Site, reason: string): Promise<void> {
  await unhang(writer, site.id);
  await remove(writer, 'planning.site', { id: site.id });
  await noteChange(writer, site, { act: 'removed', before: null, reason });
}

/** What hangs on a site goes with it: its place in tasks, and its own weights. What was done there stays written. */
async function unhang(writer: Writer, siteId: string): Promise<void> {
  const values = [writer.district, siteId];
  const tasks = await writer.client.query<{ task_id: string }>(
    'select task_id from planning.task_site where district = $1 and site_id = $2',
    values,
  );
  for (const { task_id } of tasks.rows) await remove(writer, 'planning.task_site', { task_id, site_id: siteId });
  const own = await writer.client.query<{ step_id: string }>(
    'select step_id from planning.step_override where district = $1 and site_id = $2',
    values,
  );
  for (const { step_id } of own.rows) await remove(writer, 'planning.step_override', { site_id: siteId, step_id });
}

async function noteChange(writer: Writer, site: Site, { act, before, reason = '' }: Act): Promise<void> {
  const last = await writer.client.query<{ no: number }>(
    `select coalesce(max(change_no), 0)::int as no from planning.site_change where district = $1 and site_id = $2`,
    [writer.district, site.id],
  );
  await add(writer, 'planning.site_change', {
    site_id: site.id,
    change_no: last.rows[0]!.no + 1,
    act,
    name: site.name,
    changes: before === null ? [] : siteChanges(before, site),
    reason: reason || null,
    by_name: writer.actor.name,
    by_post: writer.actor.postTitle,
    on_day: writer.today,
  });
}

/** The history of one site, or of all of them, newest first. */
export async function listSiteChanges({ client, district }: Reader, siteId: string | null): Promise<readonly SiteChange[]> {
  const found = await client.query<SiteChange>({
    name: 'planning-site-changes',
    text: `select site_id as "siteId", change_no as "changeNo", act, name, changes, reason, by_name as "byName", by_post as "byPost",
             to_char(on_day, 'YYYY-MM-DD') as "onDay" from planning.site_change
            where district = $1 and ($2::uuid is null or site_id = $2) order by on_day desc, change_no desc, site_id limit 500`,
    values: [district, siteId],
  });
  return found.rows;
}

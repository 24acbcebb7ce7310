import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { ActingReader, Reader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { readJson } from '#/platform/documents/read-json.ts';
import { openFile } from '#/platform/files.ts';
import { shiftedFrom } from '../coordinates.ts';
import { type AreaGeometry, COORDINATE_SYSTEMS } from '../rules/geometry.ts';
import { type OutlineRefusal, outlineFrom } from '../rules/outline.ts';
import { readOurSheet, type SheetRefusal } from '../rules/sheet.ts';
import { SetOutline } from '../rules/site.ts';
import { planSites, type RawSite, rawFromGeoJson, rawFromSheet, SITE_HEADS, type SitePlan, type SiteRemark } from '../rules/site-import.ts';
import { findOutline, holdPlaces, listAreas, saveOutline } from '../store/areas.ts';
import { listSiteProjects } from '../store/projects.ts';
import { listSites, saveSite } from '../store/sites.ts';
import { settledStage } from './settled-stage.ts';
import { maySpeakFor } from './sites.ts';

export const SiteFile = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  programmeId: z.uuid(),
  capturedIn: z.enum(COORDINATE_SYSTEMS),
});
type Asked = z.output<typeof SiteFile>;
type Summary = { readonly added: number; readonly changed: number; readonly same: number };
export type SiteReport = { readonly rows: number; readonly remarks: readonly SiteRemark[]; readonly summary: Summary };
type Worked = { readonly report: SiteReport; readonly plan: SitePlan };

/** Works out what a table or a GeoJSON file of sites would do, without writing anything. Rows of other units' projects are unknown rows. */
export async function workOutSites(
  reader: ActingReader,
  { digest, programmeId, capturedIn }: Asked,
): Promise<Result<Worked, SheetRefusal>> {
  const raw = await rawSites(reader, digest);
  if (!raw.ok) return raw;
  const projects = (await listSiteProjects(reader)).filter((it) => it.programmeId === programmeId && maySpeakFor(reader.actor, it));
  const outline = await findOutline(reader);
  const context = {
    sites: await listSites(
      reader,
      projects.map((it) => it.id),
    ),
    areas: await listAreas(reader),
    projects,
    outline: outline?.geometry ?? null,
    capturedIn,
  };
  const stored = raw.value.map((it) => ({ ...it, geometry: it.geometry === null ? null : shiftedFrom(it.geometry, capturedIn) }));
  const { plan, remarks } = planSites(stored, context, newId);
  const summary = { added: plan.added.length, changed: plan.changed.length, same: plan.same };
  return accept({ report: { rows: raw.value.length, remarks, summary }, plan });
}

async function rawSites(reader: Reader, digest: string): Promise<Result<readonly RawSite[], SheetRefusal>> {
  const file = await openFile(reader, digest);
  const json = readJson(file.bytes);
  if (json !== undefined) return rawFromGeoJson(json);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const rows = readOurSheet(content.value, SITE_HEADS, ['name', 'no']);
  return rows.ok ? accept(rows.value.map(rawFromSheet)) : rows;
}

/** All rows or none. */
export const importSites = command({
  name: 'planning.import-sites',
  version: 1,
  input: SiteFile,
  permission: 'planning.record-sites',
  subject: (input) => input.digest,
  async run(writer, input): Promise<Result<Summary, SheetRefusal>> {
    await holdPlaces(writer);
    const worked = await workOutSites(writer, input);
    if (!worked.ok) return worked;
    const { report, plan } = worked.value;
    const count = report.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    const before = new Map((await listSites(writer)).map((it) => [it.id, it]));
    for (const site of [...plan.added, ...plan.changed])
      await saveSite(writer, await settledStage(writer, site), { act: 'imported', before: before.get(site.id) ?? null });
    return accept(report.summary);
  },
});

/** 区界, as the district supplies it: no outline is made up here. */
export const setOutline = command({
  name: 'planning.set-outline',
  version: 1,
  input: SetOutline,
  permission: 'planning.manage-areas',
  subject: () => 'outline',
  async run(writer, { digest, capturedIn, source, reviewNo }): Promise<Result<{ readonly corners: number }, OutlineRefusal>> {
    const { bytes } = await openFile(writer, digest);
    const read = outlineFrom(readJson(bytes));
    if (!read.ok) return read;
    const geometry: AreaGeometry = shiftedFrom(read.value, capturedIn);
    await saveOutline(writer, { geometry, source, reviewNo });
    return accept({ corners: geometry.coordinates.flat(2).length });
  },
});

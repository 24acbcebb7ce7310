import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Actor, Writer } from '#/platform/db.ts';
import { shiftedFrom } from '../coordinates.ts';
import {
  ChangeSite,
  RecordSite,
  RemoveSite,
  type Site,
  type SiteAct,
  type SiteInput,
  type SiteRefusal,
  settleSite,
  staysSealed,
} from '../rules/site.ts';
import { findOutline, getArea, holdPlaces, listAreas } from '../store/areas.ts';
import { getSiteProject, listSiteProjects, type SiteProject } from '../store/projects.ts';
import { getSite, listSites, removeSite as removeRow, saveSite } from '../store/sites.ts';
import { settledStage } from './settled-stage.ts';

const permission = 'planning.record-sites';
type Kept = Result<{ readonly id: string }, SiteRefusal>;

/** The office speaks for every unit; a unit for the projects that it leads or supports. */
export function maySpeakFor({ roles, unitId }: Actor, { unitIds }: Pick<SiteProject, 'unitIds'>): boolean {
  return roles.includes('office') || roles.includes('setup') || (unitId !== null && unitIds.includes(unitId));
}

export const recordSite = command({
  name: 'planning.record-site',
  version: 1,
  input: RecordSite,
  permission,
  subject: (input) => input.name,
  async run(writer, input): Promise<Kept> {
    await holdPlaces(writer);
    return settle(writer, { before: null, act: 'recorded' }, { id: newId(), version: 1 }, inStoredSystem(input));
  },
});

export const changeSite = command({
  name: 'planning.change-site',
  version: 1,
  input: ChangeSite,
  permission,
  subject: (input) => input.siteId,
  async run(writer, { siteId, geometry, capturedIn, ...rest }): Promise<Kept> {
    await holdPlaces(writer);
    const before = await getSite(writer, siteId);
    checkBase(writer, `site:${siteId}`, before.version);
    const refused = await refusalOfUnit(writer, before);
    if (refused !== null) return refuse(refused);
    const kept = staysSealed(before, rest.kind) ? null : before;
    const place =
      geometry === undefined
        ? { geometry: kept?.geometry ?? null, capturedIn: kept?.capturedIn ?? null }
        : inStoredSystem({ geometry, capturedIn: capturedIn ?? null });
    return settle(writer, { before, act: 'changed' }, { id: siteId, version: before.version }, { ...rest, ...place });
  },
});

export const removeSite = command({
  name: 'planning.remove-site',
  version: 1,
  input: RemoveSite,
  permission,
  subject: (input) => input.siteId,
  async run(writer, { siteId, reason }): Promise<Kept> {
    await holdPlaces(writer);
    const site = await getSite(writer, siteId);
    checkBase(writer, `site:${siteId}`, site.version);
    const refused = await refusalOfUnit(writer, site);
    if (refused !== null) return refuse(refused);
    await removeRow(writer, site, reason);
    return accept({ id: siteId });
  },
});

type Doing = { readonly before: Site | null; readonly act: SiteAct };

async function settle(writer: Writer, doing: Doing, own: Pick<Site, 'id' | 'version'>, input: SiteInput): Promise<Kept> {
  const refused = await refusalOfUnit(writer, input);
  if (refused !== null) return refuse(refused);
  if (input.areaId !== null) getArea(await listAreas(writer), input.areaId);
  const outline = await findOutline(writer);
  const settled = settleSite({ sites: await listSites(writer, [input.projectId]), outline: outline?.geometry ?? null }, own, input);
  if (!settled.ok) return settled;
  await saveSite(writer, await settledStage(writer, settled.value), doing);
  return accept({ id: own.id });
}

async function refusalOfUnit(writer: Writer, { projectId, promiseId }: Pick<Site, 'projectId' | 'promiseId'>): Promise<SiteRefusal | null> {
  const project = getSiteProject(await listSiteProjects(writer), projectId);
  const isOfProject = promiseId === null || project.promises.some((it) => it.id === promiseId);
  if (!isOfProject) throw new Problem(404, 'unknown-promise', { promiseId });
  return maySpeakFor(writer.actor, project) ? null : { kind: 'site-not-of-unit', name: project.name };
}

function inStoredSystem<It extends Pick<SiteInput, 'geometry' | 'capturedIn'>>(input: It): It {
  const { geometry, capturedIn } = input;
  return geometry === null || capturedIn === null ? input : { ...input, geometry: shiftedFrom(geometry, capturedIn) };
}

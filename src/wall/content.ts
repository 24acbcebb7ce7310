import { boardOn } from '#/delivery/door.ts';
import type { Locale } from '#/kernel/format.ts';
import { Problem } from '#/kernel/problem.ts';
import { getDistrict } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { findOutline, listNetworks, listSites, maySpeakFor, ownTasksByProject } from '#/planning/door.ts';
import type { ProjectNetwork } from '#/planning/rules/activity.ts';
import { isWater } from '#/planning/rules/site.ts';
import { planningLabels } from '#/planning/words/labels.ts';
import type { ActingReader, Reader } from '#/platform/db.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { PAPERS, type PaperKind } from './rules/frame.ts';
import { overview } from './rules/overview.ts';
import type { PlannedProject, Plans } from './rules/plans.ts';
import { projectSheet, sheetsOf } from './rules/project-sheet.ts';
import { panelForTiles, type SiteGround, sitePanel, type WallSite } from './rules/site-panel.ts';
import { type Wall, wallOf } from './rules/wall.ts';
import { drawingWords } from './words/drawing.ts';

export type WallQuery = { readonly year: number; readonly kind: ProgrammeKind };
export type LoadedWall = { readonly wall: Wall; readonly ground: SiteGround };

/** Everything on the wall of a list as of today. */
export async function loadWall(reader: Reader, query: WallQuery): Promise<LoadedWall> {
  const board = await boardOn(reader, query);
  if (board === null) throw new Problem(404, 'unknown-programme', query);
  const { demoToday, district } = await getDistrict(reader);
  const wall = wallOf({
    board,
    networks: await listNetworks(reader, board.programme.id),
    demo: demoToday === null ? null : demoKind(district),
  });
  return { wall, ground: await loadGround(reader, wall) };
}

/** 排期图: the networks of a list, and which of them the reader’s unit may change. */
export async function loadPlans(reader: ActingReader, query: WallQuery): Promise<Plans> {
  const board = await boardOn(reader, query);
  if (board === null) throw new Problem(404, 'unknown-programme', query);
  const networks = new Map((await listNetworks(reader, board.programme.id)).map((it) => [it.projectId, it]));
  const own = await ownTasksByProject(reader, board.programme.id);
  const { calendars, siteCalendars } = [...networks.values()][0] ?? { calendars: {}, siteCalendars: {} };
  return {
    ...{ title: board.programme.title, asOf: board.asOf, calendars, siteCalendars },
    projects: board.projects.map(({ project, leadUnit, light }) => {
      const { id, no, name, leadUnitId, supportingUnitIds } = project;
      const unitIds = leadUnitId === null ? supportingUnitIds : [leadUnitId, ...supportingUnitIds];
      return {
        id,
        no,
        name,
        leadUnit,
        light,
        isOwn: maySpeakFor(reader.actor, { unitIds }),
        ownTaskIds: own.get(id) ?? [],
        network: withoutDays(networks.get(id)),
      };
    }),
  };
}

function withoutDays(network: ProjectNetwork | undefined): PlannedProject['network'] {
  if (network === undefined) return null;
  const { calendars: _, siteCalendars: __, ...rest } = network;
  return rest;
}

/** The sites of the projects in their order; where water comes from never leaves its list with a place. */
async function loadGround(reader: Reader, { rows }: Wall): Promise<SiteGround> {
  const sites = await listSites(
    reader,
    rows.map(({ id }) => id),
  );
  const ordered = rows.flatMap((row) => sites.filter((it) => it.projectId === row.id).map((site) => ({ row, site })));
  const outline = await findOutline(reader);
  return {
    outline: outline?.geometry ?? null,
    reviewNo: outline?.reviewNo ?? null,
    sites: ordered.map(({ row, site: { id, projectId, name, stage, kind, geometry } }, i): WallSite => {
      const place = isWater(kind) ? null : geometry;
      return { number: i + 1, id, projectId, projectNo: row.no, name, stage, light: row.light, geometry: place };
    }),
  };
}

export type Asked = {
  readonly paper: PaperKind;
  readonly project?: string | undefined;
  readonly page?: number;
  /** Apart: the browser draws the map itself, over the place that is left for it. */
  readonly map?: 'drawn' | 'apart';
};

/** What lies on the map of the sheet that is asked for. */
export function groundOf({ ground }: LoadedWall, project: string | undefined): SiteGround {
  return project === undefined ? ground : { ...ground, sites: ground.sites.filter(({ projectId }) => projectId === project) };
}

/** The sheet that is asked for: all projects, or one of them. */
export function drawWall(loaded: LoadedWall, { paper, project, page = 1, map = 'drawn' }: Asked, locale: Locale): string {
  const { wall } = loaded;
  const words = drawingWords[locale];
  const row = project === undefined ? undefined : wall.rows.find(({ id }) => id === project);
  if (project !== undefined && row === undefined) throw new Problem(404, 'unknown-project', { project });
  const shown = groundOf(loaded, project);
  const side = map === 'drawn' ? sitePanel(shown, words, planningLabels[locale].map) : panelForTiles(shown, words);
  if (row === undefined) return overview(wall, words, PAPERS[paper], side);
  return projectSheet(wall, { row, page: Math.min(page, sheetsOf(row)) }, words, { ...PAPERS[paper], side });
}

import { z } from 'zod';
import { type Download, read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { SiteFile, workOutSites } from '../actions/site-files.ts';
import { maySpeakFor } from '../actions/sites.ts';
import { makeTemplate, type TemplateKind } from '../documents/import-templates.ts';
import { isWater, type Site } from '../rules/site.ts';
import { listSiteProjects } from '../store/projects.ts';
import { getSite, listSiteChanges, listSites } from '../store/sites.ts';

/** Where water comes from is shown to the office alone, and to nobody who is not asked to keep it. */
function seen({ actor }: ActingReader, site: Site): Site & { readonly isSealed: boolean } {
  const isSealed = isWater(site.kind) && site.geometry !== null;
  const mayOpen = actor.roles.includes('office') || actor.roles.includes('setup');
  return isSealed && !mayOpen ? { ...site, geometry: null, isSealed } : { ...site, isSealed };
}

const sitesRead = read({
  path: '/planning/sites',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'the sites of all projects, with the projects they may hang on',
  async run(reader) {
    const projects = await listSiteProjects(reader);
    return {
      sites: (await listSites(reader)).map((it) => seen(reader, it)),
      projects: projects.map((it) => ({ ...it, isOwn: maySpeakFor(reader.actor, it) })),
    };
  },
});

const siteRead = read({
  path: '/planning/sites/:siteId',
  permission: 'planning.read',
  query: z.object({ siteId: z.uuid() }),
  summary: 'one site with its history',
  async run(reader, { siteId }) {
    return { site: seen(reader, await getSite(reader, siteId)), changes: await listSiteChanges(reader, siteId) };
  },
});

const changesRead = read({
  path: '/planning/site-changes',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'what was done to the sites of the district, removed ones too',
  run: (reader) => listSiteChanges(reader, null),
});

const siteCheckRead = read({
  path: '/planning/site-import/check',
  permission: 'planning.record-sites',
  query: SiteFile,
  async run(reader, asked) {
    const worked = await workOutSites(reader, asked);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const templateRead = read({
  path: '/planning/import/template',
  permission: 'planning.record-sites',
  query: z.object({ of: z.enum(['areas', 'sites']) satisfies z.ZodType<TemplateKind> }),
  async run(_, { of }): Promise<Download> {
    const { bytes, fileName } = await makeTemplate(of);
    return { bytes, mediaType: XLSX, fileName };
  },
});

export const siteReads = [sitesRead, siteRead, changesRead, siteCheckRead, templateRead];

import { z } from 'zod';
import { type Download, read } from '#/platform/module.ts';
import { maySpeakFor } from '../actions/sites.ts';
import { StepFile, workOutSteps } from '../actions/step-files.ts';
import { makeStepSheet } from '../documents/step-sheet.ts';
import { derivedShare } from '../rules/step.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { listSites } from '../store/sites.ts';
import { listStepActs, listStepPlans, loadSteps } from '../store/steps.ts';
import { fileNames } from '../words/tasks.ts';

const OfProject = z.object({ projectId: z.uuid() });

const stepsRead = read({
  path: '/planning/steps',
  permission: 'planning.read',
  query: OfProject,
  summary: 'sites by steps of a project, with what was done and what it adds up to',
  async run(reader, { projectId }) {
    const project = getSiteProject(await listSiteProjects(reader), projectId);
    const book = await loadSteps(reader, projectId);
    const sites = (await listSites(reader, [projectId])).map(({ id, name, promiseId, stage }) => ({ id, name, promiseId, stage }));
    return {
      project: { ...project, isOwn: maySpeakFor(reader.actor, project) },
      ...book,
      sites,
      share: derivedShare(book, reader.today),
      plans: await listStepPlans(reader, projectId),
      acts: await listStepActs(reader, book.siteIds),
      today: reader.today,
    };
  },
});

const stepProjectsRead = read({
  path: '/planning/step-projects',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'projects with sites, and how far each is by its steps',
  async run(reader) {
    const sites = await listSites(reader);
    const projects = (await listSiteProjects(reader)).filter((it) => sites.some((site) => site.projectId === it.id));
    const shown = [];
    for (const { id, no, name, year } of projects) {
      const book = await loadSteps(reader, id);
      shown.push({ id, no, name, year, sites: book.siteIds.length, steps: book.steps.length, share: derivedShare(book, reader.today) });
    }
    return shown;
  },
});

const stepCheckRead = read({
  path: '/planning/step-import/check',
  permission: 'planning.record-sites',
  query: StepFile,
  async run(reader, asked) {
    const worked = await workOutSteps(reader, asked);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const stepSheetRead = read({
  path: '/planning/step-sheet',
  permission: 'planning.read',
  query: OfProject,
  async run(reader, { projectId }): Promise<Download> {
    const { no, name } = getSiteProject(await listSiteProjects(reader), projectId);
    const bytes = await makeStepSheet(`${no} ${name}`, await loadSteps(reader, projectId), await listSites(reader, [projectId]));
    return { bytes, mediaType: XLSX, fileName: `${fileNames.steps(no, name)}.xlsx` };
  },
});

export const stepReads = [stepsRead, stepProjectsRead, stepCheckRead, stepSheetRead];

import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { Site } from '../rules/site.ts';
import {
  MarkStepDone,
  markable,
  SetSiteSteps,
  SetStepWeight,
  type SiteStep,
  type StepRefusal,
  settleSteps,
  stageBySteps,
  UndoStep,
  undoable,
} from '../rules/step.ts';
import { holdPlaces } from '../store/areas.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { getSite, listSites, saveSite } from '../store/sites.ts';
import { addStepAct, addStepPlan, type LoadedSteps, loadSteps, removeOverride, saveOverride } from '../store/steps.ts';
import { maySpeakFor } from './sites.ts';

const permission = 'planning.record-sites';
type Kept = Result<{ readonly id: string }, StepRefusal>;

export const setSiteSteps = command({
  name: 'planning.set-site-steps',
  version: 1,
  input: SetSiteSteps,
  permission,
  subject: (input) => input.projectId,
  async run(writer, { projectId, steps, reason }): Promise<Kept> {
    await holdPlaces(writer);
    const refused = await refusalOfUnit(writer, projectId);
    if (refused !== null) return refuse(refused);
    const { plan, done } = await loadSteps(writer, projectId);
    const planNo = (plan?.planNo ?? 0) + 1;
    checkBase(writer, `steps:${projectId}`, planNo - 1);
    const settled = settleSteps(steps, { plan, done }, reason);
    if (!settled.ok) return settled;
    await addStepPlan(writer, { projectId, planNo, steps: settled.value, reason, setBy: writer.actor.name, setOn: writer.today });
    await followSteps(writer, projectId);
    return accept({ id: projectId });
  },
});

/** One site's own weight of a step; null goes back to that of the project. */
export const setStepWeight = command({
  name: 'planning.set-step-weight',
  version: 1,
  input: SetStepWeight,
  permission,
  subject: (input) => input.siteId,
  async run(writer, { siteId, stepId, weight, reason }): Promise<Kept> {
    await holdPlaces(writer);
    const found = await at(writer, siteId, stepId);
    if (!found.ok) return found;
    const { site, step, book } = found.value;
    const own = book.overrides.find((it) => it.siteId === siteId && it.stepId === stepId);
    const isDone = book.done.some((it) => it.siteId === siteId && it.stepId === stepId);
    if (weight === 0 && isDone) return refuse({ kind: 'step-has-done', name: step.name, sites: 1 });
    if (weight !== null) await saveOverride(writer, { siteId, stepId, weight, reason });
    else if (own !== undefined) await removeOverride(writer, own);
    await followSteps(writer, site.projectId);
    return accept({ id: siteId });
  },
});

export const markStepDone = command({
  name: 'planning.mark-step-done',
  version: 1,
  input: MarkStepDone,
  permission,
  subject: (input) => input.siteId,
  async run(writer, { siteId, stepId, doneOn, evidence }): Promise<Kept> {
    await holdPlaces(writer);
    const found = await at(writer, siteId, stepId);
    if (!found.ok) return found;
    const { site, step, book } = found.value;
    const refused = markable(book, { siteId, step, doneOn, today: writer.today });
    if (refused !== null) return refuse(refused);
    await addStepAct(writer, { siteId, stepId, act: 'done', doneOn, evidence });
    await followSteps(writer, site.projectId);
    return accept({ id: siteId });
  },
});

export const undoStep = command({
  name: 'planning.undo-step',
  version: 1,
  input: UndoStep,
  permission,
  subject: (input) => input.siteId,
  async run(writer, { siteId, stepId, reason }): Promise<Kept> {
    await holdPlaces(writer);
    const found = await at(writer, siteId, stepId);
    if (!found.ok) return found;
    const { site, step, book } = found.value;
    const refused = undoable(book, siteId, step);
    if (refused !== null) return refuse(refused);
    await addStepAct(writer, { siteId, stepId, act: 'undone', reason });
    await followSteps(writer, site.projectId);
    return accept({ id: siteId });
  },
});

type Found = { readonly site: Site; readonly step: SiteStep; readonly book: LoadedSteps };

async function at(writer: Writer, siteId: string, stepId: string): Promise<Result<Found, StepRefusal>> {
  const site = await getSite(writer, siteId);
  const refused = await refusalOfUnit(writer, site.projectId);
  if (refused !== null) return refuse(refused);
  const book = await loadSteps(writer, site.projectId);
  const step = book.steps.find((it) => it.id === stepId);
  if (step === undefined) throw new Problem(404, 'unknown-step', { id: stepId });
  return accept({ site, step, book });
}

async function refusalOfUnit(writer: Writer, projectId: string): Promise<StepRefusal | null> {
  const project = getSiteProject(await listSiteProjects(writer), projectId);
  return maySpeakFor(writer.actor, project) ? null : { kind: 'steps-not-of-unit', name: project.name };
}

/** Where sites have steps their stage is what the steps say, on the map and in every list. */
export async function followSteps(writer: Writer, projectId: string): Promise<void> {
  const book = await loadSteps(writer, projectId);
  if (book.steps.length === 0) return;
  for (const site of await listSites(writer, [projectId])) {
    const stage = stageBySteps(book, site.id, writer.today);
    if (stage !== null && stage !== site.stage) await saveSite(writer, { ...site, stage }, { act: 'changed', before: site });
  }
}

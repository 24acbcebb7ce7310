import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import type { SiteStage } from './site.ts';

/** 点位步骤: what is done at every site of a project, with its weight in whole points; `needs` are the steps that come before it (pipe before pave). */
export type SiteStep = { readonly id: string; readonly name: string; readonly weight: number; readonly needs: readonly string[] };

/** 步骤方案: the steps of a project as they were set; the newest version holds. */
export type StepPlan = {
  readonly projectId: string;
  readonly planNo: number;
  readonly steps: readonly SiteStep[];
  readonly reason: string | null;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

/** 点位权重: one site's own weight of a step; 0 says that the step is not needed there. */
export type StepOverride = { readonly siteId: string; readonly stepId: string; readonly weight: number; readonly reason: string };

/** 步骤完成: a step that was done at a site, with its evidence. */
export type StepDone = {
  readonly siteId: string;
  readonly stepId: string;
  readonly doneOn: CivilDate;
  readonly evidence: readonly string[];
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};

/** 步骤情况: everything that a percentage of sites is counted from. */
export type StepBook = {
  readonly steps: readonly SiteStep[];
  readonly siteIds: readonly string[];
  readonly overrides: readonly Pick<StepOverride, 'siteId' | 'stepId' | 'weight'>[];
  readonly done: readonly Pick<StepDone, 'siteId' | 'stepId' | 'doneOn'>[];
};

/** 由点位推算的进度: weights done over all weights, sites by steps; `share` is null where there is nothing to count. */
export type DerivedShare = {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
  /** The last day on which a step that counts was done. */
  readonly doneOn: CivilDate | null;
  readonly sites: number;
  readonly sitesDone: number;
};

/** More than this on a site is a diary. 来源: 自定. */
const MOST_STEPS = 30;
const weight = z.number().int().min(1).max(1000);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const reason = z.string().trim().min(2).max(300);

export const SetSiteSteps = z.object({
  programmeId: z.uuid(),
  projectId: z.uuid(),
  steps: z
    .array(z.object({ id: z.uuid(), name: z.string().trim().min(2).max(40), weight, needs: z.array(z.uuid()).max(MOST_STEPS).default([]) }))
    .min(1)
    .max(MOST_STEPS),
  reason: reason.nullable().default(null),
});
export const SetStepWeight = z.object({ siteId: z.uuid(), stepId: z.uuid(), weight: z.number().int().min(0).max(1000).nullable(), reason });
export const MarkStepDone = z.object({ siteId: z.uuid(), stepId: z.uuid(), doneOn: civilDate, evidence: z.array(digest).min(1).max(30) });
export const UndoStep = z.object({ siteId: z.uuid(), stepId: z.uuid(), reason });

export type StepRefusal =
  | { readonly kind: 'steps-not-of-unit'; readonly name: string }
  | { readonly kind: 'step-name-twice'; readonly name: string }
  | { readonly kind: 'step-order-circular'; readonly name: string }
  | { readonly kind: 'steps-changed-without-reason' }
  | { readonly kind: 'step-has-done'; readonly name: string; readonly sites: number }
  | { readonly kind: 'step-done-already'; readonly name: string; readonly doneOn: CivilDate; readonly byName: string }
  | { readonly kind: 'step-not-done'; readonly name: string }
  | { readonly kind: 'step-not-needed-here'; readonly name: string }
  | { readonly kind: 'step-done-in-future'; readonly doneOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'step-before-needed'; readonly name: string; readonly needs: string; readonly neededOn: CivilDate | null }
  | { readonly kind: 'step-needed-by'; readonly name: string; readonly by: string };

/** A plan names each step once, in an order that can be walked, and keeps what was done already. */
export function settleSteps(
  steps: readonly SiteStep[],
  before: { readonly plan: StepPlan | null; readonly done: readonly Pick<StepDone, 'siteId' | 'stepId'>[] },
  why: string | null,
): Result<readonly SiteStep[], StepRefusal> {
  const twice = steps.find((it, i) => steps.findIndex((one) => nameKey(one.name) === nameKey(it.name)) !== i);
  if (twice !== undefined) return refuse({ kind: 'step-name-twice', name: twice.name });
  const wrong = steps.find((it, i) =>
    it.needs.some((id) => steps.findIndex((one) => one.id === id) >= i || !steps.some((one) => one.id === id)),
  );
  if (wrong !== undefined) return refuse({ kind: 'step-order-circular', name: wrong.name });
  if (before.plan === null) return accept(steps);
  const gone = before.plan.steps.filter((it) => !steps.some((one) => one.id === it.id));
  for (const { id, name } of gone) {
    const sites = before.done.filter((it) => it.stepId === id).length;
    if (sites > 0) return refuse({ kind: 'step-has-done', name, sites });
  }
  return why === null ? refuse({ kind: 'steps-changed-without-reason' }) : accept(steps);
}

/** What a step weighs at a site. */
export function weightAt({ overrides }: Pick<StepBook, 'overrides'>, siteId: string, step: SiteStep): number {
  return overrides.find((it) => it.siteId === siteId && it.stepId === step.id)?.weight ?? step.weight;
}

type Marking = { readonly siteId: string; readonly step: SiteStep; readonly doneOn: CivilDate; readonly today: CivilDate };
type Book = Omit<StepBook, 'done'> & { readonly done: readonly StepDone[] };

/** 先管后路: a later step is not done before an earlier one that it needs. */
export function markable(book: Book, { siteId, step, doneOn, today }: Marking): StepRefusal | null {
  const { name } = step;
  if (weightAt(book, siteId, step) === 0) return { kind: 'step-not-needed-here', name };
  if (doneOn > today) return { kind: 'step-done-in-future', doneOn, today };
  const doneHere = (stepId: string) => book.done.find((it) => it.siteId === siteId && it.stepId === stepId);
  const already = doneHere(step.id);
  if (already !== undefined) return { kind: 'step-done-already', name, doneOn: already.doneOn, byName: already.byName };
  for (const id of step.needs) {
    const needed = book.steps.find((it) => it.id === id);
    if (needed === undefined || weightAt(book, siteId, needed) === 0) continue;
    const found = doneHere(id);
    if (found === undefined || found.doneOn > doneOn)
      return { kind: 'step-before-needed', name, needs: needed.name, neededOn: found?.doneOn ?? null };
  }
  return null;
}

/** A step on which another rests is taken back after that one. */
export function undoable(book: Book, siteId: string, step: SiteStep): StepRefusal | null {
  const isDone = (stepId: string) => book.done.some((it) => it.siteId === siteId && it.stepId === stepId);
  if (!isDone(step.id)) return { kind: 'step-not-done', name: step.name };
  const later = book.steps.find((it) => it.needs.includes(step.id) && isDone(it.id));
  return later === undefined ? null : { kind: 'step-needed-by', name: step.name, by: later.name };
}

/** The one count of sites by steps; every screen opens it down to its parts. */
export function derivedShare(book: StepBook, asOf: CivilDate): DerivedShare {
  const overrides = new Map(book.overrides.map((it) => [`${it.siteId} ${it.stepId}`, it.weight]));
  const done = new Map(book.done.filter((it) => it.doneOn <= asOf).map((it) => [`${it.siteId} ${it.stepId}`, it.doneOn]));
  let [numerator, denominator, sites, sitesDone] = [0, 0, 0, 0];
  let doneOn: CivilDate | null = null;
  for (const siteId of book.siteIds) {
    let [whole, part] = [0, 0];
    for (const step of book.steps) {
      const key = `${siteId} ${step.id}`;
      const points = overrides.get(key) ?? step.weight;
      const on = done.get(key);
      whole += points;
      if (on === undefined || points === 0) continue;
      part += points;
      if (doneOn === null || on > doneOn) doneOn = on;
    }
    numerator += part;
    denominator += whole;
    if (whole > 0) sites += 1;
    if (whole > 0 && part === whole) sitesDone += 1;
  }
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator, doneOn, sites, sitesDone };
}

/** 阶段 follows from the steps where a site has any; null where somebody says it. */
export function stageBySteps(book: StepBook, siteId: string, today: CivilDate): SiteStage | null {
  const { numerator, denominator } = derivedShare({ ...book, siteIds: [siteId] }, today);
  if (denominator === 0) return null;
  if (numerator === 0) return 'not-begun';
  return numerator === denominator ? 'done' : 'under-way';
}

/** The days on which the share grew, and what it was then; the line that a chart draws. */
export function derivedPoints(book: StepBook, asOf: CivilDate): readonly { readonly on: CivilDate; readonly share: number }[] {
  const days = [...new Set(book.done.map((it) => it.doneOn))].filter((it) => it <= asOf).sort();
  return days.flatMap((on) => {
    const { share } = derivedShare(book, on);
    return share === null ? [] : [{ on, share }];
  });
}

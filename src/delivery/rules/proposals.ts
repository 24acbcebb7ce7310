import type { CivilDate } from '#/kernel/civil-date.ts';
import type { DraftProgress } from '#/programme/rules/draft.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Override, ValueKind } from './report.ts';
import type { ReportContent } from './sending.ts';

/** 拟报进展 of one project, as it was confirmed with the list. */
export type ProjectProgress = { readonly projectId: string; readonly asOf: CivilDate; readonly progress: DraftProgress };

/** Reads a confirmed progress column: one proposed report for each promise of the project, in the words that were published. */
export function proposalsFrom(
  { projectId, asOf, progress }: ProjectProgress,
  promises: readonly ProgrammePromise[],
  valueKind: ValueKind,
): readonly ReportContent[] {
  if (!progress.confirmed) return [];
  return promises.filter((it) => it.projectId === projectId).map((promise) => proposalFor(promise, asOf, progress, valueKind));
}

/** Words and stage alone; null where nothing is left to be said. */
export function withoutFigure(content: ReportContent): ReportContent | null {
  if (content.stage === null && content.text === '') return null;
  return { ...content, valueKind: null, value: null, denominator: null, inMeasure: true, stepsDone: [], overrides: [] };
}

function proposalFor(promise: ProgrammePromise, asOf: CivilDate, progress: DraftProgress, valueKind: ValueKind): ReportContent {
  const counted = progress.values.find((it) => it.promiseId === promise.id);
  const stage = progress.stages.find((it) => it.promiseId === promise.id)?.stage ?? null;
  const blank = {
    promiseId: promise.id,
    asOf,
    denominator: null,
    stage,
    stepsDone: [],
    text: progress.text,
    evidence: [],
    overrides: [],
    behindReason: null,
    behindUntil: null,
  };
  if (counted !== undefined) {
    const overrides: Override[] = counted.countedAs === null ? [] : [{ check: 'other-unit', reason: counted.countedAs }];
    return { ...blank, valueKind, value: counted.quantity, measureUnit: counted.measureUnit, inMeasure: true, overrides };
  }
  if (progress.percent !== null) return { ...blank, valueKind: 'cumulative', value: progress.percent, measureUnit: '%', inMeasure: false };
  return { ...blank, valueKind: null, value: null, measureUnit: promise.measureUnit, inMeasure: true };
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { daysBetween } from '#/kernel/civil-date.ts';
import type { Draft, DraftProject, DraftPromise } from './draft.ts';

/** Where a problem of the draft stands, so that the wizard can lead there. */
export type DraftPlace = { readonly projectId: string | null; readonly promiseId: string | null };

/** What is wrong with a draft or still open in it. `blocks`: the list cannot be frozen before it is settled. */
export type DraftProblem = DraftPlace & {
  readonly blocks: boolean;
  readonly code: DraftProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type DraftProblemCode =
  | 'no-projects'
  | 'no-title'
  | 'period-reversed'
  | 'name-missing' // { no }
  | 'number-twice' // { no }
  | 'target-undecided' // { no }: an item without a promise and without a decision
  | 'target-missing' // { no, object }: a promise without number, steps or "later"
  | 'target-not-positive' // { no, object }
  | 'range-reversed' // { no, object }
  | 'unit-missing' // { no, object }
  | 'object-missing' // { no }
  | 'due-outside-period' // { no, object, dueOn }
  | 'quarters-fall' // { no, object }
  | 'quarter-beyond-target' // { no, object }
  | 'step-title-missing' // { no, object }
  | 'step-weights' // { no, object, sum }
  | 'counting-open' // { no, object }: counting rule not settled; stays open as "later"
  | 'lead-unit-open' // { no }
  | 'promise-twice' // { no, object }
  | 'as-of-missing'
  | 'as-of-in-future' // { asOf }
  | 'progress-unit-differs' // { no, object, reported, promised }
  | 'progress-unconfirmed'; // { no }

export function validateDraft(draft: Draft, today: CivilDate): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const whole = (code: DraftProblemCode, facts: DraftProblem['facts'] = {}) =>
    problems.push({ projectId: null, promiseId: null, blocks: true, code, facts });
  if (draft.projects.length === 0) whole('no-projects');
  if (draft.title.trim() === '') whole('no-title');
  if (daysBetween(draft.from, draft.to) < 0) whole('period-reversed');
  if (draft.projects.some(({ progress }) => progress?.confirmed)) {
    if (draft.progressAsOf === null) whole('as-of-missing');
    else if (daysBetween(today, draft.progressAsOf) > 0) whole('as-of-in-future', { asOf: draft.progressAsOf });
  }
  const numbers = draft.projects.map(({ no }) => no);
  for (const project of draft.projects) {
    if (numbers.filter((no) => no === project.no).length > 1) problems.push(at(project, null, true, 'number-twice'));
    problems.push(
      ...problemsOfProject(project),
      ...project.promises.flatMap((promise) => problemsOfPromise(draft, project, promise)),
      ...problemsOfProgress(project),
    );
  }
  return problems;
}

/** Nothing blocks: what is left open is open by decision and stays visible as "later". */
export function mayFreeze(problems: readonly DraftProblem[]): boolean {
  return !problems.some(({ blocks }) => blocks);
}

function at(
  project: DraftProject,
  promise: DraftPromise | null,
  blocks: boolean,
  code: DraftProblemCode,
  facts: DraftProblem['facts'] = {},
): DraftProblem {
  return {
    projectId: project.id,
    promiseId: promise?.id ?? null,
    blocks,
    code,
    facts: { no: project.no, ...(promise && { object: promise.object }), ...facts },
  };
}

function problemsOfProject(project: DraftProject): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (project.name.trim() === '') problems.push(at(project, null, true, 'name-missing'));
  if (project.promises.length === 0 && project.withoutNumber === 'undecided') problems.push(at(project, null, true, 'target-undecided'));
  if (project.leadUnit === null) problems.push(at(project, null, false, 'lead-unit-open'));
  return problems;
}

function problemsOfPromise(draft: Draft, project: DraftProject, promise: DraftPromise): DraftProblem[] {
  const blocking: DraftProblemCode[] = [];
  const { target, targetMax } = promise;
  if (promise.object.trim() === '') blocking.push('object-missing');
  if (promise.measure !== 'milestone-set') {
    if (target === null && !promise.settledLater) blocking.push('target-missing');
    if (target !== null && !(target > 0) && promise.direction === 'higher') blocking.push('target-not-positive');
    if (target !== null && targetMax !== null && targetMax < target) blocking.push('range-reversed');
    if (promise.measureUnit.trim() === '') blocking.push('unit-missing');
  } else if (promise.steps.length === 0 && !promise.settledLater) blocking.push('target-missing');
  if (promise.steps.some(({ title }) => title.trim() === '')) blocking.push('step-title-missing');
  const problems = blocking.map((code) => at(project, promise, true, code));
  const weight = promise.steps.reduce((sum, step) => sum + step.weight, 0);
  if (promise.steps.length > 0 && weight !== 100) problems.push(at(project, promise, true, 'step-weights', { sum: weight }));
  if (promise.dueOn && (daysBetween(draft.from, promise.dueOn) < 0 || daysBetween(promise.dueOn, draft.to) < 0))
    problems.push(at(project, promise, true, 'due-outside-period', { dueOn: promise.dueOn }));
  const twins = project.promises.filter(
    (other) => other.object === promise.object && other.measureUnit === promise.measureUnit && other.target === promise.target,
  );
  if (twins.length > 1 && twins[0] !== promise) problems.push(at(project, promise, false, 'promise-twice'));
  if (isCountingOpen(promise)) problems.push(at(project, promise, false, 'counting-open'));
  return [...problems, ...problemsOfQuarters(project, promise)];
}

/** 计数口径 is open as long as one of its three questions has no answer. */
export function isCountingOpen({ countingRule }: Pick<DraftPromise, 'countingRule'>): boolean {
  return countingRule === null || [countingRule.counts, countingRule.when, countingRule.proof].some((answer) => answer.trim() === '');
}

function problemsOfQuarters(project: DraftProject, promise: DraftPromise): DraftProblem[] {
  const set = promise.quarterTargets.filter((value) => value !== null);
  if (promise.direction === 'lower' || promise.measure === 'ratio') return [];
  const falls = set.some((value, index) => index > 0 && value < set[index - 1]!);
  const beyond = promise.target !== null && set.some((value) => value > (promise.targetMax ?? promise.target!));
  return [
    ...(falls ? [at(project, promise, true, 'quarters-fall')] : []),
    ...(beyond ? [at(project, promise, true, 'quarter-beyond-target')] : []),
  ];
}

function problemsOfProgress(project: DraftProject): DraftProblem[] {
  const { progress } = project;
  if (!progress) return [];
  if (!progress.confirmed) return [at(project, null, false, 'progress-unconfirmed')];
  return progress.values.flatMap((value) => {
    const promise = project.promises.find(({ id }) => id === value.promiseId);
    if (!promise || promise.measureUnit === value.measureUnit || value.countedAs?.trim()) return [];
    return [at(project, promise, true, 'progress-unit-differs', { reported: value.measureUnit, promised: promise.measureUnit })];
  });
}

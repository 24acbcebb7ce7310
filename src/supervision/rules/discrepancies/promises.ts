import type { ProjectStanding, PromiseStanding } from '#/delivery/rules/standing.ts';
import type { Discrepancy } from './discrepancy.ts';
import { nameOf, placeOf } from './progress-texts.ts';

/** What a row hides by the way it is printed. */
export function promisesAgainst(project: ProjectStanding): readonly Discrepancy[] {
  return [...hidden(project), ...project.promises.flatMap((it) => zeroBehindStage(project, it)), ...withoutTarget(project)];
}

/** Two promises in one row: the one that goes well is read, the other is not. */
function hidden(project: ProjectStanding): readonly Discrepancy[] {
  const shown = project.promises.find((it) => it.light === 'green' || it.light === 'closed');
  const others = project.promises.filter((it) => it.light === 'red' || it.light === 'yellow' || it.light === 'grey');
  if (shown === undefined || others.length === 0) return [];
  const facts = { code: 'one-hides-another', shown: nameOf(shown), hidden: others.map(nameOf) } as const;
  return [{ severity: 'medium', place: placeOf(project, others[0]), facts }];
}

/** A stage word where a count belongs: nothing has been delivered, and the row does not say 0. */
function zeroBehindStage(project: ProjectStanding, standing: PromiseStanding): readonly Discrepancy[] {
  const { promise, stage, done, doneFrom } = standing;
  if (doneFrom !== 'stage' || done !== 0 || stage === null || promise.target === null) return [];
  const { target, measureUnit, approx } = promise;
  return [
    { severity: 'medium', place: placeOf(project, standing), facts: { code: 'zero-behind-stage', stage, target, measureUnit, approx } },
  ];
}

function withoutTarget(project: ProjectStanding): readonly Discrepancy[] {
  const missing = project.promises.filter((it) => it.reasons.some(({ code }) => code === 'no-target' || code === 'no-approved-steps'));
  if (missing.length === 0 && project.promises.length > 0) return [];
  return [{ severity: 'low', place: placeOf(project), facts: { code: 'target-missing', promises: missing.map(nameOf) } }];
}

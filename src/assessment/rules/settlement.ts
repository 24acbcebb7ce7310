import { z } from 'zod';
import type { PromiseStanding } from '#/delivery/rules/standing.ts';
import { type CivilDate, civilDate, daysBetween } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type Adjustment, adjusted } from '#/programme/rules/adjust.ts';
import type { Programme, ProgrammePromise } from '#/programme/rules/programme.ts';
import { promiseName } from '#/supervision/rules/promise-name.ts';

/** 结账结果: how a promise ended its year, best first. What was never measurable is said to be so and is no success; before its day nothing is called not kept. */
export const OUTCOMES = ['kept-early', 'kept', 'unverified', 'running', 'not-kept', 'not-judged', 'ended'] as const;
export type SettledOutcome = (typeof OUTCOMES)[number];

/** 承诺的一版: what a promise bound to at one time. */
export type PromiseTerms = Pick<ProgrammePromise, 'target' | 'targetMax' | 'approx' | 'bound' | 'measureUnit' | 'dueOn' | 'object'>;

/** 结转: what was decided about a promise that the year did not keep. */
export type CarryOver = {
  readonly promiseId: string;
  readonly way: 'next-year' | 'stopped';
  readonly toYear: number | null;
  readonly note: string;
  readonly decision: string;
  readonly decidedOn: CivilDate;
  readonly recordedBy: string;
};

/** 结账的一行: a promise against what was frozen, with every approved change between. */
export type SettledPromise = {
  readonly promiseId: string;
  readonly projectId: string;
  readonly no: string;
  readonly project: string;
  readonly promise: string;
  readonly leadUnit: string | null;
  readonly frozen: PromiseTerms;
  readonly binding: PromiseTerms;
  readonly adjustments: readonly Pick<Adjustment, 'kind' | 'decision' | 'documentNo' | 'decidedOn' | 'reason'>[];
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  readonly acceptedOn: CivilDate | null;
  readonly deadline: CivilDate;
  readonly outcome: SettledOutcome;
  /** Days before the deadline; negative behind it; null where it did not end. */
  readonly daysEarly: number | null;
  /** Of the frozen target, whatever was adjusted later; null without one. */
  readonly ofFrozen: number | null;
  readonly isOverFulfilled: boolean;
  readonly carryOver: CarryOver | null;
};

/** 年终结账: the year's promises as frozen, what became of each, and how they count. */
export type Settlement = {
  readonly districtName: string;
  readonly title: string;
  readonly year: number;
  readonly asOf: CivilDate;
  /** The period of the list is over, so that what is not kept is not kept. */
  readonly isOver: boolean;
  readonly projectCount: number;
  readonly lines: readonly SettledPromise[];
  readonly counts: Readonly<Record<SettledOutcome, number>>;
  /** Rows of which every promise was kept. */
  readonly keptProjects: number;
  readonly adjustedCount: number;
  readonly carriedCount: number;
  readonly undecided: readonly string[];
};

export type SettlementFacts = {
  readonly districtName: string;
  readonly programme: Pick<Programme, 'year' | 'title' | 'from' | 'to'>;
  readonly projects: readonly { readonly id: string; readonly no: string; readonly name: string; readonly leadUnit: string | null }[];
  readonly standings: readonly PromiseStanding[];
  readonly originals: readonly ProgrammePromise[];
  readonly adjustments: readonly Adjustment[];
  readonly accepted: readonly { readonly promiseId: string; readonly acceptedOn: CivilDate }[];
  readonly carryOvers: readonly CarryOver[];
  readonly asOf: CivilDate;
};

export function settlementOf(facts: SettlementFacts): Settlement {
  const { programme, asOf, projects } = facts;
  const lines = projects.flatMap((project) =>
    facts.standings.filter((it) => it.promise.projectId === project.id).map((it) => lineOf(it, project, facts)),
  );
  const counts = Object.fromEntries(OUTCOMES.map((key) => [key, lines.filter(({ outcome }) => outcome === key).length]));
  const ofProject = Map.groupBy(lines, ({ projectId }) => projectId);
  const isKept = ({ outcome }: SettledPromise) => outcome === 'kept' || outcome === 'kept-early';
  return {
    ...{ districtName: facts.districtName, title: programme.title, year: programme.year, asOf, isOver: asOf >= programme.to },
    projectCount: projects.length,
    lines,
    counts: counts as Record<SettledOutcome, number>,
    keptProjects: [...ofProject.values()].filter((own) => own.every(isKept)).length,
    adjustedCount: lines.filter(({ adjustments }) => adjustments.length > 0).length,
    carriedCount: lines.filter(({ carryOver }) => carryOver?.way === 'next-year').length,
    undecided: lines.filter(({ outcome, carryOver }) => isOpen(outcome) && carryOver === null).map(({ promiseId }) => promiseId),
  };
}

/** Something is still to be decided about it. */
export function isOpen(outcome: SettledOutcome): boolean {
  return outcome === 'running' || outcome === 'not-kept' || outcome === 'not-judged' || outcome === 'unverified';
}

function lineOf(standing: PromiseStanding, project: SettlementFacts['projects'][number], facts: SettlementFacts): SettledPromise {
  const { promise, done, doneOn } = standing;
  const original = facts.originals.find(({ id }) => id === promise.id) ?? promise;
  const changes = facts.adjustments.filter((it) => it.promiseId === promise.id && it.decidedOn <= facts.asOf);
  const binding = adjusted(original, changes);
  const deadline = binding.dueOn ?? facts.programme.to;
  const acceptedOn = facts.accepted.find(({ promiseId }) => promiseId === promise.id)?.acceptedOn ?? null;
  const endedOn = doneOn ?? acceptedOn;
  const outcome = outcomeOf(standing, { isEnded: changes.at(-1)?.kind === 'termination', endedOn, deadline, asOf: facts.asOf });
  const isKept = outcome === 'kept' || outcome === 'kept-early';
  return {
    ...{ promiseId: promise.id, projectId: project.id, no: project.no, project: project.name, leadUnit: project.leadUnit },
    promise: promiseName(original),
    frozen: termsOf(original),
    binding: termsOf(binding),
    adjustments: changes.map(({ kind, decision, documentNo, decidedOn, reason }) => ({ kind, decision, documentNo, decidedOn, reason })),
    ...{ done, doneOn, acceptedOn, deadline, outcome },
    daysEarly: isKept && endedOn !== null ? daysBetween(endedOn, deadline) : null,
    ofFrozen: done === null || !original.target ? null : done / original.target,
    isOverFulfilled:
      promise.direction === 'higher' && done !== null && binding.target !== null && done > (binding.targetMax ?? binding.target),
    carryOver: facts.carryOvers.find(({ promiseId }) => promiseId === promise.id) ?? null,
  };
}

type Ending = { readonly isEnded: boolean; readonly endedOn: CivilDate | null; readonly deadline: CivilDate; readonly asOf: CivilDate };

function outcomeOf({ light, reasons }: PromiseStanding, { isEnded, endedOn, deadline, asOf }: Ending): SettledOutcome {
  if (isEnded) return 'ended';
  if (light === 'closed') return endedOn !== null && endedOn < deadline ? 'kept-early' : 'kept';
  if (reasons.some(({ code }) => code === 'target-met-unverified')) return 'unverified';
  if (light === 'grey') return 'not-judged';
  return asOf < deadline ? 'running' : 'not-kept';
}

function termsOf({ target, targetMax, approx, bound, measureUnit, dueOn, object }: PromiseTerms): PromiseTerms {
  return { target, targetMax, approx, bound, measureUnit, dueOn, object };
}

export const RecordCarryOver = z.object({
  promiseId: z.uuid(),
  /** `none` takes an earlier decision back. */
  way: z.enum(['next-year', 'stopped', 'none']),
  toYear: z.number().int().min(2000).max(2100).nullable().default(null),
  note: z.string().trim().min(2).max(500),
  decision: z.string().trim().min(2).max(200),
  decidedOn: civilDate,
});
export type RecordCarryOver = z.output<typeof RecordCarryOver>;

export type SettlementRefusal =
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'year-not-over'; readonly to: CivilDate }
  | { readonly kind: 'year-settled'; readonly on: CivilDate }
  | { readonly kind: 'carry-over-undecided'; readonly count: number }
  | { readonly kind: 'decided-ahead'; readonly decidedOn: CivilDate }
  | { readonly kind: 'wrong-year'; readonly after: number }
  | { readonly kind: 'kept-needs-no-carry-over' };

/** Only what the year did not keep is carried over, into a later year, by a decision that was taken. */
export function mayCarryOver(
  input: RecordCarryOver,
  line: SettledPromise,
  year: number,
  today: CivilDate,
): Result<null, SettlementRefusal> {
  if (input.decidedOn > today) return refuse({ kind: 'decided-ahead', decidedOn: input.decidedOn });
  if (input.way !== 'none' && !isOpen(line.outcome)) return refuse({ kind: 'kept-needs-no-carry-over' });
  const isYearWrong = input.way === 'next-year' ? (input.toYear ?? 0) <= year : input.toYear !== null;
  return isYearWrong ? refuse({ kind: 'wrong-year', after: year }) : accept(null);
}

/** 结账: when the period is over and something was decided about everything that was not kept. */
export function maySettle(settlement: Settlement, to: CivilDate, today: CivilDate): Result<null, SettlementRefusal> {
  if (today <= to) return refuse({ kind: 'year-not-over', to });
  const { undecided } = settlement;
  return undecided.length > 0 ? refuse({ kind: 'carry-over-undecided', count: undecided.length }) : accept(null);
}

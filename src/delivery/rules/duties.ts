import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import type { Answers } from './answers.ts';
import { entryEndsOn } from './entry-end.ts';
import { firstDayOf, lastDayOf, type Period, periodOf } from './period.ts';
import type { Report } from './report.ts';
import type { EntryEndSetting } from './settings.ts';
import type { PromiseStanding } from './standing.ts';
import type { Ask, Week } from './week.ts';

type OfPromise = { readonly promiseId: string; readonly promise: string; readonly no: string; readonly project: string };

type OfList = { readonly programmeId: string };

/** What 本月无变化 would repeat. */
export type UnchangedFacts = Pick<PromiseStanding, 'done' | 'doneFrom' | 'stage' | 'light'> & { readonly measureUnit: string };

/** 报送类待办: what a unit, its head and the supervision office owe about reports. */
export type DeliveryDuty =
  | Duty<'delivery.report', OfPromise & UnchangedFacts & { readonly period: Period; readonly mayStateUnchanged: boolean }>
  | Duty<'delivery.correct', OfPromise & { readonly reportId: string; readonly because: 'mismatch' | 'sent-back' }>
  | Duty<'delivery.review', { readonly count: number }>
  | Duty<'delivery.adopt', { readonly unit: string | null; readonly count: number }>
  | Duty<'delivery.approve-plan', OfList & { readonly unitId: string | null; readonly unit: string | null; readonly count: number }>
  | Duty<'delivery.verify', OfList & { readonly sampleId: string; readonly period: Period; readonly drawn: number; readonly left: number }>
  | Duty<'delivery.approve-period', { readonly period: Period; readonly unanswered: number }>;

const REPORTERS = ['liaison', 'deputy-head', 'unit-head'] as const;
const HEADS = ['unit-head', 'deputy-head'] as const;
const ORDINARY = { postId: null, urgency: 'ordinary' } as const;
const OF_OFFICE = { ...ORDINARY, unitId: null, roles: ['office'] } as const;

/** What is asked about a list's promises and not answered yet. The lead unit answers; a promise without one is nobody's until it has one. */
export function reportingDuties({ asks }: Pick<Week, 'asks'>, sentBackOn: ReadonlyMap<string, CivilDate>): readonly DeliveryDuty[] {
  return asks.flatMap((ask) => {
    const unitId = ask.project.leadUnitId;
    if (ask.waitsAt !== null || unitId === null) return [];
    return [askedOf(ask, unitId, sentBackOn)];
  });
}

function askedOf(
  { kind, project, standing, reportId, dueOn, mayStateUnchanged }: Ask,
  unitId: string,
  sentBackOn: ReadonlyMap<string, CivilDate>,
) {
  const { promise } = standing;
  const period = periodOf(dueOn);
  const about = { promiseId: promise.id, promise: `${promise.verb}${promise.object}`, no: project.no, project: project.name };
  const common = { ...ORDINARY, unitId, roles: REPORTERS, dueOn };
  const link = `promises/${promise.id}/report`;
  if (kind === 'report' || reportId === null) {
    const { done, doneFrom, stage, light } = standing;
    const facts = { ...about, done, doneFrom, stage, light, measureUnit: promise.measureUnit, period, mayStateUnchanged };
    return { ...common, kind: 'delivery.report', key: `${promise.id} ${period}`, facts, since: firstDayOf(period), link } as const;
  }
  const because = kind === 'correct-mismatch' ? 'mismatch' : 'sent-back';
  const since = sentBackOn.get(reportId) ?? firstDayOf(period);
  return {
    ...common,
    kind: 'delivery.correct',
    key: reportId,
    facts: { ...about, reportId, because },
    since,
    link: `${link}?corrects=${reportId}`,
  } as const;
}

type Waiting = Pick<Report, 'state' | 'unitId' | 'asOf'> & { readonly sentOn: CivilDate };

/** What waits to be reviewed inside a unit, and what waits at the supervision office, one duty for each unit. */
export function decidingDuties(
  waiting: readonly Waiting[],
  unitNames: Readonly<Record<string, string>>,
  entry: EntryEndSetting,
): readonly DeliveryDuty[] {
  const inUnits = Map.groupBy(
    waiting.filter(({ state, unitId }) => state === 'unit-review' && unitId !== null),
    ({ unitId }) => unitId!,
  );
  const atOffice = Map.groupBy(
    waiting.filter(({ state }) => state === 'submitted' || state === 'proposed'),
    ({ unitId }) => unitId,
  );
  const reviews = [...inUnits].map(([unitId, rows]): DeliveryDuty => {
    const when = { since: earliest(rows.map((it) => it.sentOn)), dueOn: lastDayOf(periodOf(earliest(rows.map((it) => it.asOf)))) };
    return {
      ...ORDINARY,
      ...when,
      kind: 'delivery.review',
      key: unitId,
      facts: { count: rows.length },
      unitId,
      roles: HEADS,
      link: 'unit-review',
    };
  });
  const adoptions = [...atOffice].map(([unitId, rows]): DeliveryDuty => {
    const dueOn = entryEndsOn(periodOf(earliest(rows.map((it) => it.asOf))), entry);
    const facts = { unit: unitId === null ? null : (unitNames[unitId] ?? null), count: rows.length };
    const when = { since: earliest(rows.map((it) => it.sentOn)), dueOn };
    return { ...OF_OFFICE, ...when, kind: 'delivery.adopt', key: unitId ?? 'list', facts, link: 'inbox' };
  });
  return [...reviews, ...adoptions];
}

/** 上月: what a unit has left unsaid about it, and, once all is said, the approval. */
export function periodDuty(unitId: string, period: Period, { unanswered, waiting }: Answers, entry: EntryEndSetting): DeliveryDuty | null {
  if (unanswered.length === 0 && waiting > 0) return null;
  return {
    ...ORDINARY,
    kind: 'delivery.approve-period',
    key: `${unitId} ${period}`,
    facts: { period, unanswered: unanswered.length },
    unitId,
    roles: unanswered.length > 0 ? REPORTERS : HEADS,
    since: addDays(lastDayOf(period), 1),
    dueOn: entryEndsOn(period, entry),
    link: `periods?period=${period}`,
  };
}

/** A plan that waits is no plan: by default the straight line counts meanwhile (来源: 自定). */
const PLAN_DAYS = 7;
/** Drawn by lot, a sample is looked at while what it shows is still there to see (来源: 自定). */
const SAMPLE_DAYS = 10;

type WaitingPlan = { readonly unitId: string | null; readonly proposedOn: CivilDate };
type PlansOf = OfList & { readonly plans: readonly WaitingPlan[]; readonly unitNames: Readonly<Record<string, string>> };

/** 待批的计划: one duty of the supervision office for each unit that proposed some. */
export function planDuties({ programmeId, plans, unitNames }: PlansOf): readonly DeliveryDuty[] {
  return [...Map.groupBy(plans, ({ unitId }) => unitId)].map(([unitId, rows]): DeliveryDuty => {
    const since = earliest(rows.map((it) => it.proposedOn));
    const facts = { programmeId, unitId, unit: unitId === null ? null : (unitNames[unitId] ?? null), count: rows.length };
    const when = { since, dueOn: addDays(since, PLAN_DAYS) };
    return { ...OF_OFFICE, ...when, kind: 'delivery.approve-plan', key: unitId ?? 'list', facts, link: 'inbox' };
  });
}

/** What is left of a sample, until every report that was drawn has its verdict or counts no more. */
export type OpenSample = OfList & {
  readonly id: string;
  readonly period: Period;
  readonly drawnOn: CivilDate;
  readonly drawn: number;
  readonly left: number;
};

export function sampleDuty({ id, programmeId, period, drawnOn, drawn, left }: OpenSample): DeliveryDuty {
  const when = { since: drawnOn, dueOn: addDays(drawnOn, SAMPLE_DAYS) };
  const facts = { programmeId, sampleId: id, period, drawn, left };
  return { ...OF_OFFICE, ...when, kind: 'delivery.verify', key: id, facts, link: `verification?period=${period}` };
}

function earliest(days: readonly CivilDate[]): CivilDate {
  return days.toSorted()[0]!;
}

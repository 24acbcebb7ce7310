import { deadlineOf } from '#/delivery/rules/board.ts';
import { forecastCaution } from '#/delivery/rules/lights.ts';
import { neededADay } from '#/delivery/rules/pace.ts';
import type { Board, Lately, Light, ProjectStanding, PromiseStanding, Reason } from '#/delivery/rules/standing.ts';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import { type BulletinClass, type ClassFacts, classOf } from './classes.ts';
import { promiseName } from './promise-name.ts';

/** 通报条目: where one promise stands, with what the letter says about it. Unrounded; `words` rounds. */
export type BulletinItem = {
  readonly promiseId: string;
  readonly projectId: string;
  readonly no: string;
  readonly project: string;
  readonly promise: string;
  readonly object: string;
  readonly leadUnit: string | null;
  readonly supportingUnits: readonly string[];
  readonly target: number | null;
  readonly targetMax: number | null;
  readonly approx: boolean;
  readonly bound: 'exact' | 'at_least' | 'at_most';
  readonly measureUnit: string;
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  readonly doneFrom: PromiseStanding['doneFrom'];
  readonly stage: string | null;
  /** 单位的原话: what came with the last adopted report, with the day and the unit. Internal. */
  readonly said: { readonly text: string; readonly on: CivilDate | null; readonly by: string | null } | null;
  /** 滞后原因与补救措施 as reported, and by when. Internal. */
  readonly cause: Cause | null;
  /** 核查不符: by when the figure must be corrected. */
  readonly mismatchDueOn: CivilDate | null;
  readonly reportId: string | null;
  readonly reportedBy: string | null;
  /** Of the figure, what somebody other than the unit has checked; null where nothing is known of it. */
  readonly verifiedShare: number | null;
  readonly expected: number | null;
  readonly gapPoints: number | null;
  readonly behindDays: number | null;
  readonly light: Light;
  readonly class: BulletinClass;
  readonly reasons: readonly Reason[];
  readonly forecast: Forecast;
  readonly needed: Needed | null;
  readonly plan: 'default-line' | 'approved' | null;
  readonly asOf: CivilDate;
  readonly deadline: CivilDate;
  readonly adjustment: Adjustment | null;
  readonly stale: boolean;
  /** 近两次, of a growing count that has two. */
  readonly lately?: Lately;
};

/** 原因与措施: why a promise is behind and what is done about it, in the words of its unit. */
export type Cause = { readonly text: string; readonly until: CivilDate | null };

/** 预计完成: a day only where a forecast exists; `points` reports it rests on. */
export type Forecast =
  | { readonly kind: 'none' }
  | { readonly kind: 'too-early' }
  | { readonly kind: 'on'; readonly on: CivilDate; readonly isLate: boolean; readonly fewPoints: number | null };

/** 此后的速度: what must happen in each day, week or month that is left, in the largest steps that still say at least one. */
export type Needed = {
  readonly per: 'day' | 'week' | 'month';
  readonly quantity: number;
  readonly daysLeft: number;
  readonly short: number;
  /** Needed speed ÷ recent speed; null where nothing has been done yet. */
  readonly times: number | null;
};

export type ItemFacts = Omit<ClassFacts, 'standing'> & {
  readonly board: Board;
  readonly project: ProjectStanding;
  readonly standing: PromiseStanding;
  readonly cause: Cause | null;
};

export function itemOf(facts: ItemFacts): BulletinItem {
  const { board, project, standing, adjustment, cause } = facts;
  const { promise, pace, plan } = standing;
  const deadline = plan?.deadline ?? deadlineOf(promise, board.programme);
  return {
    promiseId: promise.id,
    projectId: project.project.id,
    no: project.project.no,
    project: project.project.name,
    promise: promiseName(promise),
    object: promise.object,
    leadUnit: project.leadUnit,
    supportingUnits: project.supportingUnits,
    target: promise.target,
    targetMax: promise.targetMax,
    approx: promise.approx,
    bound: promise.bound,
    measureUnit: promise.measureUnit,
    done: standing.done,
    doneOn: standing.doneOn ?? standing.reportedOn,
    doneFrom: standing.doneFrom,
    stage: standing.stage,
    said: saidOf(standing),
    cause,
    mismatchDueOn: standing.mismatch?.dueOn ?? null,
    reportId: standing.reportId,
    reportedBy: standing.reportedBy,
    verifiedShare: standing.verifiedShare,
    expected: pace?.expected ?? null,
    gapPoints: pace?.gapPoints ?? null,
    behindDays: pace?.behindDays ?? null,
    light: standing.light,
    class: classOf(facts),
    reasons: standing.reasons,
    forecast: forecastOf(standing, deadline),
    needed: neededFor(standing, board.asOf, deadline),
    plan: plan?.kind ?? null,
    asOf: board.asOf,
    deadline,
    adjustment,
    stale: standing.stale,
    ...(standing.lately !== undefined && { lately: standing.lately }),
  };
}

function saidOf({ progressText, reportedOn, reportedBy }: PromiseStanding): BulletinItem['said'] {
  const text = progressText?.trim() ?? '';
  return text === '' ? null : { text, on: reportedOn, by: reportedBy };
}

function forecastOf({ pace, light }: PromiseStanding, deadline: CivilDate): Forecast {
  if (pace === null || light === 'closed' || light === 'grey') return { kind: 'none' };
  const caution = forecastCaution(pace);
  if (pace.forecastOn === null || caution === 'too-early') return { kind: 'too-early' };
  const fewPoints = caution === 'few-points' ? pace.reportPoints : null;
  return { kind: 'on', on: pace.forecastOn, isLate: pace.forecastOn > deadline, fewPoints };
}

/** Mean length of a month of the common year. */
const DAYS_A_MONTH = 365 / 12;

function neededFor({ pace, promise, done, light }: PromiseStanding, asOf: CivilDate, deadline: CivilDate): Needed | null {
  const daysLeft = daysBetween(asOf, deadline);
  const isBehind = light === 'red' || light === 'yellow';
  if (!isBehind || pace === null || promise.target === null || done === null || daysLeft <= 0) return null;
  const aDay = neededADay(promise.target, done, daysLeft);
  const common = { daysLeft, short: Math.max(promise.target - done, 0), times: pace.effortRatio };
  if (aDay >= 1) return { ...common, per: 'day', quantity: aDay };
  if (aDay * 7 >= 1) return { ...common, per: 'week', quantity: aDay * 7 };
  return { ...common, per: 'month', quantity: aDay * DAYS_A_MONTH };
}

import { type CivilDate, dayNumber, daysBetween, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { ProjectNetwork } from '#/planning/rules/activity.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import { countingOn, type Derived, derivedOn, derivedReason, derivedSeries, type SourceDay } from './count-source.ts';
import { gateStanding } from './gate.ts';
import { DEFAULT_LIGHTS, isBounded, type LightSettings, type LitUp, lightOf, WORST_FIRST, worstOf } from './lights.ts';
import { paceOf } from './pace.ts';
import { latelyOf } from './recent.ts';
import type { ReportFacts } from './report.ts';
import { type Series, seriesAt } from './series.ts';
import { DEFAULT_VERIFICATION, type VerificationSetting } from './settings.ts';
import type { Board, GateStanding, Lately, Light, Pace, ProjectStanding, PromiseStanding, Reason } from './standing.ts';
import { approvedPlan, defaultPlan, type Plan, type Trajectory, trajectoryOn, type WeightedStep } from './trajectory.ts';
import type { Verdict } from './verdict.ts';
import { verificationOf, verificationSaid } from './verification.ts';

/** 月末灯: the light of a promise as it was frozen at the end of a month, with what the plan then expected. */
export type MonthLight = {
  readonly promiseId: string;
  readonly year: number;
  readonly month: number;
  readonly light: Light;
  readonly expected: number | null;
};

/** 验收: the office accepted that a promise is kept, as of a day. */
export type Acceptance = { readonly promiseId: string; readonly acceptedOn: CivilDate };

export type BoardInput = {
  readonly districtName: string;
  readonly programme: Programme;
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly reports: readonly ReportFacts[];
  readonly trajectories: readonly Trajectory[];
  readonly acceptances?: readonly Acceptance[];
  readonly months?: readonly MonthLight[];
  readonly settings?: LightSettings;
  readonly verdicts?: readonly Verdict[];
  readonly verification?: VerificationSetting;
  /** The networks of the list's projects; without them the board has no gate lights. */
  readonly networks?: readonly ProjectNetwork[];
  /** What sites and records say of the promises whose figure comes from them, or once did. */
  readonly derived?: Readonly<Record<string, readonly Derived[]>>;
  readonly sourceDays?: Readonly<Record<string, readonly SourceDay[]>>;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly asOf: CivilDate;
};

type Grouped = {
  /** 清单版本: by what reported figures are counted. */
  readonly definition: string;
  readonly input: Pick<BoardInput, 'asOf' | 'unitNames' | 'verification' | 'networks' | 'derived' | 'sourceDays'> & {
    readonly programme: Pick<Programme, 'from' | 'to'>;
  };
  readonly settings: LightSettings;
  readonly reports: ReadonlyMap<string, readonly ReportFacts[]>;
  readonly trajectories: ReadonlyMap<string, readonly Trajectory[]>;
  readonly months: ReadonlyMap<string, readonly MonthLight[]>;
  readonly accepted: ReadonlyMap<string, readonly Acceptance[]>;
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
};

/** What the light of one promise is computed from. */
export type AloneInput = Pick<BoardInput, 'asOf' | 'reports' | 'trajectories' | 'acceptances' | 'settings' | 'derived' | 'sourceDays'> & {
  readonly promise: ProgrammePromise;
  readonly programme: Pick<Programme, 'from' | 'to'>;
};

/** The light that the board would show for this promise. */
export function lightAlone({
  promise,
  programme,
  asOf,
  reports,
  trajectories,
  acceptances = [],
  settings = DEFAULT_LIGHTS,
  derived,
  sourceDays,
}: AloneInput): Light {
  const one = { reports: groupByPromise(reports), trajectories: groupByPromise(trajectories), accepted: groupByPromise(acceptances) };
  const input = { programme, asOf, unitNames: {}, ...(derived && { derived }), ...(sourceDays && { sourceDays }) };
  return promiseStanding(promise, { definition: '', input, settings, ...one, months: new Map(), verdicts: new Map() }).light;
}

/** 看板: the one function that says where a district's list stands on a day; board, edition, bulletin and command line all read its answer. */
export function boardOf(input: BoardInput): Board {
  const { programme, asOf } = input;
  const grouped: Grouped = {
    definition: String(programme.version),
    input,
    settings: input.settings ?? DEFAULT_LIGHTS,
    reports: groupByPromise(input.reports),
    trajectories: groupByPromise(input.trajectories),
    months: groupByPromise(input.months ?? []),
    accepted: groupByPromise(input.acceptances ?? []),
    verdicts: groupByPromise(input.verdicts ?? []),
  };
  const promises = Map.groupBy(input.promises, (it) => it.projectId);
  const projects = byPosition(input.projects).map((project) => projectStanding(project, promises.get(project.id) ?? [], grouped));
  const counts: Record<Light, number> = { red: 0, yellow: 0, grey: 0, green: 0, white: 0, closed: 0 };
  for (const { light } of projects) counts[light] += 1;
  const periodDays = daysBetween(programme.from, programme.to) + 1;
  const elapsedDays = Math.min(Math.max(daysBetween(programme.from, asOf) + 1, 0), periodDays);
  return { districtName: input.districtName, programme, asOf, elapsedDays, periodDays, projects, counts };
}

function groupByPromise<Row extends { readonly promiseId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.promiseId);
}

function byPosition<Row extends { readonly position: number }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.position - b.position);
}

function projectStanding(project: Project, promises: readonly ProgrammePromise[], grouped: Grouped): ProjectStanding {
  const { unitNames } = grouped.input;
  const standings = byPosition(promises).map((promise) => promiseStanding(promise, grouped));
  let lastReportOn: CivilDate | null = null;
  for (const { reportedOn } of standings) {
    if (reportedOn !== null && (lastReportOn === null || reportedOn > lastReportOn)) lastReportOn = reportedOn;
  }
  return {
    project,
    leadUnit: project.leadUnitId === null ? null : (unitNames[project.leadUnitId] ?? null),
    supportingUnits: project.supportingUnitIds.flatMap((id) => unitNames[id] ?? []),
    light: worstOf(standings.map((it) => it.light)),
    gate: gateOf(project, standings, grouped),
    promises: standings,
    lastReportOn,
  };
}

function gateOf({ id }: Project, standings: readonly PromiseStanding[], { input, settings }: Grouped): GateStanding | null {
  if (input.networks === undefined) return null;
  const said = standings.flatMap(({ stage, reportedOn }) => (stage === null || reportedOn === null ? [] : [{ stage, on: reportedOn }]));
  return gateStanding(input.networks.find((it) => it.projectId === id) ?? null, said, input.asOf, settings);
}

function promiseStanding(promise: ProgrammePromise, grouped: Grouped): PromiseStanding {
  const { asOf, programme, unitNames } = grouped.input;
  const versions = grouped.trajectories.get(promise.id) ?? [];
  const plan = planOn(promise, versions, programme, asOf);
  const steps = stepsOf(plan);
  const reported = seriesAt(promise, grouped.reports.get(promise.id) ?? [], asOf, steps);
  const days = grouped.input.sourceDays?.[promise.id] ?? [];
  const derived = derivedOn(grouped.input.derived?.[promise.id], days, asOf);
  const series = derived === null ? reported : derivedSeries(reported, promise, derived, asOf);
  const deadline = plan?.finishOn ?? deadlineOf(promise, programme);
  const pace = plan === null || isBounded(promise) ? null : paceFor(plan, series, asOf, grouped.settings);
  const accepted = (grouped.accepted.get(promise.id) ?? []).some((it) => it.acceptedOn <= asOf);
  const expected = expectedOn(promise, plan, pace, asOf);
  const counting = countingOn(days, derived, asOf);
  const lately = latelyFor(promise, series.points, { derived, from: programme.from, asOf, definition: grouped.definition });
  const { done, stage, otherMeasure } = series;
  const hasSteps = steps.length > 0;
  const lit = lightOf({ promise, hasSteps, done, stage, otherMeasure, accepted, expected, pace, asOf, deadline }, grouped.settings);
  const stale = isStale(series, lit.light, asOf, grouped.settings);
  const verification = verificationFor(promise, grouped, { asOf, steps, done, light: lit.light });
  return {
    promise,
    done,
    doneOn: series.doneOn,
    doneFrom: series.doneFrom,
    stage,
    progressText: series.text,
    reportId: series.latest?.id ?? null,
    reportedOn: series.latest?.asOf ?? null,
    reportedBy: series.latest?.unitId == null ? null : (unitNames[series.latest.unitId] ?? null),
    plan: plan && { kind: plan.kind, version: plan.version, startsOn: plan.startsOn, deadline },
    pace,
    reportPoints: series.points.length,
    light: lit.light,
    reasons: [
      ...lit.reasons,
      ...(derived === null ? [] : [derivedReason(derived, asOf)]),
      ...notesOf(lit, series, pace, { plan, versions, asOf, stale }, grouped.settings),
      ...verification.reasons,
    ],
    stale,
    ...(lately !== null && { lately }),
    ...(counting !== null && { counting }),
    ...verification.standing,
    months: monthsOf(grouped.months.get(promise.id) ?? [], done, asOf),
  };
}

type LatelyKnown = {
  readonly derived: Derived | null;
  readonly from: CivilDate;
  readonly asOf: CivilDate;
  readonly definition: string;
};

/** Of records every day is known and is read here day by day; a line is drawn by the week. */
function latelyFor(promise: ProgrammePromise, reported: Series['points'], { derived, from, asOf, definition }: LatelyKnown): Lately | null {
  if (derived?.from !== 'records') return latelyOf(promise, reported, { from, definition, method: derived?.from ?? 'reports' });
  const points = derived.points.filter((it) => it.on <= asOf);
  return latelyOf(promise, points, {
    from,
    definition: String(derived.versionNo),
    countedTo: asOf,
    versions: derived.versions,
    method: 'records',
  });
}

type Verifying = { readonly asOf: CivilDate; readonly steps: readonly WeightedStep[]; readonly done: number | null; readonly light: Light };

/** Nothing is said about verification before a district verifies; a mismatch is said whenever one was found. */
function verificationFor(promise: ProgrammePromise, { input, reports, verdicts }: Grouped, known: Verifying) {
  const given = verdicts.get(promise.id) ?? [];
  const setting = input.verification ?? DEFAULT_VERIFICATION;
  const { verified, mismatch } = verificationOf(promise, reports.get(promise.id) ?? [], given, known);
  return verificationSaid({ verified, mismatch, setting, isClosed: known.light === 'closed' });
}

/** 办理时限: the day this clause names, else the last day of the list's period. */
export function deadlineOf(promise: Pick<ProgrammePromise, 'dueOn'>, programme: Pick<Programme, 'from' | 'to'>): CivilDate {
  return promise.dueOn !== null && promise.dueOn >= programme.from ? promise.dueOn : programme.to;
}

/** The plan in force on a day: an approved version that had started, else the straight line over the whole period. */
export function planOn(
  promise: ProgrammePromise,
  versions: readonly Trajectory[],
  programme: Pick<Programme, 'from' | 'to'>,
  asOf: CivilDate,
): Plan | null {
  const trajectory = trajectoryOn(versions, asOf);
  if (trajectory !== null) return approvedPlan(trajectory);
  if (promise.measure === 'milestone-set' || promise.target === null || promise.target <= 0) return null;
  return defaultPlan(promise.target, programme.from, deadlineOf(promise, programme));
}

export function stepsOf(plan: Plan | null): readonly WeightedStep[] {
  return plan?.shape.kind === 'milestones' ? plan.shape.steps : [];
}

function paceFor(plan: Plan, series: Series, asOf: CivilDate, settings: LightSettings): Pace | null {
  if (series.done === null) return null;
  const { curve, startsOn, plannedDays, target } = plan;
  return paceOf({
    curve,
    startsOn,
    plannedDays,
    target,
    done: series.done,
    asOf,
    points: series.points,
    recentWeeks: settings.recentWeeks,
  });
}

/** P(t), or the bound in force: the newest dated step that has come, or the target itself where no step is dated. */
function expectedOn(promise: ProgrammePromise, plan: Plan | null, pace: Pace | null, asOf: CivilDate): number | null {
  if (!isBounded(promise)) return pace?.expected ?? null;
  if (plan?.shape.kind !== 'steps') return promise.target;
  let bound: number | null = null;
  for (const step of plan.shape.steps) if (step.on <= asOf) bound = step.value;
  return bound;
}

function isStale({ latest, doneOn }: Series, light: Light, asOf: CivilDate, settings: LightSettings): boolean {
  const on = doneOn ?? latest?.asOf ?? null;
  return on !== null && light !== 'closed' && dayNumber(asOf) - dayNumber(on) > settings.staleAfterDays;
}

type Noted = { readonly plan: Plan | null; readonly versions: readonly Trajectory[]; readonly asOf: CivilDate; readonly stale: boolean };

/** What must be said beside a light: where its number comes from, by which plan, and how little it rests on. */
function notesOf({ light }: LitUp, series: Series, pace: Pace | null, noted: Noted, settings: LightSettings): readonly Reason[] {
  const notes: Reason[] = [];
  if (series.doneFrom === 'stage') notes.push({ code: 'from-stage', facts: { stage: series.stage } });
  const waiting = noted.versions.find((it) => it.state === 'approved' && it.startsOn > noted.asOf);
  if (waiting !== undefined) notes.push({ code: 'plan-starts-today-or-later', facts: { startsOn: waiting.startsOn } });
  if (light === 'closed') return notes;
  if (pace !== null && noted.plan?.kind === 'default-line') notes.push({ code: 'default-line', facts: { deadline: noted.plan.finishOn } });
  if (pace !== null && pace.reportPoints < settings.forecastPoints) {
    const isCounted = series.doneFrom === 'records' || series.doneFrom === 'sites';
    notes.push({ code: 'few-points', facts: { reportPoints: pace.reportPoints, ...(isCounted && { source: series.doneFrom }) } });
  }
  if (noted.stale) {
    const on = series.doneOn ?? series.latest!.asOf;
    notes.push({ code: 'stale', facts: { asOf: on, days: daysBetween(on, noted.asOf) } });
  }
  return notes;
}

/** 补上: a month that was behind at its end, and whose planned value has been reached since, reads yellow, never green. */
function monthsOf(frozen: readonly MonthLight[], done: number | null, asOf: CivilDate): PromiseStanding['months'] {
  const months: ({ light: Light; caughtUp: boolean } | null)[] = Array(12).fill(null);
  for (const { year, month, light, expected } of frozen) {
    if (year !== yearOf(asOf) || month > monthOf(asOf)) continue;
    const wasBehind = light === 'red' || light === 'yellow';
    const caughtUp = wasBehind && expected !== null && done !== null && done >= expected;
    months[month - 1] = { light: caughtUp ? 'yellow' : light, caughtUp };
  }
  return months;
}

/** By rows, worst first; within one light by the printed order. */
export function worstFirst(projects: readonly ProjectStanding[]): readonly ProjectStanding[] {
  return [...projects].sort(
    (a, b) => WORST_FIRST.indexOf(a.light) - WORST_FIRST.indexOf(b.light) || a.project.position - b.project.position,
  );
}

import type { Board, Light, ProjectStanding } from '#/delivery/rules/standing.ts';
import { type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import type { DemoKind } from '#/organisation/rules/district.ts';
import type { ProjectNetwork, ProjectSchedule, ScheduleRefusal } from '#/planning/rules/activity.ts';
import { asSaid } from '#/planning/rules/gate.ts';
import { scheduleOf } from '#/planning/rules/network.ts';
import { type Bar, barsOf, nextOf, overrunOf } from './bar.ts';
import { freeSpans, type Span } from './free-time.ts';

/** 挂图的一行: one project with its light and its schedule, as the wall shows it. */
export type WallRow = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly leadUnit: string | null;
  readonly light: Light;
  readonly lastReportOn: CivilDate | null;
  readonly promises: ProjectStanding['promises'];
  /** `none` where nobody planned it yet, the refusal where what was planned contradicts itself. */
  readonly schedule: 'none' | 'planned' | ScheduleRefusal;
  readonly bars: readonly Bar[];
  readonly next: Bar | null;
  readonly deadline: number;
  /** Days of the year by which the plan runs past the deadline. */
  readonly overrun: number;
  readonly baseline: { readonly no: number; readonly lockedOn: CivilDate } | null;
};

/** 挂图: a list on a day, with what each project is planned to do and when; everything that the drawing needs. */
export type Wall = {
  readonly title: string;
  readonly districtName: string;
  readonly asOf: CivilDate;
  /** 演示: said on every sheet, for a sheet is passed on alone. */
  readonly demo: DemoKind | null;
  readonly counts: Board['counts'];
  readonly rows: readonly WallRow[];
  readonly first: CivilDate;
  readonly last: CivilDate;
  /** Of each calendar that is used, the days without work. */
  readonly free: Readonly<Record<string, readonly Span[]>>;
};

export type WallInput = {
  readonly board: Board;
  readonly networks: readonly ProjectNetwork[];
  readonly demo?: DemoKind | null;
};

export function wallOf({ board, networks, demo = null }: WallInput): Wall {
  const gateOf = new Map(board.projects.map(({ project, gate }) => [project.id, gate]));
  const planned = new Map(networks.map((it) => [it.projectId, plannedOf(it, gateOf.get(it.projectId) ?? null, board)]));
  const schedules = [...planned.values()].map(({ schedule }) => schedule);
  const rows = byLeadUnit(board.projects).map((it) => rowOf(it, planned.get(it.project.id), board));
  const [first, last] = [board.programme.from, latestOf(board.programme.to, schedules)];
  return {
    title: board.programme.title,
    districtName: board.districtName,
    asOf: board.asOf,
    demo,
    counts: board.counts,
    rows,
    first,
    last,
    free: freeOf(rows, networks, [dayNumber(first), dayNumber(last) + 31]),
  };
}

/** Projects of one lead unit stand together, at the place of the first of them. */
function byLeadUnit(projects: readonly ProjectStanding[]): readonly ProjectStanding[] {
  const inOrder = projects.toSorted((a, b) => a.project.position - b.project.position);
  return [...Map.groupBy(inOrder, (it) => it.project.leadUnitId ?? it.project.id).values()].flat();
}

type Planned = { readonly network: ProjectNetwork; readonly schedule: ProjectSchedule };

/** By the same reckoning as the gate light, so that wall and board say one number of days. */
function plannedOf(network: ProjectNetwork, gate: ProjectStanding['gate'], { asOf }: Board): Planned {
  const said = asSaid(network, { gates: gate?.reached ?? [], reportedOn: gate?.reportedOn ?? null, today: asOf });
  return { network, schedule: scheduleOf(said.network, said.from) };
}

function rowOf({ project, leadUnit, light, promises, lastReportOn }: ProjectStanding, planned: Planned | undefined, board: Board): WallRow {
  const schedule = planned?.schedule;
  const bars = planned === undefined ? [] : barsOf(planned.schedule, planned.network);
  const deadline = dayNumber(schedule?.deadline ?? board.programme.to);
  return {
    ...{ id: project.id, no: project.no, name: project.name, leadUnit, light, promises, lastReportOn },
    schedule: schedule?.refusal ?? (bars.length === 0 ? 'none' : 'planned'),
    bars,
    next: schedule === undefined ? null : nextOf(bars, schedule),
    deadline,
    overrun: overrunOf(bars, deadline),
    baseline: schedule?.baseline ? { no: schedule.baseline.no, lockedOn: schedule.baseline.lockedOn } : null,
  };
}

function latestOf(end: CivilDate, schedules: readonly ProjectSchedule[]): CivilDate {
  const days = schedules.flatMap(({ planned, deadline, baseline }) => [
    deadline,
    ...planned.map(({ dates }) =>
      dates.lateFinish !== null && dates.lateFinish > dates.earlyFinish ? dates.lateFinish : dates.earlyFinish,
    ),
    ...(baseline?.dates.map((it) => it.finish) ?? []),
  ]);
  return days.reduce((last, it) => (it > last ? it : last), end);
}

function freeOf(rows: readonly WallRow[], networks: readonly ProjectNetwork[], [from, to]: Span): Wall['free'] {
  // The calendars of a district are the same in every network.
  const calendars = networks[0]?.calendars ?? {};
  const used = new Set(rows.flatMap((it) => it.bars.map(({ calendar }) => calendar)));
  const known = [...used].filter((it) => calendars[it] !== undefined);
  return Object.fromEntries(known.map((it) => [it, freeSpans(workCalendar(calendars[it]!.spec), from, to)]));
}

const WORST_FIRST: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'white', 'closed'];

/** 过会次序: the worst light first, then the least slack; what ← and → step through. */
export function agendaOf({ rows }: Wall): readonly string[] {
  const slackOf = (row: WallRow) => row.next?.slack ?? Number.MAX_SAFE_INTEGER;
  const rank = (row: WallRow) => WORST_FIRST.indexOf(row.light);
  return rows.toSorted((a, b) => rank(a) - rank(b) || slackOf(a) - slackOf(b)).map((it) => it.id);
}

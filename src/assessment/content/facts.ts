import { getCalendar, reportingRates } from '#/collection/door.ts';
import { periodIdsBetween } from '#/collection/rules/calendar.ts';
import { loadBoard } from '#/delivery/door.ts';
import type { Board, ProjectStanding, PromiseStanding } from '#/delivery/rules/standing.ts';
import { type CivilDate, monthOf } from '#/kernel/civil-date.ts';
import { listOrderFacts, type OrderFacts } from '#/orders/door.ts';
import { isWithUnit, numberText } from '#/orders/rules/order.ts';
import { listProjectSchedules } from '#/planning/door.ts';
import type { ProjectSchedule } from '#/planning/rules/activity.ts';
import type { Reader } from '#/platform/db.ts';
import type { StoredProgramme } from '#/programme/door.ts';
import { promiseName } from '#/supervision/rules/promise-name.ts';
import type { LightFact, MilestoneFact, OrderFact, PromiseFact, QuarterFacts, ReportingFact, UnitFacts } from '../rules/facts.ts';
import { asOfQuarter, firstOfQuarter, monthsOf, type Quarter } from '../rules/quarter.ts';
import { listEntries, listMismatches } from '../store/entries.ts';
import { listDifficulties } from '../store/sheets.ts';

/** All that the units of a list are scored by for a quarter. */
export async function loadQuarterFacts(reader: Reader, list: StoredProgramme, quarter: Quarter): Promise<QuarterFacts> {
  const asOf = asOfQuarter(quarter, reader.today);
  const span = { programmeId: list.id, from: firstOfQuarter(quarter), to: asOf };
  const { board } = await loadBoard(reader, list, asOf);
  const difficulties = await listDifficulties(reader, list.id);
  const coefficients = new Map(difficulties.map(({ projectId, coefficient }) => [projectId, coefficient]));
  const reporting = await loadReporting(reader, list, quarter);
  const mismatches = await listMismatches(reader, span);
  const schedules = await listProjectSchedules(reader, list.id, asOf);
  const orders = await listOrderFacts(reader, { to: asOf });
  const entries = (await listEntries(reader, { programmeId: list.id, ...quarter })).filter(({ withdrawnBy }) => withdrawnBy === null);
  const units = leadUnitsOf(board).map(([unitId, projects]): UnitFacts => {
    const promises = projects.flatMap((it) => it.promises.map((standing) => promiseFact(it, standing, coefficients)));
    const titles = new Map(promises.map(({ promiseId, title }) => [promiseId, title]));
    return {
      unitId,
      unit: projects[0]!.leadUnit ?? '',
      promises,
      lights: projects.flatMap((it) =>
        it.promises.flatMap((standing) => lightFacts(standing, { project: it, coefficients, quarter, asOf })),
      ),
      milestones: projects.flatMap((it) => milestoneFacts(it, schedules, span)),
      reporting: reporting.get(unitId) ?? [],
      mismatches: mismatches
        .filter((it) => it.unitId === unitId)
        .map(({ unitId: _, ...it }) => ({ ...it, title: titles.get(it.promiseId) ?? '' })),
      orders: orders.filter((it) => it.unitId === unitId).flatMap((it) => orderFact(it, span)),
      entries: entries.filter((it) => it.unitId === unitId).map(entryFact),
    };
  });
  return { asOf, units };
}

function entryFact({
  entryId,
  lineKey,
  points,
  text,
  evidence,
  enteredBy,
  enteredOn,
}: UnitFacts['entries'][number]): UnitFacts['entries'][number] {
  return { entryId, lineKey, points, text, evidence, enteredBy, enteredOn };
}

/** What the unit has handed in is no longer with it, however long the check takes; what was called back or rightly objected to is not counted. */
function orderFact(order: OrderFacts, { from, to }: Span): readonly OrderFact[] {
  const { id, matter, dueOn, state, upheld, appliedOn, closedOn } = order;
  if (state === 'withdrawn' || upheld > 0 || dueOn < from || dueOn > to) return [];
  return [{ orderId: id, no: numberText(order), matter, dueOn, settledOn: isWithUnit(order) ? null : (appliedOn ?? closedOn) }];
}

function leadUnitsOf(board: Board): readonly (readonly [string, readonly ProjectStanding[]])[] {
  const led = board.projects.filter(({ project, promises }) => project.leadUnitId !== null && promises.length > 0);
  return [...Map.groupBy(led, ({ project }) => project.leadUnitId!)];
}

type Coefficients = ReadonlyMap<string, number>;

function promiseFact({ project }: ProjectStanding, standing: PromiseStanding, coefficients: Coefficients): PromiseFact {
  const { promise, light, done, pace, reasons, verifiedShare } = standing;
  return {
    ...{ promiseId: promise.id, no: project.no, title: promiseName(promise), projectId: project.id },
    difficulty: coefficients.get(project.id) ?? 1,
    light,
    isWithoutTarget: reasons.some(({ code }) => code === 'no-target' || code === 'no-approved-steps'),
    done: pace === null ? null : (done ?? pace.done),
    expected: pace?.expected ?? null,
    measureUnit: promise.measureUnit,
    verifiedShare,
  };
}

type LightsOf = {
  readonly project: ProjectStanding;
  readonly coefficients: Coefficients;
  readonly quarter: Quarter;
  readonly asOf: CivilDate;
};

/** Month-end lights as frozen; the running month stands as of today. A month that passed without being frozen says nothing. */
function lightFacts(
  { promise, months, light }: PromiseStanding,
  { project: { project }, coefficients, quarter, asOf }: LightsOf,
): readonly LightFact[] {
  const common = { promiseId: promise.id, no: project.no, title: promiseName(promise), difficulty: coefficients.get(project.id) ?? 1 };
  return monthsOf(quarter).flatMap((month): readonly LightFact[] => {
    const of = { ...common, month: `${quarter.year}-${String(month).padStart(2, '0')}` };
    const frozen = months[month - 1] ?? null;
    if (frozen !== null) return [{ ...of, ...frozen }];
    return month === monthOf(asOf) ? [{ ...of, light, caughtUp: false }] : [];
  });
}

type Span = { readonly from: CivilDate; readonly to: CivilDate };

function milestoneFacts({ project }: ProjectStanding, schedules: readonly ProjectSchedule[], { from, to }: Span): readonly MilestoneFact[] {
  const schedule = schedules.find(({ projectId }) => projectId === project.id);
  return (schedule?.planned ?? []).flatMap(({ activity, dates }): readonly MilestoneFact[] => {
    if (!activity.isMilestone && activity.gate === null) return [];
    const locked = schedule!.baseline?.dates.find(({ activityId }) => activityId === activity.id)?.finish;
    const dueOn = locked ?? dates.lateFinish;
    if (dueOn === null || dueOn === undefined || dueOn < from || dueOn > to) return [];
    return [{ activityId: activity.id, title: activity.name, project: project.name, dueOn, finishedOn: activity.finishedOn }];
  });
}

/** Of each unit, what was due in the quarter and came in time; periods whose due day has not passed are left out. */
async function loadReporting(
  reader: Reader,
  list: StoredProgramme,
  quarter: Quarter,
): Promise<ReadonlyMap<string, readonly ReportingFact[]>> {
  const { rhythm } = await getCalendar(reader);
  const rows: (ReportingFact & { readonly unitId: string })[] = [];
  for (const id of periodIdsBetween({ from: firstOfQuarter(quarter), to: asOfQuarter(quarter, reader.today) }, rhythm)) {
    const rates = await reportingRates(reader, list, id);
    if (rates === null || !rates.isOver) continue;
    rows.push(...rates.units.map(({ unitId, due, onTime }) => ({ unitId, period: id, due, onTime })));
  }
  return new Map([...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, own]) => [unitId, own.map(({ unitId: _, ...it }) => it)]));
}

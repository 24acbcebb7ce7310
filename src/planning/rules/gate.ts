import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { ActivityLink, ProjectNetwork, ProjectSchedule } from './activity.ts';
import { scheduleOf, waitingIn } from './network.ts';

/** The network as it was known on a day: what was begun or finished later had not happened yet. */
export function asKnownOn(network: ProjectNetwork, day: CivilDate): ProjectNetwork {
  const isLater = (on: CivilDate | null) => on !== null && on > day;
  if (!network.activities.some((it) => isLater(it.startedOn) || isLater(it.finishedOn))) return network;
  const activities = network.activities.map((it) => ({
    ...it,
    startedOn: isLater(it.startedOn) ? null : it.startedOn,
    finishedOn: isLater(it.finishedOn) ? null : it.finishedOn,
    ...(isLater(it.startedOn) && { remainingDays: null }),
  }));
  return { ...network, activities };
}

/** Everything that leads to an activity, itself included. */
export function ancestorsOf(links: readonly ActivityLink[], ids: readonly string[]): ReadonlySet<string> {
  const before = Map.groupBy(links, (it) => it.to);
  const found = new Set(ids);
  for (const id of found) for (const { from } of before.get(id) ?? []) found.add(from);
  return found;
}

/** 关口前的余地: what the chain that remains has left when work may go on from a day. */
export type GateSlack = {
  readonly activityId: string;
  readonly name: string;
  readonly latestStart: CivilDate | null;
  readonly slackDays: number;
  /** The next gate or, where none is left, nothing. */
  readonly nextGate: string | null;
  readonly isProvisional: boolean;
};
export type GateReach = { readonly gates: readonly string[]; readonly reportedOn: CivilDate | null; readonly today: CivilDate };

/** 按报送推定: what leads to the gates that were reported counts as done, and the rest begins on the first working day after the report. */
export function asSaid(
  network: ProjectNetwork,
  { gates, reportedOn, today }: GateReach,
): { readonly network: ProjectNetwork; readonly from: CivilDate } {
  const known = asKnownOn(network, today);
  const passed = known.activities.filter((it) => it.gate !== null && gates.includes(it.gate)).map(({ id }) => id);
  const reached = ancestorsOf(known.links, passed);
  const from = reportedOn !== null && addDays(reportedOn, 1) > today ? addDays(reportedOn, 1) : today;
  const doneOn = reportedOn ?? today;
  const activities = known.activities.map((it) =>
    reached.has(it.id) && it.finishedOn === null
      ? { ...it, startedOn: it.startedOn !== null && it.startedOn <= doneOn ? it.startedOn : null, finishedOn: doneOn }
      : it,
  );
  return { network: { ...known, activities }, from };
}

/** What a stage word leaves. Null where nothing is left to do or nothing can be scheduled. */
export function slackAfter(network: ProjectNetwork, reach: GateReach): GateSlack | null {
  const said = asSaid(network, reach);
  const { planned, links, provisional, refusal } = scheduleOf(said.network, said.from);
  return refusal === null ? tightest({ planned, links, provisional }) : null;
}

/** What may begin next and has the least left; where only a later date is beyond its limit, that one. */
export function tightest({ planned, links, provisional }: Pick<ProjectSchedule, 'planned' | 'links' | 'provisional'>): GateSlack | null {
  const open = planned.filter(({ activity }) => activity.finishedOn === null);
  const states = planned.map(({ activity: { id, startedOn, finishedOn } }) => ({
    id,
    isBegun: startedOn !== null,
    isDone: finishedOn !== null,
  }));
  const held = waitingIn(states, links);
  const bySlack = (rows: typeof open) =>
    rows.toSorted((a, b) => a.dates.slack - b.dates.slack || a.activity.position - b.activity.position);
  const first = bySlack(open.filter(({ activity }) => !held.has(activity.id)))[0];
  const worst = bySlack(open)[0];
  const shown = first !== undefined && (first.dates.slack < 0 || worst!.dates.slack >= 0) ? first : worst;
  if (shown === undefined) return null;
  const { activity, dates } = shown;
  const nextGate = open
    .filter((it) => it.activity.gate !== null)
    .toSorted((a, b) => (a.dates.earlyFinish < b.dates.earlyFinish ? -1 : 1))[0];
  return {
    activityId: activity.id,
    name: activity.name,
    latestStart: dates.lateStart,
    slackDays: dates.slack,
    nextGate: nextGate?.activity.gate ?? null,
    isProvisional: provisional.includes(activity.id),
  };
}

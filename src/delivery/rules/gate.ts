import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProjectNetwork } from '#/planning/rules/activity.ts';
import { type GateSlack, slackAfter } from '#/planning/rules/gate.ts';
import { furthestStage } from '#/programme/rules/parse/stage-words.ts';
import type { LightSettings } from './lights.ts';
import type { GateStanding } from './standing.ts';

/** What the reports of a project say of its stage. */
export type StageSaid = { readonly stage: string; readonly on: CivilDate };

/** The gates of a network that a stage word says are passed: its own and, by the order of a work's life, every earlier one. */
export function gatesReached(network: Pick<ProjectNetwork, 'activities'>, said: readonly StageSaid[]): readonly string[] {
  const gates = network.activities.flatMap(({ gate }) => gate ?? []);
  return [...new Set(gates)].filter((gate) => {
    const order = furthestStage(gate)?.order ?? null;
    return said.some(({ stage }) => {
      const reached = furthestStage(stage)?.order ?? null;
      return stage === gate || (order !== null && reached !== null && reached >= order);
    });
  });
}

/** Green above the threshold, yellow from there down to no day left, red below; grey where nothing was planned. */
export function gateStanding(
  network: ProjectNetwork | null,
  said: readonly StageSaid[],
  asOf: CivilDate,
  { gateYellowDays }: Pick<LightSettings, 'gateYellowDays'>,
): GateStanding {
  const newest = said.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
  const reached = network === null ? [] : gatesReached(network, said);
  const words = { stage: newest?.stage ?? null, reportedOn: newest?.on ?? null, reached, slack: null };
  if (network === null) return { light: 'grey', reason: 'no-network', ...words };
  if (isDone(network, asOf)) return { light: 'closed', reason: 'all-done', ...words };
  const slack = slackOf(network, said, asOf);
  if (slack === null) return { light: 'grey', reason: 'not-scheduled', ...words };
  const light = slack.slackDays < 0 ? 'red' : slack.slackDays <= gateYellowDays ? 'yellow' : 'green';
  return { ...words, light, reason: 'slack', slack };
}

function isDone({ activities }: ProjectNetwork, asOf: CivilDate): boolean {
  return activities.every(({ finishedOn }) => finishedOn !== null && finishedOn <= asOf);
}

/** The slack behind what was said; null where nothing is left or nothing can be scheduled. */
export function slackOf(network: ProjectNetwork, said: readonly StageSaid[], today: CivilDate): GateSlack | null {
  const reportedOn = said.reduce<CivilDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
  return slackAfter(network, { gates: gatesReached(network, said), reportedOn, today });
}

/** What the network leaves behind one stage word on its day; nothing where no activity is planned. */
export function slackBehind(network: ProjectNetwork | null, stage: string, asOf: CivilDate): GateSlack | null {
  return network === null || network.activities.length === 0 ? null : slackOf(network, [{ stage, on: asOf }], asOf);
}

import type { Board } from '#/delivery/rules/standing.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { ProjectSchedule } from '#/planning/rules/activity.ts';
import { finishDay } from '#/planning/rules/duties.ts';
import { ageDays, type Blocker } from './blocker.ts';
import type { AskedBecause, AskedProject } from './check.ts';
import type { RhythmSettings } from './settings.ts';

/** 关口: a gate or milestone of a project that is near or past its day and not reached. */
export type NearGate = {
  readonly activityId: string;
  readonly name: string;
  readonly dueOn: CivilDate;
  readonly slackDays: number | null;
  readonly isProvisional: boolean;
};

type Ground = {
  readonly board: Board;
  readonly schedules: readonly ProjectSchedule[];
  readonly blockers: readonly Blocker[];
  readonly settings: RhythmSettings;
};

/** Gates and milestones not yet reached that are due by a day, the nearest first. */
export function gatesUntil({ planned, provisional, ...schedule }: ProjectSchedule, until: CivilDate): readonly NearGate[] {
  return planned
    .filter(({ activity }) => activity.finishedOn === null && (activity.gate !== null || activity.isMilestone))
    .map((it) => ({
      activityId: it.activity.id,
      name: it.activity.gate ?? it.activity.name,
      dueOn: finishDay(it, schedule),
      slackDays: it.dates.lateFinish === null ? null : it.dates.slack,
      isProvisional: provisional.includes(it.activity.id),
    }))
    .filter(({ dueOn }) => dueOn <= until)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** 本周要问的: only what is behind, has a gate near, or is stuck; each project once, asked of its lead unit. */
export function askedProjects({ board, schedules, blockers, settings }: Ground): readonly AskedProject[] {
  const until = addDays(board.asOf, settings.gateDays);
  const open = Map.groupBy(
    blockers.filter(({ state }) => state === 'open'),
    ({ projectId }) => projectId,
  );
  return board.projects.flatMap(({ project, light }): readonly AskedProject[] => {
    if (project.leadUnitId === null) return [];
    const schedule = schedules.find(({ projectId }) => projectId === project.id);
    const because: readonly AskedBecause[] = [
      ...(light === 'yellow' || light === 'red' ? [{ kind: 'light', light } as const] : []),
      ...(schedule === undefined
        ? []
        : gatesUntil(schedule, until).map(({ name, dueOn, slackDays }) => ({ kind: 'gate', name, dueOn, slackDays }) as const)),
      ...(open.get(project.id) ?? []).map(
        (it) => ({ kind: 'blocker', blockerId: it.id, title: it.title, ageDays: ageDays(it, board.asOf) }) as const,
      ),
    ];
    if (because.length === 0) return [];
    const { id: projectId, programmeId, no, name } = project;
    return [{ unitId: project.leadUnitId, projectId, programmeId, no, name, light, because }];
  });
}

import type { Light } from '#/delivery/rules/standing.ts';
import { dayNumber } from '#/kernel/civil-date.ts';
import type { ProjectNetwork, ProjectSchedule, ScheduleRefusal } from '#/planning/rules/activity.ts';
import { type Bar, barsOf } from './bar.ts';
import type { PlannedProject } from './plans.ts';

/** 排期图的一行: a project, or one of its activities. */
export type PlanRow =
  | {
      readonly kind: 'project';
      readonly key: string;
      readonly project: PlannedProject;
      readonly deadline: number | null;
      readonly note: 'none' | ScheduleRefusal | null;
    }
  | { readonly kind: 'activity'; readonly key: string; readonly project: PlannedProject; readonly bar: Bar };

export type PlanFilter = { readonly unit: string | null; readonly light: Light | null; readonly project: string | null };
export const EVERYTHING: PlanFilter = { unit: null, light: null, project: null };

export function passes({ leadUnit, light, id }: PlannedProject, filter: PlanFilter): boolean {
  return (
    (filter.unit === null || filter.unit === leadUnit) &&
    (filter.light === null || filter.light === light) &&
    (filter.project === null || filter.project === id)
  );
}

export type Scheduled = {
  readonly project: PlannedProject;
  readonly network: ProjectNetwork | null;
  readonly schedule: ProjectSchedule | null;
};

export function rowsOf(all: readonly Scheduled[], filter: PlanFilter): readonly PlanRow[] {
  return all
    .filter(({ project }) => passes(project, filter))
    .flatMap(({ project, network, schedule }): readonly PlanRow[] => {
      const bars = schedule === null || network === null ? [] : barsOf(schedule, network);
      const note = schedule === null ? 'none' : schedule.refusal;
      const deadline = schedule === null ? null : dayNumber(schedule.deadline);
      return [
        { kind: 'project', key: project.id, project, deadline, note },
        ...bars.map((bar) => ({ kind: 'activity', key: bar.id, project, bar }) as const),
      ];
    });
}

/** A link between two rows. */
export type RowLink = { readonly from: number; readonly to: number; readonly type: ProjectSchedule['links'][number]['type'] };

export function linksOf(rows: readonly PlanRow[], all: readonly Scheduled[]): readonly RowLink[] {
  const at = new Map(rows.map((it, i) => [it.key, i]));
  return all.flatMap(({ schedule }) =>
    (schedule?.links ?? []).flatMap(({ from, to, type }) => {
      const [a, b] = [at.get(from), at.get(to)];
      return a === undefined || b === undefined ? [] : [{ from: a, to: b, type }];
    }),
  );
}

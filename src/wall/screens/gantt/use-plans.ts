import { useMemo, useState } from 'react';
import { dayNumber, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import { scheduleOf } from '#/planning/rules/network.ts';
import type { NetworkEdit } from '#/planning/rules/network-edit.ts';
import { freeSpans, type Span } from '../../rules/free-time.ts';
import { type Drag, type Dragged, draggedTo, type Tried, tried } from '../../rules/plan-drag.ts';
import type { Scheduled } from '../../rules/plan-rows.ts';
import { networkOf, type PlannedProject, type Plans } from '../../rules/plans.ts';

/** 未保存的改动 of one project, step by step. */
export type Pending = { readonly projectId: string; readonly edits: readonly NetworkEdit[] };
export type Moving = { readonly drag: Drag; readonly dragged: Dragged; readonly result: Tried };

/** Every project scheduled, the one with changes as it would be with them. */
export function useScheduled(plans: Plans, pending: Pending | null): readonly Scheduled[] {
  const stored = useMemo(() => plans.projects.map((project) => scheduledOf(plans, project, [])), [plans]);
  return useMemo(
    () =>
      stored.map((it) => (pending !== null && it.project.id === pending.projectId ? scheduledOf(plans, it.project, pending.edits) : it)),
    [plans, stored, pending],
  );
}

function scheduledOf(plans: Plans, project: PlannedProject, edits: readonly NetworkEdit[]): Scheduled {
  const network = networkOf(plans, project);
  if (network === null) return { project, network, schedule: null };
  if (edits.length === 0) return { project, network, schedule: scheduleOf(network, plans.asOf) };
  const result = tried(network, edits, plans.asOf);
  return result.ok
    ? { project, network: result.network, schedule: result.schedule }
    : { project, network, schedule: scheduleOf(network, plans.asOf) };
}

/** Whole months around all dates. */
export function useRange(plans: Plans, scheduled: readonly Scheduled[]): Span {
  return useMemo(() => {
    const year = yearOf(plans.asOf);
    let [from, to] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
    for (const { schedule } of scheduled)
      for (const { dates } of schedule?.planned ?? []) {
        from = Math.min(from, dayNumber(dates.earlyStart));
        to = Math.max(to, dayNumber(dates.earlyFinish), dates.lateFinish === null ? 0 : dayNumber(dates.lateFinish));
      }
    return [from, endOf(to)];
  }, [plans, scheduled]);
}

function endOf(day: number): number {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10) as `${number}-${number}-${number}`;
  return dayNumber(endOfMonth(yearOf(date), monthOf(date)));
}

export function useFree({ calendars }: Plans, from: number, to: number): Readonly<Record<string, readonly Span[]>> {
  return useMemo(
    () => Object.fromEntries(Object.entries(calendars).map(([key, { spec }]) => [key, freeSpans(workCalendar(spec), from, to)])),
    [calendars, from, to],
  );
}

/** What is dragged now, and what it would come to on top of the changes that are not saved yet. */
export function useMoving(plans: Plans, pending: Pending | null) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const tryDrag = (project: PlannedProject, drag: Drag): Moving | null => {
    const stored = networkOf(plans, project);
    if (stored === null) return null;
    const edits = pending?.projectId === project.id ? pending.edits : [];
    const base = edits.length === 0 ? { ok: true as const, network: stored } : tried(stored, edits, plans.asOf);
    if (!base.ok) return null;
    const dragged = draggedTo(base.network, plans.asOf, drag);
    return dragged === null ? null : { drag, dragged, result: tried(base.network, [dragged.edit], plans.asOf) };
  };
  return { moving, setMoving, tryDrag };
}

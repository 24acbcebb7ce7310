import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
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
  return useMemo(
    () =>
      plans.projects.map((project) =>
        pending !== null && project.id === pending.projectId ? withEdits(plans, project, pending.edits) : storedOf(plans, project),
      ),
    [plans, pending],
  );
}

type Stored = Pick<Plans, 'asOf' | 'calendars' | 'siteCalendars'> & { readonly scheduled: Scheduled };
const stored = new WeakMap<PlannedProject, Stored>();

/** A project that did not change is not counted again, whatever else of the list did. */
function storedOf(plans: Plans, project: PlannedProject): Scheduled {
  const { asOf, calendars, siteCalendars } = plans;
  const known = stored.get(project);
  if (known?.asOf === asOf && known.calendars === calendars && known.siteCalendars === siteCalendars) return known.scheduled;
  const network = networkOf(plans, project);
  const scheduled = { project, network, schedule: network === null ? null : scheduleOf(network, asOf) };
  stored.set(project, { asOf, calendars, siteCalendars, scheduled });
  return scheduled;
}

function withEdits(plans: Plans, project: PlannedProject, edits: readonly NetworkEdit[]): Scheduled {
  const network = networkOf(plans, project);
  const result = network === null ? null : tried(network, edits, plans.asOf);
  return result?.ok ? { project, network: result.network, schedule: result.schedule } : storedOf(plans, project);
}

/** So long the page may be deaf; half a frame. */
const TURN_MS = 8;

/** Counts one project after the other before the chart is shown, so that the page answers in between; false until all are counted. */
export function useCountedAhead(plans: Plans): boolean {
  const [isCounted, setCounted] = useState(false);
  const first = useRef(plans);
  useEffect(() => {
    let at = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = () => {
      const turn = performance.now() + TURN_MS;
      while (at < first.current.projects.length && performance.now() < turn) storedOf(first.current, first.current.projects[at++]!);
      // What is left, building the rows, React does in short turns as well.
      if (at >= first.current.projects.length) startTransition(() => setCounted(true));
      else timer = setTimeout(next);
    };
    next();
    return () => clearTimeout(timer);
  }, []);
  return isCounted;
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

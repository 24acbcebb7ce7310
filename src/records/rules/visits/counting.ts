import type { CivilDate } from '#/kernel/civil-date.ts';
import type { TableWindow, Window } from '../entries/counting.ts';
import type { DayFigure, Figure, FigureTable } from '../figure.ts';
import { figureTable } from '../figure-table.ts';
import type { VisitsSpec } from './spec.ts';
import type { VisitFact } from './visit.ts';

type Unit = { readonly on: CivilDate; readonly areaId: string | null };

/** What a definition counts, one line each: a visit, the first visit to a family, a need on the day it was settled. */
function unitsOf({ counts }: VisitsSpec, facts: readonly VisitFact[], { from, to, areas }: Window): readonly Unit[] {
  const inside = (it: Unit) => it.on >= from && it.on <= to && (areas === null || (it.areaId !== null && areas.has(it.areaId)));
  const byDay = facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (counts === 'settled') return byDay.flatMap(({ areaId, settledOn }) => settledOn.map((on) => ({ on, areaId }))).filter(inside);
  const visits = byDay.filter(inside);
  if (counts === 'visits') return visits;
  const known = new Set<string>();
  return visits.filter(({ familyKey }) => !known.has(familyKey) && known.add(familyKey));
}

export function visitFigure(spec: VisitsSpec, facts: readonly VisitFact[], window: Window): Figure {
  const { length } = unitsOf(spec, facts, window);
  return { numerator: length, denominator: null, records: length };
}

export function visitDays(spec: VisitsSpec, facts: readonly VisitFact[], window: Window): readonly DayFigure[] {
  const days = unitsOf(spec, facts, window)
    .map(({ on }) => on)
    .toSorted();
  return [...new Set(days)].map((on) => ({ on, value: days.lastIndexOf(on) + 1, denominator: null }));
}

export function visitParts(spec: VisitsSpec, facts: readonly VisitFact[], window: TableWindow): FigureTable {
  const counted = unitsOf(spec, facts, window).map(({ areaId, on }) => ({ areaId, on, value: 1 }));
  return figureTable({ counted, records: unitsOf({ kind: 'visits', counts: 'visits' }, facts, window), topOf: window.topOf });
}

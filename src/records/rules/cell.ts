import type { CivilDate } from '#/kernel/civil-date.ts';
import { countedOn } from './entries/counting.ts';
import type { Entry } from './entries/entry.ts';
import type { EntrySpec } from './entries/spec.ts';
import type { Placed } from './figure-table.ts';
import type { VisitsSpec } from './visits/spec.ts';

/** 从一格打开: a township (`none`: what lies in none), a month, or both, as the page of a figure hands them on. */
export type CellFilter = { readonly area?: string; readonly month?: string };

type TopOf = (areaId: string | null) => string | null;

const isIn = ({ areaId, on }: Placed, { area, month }: CellFilter, topOf: TopOf): boolean =>
  (area === undefined || (topOf(areaId) ?? 'none') === area) && (month === undefined || on.startsWith(month));

type Counted = { readonly spec: EntrySpec | null; readonly topOf: TopOf };

/** Lines of a cell, counted or not: by the day from which each counts. */
export function entriesIn<It extends Entry>(entries: readonly It[], cell: CellFilter, { spec, topOf }: Counted): readonly It[] {
  return entries.filter((it) => isIn({ areaId: it.areaId, on: spec === null ? it.on : countedOn(spec, it) }, cell, topOf));
}

type Visited = {
  readonly areaId: string | null;
  readonly on: CivilDate;
  readonly needs: readonly { readonly settledOn: CivilDate | null }[];
};

/** Visits of a cell; where settled needs count, those of which one was settled in the month. */
export function visitsIn<It extends Visited>(
  visits: readonly It[],
  cell: CellFilter,
  { counts, topOf }: { readonly counts: VisitsSpec['counts']; readonly topOf: TopOf },
): readonly It[] {
  return visits.filter(({ areaId, on, needs }) => {
    const days = counts === 'settled' ? needs.flatMap(({ settledOn }) => (settledOn === null ? [] : [settledOn])) : [on];
    return days.some((day) => isIn({ areaId, on: day }, cell, topOf));
  });
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import type { DayFigure, Figure, FigureTable } from '../figure.ts';
import { exact, figureTable } from '../figure-table.ts';
import { type Entry, type EventEntry, isCurrent } from './entry.ts';
import type { EntrySpec } from './spec.ts';

/** 不计入的原因: what an entry still lacks before it counts as one. */
export type Lack = 'place' | 'host' | 'before' | 'evidence' | 'attended' | 'duplicate' | 'acceptance' | 'payees' | 'period';

/** A fair counts only with date, place, host, a picture and the number who came, works with pictures of before and after; otherwise it is on record and not in the figure. */
export function lacksOf(spec: EntrySpec, entry: Entry, duplicates: ReadonlySet<string>): readonly Lack[] {
  switch (entry.kind) {
    case 'event':
      return [...lacksOfEvent(entry), ...(duplicates.has(entry.id) ? (['duplicate'] as const) : [])];
    case 'work':
      return [
        ...(entry.before.length === 0 ? (['before'] as const) : []),
        ...(entry.evidence.length === 0 ? (['evidence'] as const) : []),
        ...(spec.kind === 'works' && spec.counts === 'accepted' && entry.acceptedBy === null ? (['acceptance'] as const) : []),
      ];
    case 'money':
      return [
        ...(entry.evidence.length === 0 ? (['evidence'] as const) : []),
        ...(spec.kind === 'money' && spec.counts === 'payees' && entry.payees === null ? (['payees'] as const) : []),
      ];
  }
}

/** The same of a list of a year: what lies outside it, by a slip most often, is not in its figure either. */
export function lacksWithin(
  spec: EntrySpec,
  entry: Entry,
  duplicates: ReadonlySet<string>,
  { from, to }: Pick<Window, 'from' | 'to'>,
): readonly Lack[] {
  const on = countedOn(spec, entry);
  return [...lacksOf(spec, entry, duplicates), ...(on < from || on > to ? (['period'] as const) : [])];
}

function lacksOfEvent({ place, host, evidence, attended }: EventEntry): readonly Lack[] {
  return [
    ...(place === '' ? (['place'] as const) : []),
    ...(host === '' ? (['host'] as const) : []),
    ...(evidence.length === 0 ? (['evidence'] as const) : []),
    ...(attended === null ? (['attended'] as const) : []),
  ];
}

/** 疑似重复: of events on one day at one place by one host, all but the first that was held and lacks nothing, until somebody settles that they are two. */
export function duplicatesOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const events = entries.filter(isEvent).filter(({ state }) => state === 'held' || state === 'planned');
  return new Map(
    [...Map.groupBy(events, sameEventKey).values()].flatMap((alike) => {
      const kept = alike.find((it) => it.state === 'held' && lacksOfEvent(it).length === 0) ?? alike[0]!;
      return alike.filter((it) => it !== kept && it.notDuplicate === null).map(({ id }) => [id, kept.id] as const);
    }),
  );
}

export function sameEventKey({ promiseId, on, place, host }: Pick<EventEntry, 'promiseId' | 'on' | 'place' | 'host'>): string {
  return [promiseId, on, nameKey(place), nameKey(host)].join(' ');
}

function isEvent(it: Entry): it is EventEntry {
  return it.kind === 'event';
}

/** What an entry is of the kind that a definition counts, and adds to it: hundreds of certificates, one fair, some square metres. */
export function amountOf(spec: EntrySpec, entry: Entry): number | null {
  if (spec.kind === 'events' && entry.kind === 'event') {
    if (entry.state !== 'held' || (spec.eventKind !== null && spec.eventKind !== entry.eventKind)) return null;
    return spec.counts === 'held' ? 1 : ((spec.counts === 'attended' ? entry.attended : entry.certified) ?? 0);
  }
  if (entry.state !== 'recorded') return null;
  if (spec.kind === 'works' && entry.kind === 'work')
    return nameKey(entry.workKind) === nameKey(spec.workKind) && entry.measureUnit === spec.measureUnit ? entry.quantity : null;
  if (spec.kind === 'money' && entry.kind === 'money' && entry.moneyKind === spec.moneyKind)
    return spec.counts === 'payees' ? (entry.payees ?? 0) : entry.amountFen / spec.fenPerUnit;
  return null;
}

export type Window = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** An area with all that lies in it; null is the district. */
  readonly areas: ReadonlySet<string> | null;
};

function isInside(on: CivilDate, areaId: string | null, { from, to, areas }: Window): boolean {
  return on >= from && on <= to && (areas === null || (areaId !== null && areas.has(areaId)));
}

/** 计入的一条: an entry, what it adds, and the day from which it does. */
export type CountedEntry = { readonly entry: Entry; readonly value: number; readonly on: CivilDate };

/** Where only what is accepted counts, it counts from its acceptance on. */
export function countedOn(spec: EntrySpec, entry: Entry): CivilDate {
  const waits = spec.kind === 'works' && spec.counts === 'accepted' && entry.kind === 'work';
  return (waits ? entry.acceptedOn : null) ?? entry.on;
}

/** Entries that a definition counts, oldest first. `entries` in the order they were entered. */
export function countedEntries(spec: EntrySpec, entries: readonly Entry[], window: Window): readonly CountedEntry[] {
  const duplicates = new Set(duplicatesOf(entries).keys());
  return entries
    .flatMap((entry) => {
      const value = amountOf(spec, entry);
      const on = countedOn(spec, entry);
      return value === null || !isInside(on, entry.areaId, window) || lacksOf(spec, entry, duplicates).length > 0
        ? []
        : [{ entry, value, on }];
    })
    .sort((a, b) => (a.on === b.on ? a.entry.id.localeCompare(b.entry.id) : a.on < b.on ? -1 : 1));
}

export function figureOf(spec: EntrySpec, entries: readonly Entry[], window: Window): Figure {
  const counted = countedEntries(spec, entries, window);
  return { numerator: exact(counted.map(({ value }) => value)), denominator: null, records: counted.length };
}

/** The running total on each day on which it moved. */
export function dayFigures(spec: EntrySpec, entries: readonly Entry[], window: Window): readonly DayFigure[] {
  const byDay = [...Map.groupBy(countedEntries(spec, entries, window), ({ on }) => on)];
  const sofar: number[] = [];
  return byDay.map(([on, own]) => {
    sofar.push(...own.map(({ value }) => value));
    return { on, value: exact(sofar), denominator: null };
  });
}

export type TableWindow = Window & {
  /** The township of a place; null where it lies in none. */
  readonly topOf: (areaId: string | null) => string | null;
};

const KIND_OF = { events: 'event', works: 'work', money: 'money' } as const;

/** By township and month; what is only planned says nothing of a place. */
export function figureParts(spec: EntrySpec, entries: readonly Entry[], window: TableWindow): FigureTable {
  return figureTable({
    counted: countedEntries(spec, entries, window).map(({ entry, value, on }) => ({ areaId: entry.areaId, value, on })),
    records: entries.filter(
      (it) => it.kind === KIND_OF[spec.kind] && isCurrent(it) && it.state !== 'planned' && isInside(it.on, it.areaId, window),
    ),
    topOf: window.topOf,
  });
}

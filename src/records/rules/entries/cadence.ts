import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { parseItem } from '#/programme/rules/parse/item.ts';
import type { ParsedCadence } from '#/programme/rules/parse/parsed.ts';
import { countedEntries, type Window } from './counting.ts';
import type { Entry } from './entry.ts';
import type { EntrySpec } from './spec.ts';

/** 频次核对: whether what was to happen every month did happen, month by month. */
export type CadenceMonth = {
  readonly month: string;
  readonly wanted: number;
  readonly held: number;
  /** `running` is the month under way, while it may still be kept. */
  readonly state: 'kept' | 'missed' | 'running';
};

/** The days of what keeps a cadence: of the same lines that the figure counts. While nobody said what is counted, events that lack nothing. */
export function keptDays(spec: EntrySpec | null, current: readonly Entry[], window: Window): readonly CivilDate[] {
  return countedEntries(spec ?? ANY_EVENT, current, window).map(({ on }) => on);
}

const ANY_EVENT: EntrySpec = { kind: 'events', eventKind: null, counts: 'held' };

type Cadence = Pick<ParsedCadence, 'every' | 'times'>;
type Days = { readonly from: CivilDate; readonly asOf: CivilDate };

/** Months from the first of the list to the day; null where the cadence is not one of months. Fifteen a year in two months is not 每月一场. */
export function cadenceMonths(
  { every, times }: Cadence,
  heldIn: (month: string) => number,
  { from, asOf }: Days,
): readonly CadenceMonth[] | null {
  if (every !== 'month') return null;
  const first = yearOf(from) * 12 + monthOf(from) - 1;
  const last = yearOf(asOf) * 12 + monthOf(asOf) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const [year, month] = [Math.floor((first + i) / 12), ((first + i) % 12) + 1];
    const key = `${year}-${String(month).padStart(2, '0')}`;
    const held = heldIn(key);
    const state = held >= times ? 'kept' : endOfMonth(year, month) > asOf ? 'running' : 'missed';
    return { month: key, wanted: times, held, state };
  });
}

/** What a row says of how often, with its months. 每月至少一场 stands beside the fifteen of the year, and is checked month by month. */
export type KeptCadence = { readonly text: string; readonly months: readonly CadenceMonth[] };

/** What the words of a row say about how often, held against what was in each month. */
export function cadencesOf(text: string, heldIn: (month: string) => number, days: Days): readonly KeptCadence[] {
  return parseItem(text).cadences.flatMap((it) => {
    const months = cadenceMonths(it, heldIn, days);
    return months === null ? [] : [{ text: it.text, months }];
  });
}

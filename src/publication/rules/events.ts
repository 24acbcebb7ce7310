import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Entry, EventEntry, EventKind } from '#/records/rules/entries/entry.ts';
import type { CardEvent } from './cards.ts';

/** 日程: a planned event as it is published ahead; who entered it and what it is to cost stays inside. */
export type PublicEvent = CardEvent & {
  readonly id: string;
  readonly no: string;
  readonly promiseId: string;
  readonly promise: string;
  readonly eventKind: EventKind;
  readonly host: string;
  readonly areaId: string | null;
};

/** A year of shows in every village, and no more on one page. */
const MOST_EVENTS = 400;

type Row = { readonly promiseId: string; readonly no: string; readonly promise: string };

type Coming = Entry & { readonly first: string };
export type PublicSchedule = { readonly events: readonly PublicEvent[]; readonly cancelled: readonly PublicEvent[] };

/**
 * What is still to come on the day of the edition, the next first; and of what the edition before announced, what was called off since. An
 * event keeps the name that it was announced by, and a new one is named by its first line, so that a calendar moves it and does not double it.
 */
export function publicEvents(
  entries: readonly Coming[],
  rows: readonly Row[],
  asOf: CivilDate,
  announced: readonly Pick<PublicEvent, 'id'>[] = [],
): PublicSchedule {
  const known = new Set(announced.map(({ id }) => id));
  const inState = (state: EventEntry['state']) =>
    entries
      .filter((it): it is Extract<Coming, { kind: 'event' }> => it.kind === 'event' && it.state === state && it.on >= asOf)
      .flatMap((it): readonly PublicEvent[] => {
        const row = rows.find(({ promiseId }) => promiseId === it.promiseId);
        if (row === undefined) return [];
        const { title, on, from, to, place, eventKind, host, areaId } = it;
        return [{ ...row, id: known.has(it.id) ? it.id : it.first, title, on, from, to, place, eventKind, host, areaId }];
      })
      .sort(byDay)
      .slice(0, MOST_EVENTS);
  return { events: inState('planned'), cancelled: inState('cancelled').filter(({ id }) => known.has(id)) };
}

export function byDay(a: PublicEvent, b: PublicEvent): number {
  return sortKey(a).localeCompare(sortKey(b));
}

const sortKey = ({ on, from, id }: PublicEvent) => `${on} ${from ?? ''} ${id}`;

/** As many as a card shows. */
const ON_CARD = 12;

/** 下一场 on the card: what its office typed, and what was planned in the records, each once. */
export function withPlanned(typed: readonly CardEvent[], planned: readonly PublicEvent[], asOf: CivilDate): readonly CardEvent[] {
  const isTyped = (it: PublicEvent) => typed.some(({ on, from, title }) => on === it.on && (from === it.from || title === it.title));
  const added = planned
    .filter((it) => it.on >= asOf && !isTyped(it))
    .map(({ title, on, from, to, place }) => ({ title, on, from, to, place }));
  const room = Math.max(0, ON_CARD - typed.length);
  return [...typed, ...added.slice(0, room)];
}

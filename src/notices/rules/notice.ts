import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { type HeldPost, personsToTell } from './bearer.ts';
import { byUrgency } from './order.ts';

/** 提醒的一行: one duty as it stood when somebody was told. Facts, no sentence. */
export type NoticeLine = Pick<Duty, 'kind' | 'key' | 'facts' | 'unitId' | 'dueOn' | 'since' | 'link'>;

/** 提醒: what one person was told on one evening, all of it in one message. */
export type Notice = {
  readonly id: string;
  readonly madeOn: CivilDate;
  readonly cause: string;
  readonly untilOn: CivilDate;
  readonly lines: readonly NoticeLine[];
  readonly madeAt: string;
  readonly readAt: string | null;
};

export const EVENING = 'evening';

/** 当晚提醒: by person; what nobody could be told, so that the office sees it; and everything told, for the robots. */
export type Telling = {
  readonly persons: ReadonlyMap<string, readonly NoticeLine[]>;
  readonly unreached: readonly NoticeLine[];
  readonly all: readonly NoticeLine[];
};

/** Only what is overdue or due by the day; each matter once to each person. */
export function tellingOf(duties: readonly Duty[], posts: readonly HeldPost[], until: CivilDate): Telling {
  const due = onceEach(duties.filter(({ dueOn }) => dueOn <= until)).toSorted(byUrgency);
  const persons = new Map<string, NoticeLine[]>();
  const unreached: NoticeLine[] = [];
  for (const duty of due) {
    const told = personsToTell(duty, posts);
    if (told.length === 0) unreached.push(lineOf(duty));
    for (const person of told) persons.set(person, [...(persons.get(person) ?? []), lineOf(duty)]);
  }
  return { persons, unreached, all: due.map(lineOf) };
}

/** Two stages that name the same matter alike ask for it once. */
export function onceEach<One extends Pick<Duty, 'kind' | 'key'>>(duties: readonly One[]): readonly One[] {
  return [...new Map(duties.map((it) => [`${it.kind} ${it.key}`, it])).values()];
}

export function lineOf({ kind, key, facts, unitId, dueOn, since, link }: Duty): NoticeLine {
  return { kind, key, facts, unitId, dueOn, since, link };
}

import { added, type CountedBy, versionsOver } from '#/delivery/rules/recent.ts';
import type { Board, Light, PromiseStanding } from '#/delivery/rules/standing.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparison } from '#/kernel/comparison/figure.ts';
import type { Period } from '#/kernel/comparison/span.ts';

/** 与上月相比: how many promises changed their standing since the end of the month before. */
export type Movement = {
  readonly since: CivilDate;
  readonly finished: number;
  readonly fellBehind: number;
  readonly recovered: number;
  /** Still behind with nothing added. */
  readonly stoodStill: number;
  /** 本月新增与此前相比, of those that moved: most may be said only by the day. Earlier bulletins had none. */
  readonly added?: readonly AddedSince[];
};

export type AddedSince = {
  readonly no: string;
  readonly promiseId: string;
  readonly object: string;
  readonly comparison: Comparison;
  /** Persons on record: a small number of them stays inside. */
  readonly isOfPersons?: boolean;
};

/** Compares the same list on two days; null where the earlier day is another list's or lies before the period. */
export function movementOf(board: Board, previous: Board | null): Movement | null {
  if (previous === null || previous.programme.id !== board.programme.id || previous.elapsedDays === 0) return null;
  const before = new Map(previous.projects.flatMap(({ promises }) => promises.map((it) => [it.promise.id, it] as const)));
  const pairs = board.projects.flatMap(({ promises }) =>
    promises.flatMap((now) => {
      const then = before.get(now.promise.id);
      return then === undefined ? [] : [{ now, then }];
    }),
  );
  const count = (test: (pair: { readonly now: PromiseStanding; readonly then: PromiseStanding }) => boolean) => pairs.filter(test).length;
  return {
    since: previous.asOf,
    finished: count(({ now, then }) => now.light === 'closed' && then.light !== 'closed'),
    fellBehind: count(({ now, then }) => isBehind(now.light) && !isBehind(then.light)),
    recovered: count(({ now, then }) => !isBehind(now.light) && now.light !== 'grey' && isBehind(then.light)),
    added: board.projects.flatMap(({ project, promises }) =>
      promises.flatMap((now) => {
        const comparison = addedSince(now, before.get(now.promise.id), { board, since: previous.asOf });
        if (comparison === null) return [];
        const isOfPersons = now.counting?.source === 'records' && now.counting.isOfPersons === true;
        return [{ no: project.no, promiseId: now.promise.id, object: now.promise.object, comparison, ...(isOfPersons && { isOfPersons }) }];
      }),
    ),
    stoodStill: count(({ now, then }) => isBehind(now.light) && isBehind(then.light) && now.done === then.done),
  };
}

type Since = { readonly board: Board; readonly since: CivilDate };

/** Only where both days have a figure of a growing count, and something came on top since; where the two were counted unlike, that alone is said. */
function addedSince(now: PromiseStanding, then: PromiseStanding | undefined, { board, since }: Since): Comparison | null {
  if (now.promise.measure !== 'cumulative' || now.done === null || then?.done == null) return null;
  const { from, version } = board.programme;
  const eve = addDays(from, -1);
  const [late, early] = [countedBy(now, { from: since, to: board.asOf }, version), countedBy(then, { from: since, to: since }, version)];
  const isOfTwo = late.isOfTwo === true || late.method !== early.method;
  if (!isOfTwo && now.done <= then.done) return null;
  const newer = added(now.promise, { on: since, value: then.done }, { on: board.asOf, value: now.done }, { ...late, isOfTwo });
  const older = added(now.promise, { on: eve, value: 0 }, { on: since, value: then.done }, { ...early, ...sameScale(early, late) });
  return newer === null || older === null ? null : compare(newer, older);
}

/** By which source a figure was taken on its day, and by which versions of the definition from one day to another; what units report is counted as the list says. */
function countedBy({ counting }: PromiseStanding, { from, to }: Period, listVersion: number): CountedBy {
  const { source = 'reports', versions = [] } = counting ?? {};
  const counted = source === 'records' ? versionsOver(from, to, versions) : null;
  return { definition: String(listVersion), isOfTwo: false, ...counted, method: source };
}

/** Versions of two sources have nothing to do with each other: the source alone is what differs. */
const sameScale = (one: CountedBy, other: CountedBy) => (one.method === other.method ? {} : { definition: other.definition });

function isBehind(light: Light): boolean {
  return light === 'red' || light === 'yellow';
}

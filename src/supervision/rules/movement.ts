import type { Board, Light, PromiseStanding } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 与上月相比: how many promises changed their standing since the end of the month before. */
export type Movement = {
  readonly since: CivilDate;
  readonly finished: number;
  readonly fellBehind: number;
  readonly recovered: number;
  /** Still behind with nothing added. */
  readonly stoodStill: number;
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
    stoodStill: count(({ now, then }) => isBehind(now.light) && isBehind(then.light) && now.done === then.done),
  };
}

function isBehind(light: Light): boolean {
  return light === 'red' || light === 'yellow';
}

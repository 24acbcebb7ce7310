import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type KeyAct, type KeyRefusal, keysOf, lockOf, Period } from './period.ts';

/** 补报许可: a unit may enter figures of a locked period until a day, for a reason that the bulletin can name. It ends by itself. */
export type EntryException = {
  readonly id: string;
  readonly period: Period;
  readonly unitId: string;
  readonly until: CivilDate;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedOn: CivilDate;
};

export const GrantLateEntry = z.object({
  programmeId: z.uuid(),
  period: Period,
  unitId: z.uuid(),
  until: civilDate,
  reason: z.string().trim().min(2).max(500),
});

export function mayGrant(
  { period, until }: Pick<EntryException, 'period' | 'until'>,
  isLocked: boolean,
  today: CivilDate,
): Result<null, KeyRefusal> {
  if (!isLocked) return refuse({ kind: 'nothing-locked', period });
  return until < today ? refuse({ kind: 'exception-ends-past', until }) : accept(null);
}

export type EntryGate = {
  /** The periods that the figure concerns: of its own day, and of the day of the figure it corrects. */
  readonly periods: readonly Period[];
  /** The unit that reports, and the one that leads. */
  readonly unitIds: readonly string[];
  readonly acts: readonly (KeyAct & { readonly period: Period })[];
  readonly exceptions: readonly Pick<EntryException, 'period' | 'unitId' | 'until'>[];
  readonly today: CivilDate;
};

/** 能否录入: no new and no corrected figure in a locked period, unless it is excepted by name and the exception still runs. */
export function mayEnter({ periods, unitIds, acts, exceptions, today }: EntryGate): Result<null, KeyRefusal> {
  for (const period of new Set(periods)) {
    const keys = keysOf(acts.filter((it) => it.period === period));
    for (const unitId of unitIds) {
      const state = lockOf(keys, unitId);
      if (state === null) continue;
      const granted = exceptions.filter((it) => it.period === period && unitIds.includes(it.unitId)).map(({ until }) => until);
      if (granted.some((until) => until >= today)) continue;
      return refuse({ kind: 'period-locked', period, state, lapsedOn: granted.toSorted().at(-1) ?? null });
    }
  }
  return accept(null);
}

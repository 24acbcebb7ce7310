import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Programme, ProgrammeOrigin, ProgrammePromise } from './programme.ts';

/** 谁可以决定调整: the standing committee of the people's congress for a voted list, the government's meeting for one it settled itself. */
export type DecidingBody = 'standing-committee' | 'government-meeting';

/** 调整: an approved change of one promise after freezing. The promise as frozen stays and is shown beside it. */
export type Adjustment = {
  readonly id: string;
  readonly promiseId: string;
  readonly position: number;
  readonly kind: 'target' | 'deadline' | 'content' | 'termination';
  readonly after: { readonly target: number | null; readonly dueOn: CivilDate | null; readonly object: string };
  readonly reason: string;
  readonly decidedBy: DecidingBody;
  /** The meeting that decided, as it is called. */
  readonly decision: string;
  readonly documentNo: string;
  readonly decidedOn: CivilDate;
  readonly documentDigest: string | null;
};

export const AdjustPromise = z.object({
  id: z.uuid(),
  promiseId: z.uuid(),
  kind: z.enum(['target', 'deadline', 'content', 'termination']),
  after: z.object({ target: z.number().finite().nullable(), dueOn: civilDate.nullable(), object: z.string().min(1).max(200) }),
  reason: z.string().min(2).max(2000),
  decidedBy: z.enum(['standing-committee', 'government-meeting']),
  decision: z.string().min(2).max(200),
  documentNo: z.string().min(1).max(100),
  decidedOn: civilDate,
  documentDigest: z.string().nullable().default(null),
});
export type AdjustPromise = z.output<typeof AdjustPromise>;

export type AdjustRefusal =
  | { readonly kind: 'not-frozen' }
  | { readonly kind: 'wrong-body'; readonly origin: ProgrammeOrigin; readonly wants: DecidingBody }
  | { readonly kind: 'decided-in-future'; readonly decidedOn: CivilDate }
  | { readonly kind: 'nothing-changes' };

export function bodyFor(origin: ProgrammeOrigin): DecidingBody {
  return origin === 'voted' ? 'standing-committee' : 'government-meeting';
}

/** A promise changes only by a decision of the body that its list's origin names (地方组织法；浙江、陕西票决规定: 经人大常委会决定). */
export function adjust(
  programme: Pick<Programme, 'state' | 'origin'>,
  promise: ProgrammePromise,
  input: AdjustPromise,
  today: CivilDate,
): Result<AdjustPromise, AdjustRefusal> {
  if (programme.state !== 'frozen') return refuse({ kind: 'not-frozen' });
  const wants = bodyFor(programme.origin);
  if (input.decidedBy !== wants) return refuse({ kind: 'wrong-body', origin: programme.origin, wants });
  if (input.decidedOn > today) return refuse({ kind: 'decided-in-future', decidedOn: input.decidedOn });
  const { target, dueOn, object } = input.after;
  const same = target === promise.target && dueOn === promise.dueOn && object === promise.object;
  if (same && input.kind !== 'termination') return refuse({ kind: 'nothing-changes' });
  return accept(input);
}

/** The promise as it binds today: frozen words and figures under the latest decision. */
export function adjusted(promise: ProgrammePromise, adjustments: readonly Adjustment[]): ProgrammePromise {
  const latest = adjustments.filter((it) => it.promiseId === promise.id).sort((a, b) => b.position - a.position)[0];
  return latest === undefined ? promise : { ...promise, ...latest.after };
}

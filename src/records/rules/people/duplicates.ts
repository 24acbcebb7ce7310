import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { rootsOf } from './four-numbers.ts';
import type { ClosedRefusal } from './roster.ts';

export const DecideDuplicate = z
  .object({
    personNo: z.number().int().positive(),
    otherNo: z.number().int().positive(),
    serviceKindId: z.uuid(),
    decision: z.enum(['same', 'different', 'undone']),
    reason: z.string().trim().min(2).max(300),
  })
  .refine((it) => it.personNo < it.otherNo, { path: ['otherNo'] });

export type DuplicateRefusal =
  | { readonly kind: 'decided-already'; readonly decision: 'same' | 'different'; readonly decidedBy: string }
  | { readonly kind: 'nothing-to-undo' }
  /** By what was said of others the two are one. */
  | { readonly kind: 'one-by-others' }
  /** Joined, they would make one of two that were said to be different. */
  | { readonly kind: 'apart-by-others'; readonly decidedBy: string }
  | ClosedRefusal
  /** One of the two stands in no list of this service. */
  | { readonly kind: 'not-in-service'; readonly name: string };

type Decision = z.output<typeof DecideDuplicate>['decision'];

type Stands = { readonly personNo: number; readonly otherNo: number; readonly decision: Decision; readonly decidedBy: string };

/** What stands of all pairs must not say two things of one: who is one by other words is not said to be two, and the other way round. */
export function settleAgainst(
  { personNo, otherNo, decision }: Pick<Stands, 'personNo' | 'otherNo' | 'decision'>,
  standing: readonly Stands[],
): Result<null, DuplicateRefusal> {
  const { nos, roots } = rootsOf(standing.filter((it) => it.decision === 'same'));
  const rootOf = new Map(nos.map((no, i) => [no, roots[i]!]));
  const top = (no: number) => rootOf.get(no) ?? no;
  const [one, other] = [top(personNo), top(otherNo)];
  if (decision === 'different') return one === other ? refuse({ kind: 'one-by-others' }) : accept(null);
  if (decision === 'undone' || one === other) return accept(null);
  const apart = standing.find((it) => {
    const tops = [top(it.personNo), top(it.otherNo)];
    return it.decision === 'different' && tops.includes(one) && tops.includes(other);
  });
  return apart === undefined ? accept(null) : refuse({ kind: 'apart-by-others', decidedBy: apart.decidedBy });
}

/** 合并是连结: two records stay two, and say that they are one; undone, they are two again. */
export function settleDuplicate(
  decision: Decision,
  last: { readonly decision: Decision; readonly decidedBy: string } | undefined,
): Result<null, DuplicateRefusal> {
  const stands = last === undefined || last.decision === 'undone' ? null : { decision: last.decision, decidedBy: last.decidedBy };
  if (decision === 'undone') return stands === null ? refuse({ kind: 'nothing-to-undo' }) : accept(null);
  return stands === null ? accept(null) : refuse({ kind: 'decided-already', ...stands });
}

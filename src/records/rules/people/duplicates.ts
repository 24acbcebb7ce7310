import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';

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
  | { readonly kind: 'not-of-unit' }
  /** One of the two stands in no list of this service. */
  | { readonly kind: 'not-in-service'; readonly name: string };

type Decision = z.output<typeof DecideDuplicate>['decision'];

/** 合并是连结: two records stay two, and say that they are one; undone, they are two again. */
export function settleDuplicate(
  decision: Decision,
  last: { readonly decision: Decision; readonly decidedBy: string } | undefined,
): Result<null, DuplicateRefusal> {
  const stands = last === undefined || last.decision === 'undone' ? null : { decision: last.decision, decidedBy: last.decidedBy };
  if (decision === 'undone') return stands === null ? refuse({ kind: 'nothing-to-undo' }) : accept(null);
  return stands === null ? accept(null) : refuse({ kind: 'decided-already', ...stands });
}

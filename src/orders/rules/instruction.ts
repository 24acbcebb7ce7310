import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { findClassificationMark } from '#/kernel/classification-mark.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import { OrderDraft } from './draft.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const RecordInstruction = z.object({
  id: z.uuid(),
  leaderPostId: z.uuid(),
  body: z.string().trim().min(1).max(4000),
  about: z.string().trim().min(2).max(300),
  instructedOn: civilDate,
  subjectProjectId: z.uuid().nullable().default(null),
  scan: z
    .object({ digest, name: z.string().trim().min(1).max(255) })
    .nullable()
    .default(null),
});
export const OrderInstruction = z.object({ instructionId: z.uuid(), drafts: z.array(OrderDraft).min(1).max(20) });
export const ReportInstruction = z.object({ instructionId: z.uuid(), text: z.string().trim().max(4000).default('') });

/** 批示件: what a leader wrote on a paper, word for word; orders follow from it, and a report goes back to him. */
export type Instruction = {
  readonly id: string;
  readonly leaderPostId: string;
  readonly leaderName: string;
  readonly leaderPost: string;
  readonly body: string;
  readonly about: string;
  readonly instructedOn: CivilDate;
  readonly subjectProjectId: string | null;
  readonly scan: { readonly digest: string; readonly name: string } | null;
  readonly recordedBy: string;
  readonly recordedOn: CivilDate;
  readonly reportText: string | null;
  readonly reportedBy: string | null;
  readonly reportedOn: CivilDate | null;
  readonly reportDigest: string | null;
  readonly version: number;
};

export type InstructionRefusal =
  | { readonly kind: 'instruction-ahead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'instruction-not-leader'; readonly post: string }
  | { readonly kind: 'instruction-vacant'; readonly post: string; readonly on: CivilDate }
  | { readonly kind: 'instruction-classified'; readonly mark: string }
  | { readonly kind: 'instruction-reported'; readonly reportedOn: CivilDate }
  | { readonly kind: 'instruction-without-orders' };

type Written = { readonly body: string; readonly about: string; readonly instructedOn: CivilDate };

/** A paper that carries a classification mark does not belong here at all. */
export function mayRecordInstruction({ body, about, instructedOn }: Written, today: CivilDate): Result<null, InstructionRefusal> {
  if (instructedOn > today) return refuse({ kind: 'instruction-ahead', on: instructedOn, today });
  const found = findClassificationMark(`${about}\n${body}`);
  return found === null ? accept(null) : refuse({ kind: 'instruction-classified', mark: found.mark });
}

type Asking = { readonly roles: readonly Role[]; readonly postId: string | null };

/** 批示件谁能看: the office that works with it, and the leader who wrote it; no other leader, no unit, no public page. */
export function maySeeInstruction({ leaderPostId }: Pick<Instruction, 'leaderPostId'>, { roles, postId }: Asking): boolean {
  return roles.includes('office') || roles.includes('setup') || (roles.includes('leader') && postId === leaderPostId);
}

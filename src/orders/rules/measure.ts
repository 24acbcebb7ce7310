import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Measure } from './profile.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const DecideProposal = z.object({
  proposalId: z.uuid(),
  approved: z.boolean(),
  decision: z.string().trim().max(500).default(''),
  /** As signed on paper: whose post, on which day, and the scan of the 呈批单. A leader who decides himself leaves it out. */
  onPaper: z
    .object({ leaderPostId: z.uuid(), on: civilDate, scan: z.object({ digest, name: z.string().trim().min(1).max(255) }) })
    .nullable()
    .default(null),
});
export const AddressProposal = z.object({ proposalId: z.uuid(), leaderPostId: z.uuid() });
export const CarryOut = z.object({ proposalId: z.uuid(), on: civilDate, note: z.string().trim().min(2).max(1000) });

/** 呈批件: a measure proposed to a leader with the facts that speak for it. */
export type Proposal = {
  readonly id: string;
  readonly orderId: string;
  readonly measure: Measure;
  readonly year: number;
  readonly number: number;
  readonly facts: ProposalFacts;
  /** The leader's post that it is put before; null until the office names one. */
  readonly toPostId: string | null;
  readonly proposedBy: string;
  readonly proposedOn: CivilDate;
  readonly state: 'proposed' | 'approved' | 'refused' | 'carried-out' | 'dropped';
  readonly leaderName: string | null;
  readonly leaderPost: string | null;
  readonly decidedOn: CivilDate | null;
  readonly decision: string | null;
  readonly scan: { readonly digest: string; readonly name: string } | null;
  readonly carriedOn: CivilDate | null;
  readonly carriedNote: string | null;
};

/** 呈批依据: what the register says of the order on the day of the proposal. */
export type ProposalFacts = {
  readonly dueOn: CivilDate;
  readonly daysLate: number;
  readonly signedOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly slips: readonly {
    readonly kind: 'urge' | 'demand';
    readonly number: string;
    readonly issuedOn: CivilDate;
    readonly replyBy: CivilDate;
  }[];
  readonly extended: number;
  readonly returned: number;
};

export type ProposalRefusal =
  | { readonly kind: 'proposal-closed'; readonly state: Proposal['state'] }
  | { readonly kind: 'leader-missing' }
  | { readonly kind: 'not-a-leader'; readonly post: string }
  | { readonly kind: 'leader-vacant'; readonly post: string; readonly on: CivilDate }
  | { readonly kind: 'decided-ahead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'decided-before-proposal'; readonly on: CivilDate; readonly proposedOn: CivilDate }
  | { readonly kind: 'carried-before-approval'; readonly on: CivilDate; readonly decidedOn: CivilDate };

type Deciding = { readonly on: CivilDate; readonly today: CivilDate };

/** 审批: only what is still proposed, on a day between its proposal and today. */
export function mayDecide(proposal: Pick<Proposal, 'state' | 'proposedOn'>, { on, today }: Deciding): Result<null, ProposalRefusal> {
  if (proposal.state !== 'proposed') return refuse({ kind: 'proposal-closed', state: proposal.state });
  if (on > today) return refuse({ kind: 'decided-ahead', on, today });
  return on < proposal.proposedOn ? refuse({ kind: 'decided-before-proposal', on, proposedOn: proposal.proposedOn }) : accept(null);
}

/** 改呈: somebody else is asked only while nobody has decided. */
export function mayAddress({ state }: Pick<Proposal, 'state'>): Result<null, ProposalRefusal> {
  return state === 'proposed' ? accept(null) : refuse({ kind: 'proposal-closed', state });
}

/** A measure is carried out only after a leader approved it. */
export function mayCarryOut(proposal: Pick<Proposal, 'state' | 'decidedOn'>, { on, today }: Deciding): Result<null, ProposalRefusal> {
  if (proposal.state !== 'approved') return refuse({ kind: 'proposal-closed', state: proposal.state });
  if (on > today) return refuse({ kind: 'decided-ahead', on, today });
  return on < proposal.decidedOn! ? refuse({ kind: 'carried-before-approval', on, decidedOn: proposal.decidedOn! }) : accept(null);
}

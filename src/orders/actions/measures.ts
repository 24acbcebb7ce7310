import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getPost, listHoldersOn } from '#/organisation/door.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import {
  AddressProposal,
  CarryOut,
  DecideProposal,
  mayAddress,
  mayCarryOut,
  mayDecide,
  type Proposal,
  type ProposalRefusal,
} from '../rules/measure.ts';
import { isWithUnit, numberText, type Order } from '../rules/order.ts';
import { afterMeasure } from '../rules/timer-outcome.ts';
import { addEvents } from '../store/events.ts';
import { getOrderForUpdate } from '../store/orders.ts';
import { loadProfiles } from '../store/profile.ts';
import { getProposal, saveAddressee, saveCarriedOut, saveLeaderDecision } from '../store/proposals.ts';
import { replaceTimers } from '../store/timers.ts';

type Done = { readonly proposalId: string; readonly state: Proposal['state'] };
type Given = ReturnType<typeof DecideProposal.parse>;
type Leader = { readonly postId: string; readonly name: string; readonly post: string };

/** 审批呈批件: a leader decides himself, or the office records what a named leader signed, with the scan. */
export const decideProposal = command({
  name: 'orders.decide-proposal',
  version: 1,
  input: DecideProposal,
  permission: 'orders.decide-proposal',
  subject: (input) => input.proposalId,
  async run(writer, input): Promise<Result<Done, ProposalRefusal>> {
    const { order, proposal } = await held(writer, input.proposalId);
    const on = input.onPaper?.on ?? writer.today;
    const may = mayDecide(proposal, { on, today: writer.today });
    if (!may.ok) return may;
    const leader = await leaderOf(writer, input);
    if (!leader.ok) return leader;
    const scan = input.onPaper?.scan ?? null;
    if (scan !== null) await checkFilesKnown(writer, [scan.digest]);
    const { approved, decision } = input;
    await saveLeaderDecision(writer, proposal.id, { approved, decision, on, leader: leader.value, scan });
    const facts = { measure: proposal.measure, number: numberText(proposal), approved, leader: leader.value.name, post: leader.value.post };
    await addEvents(writer, [{ orderId: order.id, kind: 'measure-decided', body: decision, facts, files: scan === null ? [] : [scan] }]);
    if (approved) await waitForNext(writer, order, proposal);
    return accept({ proposalId: proposal.id, state: approved ? 'approved' : 'refused' });
  },
});

async function held(writer: Writer, proposalId: string): Promise<{ readonly order: Order; readonly proposal: Proposal }> {
  const order = await getOrderForUpdate(writer, (await getProposal(writer, proposalId)).orderId);
  return { order, proposal: await getProposal(writer, proposalId) };
}

async function leaderOf(writer: Writer, { onPaper }: Given): Promise<Result<Leader, ProposalRefusal>> {
  const { actor, today } = writer;
  if (onPaper === null) {
    if (!actor.roles.includes('leader') || actor.postId === null) return refuse({ kind: 'leader-missing' });
    return accept({ postId: actor.postId, name: actor.name, post: actor.postTitle });
  }
  return leaderIn(writer, onPaper.leaderPostId, onPaper.on > today ? today : onPaper.on);
}

async function leaderIn(reader: Reader, postId: string, on: CivilDate): Promise<Result<Leader, ProposalRefusal>> {
  const post = await getPost(reader, postId);
  if (!post.roles.includes('leader')) return refuse({ kind: 'not-a-leader', post: post.title });
  const holder = (await listHoldersOn(reader, [post.id], on)).get(post.id);
  if (holder === undefined) return refuse({ kind: 'leader-vacant', post: post.title, on });
  return accept({ postId: post.id, name: holder.personName, post: post.title });
}

/** 改呈: the office puts the proposal before a leader; needed where no project says who oversees it. */
export const addressProposal = command({
  name: 'orders.address-proposal',
  version: 1,
  input: AddressProposal,
  permission: 'orders.decide',
  subject: (input) => input.proposalId,
  async run(writer, { proposalId, leaderPostId }): Promise<Result<Done, ProposalRefusal>> {
    const { order, proposal } = await held(writer, proposalId);
    const may = mayAddress(proposal);
    if (!may.ok) return may;
    const leader = await leaderIn(writer, leaderPostId, writer.today);
    if (!leader.ok) return leader;
    if (leaderPostId === proposal.toPostId) return accept({ proposalId, state: proposal.state });
    await saveAddressee(writer, proposalId, leaderPostId);
    const facts = { measure: proposal.measure, number: numberText(proposal), leader: leader.value.name, post: leader.value.post };
    await addEvents(writer, [{ orderId: order.id, kind: 'addressed', facts }]);
    return accept({ proposalId, state: proposal.state });
  },
});

async function waitForNext(writer: Writer, order: Order, { measure }: Proposal): Promise<void> {
  if (!isWithUnit(order)) return;
  const profile = (await loadProfiles(writer)).get(order.profileVersion)!;
  const next = afterMeasure(measure, writer.today, { profile, office: await loadOfficeDays(writer) });
  if (next !== null) await replaceTimers(writer, order.id, { without: ['circular', 'talk', 'listing'], starts: [next] });
}

/** 措施落实: the approved measure was carried out on a day. */
export const carryOutMeasure = command({
  name: 'orders.carry-out-measure',
  version: 1,
  input: CarryOut,
  permission: 'orders.decide',
  subject: (input) => input.proposalId,
  async run(writer, { proposalId, on, note }): Promise<Result<Done, ProposalRefusal>> {
    const { order, proposal } = await held(writer, proposalId);
    const may = mayCarryOut(proposal, { on, today: writer.today });
    if (!may.ok) return may;
    await saveCarriedOut(writer, proposalId, on, note);
    await addEvents(writer, [{ orderId: order.id, kind: 'measure-carried-out', body: note, facts: { measure: proposal.measure, on } }]);
    return accept({ proposalId, state: 'carried-out' });
  },
});

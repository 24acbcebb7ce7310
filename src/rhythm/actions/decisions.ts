import { accept, type Result, refuse } from '#/kernel/result.ts';
import { issueOrders } from '#/orders/door.ts';
import { OrderDraft } from '#/orders/rules/draft.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { makeMinutes } from '../content/minutes-file.ts';
import { sourceOf } from '../content/order-source.ts';
import { DOCX } from '../documents/media-type.ts';
import { checkDecision, type Decision, type DecisionRefusal, StrikeDecision, WriteDecision } from '../rules/decision.ts';
import { CloseMeeting, type Meeting, type MeetingRefusal, mayClose, mustBeUnderWay } from '../rules/meeting.ts';
import { findFrozenAgenda, listAttendance } from '../store/agenda.ts';
import { findDecisionForUpdate, getDecisionForUpdate, listDecisions, saveDecision } from '../store/decisions.ts';
import { getMeetingForUpdate, keepMinutes, saveMeeting } from '../store/meetings.ts';
import { getRhythmSettings } from '../store/settings.ts';

const permission = 'rhythm.meeting';

/** 记议定事项: written on the spot; two who write in one meeting get places one after the other, and nobody overwrites what he has not seen. */
export const writeDecision = command({
  name: 'rhythm.write-decision',
  version: 1,
  input: WriteDecision,
  permission,
  subject: (input) => `meeting:${input.meetingId}`,
  async run(writer, { decisionId, ...said }): Promise<Result<{ readonly version: number }, MeetingRefusal | DecisionRefusal>> {
    const meeting = await getMeetingForUpdate(writer, said.meetingId);
    const open = mustBeUnderWay(meeting);
    if (!open.ok) return open;
    const agenda = await findFrozenAgenda(writer, meeting.id);
    const keys = new Set([...(agenda?.items ?? []), ...(agenda?.leftOut ?? []).map(({ item }) => item)].map(({ key }) => key));
    const checked = checkDecision(said, keys, writer.today);
    if (!checked.ok) return checked;
    const known = await findDecisionForUpdate(writer, decisionId);
    if (known !== null) checkBase(writer, `decision:${decisionId}`, known.version);
    if (known?.struckBecause) return refuse({ kind: 'decision-struck' });
    const position = known?.position ?? (await listDecisions(writer, meeting.id)).length + 1;
    const by = { writtenBy: writer.actor.name, writtenAt: writer.now.toISOString() };
    const version = (known?.version ?? 0) + 1;
    await saveDecision(writer, { ...said, id: decisionId, position, orderId: null, struckBecause: null, ...by, version });
    return accept({ version });
  },
});

/** 删去: only while the meeting lasts; it stays readable with its reason. */
export const strikeDecision = command({
  name: 'rhythm.strike-decision',
  version: 1,
  input: StrikeDecision,
  permission,
  subject: (input) => `decision:${input.decisionId}`,
  async run(writer, { decisionId, reason }): Promise<Result<null, MeetingRefusal | DecisionRefusal>> {
    const decision = await getDecisionForUpdate(writer, decisionId);
    const open = mustBeUnderWay(await getMeetingForUpdate(writer, decision.meetingId));
    if (!open.ok) return open;
    checkBase(writer, `decision:${decisionId}`, decision.version);
    if (decision.struckBecause !== null) return refuse({ kind: 'decision-struck' });
    await saveDecision(writer, { ...decision, struckBecause: reason });
    return accept(null);
  },
});

type Closed = { readonly orders: number };

/** 散会: every decision with a unit becomes an order, all of them or none, and the slips can be printed before anybody has left. */
export const closeMeeting = command({
  name: 'rhythm.close-meeting',
  version: 1,
  input: CloseMeeting,
  permission,
  subject: (input) => `meeting:${input.meetingId}`,
  async run(writer, { meetingId, overCap }): Promise<Result<Closed, MeetingRefusal | DecisionRefusal>> {
    const meeting = await getMeetingForUpdate(writer, meetingId);
    const allowed = mayClose(meeting, await listAttendance(writer, meetingId));
    if (!allowed.ok) return allowed;
    const decisions = (await listDecisions(writer, meetingId)).filter((it) => it.struckBecause === null && it.unitId !== null);
    const { orderKind } = await getRhythmSettings(writer);
    const drafts = decisions.map((it) => draftOf(it, meeting, { orderKind, overCap }));
    const issued = drafts.length === 0 ? accept([]) : await issueOrders(writer, drafts);
    if (!issued.ok) return refuse(notIssued(issued.refusal, decisions));
    for (const [i, { id }] of issued.value.entries()) await saveDecision(writer, { ...decisions[i]!, orderId: id });
    const closed = { closedAt: writer.now.toISOString(), closedOn: writer.today, closedBy: writer.actor.name };
    const ended = { ...meeting, state: 'closed', ...closed } as const;
    await saveMeeting(writer, ended);
    await writeMinutes(writer, ended);
    return accept({ orders: issued.value.length });
  },
});

/** 纪要定稿: what was decided stands in them as it was said, with the figures and the names of the day. */
async function writeMinutes(writer: Writer, meeting: Meeting): Promise<void> {
  const { bytes, fileName } = await makeMinutes(writer, meeting);
  const digest = await putBytes(writer, writer.district, bytes);
  await storeFile.run(writer, { digest, name: fileName, size: bytes.length, mediaType: DOCX });
  await keepMinutes(writer, meeting.id, digest);
}

type Terms = { readonly orderKind: string; readonly overCap: OrderDraft['overCap'] };

function draftOf(it: Decision, meeting: Meeting, { orderKind, overCap }: Terms): OrderDraft {
  return OrderDraft.parse({
    ...{ kind: orderKind, matter: it.text, unitId: it.unitId, postId: it.postId, dueOn: it.dueOn, isUrgent: it.isUrgent, overCap },
    ...sourceOf(meeting, it),
  });
}

type OrderRefused = Extract<Awaited<ReturnType<typeof issueOrders>>, { readonly ok: false }>['refusal'];

/** Says which decision it was; nothing is issued until all can be. */
function notIssued({ draft, ...order }: OrderRefused, decisions: readonly Decision[]): DecisionRefusal {
  return { kind: 'decision-not-issued', text: decisions[draft]!.text, order };
}

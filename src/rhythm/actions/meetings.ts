import { yearOf } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { getListOf, loadComputed } from '../content/meetings.ts';
import { expectedSeats } from '../content/seats.ts';
import {
  AddAgendaItem,
  CancelMeeting,
  ChangeMeeting,
  checkAttendance,
  checkWhen,
  LeaveItemOut,
  type Meeting,
  type MeetingRefusal,
  mayBegin,
  mustBePlanned,
  mustBeUnderWay,
  OfMeeting,
  PlanMeeting,
  RecordAttendance,
  ReorderAgenda,
} from '../rules/meeting.ts';
import { freezeAgenda, listAgendaChanges, listAttendance, removeAgendaChange, saveAgendaChange, saveAttendance } from '../store/agenda.ts';
import { getMeetingForUpdate, listMeetings, nextMeetingNo, saveMeeting } from '../store/meetings.ts';

type Kept = Result<{ readonly meetingId: string }, MeetingRefusal>;
const permission = 'rhythm.meeting';
const subject = ({ meetingId }: { readonly meetingId: string }) => `meeting:${meetingId}`;

/** 定调度会: with its number; the agenda computes itself from then on. */
export const planMeeting = command({
  name: 'rhythm.plan-meeting',
  version: 1,
  input: PlanMeeting,
  permission,
  subject: (input) => `meeting:${input.id}`,
  async run(writer, input): Promise<Kept> {
    const list = await getListOf(writer, input);
    if (list.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const when = checkWhen(input, writer.today);
    if (!when.ok) return when;
    const year = yearOf(input.plannedOn);
    const no = await nextMeetingNo(writer, year);
    const open = { begunAt: null, closedAt: null, closedOn: null, closedBy: null, cancelledBecause: null };
    await saveMeeting(writer, { ...input, ...open, year, no, state: 'planned', createdBy: writer.actor.name, version: 1 });
    return accept({ meetingId: input.id });
  },
});

/** Day, hour, room, chair. It keeps its number also where it moves into the next year. */
export const changeMeeting = command({
  name: 'rhythm.change-meeting',
  version: 1,
  input: ChangeMeeting,
  permission,
  subject,
  async run(writer, { meetingId, ...change }): Promise<Kept> {
    const meeting = await held(writer, meetingId);
    const open = mustBePlanned(meeting);
    if (!open.ok) return open;
    const when = checkWhen(change, writer.today);
    if (!when.ok) return when;
    await saveMeeting(writer, { ...meeting, ...change });
    return accept({ meetingId });
  },
});

/** 取消: the number stays used, and says so. */
export const cancelMeeting = command({
  name: 'rhythm.cancel-meeting',
  version: 1,
  input: CancelMeeting,
  permission,
  subject,
  async run(writer, { meetingId, reason }): Promise<Kept> {
    const meeting = await held(writer, meetingId);
    const open = mustBePlanned(meeting);
    if (!open.ok) return open;
    await saveMeeting(writer, { ...meeting, state: 'cancelled', cancelledBecause: reason });
    return accept({ meetingId });
  },
});

/** 增列议题. */
export const addAgendaItem = command({
  name: 'rhythm.add-agenda-item',
  version: 1,
  input: AddAgendaItem,
  permission,
  subject,
  async run(writer, { meetingId, itemId, ...said }): Promise<Kept> {
    const open = mustBePlanned(await getMeetingForUpdate(writer, meetingId));
    if (!open.ok) return open;
    await saveAgendaChange(writer, meetingId, { key: `added:${itemId}`, sortOrder: null, leftOutReason: null, ...said });
    return accept({ meetingId });
  },
});

/** 不列入: a computed item is left out with a reason, which the papers print; `reason` null takes it back in. An added one is simply removed. */
export const leaveItemOut = command({
  name: 'rhythm.leave-item-out',
  version: 1,
  input: LeaveItemOut,
  permission,
  subject,
  async run(writer, { meetingId, key, reason }): Promise<Kept> {
    const meeting = await getMeetingForUpdate(writer, meetingId);
    const open = mustBePlanned(meeting);
    if (!open.ok) return open;
    const { agenda } = await loadComputed(writer, meeting);
    const isKnown = [...agenda.items, ...agenda.leftOut.map(({ item }) => item)].some((it) => it.key === key);
    if (!isKnown) return refuse({ kind: 'agenda-item-unknown' });
    if (key.startsWith('added:')) {
      await removeAgendaChange(writer, meetingId, key);
      return accept({ meetingId });
    }
    const known = (await listAgendaChanges(writer, meetingId)).find((it) => it.key === key);
    const fresh = { key, sortOrder: null, title: null, note: null, projectId: null };
    await saveAgendaChange(writer, meetingId, { ...fresh, ...known, leftOutReason: reason });
    return accept({ meetingId });
  },
});

/** 调序: the whole order as the office wants it; what comes up later stands behind it. */
export const reorderAgenda = command({
  name: 'rhythm.reorder-agenda',
  version: 1,
  input: ReorderAgenda,
  permission,
  subject,
  async run(writer, { meetingId, keys }): Promise<Kept> {
    const meeting = await getMeetingForUpdate(writer, meetingId);
    const open = mustBePlanned(meeting);
    if (!open.ok) return open;
    const { agenda } = await loadComputed(writer, meeting);
    const known = new Set(agenda.items.map(({ key }) => key));
    if (keys.some((key) => !known.has(key))) return refuse({ kind: 'agenda-item-unknown' });
    const changes = new Map((await listAgendaChanges(writer, meetingId)).map((it) => [it.key, it]));
    for (const [i, key] of [...new Set(keys)].entries()) {
      const fresh = { key, leftOutReason: null, title: null, note: null, projectId: null };
      const change = { ...fresh, ...changes.get(key), sortOrder: i + 1 };
      if (changes.get(key)?.sortOrder !== i + 1) await saveAgendaChange(writer, meetingId, change);
    }
    return accept({ meetingId });
  },
});

/** 开会: freezes the agenda, so that everybody in the room speaks of the same one. */
export const beginMeeting = command({
  name: 'rhythm.begin-meeting',
  version: 1,
  input: OfMeeting,
  permission,
  subject,
  async run(writer, { meetingId }): Promise<Kept> {
    const meeting = await getMeetingForUpdate(writer, meetingId);
    const other = (await listMeetings(writer)).find((it) => it.state === 'under-way' && it.id !== meetingId);
    if (other !== undefined) return refuse({ kind: 'meeting-under-way', no: other.no, year: other.year });
    const planned = mustBePlanned(meeting);
    if (!planned.ok) return planned;
    const computed = await loadComputed(writer, meeting);
    const allowed = mayBegin(meeting, computed.agenda.items.length, writer.today);
    if (!allowed.ok) return allowed;
    await saveMeeting(writer, { ...meeting, state: 'under-way', begunAt: writer.now.toISOString() });
    await freezeAgenda(writer, meetingId, computed.agenda);
    for (const seat of await expectedSeats(writer, meeting, computed)) await saveAttendance(writer, meetingId, seat);
    return accept({ meetingId });
  },
});

/** 记到会: seats that are not among those expected are added behind them. */
export const recordAttendance = command({
  name: 'rhythm.record-attendance',
  version: 1,
  input: RecordAttendance,
  permission,
  subject,
  async run(writer, { meetingId, entries }): Promise<Kept> {
    const open = mustBeUnderWay(await getMeetingForUpdate(writer, meetingId));
    if (!open.ok) return open;
    const named = checkAttendance(entries);
    if (!named.ok) return named;
    const known = new Map((await listAttendance(writer, meetingId)).map((it) => [it.place, it]));
    for (const entry of entries) {
      const before = known.get(entry.place) ?? { unitId: null, postId: null };
      await saveAttendance(writer, meetingId, { ...before, ...entry });
    }
    return accept({ meetingId });
  },
});

async function held(writer: Writer, meetingId: string): Promise<Meeting> {
  const meeting = await getMeetingForUpdate(writer, meetingId);
  checkBase(writer, `meeting:${meetingId}`, meeting.version);
  return meeting;
}

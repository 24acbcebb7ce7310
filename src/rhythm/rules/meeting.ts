import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 专题调度会: a review meeting on one list: planned with a computed agenda, held, closed with its orders. */
export type Meeting = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  /** 第几次, gapless within a year. */
  readonly no: number;
  readonly plannedOn: CivilDate;
  readonly fromTime: string | null;
  readonly toTime: string | null;
  readonly place: string;
  readonly chairPostId: string | null;
  readonly chairName: string;
  readonly state: 'planned' | 'under-way' | 'closed' | 'cancelled';
  readonly begunAt: string | null;
  readonly closedAt: string | null;
  readonly closedOn: CivilDate | null;
  readonly closedBy: string | null;
  readonly createdBy: string;
  readonly cancelledBecause: string | null;
  readonly version: number;
};

/** 到会情况 of one seat. */
export type Attendance = {
  readonly place: number;
  readonly unitId: string | null;
  readonly postId: string | null;
  /** Unit or post, as the minutes name it. */
  readonly title: string;
  readonly name: string;
  readonly state: 'expected' | 'present' | 'substitute' | 'leave' | 'absent';
  readonly note: string;
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const place = z.string().trim().min(2).max(60);

export const PlanMeeting = z.object({
  id: z.uuid(),
  programmeId: z.uuid(),
  plannedOn: civilDate,
  fromTime: time.nullable().default(null),
  toTime: time.nullable().default(null),
  place,
  chairPostId: z.uuid().nullable().default(null),
  chairName: z.string().trim().min(2).max(40),
});
export const ChangeMeeting = PlanMeeting.omit({ id: true, programmeId: true }).extend({ meetingId: z.uuid() });
export const OfMeeting = z.object({ meetingId: z.uuid() });
export const CancelMeeting = OfMeeting.extend({ reason: z.string().trim().min(2).max(200) });
export const AddAgendaItem = OfMeeting.extend({
  itemId: z.uuid(),
  title: z.string().trim().min(2).max(100),
  note: z.string().trim().max(300).default(''),
  projectId: z.uuid().nullable().default(null),
});
export const LeaveItemOut = OfMeeting.extend({ key: z.string().max(80), reason: z.string().trim().min(2).max(200).nullable() });
export const ReorderAgenda = OfMeeting.extend({ keys: z.array(z.string().max(80)).min(1).max(300) });
export const RecordAttendance = OfMeeting.extend({
  entries: z
    .array(
      z.object({
        place: z.number().int().min(1).max(200),
        title: z.string().trim().min(1).max(60),
        name: z.string().trim().max(40).default(''),
        state: z.enum(['expected', 'present', 'substitute', 'leave', 'absent']),
        note: z.string().trim().max(100).default(''),
      }),
    )
    .min(1)
    .max(200),
});
export const CloseMeeting = OfMeeting.extend({
  /** Who let a unit have more orders than its month allows, and why. */
  overCap: z
    .object({ approvedBy: z.string().trim().min(2).max(40), reason: z.string().trim().min(2).max(200) })
    .nullable()
    .default(null),
});

export type MeetingRefusal =
  | { readonly kind: 'meeting-closed'; readonly on: CivilDate; readonly by: string }
  | { readonly kind: 'meeting-cancelled' }
  | { readonly kind: 'meeting-not-begun' }
  | { readonly kind: 'meeting-begun' }
  | { readonly kind: 'meeting-day-ahead'; readonly plannedOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'meeting-day-past'; readonly plannedOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'meeting-time-turned' }
  | { readonly kind: 'meeting-under-way'; readonly no: number; readonly year: number }
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'agenda-empty' }
  | { readonly kind: 'agenda-item-unknown' }
  | { readonly kind: 'agenda-item-computed' }
  | { readonly kind: 'nobody-present' }
  | { readonly kind: 'attendance-unnamed'; readonly title: string };

/** What may be done to a meeting only before it begins. */
export function mustBePlanned(it: Pick<Meeting, 'state' | 'closedOn' | 'closedBy'>): Result<null, MeetingRefusal> {
  return it.state === 'under-way' ? refuse({ kind: 'meeting-begun' }) : it.state === 'planned' ? accept(null) : ended(it);
}

/** What is written while it is held. */
export function mustBeUnderWay(it: Pick<Meeting, 'state' | 'closedOn' | 'closedBy'>): Result<null, MeetingRefusal> {
  return it.state === 'under-way' ? accept(null) : it.state === 'planned' ? refuse({ kind: 'meeting-not-begun' }) : ended(it);
}

function ended({ state, closedOn, closedBy }: Pick<Meeting, 'state' | 'closedOn' | 'closedBy'>): Result<null, MeetingRefusal> {
  return state === 'closed' ? refuse({ kind: 'meeting-closed', on: closedOn!, by: closedBy! }) : refuse({ kind: 'meeting-cancelled' });
}

type When = Pick<Meeting, 'plannedOn' | 'fromTime' | 'toTime'>;

export function checkWhen({ plannedOn, fromTime, toTime }: When, today: CivilDate): Result<null, MeetingRefusal> {
  if (plannedOn < today) return refuse({ kind: 'meeting-day-past', plannedOn, today });
  if (fromTime !== null && toTime !== null && toTime <= fromTime) return refuse({ kind: 'meeting-time-turned' });
  return accept(null);
}

/** 开会: on its day or after it, when it was held later than planned. */
export function mayBegin(it: Meeting, itemCount: number, today: CivilDate): Result<null, MeetingRefusal> {
  const planned = mustBePlanned(it);
  if (!planned.ok) return planned;
  if (today < it.plannedOn) return refuse({ kind: 'meeting-day-ahead', plannedOn: it.plannedOn, today });
  return itemCount === 0 ? refuse({ kind: 'agenda-empty' }) : accept(null);
}

/** 到会要写清: a substitute is named; whoever came is named too where no post says who it is. */
export function checkAttendance(entries: readonly Pick<Attendance, 'state' | 'name' | 'title'>[]): Result<null, MeetingRefusal> {
  const unnamed = entries.find((it) => it.state === 'substitute' && it.name === '');
  return unnamed === undefined ? accept(null) : refuse({ kind: 'attendance-unnamed', title: unnamed.title });
}

/** 散会: only after somebody was there. */
export function mayClose(it: Meeting, attendance: readonly Pick<Attendance, 'state'>[]): Result<null, MeetingRefusal> {
  const open = mustBeUnderWay(it);
  if (!open.ok) return open;
  const isHeld = attendance.some(({ state }) => state === 'present' || state === 'substitute');
  return isHeld ? accept(null) : refuse({ kind: 'nobody-present' });
}

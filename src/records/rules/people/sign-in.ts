import { z } from 'zod';
import { addDays, type CivilDate, civilDate, dayInChina, daysBetween } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { EntryState } from '../entries/entry.ts';
import { Visitor } from './at-door.ts';
import { type ClosedRefusal, type ServiceKind, takesSignIns } from './roster.ts';

/** 签到: one person, one slot, once. On a phone it happens now, or happened while there was no network; from paper it is keyed in with its day. */
const presence = {
  serviceKindId: z.uuid(),
  areaId: z.uuid(),
  slot: z.string().max(10),
  /** The event that it is at, by the first line that told of it. */
  eventId: z.uuid().nullable().default(null),
  from: z.discriminatedUnion('way', [
    /** `at` is the moment by the server's clock as the phone last heard it; `deviceAt` what the phone itself believes. */
    z.object({ way: z.literal('phone'), at: z.iso.datetime(), deviceAt: z.iso.datetime() }),
    z.object({ way: z.literal('paper'), onDay: civilDate }),
  ]),
};
export const SignIn = z.object({ ...presence, personNo: z.number().int().positive() });
export type SignIn = z.output<typeof SignIn>;

/** Somebody who stands on no list; goes out at once or not at all: his papers do not wait in a browser (see decision 0053). */
export const SignInAtDoor = z.object({ ...presence, who: Visitor });
export type SignInAtDoor = z.output<typeof SignInAtDoor>;
/** Where, when and for what somebody is there. */
export type Presence = Omit<SignIn, 'personNo'>;

/** An event that people sign in at: one that is planned or was held, as it stands by its newest line. */
export type SignInEvent = {
  readonly id: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly state: EntryState;
  readonly onDay: CivilDate;
  readonly from: string | null;
  readonly place: string;
  readonly areaId: string | null;
  /** How many came, where somebody typed it. */
  readonly attended: number | null;
};

/** 撤销签到: one sign-in that should not have been, told by the id of the command that made it; those from before have none. */
export const TakeBackSignIn = z.object({
  serviceKindId: z.uuid(),
  personNo: z.number().int().positive(),
  onDay: civilDate,
  slot: z.string().max(10),
  signInId: z.uuid().nullable(),
  reason: z.string().trim().min(2).max(200),
});
export type TakeBackSignIn = z.output<typeof TakeBackSignIn>;

export type TakeBackRefusal =
  | { readonly kind: 'taken-back-already'; readonly takenBackBy: string; readonly reason: string }
  | { readonly kind: 'signed-by-another'; readonly onDay: CivilDate; readonly slot: string; readonly signedBy: string }
  | { readonly kind: 'not-signed'; readonly onDay: CivilDate; readonly slot: string }
  | ClosedRefusal;

export type SignInRefusal =
  | { readonly kind: 'signed-already'; readonly onDay: CivilDate; readonly slot: string; readonly signedBy: string }
  | { readonly kind: 'slot-unknown'; readonly slot: string }
  | { readonly kind: 'person-not-listed' }
  | { readonly kind: 'no-sign-ins'; readonly name: string }
  | { readonly kind: 'event-not-there'; readonly title: string; readonly state: EntryState }
  | { readonly kind: 'event-with-number'; readonly title: string; readonly attended: number }
  | { readonly kind: 'event-other-day'; readonly title: string; readonly on: CivilDate; readonly onDay: CivilDate }
  | { readonly kind: 'clock-odd'; readonly at: string; readonly now: string }
  | { readonly kind: 'day-in-future'; readonly onDay: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'day-too-early'; readonly onDay: CivilDate; readonly earliest: CivilDate }
  | ClosedRefusal;

/** At an event of a service without slots the hour stands for the slot: nobody is at two events at once. */
export function slotAt(slots: readonly string[], event: Pick<SignInEvent, 'from'> | null, slot: string): string {
  return event !== null && slots.length === 0 ? (event.from ?? '') : slot;
}

type Settling = { readonly kind: ServiceKind; readonly event: SignInEvent | null; readonly onDay: CivilDate };

/** Whether people may be there at all: for this service, in this slot, at this event. */
export function settlePresence({ slot }: Pick<SignIn, 'slot'>, { kind, event, onDay }: Settling): SignInRefusal | null {
  if (!takesSignIns(kind)) return { kind: 'no-sign-ins', name: kind.name };
  if (event !== null) {
    const { title, state, onDay: on, attended } = event;
    if (event.unitId !== kind.unitId) return { kind: 'not-of-unit' };
    if (state !== 'planned' && state !== 'held') return { kind: 'event-not-there', title, state };
    if (attended !== null) return { kind: 'event-with-number', title, attended };
    if (on !== onDay) return { kind: 'event-other-day', title, on, onDay };
  }
  const isKnown = kind.slots.length === 0 ? slot === (event?.from ?? '') : kind.slots.includes(slot);
  return isKnown ? null : { kind: 'slot-unknown', slot };
}

type Standing = { readonly id: string | null; readonly signedBy: string };
type TakenBack = { readonly takenBackBy: string; readonly reason: string };

/** Only the sign-in that is meant is taken back: what another phone signed stands. */
export function settleTakingBack(
  { signInId, onDay, slot }: Pick<TakeBackSignIn, 'signInId' | 'onDay' | 'slot'>,
  { signed, takenBack }: { readonly signed: Standing | undefined; readonly takenBack: TakenBack | undefined },
): Result<null, TakeBackRefusal> {
  if (signed !== undefined && signed.id === signInId) return accept(null);
  if (takenBack !== undefined) return refuse({ kind: 'taken-back-already', ...takenBack });
  if (signed !== undefined) return refuse({ kind: 'signed-by-another', onDay, slot, signedBy: signed.signedBy });
  return refuse({ kind: 'not-signed', onDay, slot });
}

/** A phone may be without network for so long; older lists come from paper. 来源: 自定. */
const MOST_DAYS_LATE = 7;
const CLOCK_SLACK_MS = 10 * 60_000;

/** The day that a phone's sign-in at `at` will be for, as far as the list that it read tells: the same reckoning as the server's. */
export function dayOnPhone({ onDay, now }: { readonly onDay: CivilDate; readonly now: string }, at: string): CivilDate {
  return addDays(onDay, daysBetween(dayInChina(new Date(now)), dayInChina(new Date(at))));
}

/** A paper list of an earlier day is an old record, and comes as a file that can be checked. 来源: 自定. */
const MOST_DAYS_ON_PAPER = 365;

export const earliestOnPaper = (today: CivilDate): CivilDate => addDays(today, -MOST_DAYS_ON_PAPER);

function dayOnPaper(onDay: CivilDate, today: CivilDate): Result<CivilDate, SignInRefusal> {
  if (onDay > today) return refuse({ kind: 'day-in-future', onDay, today });
  const earliest = earliestOnPaper(today);
  return onDay < earliest ? refuse({ kind: 'day-too-early', onDay, earliest }) : accept(onDay);
}

/** The day a sign-in is for. The district may live in a demo day: days are counted back from its today. */
export function dayOfSignIn(
  from: SignIn['from'],
  { today, now }: { readonly today: CivilDate; readonly now: Date },
): Result<CivilDate, SignInRefusal> {
  if (from.way === 'paper') return dayOnPaper(from.onDay, today);
  const late = now.getTime() - new Date(from.at).getTime();
  if (late < -CLOCK_SLACK_MS || late > MOST_DAYS_LATE * 86_400_000)
    return refuse({ kind: 'clock-odd', at: from.at, now: now.toISOString() });
  return accept(addDays(today, -Math.max(0, daysBetween(dayInChina(new Date(from.at)), dayInChina(now)))));
}

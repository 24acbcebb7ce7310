import type { Waiting } from '#/ui/outbox.ts';
import { dayOnPhone, SignIn, TakeBackSignIn } from '../../rules/people/sign-in.ts';
import type { SignInList } from './contract.ts';

/** A signing in or a taking back that was done on this page: it shows at once, and until a list that was read after it arrived tells of it. */
export type Act = {
  /** Of the command: also that of the sign-in that it makes. */
  readonly id: string;
  readonly personNo: number;
  readonly slot: string;
  readonly eventId: string | null;
  /** The sign-in that is taken back; none where somebody signs in. */
  readonly takesBack?: { readonly signInId: string | null };
  /** The list that was there when the command had arrived. */
  readonly arrivedAt?: string;
};

/** By whom somebody is signed in for a slot; `by` is null where it was on this phone and is not read back yet. */
export type Signed = { readonly id: string | null; readonly slot: string; readonly by: string | null };

/** What is signed in for: an event, or a slot of the day. */
export type Occasion = { readonly slot: string; readonly eventId: string | null };

/** How far the phone's clock is behind the server's, whose `now` has just been read. */
export const clockOffset = (now: string, device: number): number => new Date(now).getTime() - device;

/** The moment on the phone by the server's clock, whatever the phone's own says. */
export function onPhone(device: number, offsetMs: number) {
  return { way: 'phone', at: new Date(device + offsetMs).toISOString(), deviceAt: new Date(device).toISOString() } as const;
}

/** What waits for the service and day of a list. */
export function actsIn(waiting: readonly Waiting[], list: SignInList): readonly Act[] {
  return waiting.flatMap(({ id, name, body, refusal }): readonly Act[] => {
    const input: unknown = JSON.parse(body).input;
    const isOfList = (onDay: string, serviceKindId: string) => onDay === list.onDay && serviceKindId === list.kind.id;
    if (refusal !== null) return [];
    if (name === 'records.sign-in') {
      const { serviceKindId, personNo, slot, eventId, from } = SignIn.parse(input);
      const onDay = from.way === 'paper' ? from.onDay : dayOnPhone(list, from.at);
      return isOfList(onDay, serviceKindId) ? [{ id, personNo, slot, eventId }] : [];
    }
    if (name !== 'records.take-back-sign-in') return [];
    const { serviceKindId, personNo, slot, onDay, signInId } = TakeBackSignIn.parse(input);
    return isOfList(onDay, serviceKindId) ? [{ id, personNo, slot, eventId: null, takesBack: { signInId } }] : [];
  });
}

/** What of all that was done still has to be shown over the list: not what was refused or dropped, nor what the list tells by now. */
export function stillShown(acts: readonly Act[], waiting: readonly Waiting[], listAt: string): readonly Act[] {
  return acts.flatMap((act): readonly Act[] => {
    const waits = waiting.find((it) => it.id === act.id);
    if (waits !== undefined) return waits.refusal === null ? [act] : [];
    if (act.arrivedAt === undefined) return [{ ...act, arrivedAt: listAt }];
    return act.arrivedAt === listAt ? [act] : [];
  });
}

/** Who of a list is signed in, by the list and what was done since. */
export function signedIn(list: SignInList, { slot, eventId }: Occasion, acts: readonly Act[]): ReadonlyMap<number, Signed> {
  const isMeant = (it: Occasion) => (eventId === null ? it.slot === slot : it.eventId === eventId);
  const signed = new Map<number, Signed>();
  for (const { no, signed: slots } of list.people) {
    const taken = slots.find(isMeant);
    if (taken !== undefined) signed.set(no, { id: taken.id, slot: taken.slot, by: taken.by });
  }
  for (const { takesBack, personNo, ...act } of acts) {
    const standing = signed.get(personNo);
    if (takesBack === undefined) {
      if (isMeant(act)) signed.set(personNo, standing ?? { id: act.id, slot: act.slot, by: null });
    } else if (standing?.id === takesBack.signInId && standing.slot === act.slot) signed.delete(personNo);
  }
  return signed;
}

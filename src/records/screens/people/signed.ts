import type { Waiting } from '#/ui/outbox.ts';
import { dayOnPhone, SignIn, TakeBackSignIn } from '../../rules/people/sign-in.ts';
import type { SignInList } from './contract.ts';

/** A signing in or a taking back that was done on this page: it shows at once, and until a list that was read after it arrived tells of it. */
export type Act = {
  /** Of the command: also that of the sign-in that it makes. */
  readonly id: string;
  readonly personNo: number;
  readonly slot: string;
  /** The sign-in that is taken back; none where somebody signs in. */
  readonly takesBack?: { readonly signInId: string | null };
  /** The list that was there when the command had arrived. */
  readonly arrivedAt?: string;
};

/** By whom somebody is signed in for a slot; `by` is null where it was on this phone and is not read back yet. */
export type Signed = { readonly id: string | null; readonly by: string | null };

/** What waits for the service and day of a list. */
export function actsIn(waiting: readonly Waiting[], list: SignInList): readonly Act[] {
  return waiting.flatMap(({ id, name, body, refusal }): readonly Act[] => {
    const input: unknown = JSON.parse(body).input;
    const isOfList = (onDay: string, serviceKindId: string) => onDay === list.onDay && serviceKindId === list.kind.id;
    if (refusal !== null) return [];
    if (name === 'records.sign-in') {
      const { serviceKindId, personNo, slot, from } = SignIn.parse(input);
      const onDay = from.way === 'paper' ? from.onDay : dayOnPhone(list, from.at);
      return isOfList(onDay, serviceKindId) ? [{ id, personNo, slot }] : [];
    }
    if (name !== 'records.take-back-sign-in') return [];
    const { serviceKindId, personNo, slot, onDay, signInId } = TakeBackSignIn.parse(input);
    return isOfList(onDay, serviceKindId) ? [{ id, personNo, slot, takesBack: { signInId } }] : [];
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

/** Who of a list is signed in for a slot, by the list and what was done since. */
export function signedIn(list: SignInList, slot: string, acts: readonly Act[]): ReadonlyMap<number, Signed> {
  const signed = new Map<number, Signed>();
  for (const { no, signed: slots } of list.people) {
    const taken = slots.find((it) => it.slot === slot);
    if (taken !== undefined) signed.set(no, { id: taken.id, by: taken.by });
  }
  for (const { id, personNo, slot: of, takesBack } of acts) {
    if (of !== slot) continue;
    if (takesBack === undefined) signed.set(personNo, signed.get(personNo) ?? { id, by: null });
    else if (signed.get(personNo)?.id === takesBack.signInId) signed.delete(personNo);
  }
  return signed;
}

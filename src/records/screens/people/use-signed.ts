import { useEffect, useState } from 'react';
import { useKept } from '#/ui/kept.ts';
import { maskName } from '../../rules/people/identity.ts';
import { dayOnPhone } from '../../rules/people/sign-in.ts';
import type { SignInList } from './contract.ts';
import { type Act, actsIn, clockOffset, type Occasion, onPhone, type Signed, signedIn, stillShown } from './signed.ts';
import type { useOutbox } from './use-outbox.ts';

type Person = SignInList['people'][number];
type Of = {
  readonly list: SignInList;
  readonly areaId: string;
  readonly way: 'phone' | 'paper';
  readonly occasion: Occasion;
  /** Reads the list anew. */
  readonly again: () => void;
};

/** Who is signed in, and how to sign somebody in or take it back; both go through the outbox, and show at once. */
export function useSigned({ list, areaId, way, occasion, again }: Of, outbox: ReturnType<typeof useOutbox>) {
  const { kind, onDay } = list;
  const { waiting } = outbox;
  const [acts, setActs] = useState<readonly Act[]>(() => actsIn(waiting, list));
  const offsetMs = useClock(list.now);
  useEffect(() => {
    const left = stillShown(acts, waiting, list.now);
    if (left.length === acts.length && left.every((it, i) => it === acts[i])) return;
    setActs(left);
    again();
  }, [acts, waiting, list.now, again]);

  const done = (act: Act) => setActs((before) => [...before, act]);
  /** Where, when and for what somebody is there at this moment. */
  const presence = () => {
    const from = way === 'paper' ? { way, onDay } : onPhone(Date.now(), offsetMs);
    return { serviceKindId: kind.id, areaId, ...occasion, from };
  };
  const sign = ({ no: personNo, name }: Person) => {
    const input = { ...presence(), personNo };
    const day = input.from.way === 'paper' ? onDay : dayOnPhone(list, input.from.at);
    const id = outbox.put('records.sign-in', input, `${maskName(name)} ${occasion.slot} ${day}`);
    done({ id, personNo, ...occasion });
  };
  const takeBack = ({ no: personNo, name }: Person, { id: signInId, slot }: Signed, reason: string) => {
    if (signInId !== null && outbox.dropUnsent(signInId)) return setActs((before) => before.filter((it) => it.id !== signInId));
    const input = { serviceKindId: kind.id, personNo, onDay, slot, signInId, reason };
    const id = outbox.put('records.take-back-sign-in', input, `${maskName(name)} ${slot} ${onDay}`);
    return done({ id, personNo, slot, eventId: null, takesBack: { signInId } });
  };
  return { signed: signedIn(list, occasion, acts), sign, takeBack, presence };
}

/** The phone's clock may be a year off; it is set right by the server's at the last reading, also when that reading was kept from before. */
function useClock(now: string): number {
  const [clock, setClock] = useKept<{ readonly now: string; readonly offsetMs: number } | null>('sign-in-clock', null);
  useEffect(() => {
    if (clock?.now !== now) setClock({ now, offsetMs: clockOffset(now, Date.now()) });
  }, [now, clock, setClock]);
  return clock?.offsetMs ?? 0;
}

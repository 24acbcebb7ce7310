import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Reader } from '#/platform/db.ts';
import type { ServiceKind } from '../../rules/people/roster.ts';
import {
  dayOfSignIn,
  SignIn,
  type SignInRefusal,
  settleTakingBack,
  type TakeBackRefusal,
  TakeBackSignIn,
} from '../../rules/people/sign-in.ts';
import { getServiceKind } from '../../store/people/rosters.ts';
import { addSignIn, findListed, findSigned, holdSignIn, type ListedFacts, type Signed } from '../../store/people/sign-ins.ts';
import { findTakenBack, takeBackSignIn as takeBack } from '../../store/people/signs-taken-back.ts';
import { mayKeep } from './of-unit.ts';

/** What a sign-in is decided by, asked in one breath: signing in comes by the hundred, at noon. */
type Known = {
  readonly kind: ServiceKind;
  readonly day: Result<CivilDate, SignInRefusal>;
  readonly facts: ListedFacts | undefined;
  readonly before: Signed | undefined;
};

async function known(reader: Reader, { serviceKindId, personNo, slot, from }: SignIn): Promise<Known> {
  const day = dayOfSignIn(from, reader);
  const key = day.ok ? { serviceKindId, personNo, onDay: day.value, slot } : null;
  const [kind, facts, , before] = await Promise.all([
    getServiceKind(reader, serviceKindId),
    findListed(reader, serviceKindId, personNo),
    key && holdSignIn(reader, key),
    key === null ? undefined : findSigned(reader, key),
  ]);
  return { kind, day, facts, before };
}

/** 签到: comes from a phone with or without network, or from a paper list; sent twice it counts once. */
export const signIn = command({
  name: 'records.sign-in',
  version: 1,
  input: SignIn,
  permission: 'records.sign-in',
  subject: (input) => input.serviceKindId,
  ahead: known,
  async run(writer, { serviceKindId, personNo, areaId, slot, from }, { kind, day, facts, before }): Promise<Said> {
    if (!mayKeep(writer.actor, kind.unitId)) return refuse({ kind: 'not-of-unit' });
    if (kind.slots.length === 0 ? slot !== '' : !kind.slots.includes(slot)) return refuse({ kind: 'slot-unknown', slot });
    if (!day.ok) return day;
    if (before !== undefined) return refuse({ kind: 'signed-already', onDay: before.onDay, slot: before.slot, signedBy: before.signedBy });
    if (facts === undefined) return refuse({ kind: 'person-not-listed' });
    const key = { serviceKindId, personNo, onDay: day.value, slot };
    await addSignIn(writer, { ...key, areaId, way: from.way, deviceAt: from.way === 'phone' ? from.deviceAt : null }, facts);
    return accept({ onDay: day.value });
  },
});

type Said = Result<{ readonly onDay: string }, SignInRefusal>;

/** 撤销签到: kept with who took it back and why, and counted no more; the person may sign in again. */
export const takeBackSignIn = command({
  name: 'records.take-back-sign-in',
  version: 1,
  input: TakeBackSignIn,
  permission: 'records.sign-in',
  subject: (input) => input.serviceKindId,
  async run(writer, { signInId, reason, ...key }): Promise<Result<null, TakeBackRefusal>> {
    const kind = await getServiceKind(writer, key.serviceKindId);
    if (!mayKeep(writer.actor, kind.unitId)) return refuse({ kind: 'not-of-unit' });
    await holdSignIn(writer, key);
    const known = { signed: await findSigned(writer, key), takenBack: await findTakenBack(writer, key, signInId) };
    const settled = settleTakingBack({ signInId, ...key }, known);
    if (!settled.ok) return settled;
    await takeBack(writer, key, reason);
    return accept(null);
  },
});

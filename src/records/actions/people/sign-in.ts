import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { dayOfSignIn, SignIn, type SignInRefusal } from '../../rules/people/sign-in.ts';
import { getServiceKind } from '../../store/people/rosters.ts';
import { addSignIn, findListed, findSigned, holdSignIn } from '../../store/people/sign-ins.ts';
import { mayKeep } from './of-unit.ts';

/** 签到: comes from a phone with or without network, or from a paper list; sent twice it counts once. */
export const signIn = command({
  name: 'records.sign-in',
  version: 1,
  input: SignIn,
  permission: 'records.sign-in',
  subject: (input) => input.serviceKindId,
  async run(writer, { serviceKindId, personNo, areaId, slot, from }): Promise<Result<{ readonly onDay: string }, SignInRefusal>> {
    const kind = await getServiceKind(writer, serviceKindId);
    if (!mayKeep(writer.actor, kind.unitId)) return refuse({ kind: 'not-of-unit' });
    if (kind.slots.length === 0 ? slot !== '' : !kind.slots.includes(slot)) return refuse({ kind: 'slot-unknown', slot });
    const day = dayOfSignIn(from, writer);
    if (!day.ok) return day;
    const key = { serviceKindId, personNo, onDay: day.value, slot };
    await holdSignIn(writer, key);
    const before = await findSigned(writer, key);
    if (before !== undefined) return refuse({ kind: 'signed-already', ...before });
    const facts = await findListed(writer, kind.unitId, personNo);
    if (facts === undefined) return refuse({ kind: 'person-not-listed' });
    await addSignIn(writer, { ...key, areaId, way: from.way, deviceAt: from.way === 'phone' ? from.deviceAt : null }, facts);
    return accept({ onDay: day.value });
  },
});

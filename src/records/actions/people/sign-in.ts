import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { readVisitor, type VisitorRefusal } from '../../rules/people/at-door.ts';
import type { ServiceKind } from '../../rules/people/roster.ts';
import {
  dayOfSignIn,
  type Presence,
  SignIn,
  SignInAtDoor,
  type SignInEvent,
  type SignInRefusal,
  settlePresence,
  settleTakingBack,
  slotAt,
  type TakeBackRefusal,
  TakeBackSignIn,
} from '../../rules/people/sign-in.ts';
import { personAtDoor } from '../../store/people/at-door.ts';
import { findSignInEvent } from '../../store/people/attendance.ts';
import { getServiceKind } from '../../store/people/rosters.ts';
import {
  addSignIn,
  findListed,
  findSigned,
  holdSignIn,
  type ListedFacts,
  type Signed,
  type SignInKey,
} from '../../store/people/sign-ins.ts';
import { findTakenBack, takeBackSignIn as takeBack } from '../../store/people/signs-taken-back.ts';
import { holdPersons } from '../../store/people/taking.ts';
import { closedTo } from './of-unit.ts';

/** What a sign-in is decided by, asked in one breath: signing in comes by the hundred, at noon. */
type Known = {
  readonly kind: ServiceKind;
  readonly event: SignInEvent | null;
  readonly day: Result<CivilDate, SignInRefusal>;
  readonly slot: string;
  readonly facts: ListedFacts | undefined;
  readonly before: Signed | undefined;
};

async function known(reader: Reader, input: SignIn): Promise<Known> {
  const { serviceKindId, personNo } = input;
  const day = dayOfSignIn(input.from, reader);
  const { event, slot } = await placed(reader, input);
  const key = day.ok ? { serviceKindId, personNo, onDay: day.value, slot, eventId: event?.id ?? null } : null;
  const [kind, facts, , before] = await Promise.all([
    getServiceKind(reader, serviceKindId),
    findListed(reader, serviceKindId, personNo),
    key && holdSignIn(reader, key),
    key === null ? undefined : findSigned(reader, key),
  ]);
  return { kind, event, day, slot, facts, before };
}

/** At which event, and in which slot; most are at none, and ask for nothing. */
async function placed(
  reader: Reader,
  { serviceKindId, eventId, slot }: Presence,
): Promise<{ readonly event: SignInEvent | null; readonly slot: string }> {
  if (eventId === null) return { event: null, slot };
  const event = await findSignInEvent(reader, eventId);
  if (event === undefined) throw new Problem(404, 'unknown-entry', { id: eventId });
  const { slots } = await getServiceKind(reader, serviceKindId);
  return { event, slot: slotAt(slots, event, slot) };
}

const permission = 'records.sign-in';
type Said = Result<{ readonly onDay: string }, SignInRefusal>;

/** 签到: comes from a phone with or without network, or from a paper list; sent twice it counts once. */
export const signIn = command({
  name: 'records.sign-in',
  version: 1,
  input: SignIn,
  permission,
  subject: (input) => input.serviceKindId,
  ahead: known,
  async run(writer, input, { kind, event, day, slot, facts, before }): Promise<Said> {
    const closed = closedTo(writer.actor, kind);
    if (closed !== null) return refuse(closed);
    if (!day.ok) return day;
    const fault = settlePresence({ slot }, { kind, event, onDay: day.value });
    if (fault !== null) return refuse(fault);
    if (before !== undefined) return refuse(signedAlready(before));
    if (facts === undefined) return refuse({ kind: 'person-not-listed' });
    const { serviceKindId, personNo, areaId, from } = input;
    const key = { serviceKindId, personNo, onDay: day.value, slot, eventId: event?.id ?? null };
    await addSignIn(writer, { ...key, areaId, ...wayOf(from) }, facts);
    return accept({ onDay: day.value });
  },
});

const signedAlready = ({ onDay, slot, signedBy }: Signed) => ({ kind: 'signed-already', onDay, slot, signedBy }) as const;
const wayOf = (from: SignIn['from']) => ({ way: from.way, deviceAt: from.way === 'phone' ? from.deviceAt : null });

/** 门口登记并签到: who stands on no list is told by his paper, and is one person, in one slot, once, like everybody. */
export const signInAtDoor = command({
  name: 'records.sign-in-at-door',
  version: 1,
  input: SignInAtDoor,
  permission,
  subject: (input) => input.serviceKindId,
  async run(writer, input): Promise<Result<{ readonly personNo: number }, SignInRefusal | VisitorRefusal>> {
    const { serviceKindId, areaId, from } = input;
    const kind = await getServiceKind(writer, serviceKindId);
    const closed = closedTo(writer.actor, kind);
    if (closed !== null) return refuse(closed);
    const day = dayOfSignIn(from, writer);
    if (!day.ok) return day;
    const { event, slot } = await placed(writer, input);
    const fault = settlePresence({ slot }, { kind, event, onDay: day.value });
    if (fault !== null) return refuse(fault);
    const visitor = readVisitor(input.who, writer.today);
    if (!visitor.ok) return visitor;
    await holdPersons(writer);
    const personNo = await personAtDoor(writer, serviceKindId, visitor.value);
    const key: SignInKey = { serviceKindId, personNo, onDay: day.value, slot, eventId: event?.id ?? null };
    const before = await heldSigned(writer, key);
    if (before !== undefined) return refuse(signedAlready(before));
    const listed = await findListed(writer, serviceKindId, personNo);
    const { birthOn, sex } = visitor.value;
    const told = { birth_on: birthOn, sex, is_local: null, lives_alone: null, is_assisted: null, consent: null };
    await addSignIn(writer, { ...key, areaId, ...wayOf(from) }, listed ?? told);
    return accept({ personNo });
  },
});

async function heldSigned(writer: Writer, key: SignInKey): Promise<Signed | undefined> {
  await holdSignIn(writer, key);
  return findSigned(writer, key);
}

/** 撤销签到: kept with who took it back and why, and counted no more; the person may sign in again. */
export const takeBackSignIn = command({
  name: 'records.take-back-sign-in',
  version: 1,
  input: TakeBackSignIn,
  permission,
  subject: (input) => input.serviceKindId,
  async run(writer, { signInId, reason, ...key }): Promise<Result<null, TakeBackRefusal>> {
    const kind = await getServiceKind(writer, key.serviceKindId);
    const closed = closedTo(writer.actor, kind);
    if (closed !== null) return refuse(closed);
    const known = { signed: await heldSigned(writer, key), takenBack: await findTakenBack(writer, key, signInId) };
    const settled = settleTakingBack({ signInId, ...key }, known);
    if (!settled.ok) return settled;
    await takeBack(writer, key, reason);
    return accept(null);
  },
});

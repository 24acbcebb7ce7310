import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type Entry, type EntryInput, type EventEntry, type EventInput, isCurrent, type MoneyInput, type WorkInput } from './entry.ts';

export type EntryRefusal =
  | { readonly kind: 'entry-ahead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'plan-behind'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'certified-beyond-attended'; readonly certified: number; readonly attended: number | null }
  | { readonly kind: 'event-ends-before-it-begins'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'planned-with-result' }
  | { readonly kind: 'attended-from-sign-ins'; readonly signedIn: number }
  | { readonly kind: 'attended-missing' }
  | { readonly kind: 'accepted-before-done'; readonly on: CivilDate; readonly acceptedOn: CivilDate }
  | { readonly kind: 'acceptance-half' }
  | { readonly kind: 'period-half' }
  | { readonly kind: 'period-backwards'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'entry-not-current'; readonly state: Entry['state'] }
  | { readonly kind: 'event-not-planned'; readonly state: Entry['state'] }
  | { readonly kind: 'entry-of-other-kind' }
  | { readonly kind: 'entry-not-of-unit' }
  | { readonly kind: 'no-duplicate' };

/** What may be written down on a day. */
export function settleEntry(input: EntryInput, today: CivilDate): Result<EntryInput, EntryRefusal> {
  const fault =
    input.kind === 'event' ? eventFault(input, today) : input.kind === 'work' ? workFault(input, today) : moneyFault(input, today);
  return fault === null ? accept(input) : refuse(fault);
}

function eventFault({ state, on, from, to, attended, certified, evidence }: EventInput, today: CivilDate): EntryRefusal | null {
  if (state === 'held' && on > today) return { kind: 'entry-ahead', on, today };
  if (state === 'planned' && on < today) return { kind: 'plan-behind', on, today };
  if (state === 'planned' && (attended !== null || certified !== null || evidence.length > 0)) return { kind: 'planned-with-result' };
  if (to !== null && (from === null || to <= from)) return { kind: 'event-ends-before-it-begins', from, to };
  return certified !== null && (attended === null || certified > attended)
    ? { kind: 'certified-beyond-attended', certified, attended }
    : null;
}

function workFault({ on, acceptedBy, acceptedOn }: WorkInput, today: CivilDate): EntryRefusal | null {
  if (on > today) return { kind: 'entry-ahead', on, today };
  if ((acceptedBy === null) !== (acceptedOn === null)) return { kind: 'acceptance-half' };
  if (acceptedOn === null) return null;
  if (acceptedOn > today) return { kind: 'entry-ahead', on: acceptedOn, today };
  return acceptedOn < on ? { kind: 'accepted-before-done', on, acceptedOn } : null;
}

function moneyFault({ on, periodFrom: from, periodTo: to }: MoneyInput, today: CivilDate): EntryRefusal | null {
  if (on > today) return { kind: 'entry-ahead', on, today };
  if (from === null || to === null) return from === to ? null : { kind: 'period-half' };
  return to < from ? { kind: 'period-backwards', from, to } : null;
}

/** 参加人数: where people signed in it is their number; another is refused, and none need be typed. */
export function withSignIns<Input extends EntryInput>(
  input: Input,
  old: Pick<Entry, 'signedIn'> | null,
): Result<Input, Extract<EntryRefusal, { kind: 'attended-from-sign-ins' }>> {
  const signedIn = old?.signedIn ?? null;
  if (input.kind !== 'event' || input.state === 'planned' || signedIn === null) return accept(input);
  if (input.attended !== null && input.attended !== signedIn) return refuse({ kind: 'attended-from-sign-ins', signedIn });
  return accept({ ...input, attended: signedIn });
}

/** 更正: the new line has the kind of the old one, and the old one still counts. */
export function mayCorrect(
  old: Pick<Entry, 'kind' | 'state' | 'signedIn'>,
  input: EntryInput,
  today: CivilDate,
): Result<EntryInput, EntryRefusal> {
  if (!isCurrent(old)) return refuse({ kind: 'entry-not-current', state: old.state });
  if (old.kind !== input.kind) return refuse({ kind: 'entry-of-other-kind' });
  const counted = withSignIns(input, old);
  if (!counted.ok) return counted;
  const settled = settleEntry(counted.value, today);
  return settled.ok ? accept(asTyped(settled.value, old)) : settled;
}

/** What is written down: a number that sign-ins tell is not. */
export function asTyped<Input extends EntryInput>(input: Input, old: Pick<Entry, 'signedIn'> | null): Input {
  return input.kind === 'event' && (old?.signedIn ?? null) !== null ? { ...input, attended: null } : input;
}

export type Reported = Pick<EventInput, 'on' | 'attended' | 'certified' | 'evidence'>;

/** 登记结果: a planned event becomes a held one; what was planned stays to be seen. */
export function reportEvent(planned: Entry, reported: Reported, today: CivilDate): Result<EventInput, EntryRefusal> {
  if (planned.kind !== 'event' || planned.state !== 'planned') return refuse({ kind: 'event-not-planned', state: planned.state });
  const counted = withSignIns<EventInput>({ ...factsOf(planned), ...reported, state: 'held' }, planned);
  if (!counted.ok) return counted;
  if (counted.value.attended === null) return refuse({ kind: 'attended-missing' });
  const fault = eventFault(counted.value, today);
  return fault === null ? accept(asTyped(counted.value, planned)) : refuse(fault);
}

function factsOf(it: EventEntry): Omit<EventInput, 'state'> {
  const { kind, promiseId, on, title, areaId, place, evidence, eventKind, from, to, host, attended, certified } = it;
  return { kind, promiseId, on, title, areaId, place, evidence, eventKind, from, to, host, attended, certified };
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { quantityOf, readAmount, wholeOf } from '../../rules/entries/amount.ts';
import type { EntryInput, EntryKind, EventKind, MoneyKind, PayeeClass } from '../../rules/entries/entry.ts';
import type { ShownEntry } from './contract.ts';

/** What is in the fields: those of one kind are looked at, the rest stay as they are. */
export type TypedEntry = {
  readonly on: CivilDate;
  readonly title: string;
  readonly place: string;
  readonly areaId: string | null;
  readonly state: 'planned' | 'held';
  readonly eventKind: EventKind;
  readonly from: string;
  readonly to: string;
  readonly host: string;
  /** Numbers as they were typed: what is none stays to be seen, and is said. */
  readonly attended: string;
  readonly certified: string;
  readonly workKind: string;
  readonly quantity: string;
  readonly measureUnit: string;
  readonly team: string;
  readonly acceptedBy: string;
  readonly acceptedOn: CivilDate | null;
  readonly moneyKind: MoneyKind;
  readonly amount: string;
  readonly periodFrom: CivilDate | null;
  readonly periodTo: CivilDate | null;
  readonly payeeClass: PayeeClass;
  readonly payees: string;
  readonly reason: string;
};

const EMPTY: Omit<TypedEntry, 'on'> = {
  ...{ title: '', place: '', areaId: null, reason: '' },
  ...{ state: 'held', eventKind: 'fair', from: '', to: '', host: '', attended: '', certified: '' },
  ...{ workKind: '', quantity: '', measureUnit: '', team: '', acceptedBy: '', acceptedOn: null },
  ...{ moneyKind: 'premium', amount: '', periodFrom: null, periodTo: null, payeeClass: 'insurer', payees: '' },
};

export function typedFrom(entry: ShownEntry | null, today: CivilDate): TypedEntry {
  if (entry === null) return { ...EMPTY, on: today };
  const { on, title, place, areaId } = entry;
  const common = { ...EMPTY, on, title, place, areaId };
  if (entry.kind === 'event') {
    const { eventKind, host, attended, certified } = entry;
    const state = entry.state === 'planned' ? 'planned' : 'held';
    return {
      ...common,
      state,
      eventKind,
      from: entry.from ?? '',
      to: entry.to ?? '',
      host,
      attended: textOf(attended),
      certified: textOf(certified),
    };
  }
  if (entry.kind === 'work') {
    const { workKind, quantity, measureUnit, acceptedOn } = entry;
    return {
      ...common,
      workKind,
      quantity: String(quantity),
      measureUnit,
      team: entry.team ?? '',
      acceptedBy: entry.acceptedBy ?? '',
      acceptedOn,
    };
  }
  const { moneyKind, periodFrom, periodTo, payeeClass, payees } = entry;
  return { ...common, moneyKind, amount: (entry.amountFen / 100).toFixed(2), periodFrom, periodTo, payeeClass, payees: textOf(payees) };
}

type Sent = {
  readonly kind: EntryKind;
  readonly promiseId: string;
  readonly evidence: readonly string[];
  readonly before: readonly string[];
};

const textOf = (count: number | null) => (count === null ? '' : String(count));
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent; null while a field that is needed is empty. */
export function inputFrom(typed: TypedEntry, { kind, promiseId, evidence, before }: Sent): EntryInput | null {
  const { on, title, place, areaId } = typed;
  const common = { promiseId, on, title: title.trim(), place: place.trim(), areaId, evidence: [...evidence] };
  if (common.title.length < 2) return null;
  if (kind === 'event') {
    const { state, eventKind, host, attended, certified } = typed;
    const people =
      state === 'planned' ? { attended: null, certified: null } : { attended: wholeOf(attended), certified: wholeOf(certified) };
    return { kind, ...common, state, eventKind, from: orNull(typed.from), to: orNull(typed.to), host: host.trim(), ...people };
  }
  if (kind === 'work') {
    const { workKind, measureUnit, acceptedOn } = typed;
    const quantity = quantityOf(typed.quantity);
    if (quantity === null || workKind.trim() === '' || measureUnit.trim() === '') return null;
    const accepted = { acceptedBy: orNull(typed.acceptedBy), acceptedOn };
    return {
      kind,
      ...common,
      workKind: workKind.trim(),
      quantity,
      measureUnit: measureUnit.trim(),
      team: orNull(typed.team),
      before: [...before],
      ...accepted,
    };
  }
  const amount = readAmount(typed.amount);
  const { moneyKind, periodFrom, periodTo, payeeClass, payees } = typed;
  return !amount.ok
    ? null
    : { kind, ...common, moneyKind, amountFen: amount.value, periodFrom, periodTo, payeeClass, payees: wholeOf(payees) };
}

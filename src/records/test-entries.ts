import type { Entry, EventInput, MoneyInput, WorkInput } from './rules/entries/entry.ts';

const PROMISE = '00000000-0000-7000-8000-000000000001';
const EVIDENCE = 'a'.repeat(64);
const BEFORE = 'c'.repeat(64);

export function anEvent(promiseId: string = PROMISE, changes: Partial<EventInput> = {}): EventInput {
  return {
    kind: 'event',
    promiseId,
    on: '2026-03-18',
    title: '春季招聘会',
    areaId: null,
    place: '清泉广场',
    evidence: [EVIDENCE],
    state: 'held',
    eventKind: 'fair',
    from: '09:00',
    to: '11:30',
    host: '区人社局',
    attended: 120,
    certified: null,
    ...changes,
  };
}

export function aWork(changes: Partial<WorkInput> = {}): WorkInput {
  return {
    kind: 'work',
    promiseId: PROMISE,
    on: '2026-05-20',
    title: '清泉里停车位',
    areaId: null,
    place: '清泉路',
    evidence: [EVIDENCE],
    workKind: '停车位',
    measureUnit: '个',
    quantity: 40,
    team: null,
    before: [BEFORE],
    acceptedBy: null,
    acceptedOn: null,
    ...changes,
  };
}

export function aPayment(changes: Partial<MoneyInput> = {}): MoneyInput {
  return {
    kind: 'money',
    promiseId: PROMISE,
    on: '2026-04-10',
    title: '意外保险保费',
    areaId: null,
    place: '',
    evidence: [EVIDENCE],
    moneyKind: 'premium',
    amountFen: 3_200_000,
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    payeeClass: 'insurer',
    payees: 1,
    ...changes,
  };
}

let next = 0;

/** As it stands once it is on record. */
export function entered(input: EventInput | WorkInput | MoneyInput, changes: Partial<Entry> = {}): Entry {
  next += 1;
  return {
    ...input,
    id: `entry-${String(next).padStart(6, '0')}`,
    unitId: null,
    state: input.kind === 'event' ? input.state : 'recorded',
    supersedes: null,
    reason: null,
    notDuplicate: null,
    enteredBy: '联络员',
    enteredOn: '2026-06-01',
    source: null,
    signedIn: null,
    version: 1,
    ...changes,
  } as Entry;
}

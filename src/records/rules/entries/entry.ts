import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { MOST_FEN } from './amount.ts';

export const ENTRY_KINDS = ['event', 'work', 'money'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** 活动类别: what is held once, on a day, for whoever comes. */
export const EVENT_KINDS = ['fair', 'show', 'training', 'quick-test', 'community'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** 资金类别 */
export const MONEY_KINDS = ['premium', 'payout', 'subsidy', 'purchase'] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** 收款人类别: a class, never a name. */
export const PAYEE_CLASSES = ['person', 'household', 'firm', 'insurer', 'public-body'] as const;
export type PayeeClass = (typeof PAYEE_CLASSES)[number];

/** 登记状态: an event is planned, then held or cancelled; works and money are recorded. What was corrected stays, superseded. */
export type EntryState = 'planned' | 'held' | 'recorded' | 'cancelled' | 'superseded';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const line = (max: number) => z.string().trim().max(max);
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);
const count = z.number().int().min(0).max(10_000_000).nullable().default(null);
const files = z.array(Digest).max(30).default([]);

const common = {
  promiseId: z.uuid(),
  on: civilDate,
  title: line(60).min(2),
  areaId: z.uuid().nullable().default(null),
  place: line(60).default(''),
  evidence: files,
};

/** 一场活动: a fair, a show, a training, a batch of quick tests, an activity of a community. */
export const EventInput = z.object({
  kind: z.literal('event'),
  ...common,
  state: z.enum(['planned', 'held']),
  eventKind: z.enum(EVENT_KINDS),
  from: time,
  to: time,
  host: line(40).default(''),
  attended: count,
  certified: count,
});

export const MOST_QUANTITY = 1e9;

/** 一笔工程量: so much done at one place, with pictures of before, accepted by somebody. */
export const WorkInput = z.object({
  kind: z.literal('work'),
  ...common,
  workKind: line(30).min(1),
  measureUnit: line(12).min(1),
  quantity: z.number().positive().max(MOST_QUANTITY).multipleOf(0.001),
  team: line(40).nullable().default(null),
  before: files,
  acceptedBy: line(40).min(1).nullable().default(null),
  acceptedOn: civilDate.nullable().default(null),
});

/** 一笔资金: whole fen, for which period, to which class of payees. */
export const MoneyInput = z.object({
  kind: z.literal('money'),
  ...common,
  moneyKind: z.enum(MONEY_KINDS),
  amountFen: z.number().int().positive().max(MOST_FEN),
  periodFrom: civilDate.nullable().default(null),
  periodTo: civilDate.nullable().default(null),
  payeeClass: z.enum(PAYEE_CLASSES),
  payees: z.number().int().positive().max(10_000_000).nullable().default(null),
});

export const EntryInput = z.discriminatedUnion('kind', [EventInput, WorkInput, MoneyInput]);
export type EntryInput = z.output<typeof EntryInput>;
export type EventInput = z.output<typeof EventInput>;
export type WorkInput = z.output<typeof WorkInput>;
export type MoneyInput = z.output<typeof MoneyInput>;

/** Who wrote it down, when, from where, and what became of it. */
export type Kept = {
  readonly id: string;
  readonly unitId: string | null;
  readonly state: EntryState;
  readonly supersedes: string | null;
  readonly reason: string | null;
  readonly notDuplicate: string | null;
  readonly enteredBy: string;
  readonly enteredOn: CivilDate;
  readonly source: EntrySource | null;
  /** Distinct persons who signed in at an event; null where nobody did. Then nobody types how many came. */
  readonly signedIn: number | null;
  readonly version: number;
};

/** 来源行: the row of the imported file. */
export type EntrySource = { readonly fileDigest: string; readonly fileName: string; readonly sheet: string | null; readonly row: number };

/** 实绩登记: one event, one quantity of works or one payment, as it stands. */
export type Entry = (Omit<EventInput, 'state'> | WorkInput | MoneyInput) & Kept;
export type EventEntry = Extract<Entry, { readonly kind: 'event' }>;
export type WorkEntry = Extract<Entry, { readonly kind: 'work' }>;
export type MoneyEntry = Extract<Entry, { readonly kind: 'money' }>;

export const AddEntry = z.object({ id: z.uuid(), entry: EntryInput });
export const CorrectEntry = z.object({ entryId: z.uuid(), entry: EntryInput, reason: z.string().trim().min(2).max(300) });
export const CancelEntry = z.object({ entryId: z.uuid(), reason: z.string().trim().min(2).max(300) });
export const SettleDuplicate = z.object({ entryId: z.uuid(), reason: z.string().trim().min(2).max(300) });
/** 活动结果: what a planned event came to. */
export const ReportEvent = z.object({
  entryId: z.uuid(),
  on: civilDate,
  /** Null only where it is counted from sign-ins. */
  attended: count,
  certified: count,
  evidence: files,
});

/** Still counted with: neither corrected since nor cancelled. */
export function isCurrent({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'planned' || state === 'held' || state === 'recorded';
}

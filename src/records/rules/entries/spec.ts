import { z } from 'zod';
import { EVENT_KINDS, MONEY_KINDS } from './entry.ts';

/** 场次口径: events that were held, those who came, or those who passed; of one kind, or of any. */
export const EventsSpec = z.object({
  kind: z.literal('events'),
  eventKind: z.enum(EVENT_KINDS).nullable().default(null),
  counts: z.enum(['held', 'attended', 'certified']).default('held'),
});
export type EventsSpec = z.output<typeof EventsSpec>;

/** 工程量口径: one kind of works in one unit, when done or only when accepted. */
export const WorksSpec = z.object({
  kind: z.literal('works'),
  workKind: z.string().trim().min(1).max(30),
  measureUnit: z.string().trim().min(1).max(12),
  counts: z.enum(['done', 'accepted']).default('done'),
});
export type WorksSpec = z.output<typeof WorksSpec>;

/** 资金口径: an amount in the unit of the promise, or how many were paid. */
export const MoneySpec = z.object({
  kind: z.literal('money'),
  moneyKind: z.enum(MONEY_KINDS),
  counts: z.enum(['amount', 'payees']).default('amount'),
  /** 元 is 100, 万元 a million. */
  fenPerUnit: z.union([z.literal(100), z.literal(1_000_000)]).default(100),
});
export type MoneySpec = z.output<typeof MoneySpec>;

export type EntrySpec = EventsSpec | WorksSpec | MoneySpec;

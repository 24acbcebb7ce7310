import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import type { Draft } from './draft.ts';

const short = z.string().max(200);
const words = z.string().max(4000);
const id = z.uuid();
const amount = z.number().finite();
const bound = z.enum(['exact', 'at_least', 'at_most']);
const place = z.number().int().nonnegative();

const Phrase = z.object({
  quantity: amount,
  quantityMax: amount.nullable(),
  unit: short,
  verb: short,
  object: short,
  approx: z.boolean(),
  bound,
  kind: z.enum(['output', 'benefit', 'scope', 'part', 'spec', 'funding', 'level']),
  start: place,
  end: place,
});

const Commitment = z.object({ by: short.nullable(), text: words, firmness: z.enum(['确保', '力争']).nullable() });
const Unit = z.object({ unitId: id.nullable(), name: short.min(1) });
const Rule = z.object({
  counts: words,
  when: words,
  proof: words,
  accepts: z.array(z.object({ measureUnit: short, reason: words.min(1) })).max(20),
});

const DraftPromise = z.object({
  id,
  verb: short,
  object: short,
  measure: z.enum(['cumulative', 'stock', 'milestone-set', 'ratio']),
  direction: z.enum(['higher', 'lower']),
  target: amount.nullable(),
  targetMax: amount.nullable(),
  measureUnit: short,
  approx: z.boolean(),
  bound,
  start: place.nullable(),
  end: place.nullable(),
  countingRule: Rule.nullable(),
  quarterTargets: z.array(amount.nullable()).max(4),
  dueOn: civilDate.nullable(),
  settledLater: z.boolean(),
  steps: z.array(z.object({ id, title: short, dueOn: civilDate.nullable(), weight: z.number().min(0).max(100) })).max(100),
});

const Progress = z.object({
  text: words,
  percent: amount.nullable(),
  values: z
    .array(z.object({ id, quantity: amount, measureUnit: short, object: short, promiseId: id.nullable(), countedAs: words.nullable() }))
    .max(50),
  stages: z.array(z.object({ id, stage: short, promiseId: id.nullable() })).max(50),
  confirmed: z.boolean(),
});

const DraftProject = z.object({
  id,
  no: short.min(1),
  name: short,
  text: z.string().max(10_000),
  levels: z.array(z.enum(['province', 'city', 'district', 'township'])).max(4),
  note: words.nullable(),
  leadUnit: Unit.nullable(),
  supportingUnits: z.array(Unit).max(50),
  promises: z.array(DraftPromise).max(100),
  withoutNumber: z.enum(['undecided', 'later']),
  phrases: z.array(Phrase).max(300),
  commitments: z.array(Commitment).max(100),
  progress: Progress.nullable(),
});

/** The shape that is accepted and stored; what is wrong in substance is said by `validateDraft`, so that an unfinished draft can be kept. */
export const DraftShape = z.object({
  year: z.number().int().min(1990).max(2100),
  title: short,
  kind: z.enum(['ten-things', 'special-action', 'superior-project']),
  origin: z.enum(['voted', 'government']),
  from: civilDate,
  to: civilDate,
  source: z.object({ name: z.string().max(300), digest: z.string().nullable() }),
  progressAsOf: civilDate.nullable(),
  projects: z.array(DraftProject).max(300),
}) satisfies z.ZodType<Draft>;

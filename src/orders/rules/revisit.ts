import { z } from 'zod';
import { type Drawable, drawSample } from '#/delivery/rules/sample.ts';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { Files } from './doer.ts';
import type { OrderFile } from './event.ts';

export const DrawRevisits = z.object({
  from: civilDate,
  to: civilDate,
  /** Null takes the share of the rules. */
  size: z.number().int().min(1).max(500).nullable().default(null),
  dueOn: civilDate,
});
export const RecordRevisit = z.object({
  sampleId: z.uuid(),
  orderId: z.uuid(),
  result: z.enum(['held', 'relapsed']),
  note: z.string().trim().max(1000).default(''),
  files: Files,
  /** Of what relapsed: by when it is to be put right. */
  newDueOn: civilDate.nullable().default(null),
});

/** 回头看抽样: drawn from what was closed in these days; the same seed draws the same from the same population. */
export type RevisitSample = {
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly seed: string;
  readonly size: number;
  readonly population: readonly Drawable[];
  readonly dueOn: CivilDate;
  readonly drawnBy: string;
  readonly drawnOn: CivilDate;
};

/** 回头看: one closed order looked at again. */
export type Revisit = {
  readonly sampleId: string;
  readonly orderId: string;
  readonly result: 'held' | 'relapsed' | null;
  readonly note: string;
  readonly files: readonly OrderFile[];
  readonly visitedBy: string | null;
  readonly visitedOn: CivilDate | null;
};

export type RevisitRefusal =
  | { readonly kind: 'nothing-closed'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'sample-day-past'; readonly dueOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'revisited-already'; readonly visitedOn: CivilDate }
  | { readonly kind: 'revisit-photo-missing' }
  | { readonly kind: 'relapse-needs-words' }
  | { readonly kind: 'relapse-day-missing' };

/** 抽多少: the share of the rules, never less than one. */
export function sampleSize(count: number, percent: number): number {
  return Math.min(count, Math.max(1, Math.ceil((count * percent) / 100)));
}

/** 抽样: anybody who has seed, size and population draws the same orders. */
export function drawnOf({ population, seed, size }: Pick<RevisitSample, 'population' | 'seed' | 'size'>): readonly string[] {
  return drawSample(population, { seed, size, byUnit: true });
}

type Seen = Pick<z.output<typeof RecordRevisit>, 'result' | 'note' | 'files' | 'newDueOn'>;

/** What was seen on the spot is shown; what relapsed says how, and gets a day. */
export function mayRecord(revisit: Pick<Revisit, 'visitedOn'>, seen: Seen): Result<null, RevisitRefusal> {
  if (revisit.visitedOn !== null) return refuse({ kind: 'revisited-already', visitedOn: revisit.visitedOn });
  if (seen.files.length === 0) return refuse({ kind: 'revisit-photo-missing' });
  if (seen.result === 'held') return accept(null);
  if (seen.note.length < 2) return refuse({ kind: 'relapse-needs-words' });
  return seen.newDueOn === null ? refuse({ kind: 'relapse-day-missing' }) : accept(null);
}

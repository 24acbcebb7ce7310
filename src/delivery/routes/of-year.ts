import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/db.ts';
import { findProgrammeOf, type StoredProgramme } from '#/programme/door.ts';
import { Period, periodOf } from '../rules/period.ts';

/** Which list, and on which day. */
export const OfYear = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  asOf: civilDate.optional(),
});

/** Which list, and which month of reporting; this one where none is named. */
export const OfPeriod = OfYear.omit({ asOf: true }).extend({ period: Period.optional() });

export async function listOf(reader: ActingReader, query: Pick<z.output<typeof OfYear>, 'year' | 'kind'>): Promise<StoredProgramme> {
  const stored = await findProgrammeOf(reader, query);
  if (stored === undefined) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
  return stored;
}

export function periodAsked(reader: ActingReader, period: Period | undefined): Period {
  return period ?? periodOf(reader.today);
}

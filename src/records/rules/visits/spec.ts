import { z } from 'zod';

/** 走访口径: visits that were made, families that were called on, or needs that were settled. */
export const VisitsSpec = z.object({ kind: z.literal('visits'), counts: z.enum(['visits', 'families', 'settled']).default('visits') });
export type VisitsSpec = z.output<typeof VisitsSpec>;

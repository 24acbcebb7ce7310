import { z } from 'zod';
import { MOST_BYTES } from './importing.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const OpenImport = z.object({
  target: z.enum(['roster', 'service']),
  targetId: z.uuid(),
  file: z.object({ digest, name: z.string().min(1).max(255), size: z.number().int().positive().max(MOST_BYTES) }),
});
export const AcceptImport = z.object({
  importNo: z.number().int().positive(),
  /** The import whose place it takes, as the person saw it; null adds to what is there. */
  supersedesNo: z.number().int().positive().nullable(),
});
export const CancelImport = z.object({ importNo: z.number().int().positive() });
export const TakeChunk = z.object({ importNo: z.number().int().positive(), chunkNo: z.number().int().min(0) });
export const EndReading = z.object({
  importNo: z.number().int().positive(),
  trouble: z.looseObject({ kind: z.string() }).nullable(),
  hidden: z.array(z.string()).max(200),
});

export const WithdrawImport = z.object({ importNo: z.number().int().positive(), reason: z.string().trim().min(2).max(300) });

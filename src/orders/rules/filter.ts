import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { SOURCE_KINDS } from './order.ts';

export const SHOWS = ['open', 'overdue', 'unit', 'office', 'closed', 'withdrawn', 'all'] as const;
export const PAGE_SIZE = 30;

export const OrderFilter = z.object({
  show: z.enum(SHOWS).default('open'),
  unitId: z.uuid().optional(),
  sourceKind: z.enum(SOURCE_KINDS).optional(),
  kind: z.string().max(30).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  text: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
/** 筛选: which orders a list shows. */
export type OrderFilter = z.output<typeof OrderFilter>;

/** The units whose orders are asked for; null asks for every unit's. */
export type RegisterQuery = Omit<OrderFilter, 'page'> & { readonly units: readonly string[] | null; readonly today: CivilDate };

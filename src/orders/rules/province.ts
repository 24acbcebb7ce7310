import { z } from 'zod';

export const ProvinceNumber = z.object({ orderId: z.uuid(), provinceNumber: z.string().trim().max(60) });
export type ProvinceRefusal = { readonly kind: 'province-number-taken'; readonly number: string; readonly by: string };

import { z } from 'zod';

/**
 * 通报设置: how a district's office heads and signs its bulletin. Seven days for objections: 巴中 (README 来源 2). Ten points above the schedule
 * before a promise counts as 超序时: the mirror of the yellow threshold of the lights (来源: 自定).
 */
export const BulletinSettings = z.object({
  head: z.enum(['bulletin-head', 'red-head']).default('bulletin-head'),
  /** 发文机关标志: 督查通报, or ××人民政府办公室文件. */
  mark: z.string().min(1).max(40),
  issuer: z.string().min(1).max(60),
  /** 机关代字; only the red head bears it. */
  numberCode: z.string().max(20).default(''),
  /** 文号 from the office's OA, typed whole; printed in the red head in place of our own number. */
  documentNo: z
    .string()
    .trim()
    .refine((text) => readDocumentNo(text) !== null)
    .nullable()
    .default(null),
  addressee: z.string().min(1).max(300),
  copyTo: z
    .string()
    .max(300)
    .overwrite((text) => text.replace(/[。．.\s]+$/u, ''))
    .nullable()
    .default(null),
  note: z.string().max(100).nullable().default(null),
  sealed: z.boolean().default(false),
  objectionDays: z.number().int().min(1).max(60).default(7),
  objectionOffice: z.string().max(60).nullable().default(null),
  objectionPhone: z.string().max(40).nullable().default(null),
  aheadGapPoints: z.number().min(0).max(100).default(10),
});
export type BulletinSettings = z.output<typeof BulletinSettings>;

/** 清政督〔2026〕12号: a number as an office writes it; other brackets are read too. */
export function readDocumentNo(text: string): { readonly code: string; readonly year: number; readonly serial: number } | null {
  const found = /^([^〔[（(]{1,20})[〔[（(](\d{4})[〕\]）)](\d{1,5})号$/.exec(text.trim());
  return found === null ? null : { code: found[1]!, year: Number(found[2]), serial: Number(found[3]) };
}

/** Before an office has set anything: its own head, signed by its own name. */
export function defaultSettings(officeName: string): BulletinSettings {
  return BulletinSettings.parse({ mark: '督查通报', issuer: officeName, addressee: '各有关单位' });
}

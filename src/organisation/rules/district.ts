import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';

/** 区县: a county-level division by its six digits of GB/T 2260. */
export type District = {
  readonly district: string;
  readonly name: string;
  readonly shortName: string;
  readonly province: string;
  readonly city: string;
  /** 印发机关: as it signs its documents. */
  readonly governmentName: string;
  /** 督查室: as it signs its bulletins. */
  readonly officeName: string;
  /** 演示日期: the civil day a demo district lives in; null for a real one. */
  readonly demoToday: CivilDate | null;
};

/** 演示区县: what a demo district is: a real one as press reports show it, or one that does not exist. */
export type DemoKind = 'inferred' | 'fictional';

/** GB/T 2260 gives no province the digits 99: whatever stands under them is made up. */
export function demoKind(code: string): DemoKind {
  return code.startsWith('99') ? 'fictional' : 'inferred';
}

const name = z.string().trim().min(1).max(60);

export const CreateDistrict = z.object({
  name,
  shortName: name.optional(),
  province: z.string().trim().max(30).default(''),
  city: z.string().trim().max(30).default(''),
  governmentName: name.optional(),
  officeName: name.optional(),
  demoToday: civilDate.nullable().default(null),
});
export const RenameDistrict = z.object({
  name,
  shortName: name,
  province: z.string().trim().max(30),
  city: z.string().trim().max(30),
  governmentName: name,
  officeName: name,
});

export type DistrictRefusal = { readonly kind: 'district-exists'; readonly name: string };

/** Fills in what a district is called where nobody said: 云冈区 → 云冈, 云冈区人民政府, 云冈区政府督查室. */
export function districtOf(code: string, input: z.output<typeof CreateDistrict>): District {
  const { name: full, shortName, governmentName, officeName, ...rest } = input;
  return {
    ...rest,
    district: code,
    name: full,
    shortName: shortName ?? (full.length > 2 ? full.replace(/[区县市旗]$/, '') : full),
    governmentName: governmentName ?? `${full}人民政府`,
    officeName: officeName ?? `${full}政府督查室`,
  };
}

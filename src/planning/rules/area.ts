import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';

/** 区域类别: townships and subdistricts hold villages and communities, and these hold estates. 小区 is not 社区. */
export const AREA_KINDS = ['township', 'subdistrict', 'village', 'community', 'estate'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** 区域: a township, a village, an estate … of the district, by which residents look for what concerns them. */
export type Area = {
  readonly id: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parentId: string | null;
  /** 统计用区划代码, twelve digits; an estate has none. README, 来源 1. */
  readonly code: string | null;
  readonly version: number;
};

/** What each kind may lie in; nothing means that it lies in the district itself. */
export const PARENT_KINDS: Readonly<Record<AreaKind, readonly AreaKind[]>> = {
  township: [],
  subdistrict: [],
  village: ['township', 'subdistrict'],
  community: ['subdistrict', 'township'],
  estate: ['community', 'village'],
};

const fields = {
  kind: z.enum(AREA_KINDS),
  name: z.string().trim().min(2).max(40),
  parentId: z.uuid().nullable().default(null),
  code: z
    .string()
    .trim()
    .max(12)
    .transform((it) => it || null)
    .nullable()
    .default(null),
};
export const SetUpArea = z.object(fields);
export const ChangeArea = z.object({ areaId: z.uuid(), ...fields });
export const RemoveArea = z.object({ areaId: z.uuid(), reason: z.string().trim().min(2).max(300) });

export type AreaInput = z.output<typeof SetUpArea>;

export type AreaRefusal =
  | { readonly kind: 'area-name-taken'; readonly name: string }
  | { readonly kind: 'area-parent-wrong'; readonly area: AreaKind; readonly wants: readonly AreaKind[] }
  | { readonly kind: 'area-code-wrong'; readonly code: string; readonly why: CodeFault }
  | { readonly kind: 'area-code-taken'; readonly code: string; readonly by: string }
  | { readonly kind: 'area-in-use'; readonly name: string; readonly areas: number; readonly sites: number };

/** What is wrong with a code: its form, its district, or its place below the parent. */
export type CodeFault = 'form' | 'district' | 'level' | 'parent';

/** Six digits of the district, three of the township, three of the village or community. */
export function codeFault(kind: AreaKind, code: string, district: string, parentCode: string | null): CodeFault | null {
  if (!/^\d{12}$/.test(code)) return 'form';
  if (!code.startsWith(district)) return 'district';
  const isTop = PARENT_KINDS[kind].length === 0;
  const [township, last] = [code.slice(6, 9), code.slice(9)];
  if (kind === 'estate' || township === '000' || (last === '000') !== isTop) return 'level';
  return !isTop && parentCode !== null && parentCode.slice(0, 9) !== code.slice(0, 9) ? 'parent' : null;
}

export function settleArea(
  areas: readonly Area[],
  district: string,
  own: Pick<Area, 'id' | 'version'>,
  input: AreaInput,
): Result<Area, AreaRefusal> {
  const { kind, name, parentId, code } = input;
  const parent = areas.find((it) => it.id === parentId) ?? null;
  const wants = PARENT_KINDS[kind];
  if ((parent === null) !== (wants.length === 0) || (parent !== null && !wants.includes(parent.kind)))
    return refuse({ kind: 'area-parent-wrong', area: kind, wants });
  const children = areas.filter((it) => it.parentId === own.id);
  const astray = children.find((it) => !PARENT_KINDS[it.kind].includes(kind));
  if (astray !== undefined) return refuse({ kind: 'area-parent-wrong', area: astray.kind, wants: PARENT_KINDS[astray.kind] });
  const others = areas.filter((it) => it.id !== own.id);
  if (others.some((it) => it.parentId === parentId && nameKey(it.name) === nameKey(name))) return refuse({ kind: 'area-name-taken', name });
  if (code !== null) {
    const why = codeFault(kind, code, district, parent?.code ?? null);
    if (why !== null) return refuse({ kind: 'area-code-wrong', code, why });
    const by = others.find((it) => it.code === code);
    if (by !== undefined) return refuse({ kind: 'area-code-taken', code, by: by.name });
  }
  return accept({ ...own, kind, name, parentId, code });
}

/** An area that holds others, or sites, stays until these are moved. */
export function removable(areas: readonly Area[], area: Area, sites: number): AreaRefusal | null {
  const inside = areas.filter((it) => it.parentId === area.id).length;
  return inside + sites === 0 ? null : { kind: 'area-in-use', name: area.name, areas: inside, sites };
}

type Linked = { readonly id: string; readonly parentId: string | null };

/** The area itself and what it lies in, the smallest first. */
export function lineageOf<It extends Linked>(areas: readonly It[], id: string | null): readonly It[] {
  const byId = new Map(areas.map((it) => [it.id, it]));
  const line: It[] = [];
  for (let at = byId.get(id ?? ''); at !== undefined && !line.includes(at); at = byId.get(at.parentId ?? '')) line.push(at);
  return line;
}

/** 示例镇 · 柳河村: the name with what it lies in. */
export function fullName<It extends Linked & { readonly name: string }>(areas: readonly It[], id: string | null): string {
  return lineageOf(areas, id)
    .map((it) => it.name)
    .reverse()
    .join(' · ');
}

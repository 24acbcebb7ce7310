import { nameKey } from '#/organisation/rules/name.ts';
import { type Area, type AreaKind, type AreaRefusal, PARENT_KINDS, settleArea } from './area.ts';
import type { Heads, SheetRow } from './sheet.ts';

export type AreaField = 'name' | 'kind' | 'parent' | 'code';
export const AREA_HEADS: Heads<AreaField> = {
  name: ['名称', '区域名称', '村社区名称', '小区名称'],
  kind: ['类别', '区域类别'],
  parent: ['上级', '所属', '所属区域', '所属乡镇街道', '所属社区'],
  code: ['统计区划代码', '统计用区划代码', '区划代码', '代码'],
};
export const AREA_KIND_WORDS: Readonly<Record<AreaKind, readonly [string, ...string[]]>> = {
  township: ['乡镇', '镇', '乡'],
  subdistrict: ['街道', '街道办', '街道办事处'],
  village: ['行政村', '村', '建制村'],
  community: ['社区', '居委会'],
  estate: ['小区', '住宅小区'],
};

/** A line of the report on an imported table: a remark on one field of one row. An error keeps the whole file out. */
export type AreaRemark = { readonly row: number; readonly sheet: string | null; readonly field: AreaField; readonly isError: boolean } & (
  | { readonly kind: 'missing' | 'kind-unknown' | 'parent-missing' }
  | { readonly kind: 'parent-unknown' | 'parent-ambiguous'; readonly name: string }
  | { readonly kind: 'row-twice'; readonly otherRow: number }
  | { readonly kind: 'refused'; readonly refusal: AreaRefusal }
);

export type AreaPlan = { readonly added: readonly Area[]; readonly changed: readonly Area[]; readonly same: number };
type Worked = { readonly plan: AreaPlan; readonly remarks: readonly AreaRemark[] };

const ORDER: readonly AreaKind[] = ['township', 'subdistrict', 'village', 'community', 'estate'];

/** Works out what a table of areas would do, the larger ones first, so that a row may name a parent that stands below it. */
export function planAreas(rows: readonly SheetRow<AreaField>[], known: readonly Area[], district: string, newId: () => string): Worked {
  const remarks: AreaRemark[] = [];
  const areas = new Map(known.map((it) => [it.id, it]));
  const rowOf = new Map<string, number>();
  const read = rows.map((row) => ({ row, kind: kindOf(row) })).sort((a, b) => rank(a.kind) - rank(b.kind));
  for (const { row, kind } of read) {
    const say = (remark: Facts) => remarks.push({ row: row.row, sheet: row.sheet, isError: true, ...remark } as AreaRemark);
    if (row.name.length < 2) say({ field: 'name', kind: 'missing' });
    else if (kind === null) say({ field: 'kind', kind: 'kind-unknown' });
    else settleRow({ row, kind, areas, rowOf, district, newId, say });
  }
  const before = new Map(known.map((it) => [it.id, it]));
  const settled = [...areas.values()].filter((it) => rowOf.has(it.id));
  const added = settled.filter((it) => !before.has(it.id));
  const changed = settled.filter((it) => before.has(it.id) && !isSame(before.get(it.id)!, it));
  return { plan: { added, changed, same: settled.length - added.length - changed.length }, remarks: remarks.sort((a, b) => a.row - b.row) };
}

type Without<It> = It extends unknown ? Omit<It, 'row' | 'sheet' | 'isError'> : never;
type Facts = Without<AreaRemark>;
type Settling = {
  readonly row: SheetRow<AreaField>;
  readonly kind: AreaKind;
  readonly areas: Map<string, Area>;
  readonly rowOf: Map<string, number>;
  readonly district: string;
  readonly newId: () => string;
  readonly say: (remark: Facts) => void;
};

function settleRow({ row, kind, areas, rowOf, district, newId, say }: Settling): void {
  const all = [...areas.values()];
  const parent = parentOf(row, kind, all, say);
  if (parent === undefined) return;
  const own = all.find((it) => it.kind === kind && it.parentId === parent && nameKey(it.name) === nameKey(row.name));
  const otherRow = own === undefined ? undefined : rowOf.get(own.id);
  if (otherRow !== undefined) {
    say({ field: 'name', kind: 'row-twice', otherRow });
    return;
  }
  const code = row.code === '' ? (own?.code ?? null) : row.code;
  const settled = settleArea(all, district, own ?? { id: newId(), version: 1 }, { kind, name: row.name, parentId: parent, code });
  if (!settled.ok) say({ field: settled.refusal.kind.includes('code') ? 'code' : 'name', kind: 'refused', refusal: settled.refusal });
  else {
    areas.set(settled.value.id, settled.value);
    rowOf.set(settled.value.id, row.row);
  }
}

/** The parent by name, among what may hold such an area; undefined when the row cannot be settled. */
function parentOf(
  row: SheetRow<AreaField>,
  kind: AreaKind,
  areas: readonly Area[],
  say: (remark: Facts) => void,
): string | null | undefined {
  const wants = PARENT_KINDS[kind];
  if (wants.length === 0) return null;
  if (row.parent === '') return void say({ field: 'parent', kind: 'parent-missing' });
  const [place, outer] = row.parent
    .split(/[·/>]/)
    .map((it) => it.trim())
    .reverse();
  const called = areas.filter((it) => wants.includes(it.kind) && nameKey(it.name) === nameKey(place!));
  const found =
    outer === undefined
      ? called
      : called.filter((it) => areas.some(({ id, name }) => id === it.parentId && nameKey(name) === nameKey(outer)));
  if (found.length === 1) return found[0]!.id;
  return void say({ field: 'parent', kind: found.length === 0 ? 'parent-unknown' : 'parent-ambiguous', name: row.parent });
}

/** By the word in the column, or by how the name ends. */
function kindOf({ kind, name }: SheetRow<AreaField>): AreaKind | null {
  if (kind !== '') return ORDER.find((it) => AREA_KIND_WORDS[it].includes(kind)) ?? null;
  if (/(街道|街道办|街道办事处)$/.test(name)) return 'subdistrict';
  if (/[乡镇]$/.test(name)) return 'township';
  if (/(社区|居委会)$/.test(name)) return 'community';
  if (/(小区|家园|花园|苑)$/.test(name)) return 'estate';
  return /村$/.test(name) ? 'village' : null;
}

const rank = (kind: AreaKind | null): number => (kind === null ? ORDER.length : ORDER.indexOf(kind));

function isSame(a: Area, b: Area): boolean {
  return a.name === b.name && a.code === b.code;
}

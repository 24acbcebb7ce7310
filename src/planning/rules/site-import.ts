import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { type Area, fullName } from './area.ts';
import { type AreaGeometry, type CoordinateSystem, Geometry } from './geometry.ts';
import { type Heads, limited, type SheetRefusal, type SheetRow } from './sheet.ts';
import { SITE_STAGES, type Site, type SiteKind, type SiteRefusal, type SiteStage, settleSite, staysSealed } from './site.ts';

export type SiteImportField = 'no' | 'name' | 'kind' | 'area' | 'lon' | 'lat' | 'stage' | 'isPublic';
export const SITE_HEADS: Heads<SiteImportField> = {
  no: ['实事序号', '项目序号', '序号', '实事'],
  name: ['点位名称', '点位', '名称', '地点'],
  kind: ['类别', '点位类别'],
  area: ['所在区域', '村社区', '所属区域', '区域'],
  lon: ['经度', 'lon', 'lng', 'longitude'],
  lat: ['纬度', 'lat', 'latitude'],
  stage: ['阶段', '进展', '状态'],
  isPublic: ['是否公开', '公开'],
};
export const SITE_KIND_WORDS: Readonly<Record<SiteKind, readonly [string, ...string[]]>> = {
  housing: ['小区改造', '小区', '住房'],
  road: ['道路街巷', '道路', '街巷'],
  pipe: ['管网', '管线'],
  parking: ['停车充电', '停车场', '充电桩'],
  green: ['绿地公园', '公园', '绿地'],
  education: ['学校', '幼儿园', '教育'],
  health: ['医疗卫生', '医院', '卫生室'],
  care: ['养老托育', '养老', '托育', '食堂'],
  culture: ['文化体育', '文化', '体育'],
  employment: ['就业服务', '就业', '零工市场'],
  shelter: ['应急避难', '避难场所', '应急'],
  market: ['便民商业', '市场', '商业'],
  'village-works': ['乡村建设', '村庄'],
  other: ['其他'],
  'water-source': ['水源地', '水源'],
  'water-plant': ['水厂'],
  'water-intake': ['取水口'],
  'water-supply': ['供水设施', '水井', '泵房', '蓄水池'],
};
export const SITE_STAGE_WORDS: Readonly<Record<SiteStage, readonly [string, ...string[]]>> = {
  'not-begun': ['未开工', '未开始', '前期'],
  'under-way': ['实施中', '在建', '施工中', '进行中'],
  done: ['已完成', '完工', '完成', '已完工'],
};

export type SiteRemark = {
  readonly row: number;
  readonly sheet: string | null;
  readonly field: SiteImportField;
  readonly isError: boolean;
} & (
  | { readonly kind: 'missing' | 'coordinates-half' | 'coordinates-swapped' | 'not-a-geometry' | 'without-coordinates' }
  | { readonly kind: 'project-unknown' | 'area-unknown' | 'area-ambiguous'; readonly text: string }
  | { readonly kind: 'not-a-number'; readonly text: string }
  | { readonly kind: 'unknown-word'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'row-twice'; readonly otherRow: number }
  | { readonly kind: 'refused'; readonly refusal: SiteRefusal }
);

/** A row as it was read: the words of the columns, and the geometry in the system that was named. */
export type RawSite = { readonly words: SheetRow<SiteImportField>; readonly geometry: Geometry | null; readonly fault: Facts | null };

type Without<It> = It extends unknown ? Omit<It, 'row' | 'sheet' | 'isError'> : never;
type Facts = Without<SiteRemark>;

export function rawFromSheet(words: SheetRow<SiteImportField>): RawSite {
  const { lon, lat } = words;
  if (lon === '' && lat === '') return { words, geometry: null, fault: null };
  if (lon === '' || lat === '') return { words, geometry: null, fault: { field: lon === '' ? 'lon' : 'lat', kind: 'coordinates-half' } };
  const wrong = (
    [
      ['lon', lon],
      ['lat', lat],
    ] as const
  ).find(([, text]) => !/^-?\d{1,3}(\.\d+)?$/.test(text));
  if (wrong !== undefined) return { words, geometry: null, fault: { field: wrong[0], kind: 'not-a-number', text: wrong[1] } };
  const [x, y] = [Number(lon), Number(lat)];
  if (x < 60 && y > 60) return { words, geometry: null, fault: { field: 'lon', kind: 'coordinates-swapped' } };
  return { words, geometry: { type: 'Point', coordinates: [x, y] }, fault: null };
}

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ geometry: z.unknown(), properties: z.record(z.string(), z.unknown()).nullish() })),
});

/** 点位的 GeoJSON: a collection whose features carry the same words as the columns of the table. */
export function rawFromGeoJson(value: unknown): Result<readonly RawSite[], SheetRefusal> {
  const parsed = Collection.safeParse(value);
  if (!parsed.success) return refuse({ kind: 'geojson-unread' });
  const rows = limited(parsed.data.features);
  if (!rows.ok) return rows;
  return accept(rows.value.map(({ geometry, properties }, i) => rawFeature(geometry, properties ?? {}, i + 1)));
}

function rawFeature(geometry: unknown, properties: Readonly<Record<string, unknown>>, row: number): RawSite {
  const fields = Object.keys(SITE_HEADS) as SiteImportField[];
  const text = (field: SiteImportField) => {
    const found = [field, ...SITE_HEADS[field]]
      .map((it) => properties[it])
      .find((it) => typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean');
    return typeof found === 'boolean'
      ? found
        ? '是'
        : '否'
      : String(found ?? '')
          .normalize('NFKC')
          .trim();
  };
  const words = { row, sheet: null, ...Object.fromEntries(fields.map((it) => [it, text(it)])) } as SheetRow<SiteImportField>;
  if (geometry === null || geometry === undefined) return { words, geometry: null, fault: null };
  const parsed = Geometry.safeParse(geometry);
  return parsed.success
    ? { words, geometry: parsed.data, fault: null }
    : { words, geometry: null, fault: { field: 'lon', kind: 'not-a-geometry' } };
}

export type SiteContext = {
  readonly sites: readonly Site[];
  readonly areas: readonly Area[];
  readonly projects: readonly { readonly id: string; readonly no: string }[];
  readonly outline: AreaGeometry | null;
  readonly capturedIn: CoordinateSystem;
};
export type SitePlan = { readonly added: readonly Site[]; readonly changed: readonly Site[]; readonly same: number };

/** What the rows would do; `raw` has been brought to CGCS2000. A site is known again by its project and its name. */
export function planSites(
  raw: readonly RawSite[],
  context: SiteContext,
  newId: () => string,
): { readonly plan: SitePlan; readonly remarks: readonly SiteRemark[] } {
  const remarks: SiteRemark[] = [];
  const settled = new Map<string, { readonly site: Site; readonly row: number }>();
  const known = new Map(context.sites.map((it) => [keyOf(it), it]));
  for (const it of raw) {
    const { row, sheet } = it.words;
    const say = (facts: Facts, isError = true) => remarks.push({ row, sheet, isError, ...facts } as SiteRemark);
    const site = settleRow(it, context, { known, newId, say });
    if (site === null) continue;
    const twice = settled.get(keyOf(site));
    if (twice !== undefined) say({ field: 'name', kind: 'row-twice', otherRow: twice.row });
    else settled.set(keyOf(site), { site, row });
  }
  const all = [...settled.values()].map((it) => it.site);
  const added = all.filter((it) => !known.has(keyOf(it)));
  const changed = all.filter((it) => known.has(keyOf(it)) && !isSame(known.get(keyOf(it))!, it));
  return { plan: { added, changed, same: all.length - added.length - changed.length }, remarks };
}

type Settling = {
  readonly known: ReadonlyMap<string, Site>;
  readonly newId: () => string;
  readonly say: (facts: Facts, isError?: boolean) => void;
};

function settleRow({ words, geometry, fault }: RawSite, context: SiteContext, { known, newId, say }: Settling): Site | null {
  const { name, no } = words;
  const faults = [
    ...(name.length < 2 ? [{ field: 'name', kind: 'missing' } as const] : []),
    ...(no === '' ? [{ field: 'no', kind: 'missing' } as const] : []),
    ...(fault === null ? [] : [fault]),
  ];
  for (const it of faults) say(it);
  const project = context.projects.find((it) => it.no === no.replace(/^第|[件项]$/g, ''));
  if (project === undefined && no !== '') say({ field: 'no', kind: 'project-unknown', text: no });
  const kind = wordIn(SITE_KIND_WORDS, words.kind, 'other', (text, all) => say({ field: 'kind', kind: 'unknown-word', text, known: all }));
  const stage = wordIn(SITE_STAGE_WORDS, words.stage, null, (text, all) => say({ field: 'stage', kind: 'unknown-word', text, known: all }));
  const area = areaOf(words.area, context.areas, say);
  if (faults.length > 0 || project === undefined || kind === undefined || stage === undefined || area === undefined) return null;
  const own = known.get(keyOf({ projectId: project.id, name }));
  const kindNow = words.kind === '' && own !== undefined ? own.kind : kind;
  const before = own === undefined || staysSealed(own, kindNow) ? null : own;
  const input = {
    projectId: project.id,
    promiseId: own?.promiseId ?? null,
    name,
    areaId: area ?? own?.areaId ?? null,
    kind: kindNow,
    stage: stage ?? own?.stage ?? SITE_STAGES[0],
    geometry: geometry ?? before?.geometry ?? null,
    capturedIn: geometry === null ? (before?.capturedIn ?? null) : context.capturedIn,
    isPublic: words.isPublic === '' ? (own?.isPublic ?? true) : !/^(否|不|n|no|0|false)/i.test(words.isPublic),
  };
  const result = settleSite({ sites: [], outline: context.outline }, own ?? { id: newId(), version: 1 }, input);
  if (!result.ok) {
    say({ field: result.refusal.kind.startsWith('site-outside') ? 'lon' : 'name', kind: 'refused', refusal: result.refusal });
    return null;
  }
  if (input.geometry === null) say({ field: 'lon', kind: 'without-coordinates' }, false);
  return result.value;
}

function wordIn<Kind extends string, None extends Kind | null>(
  words: Readonly<Record<Kind, readonly string[]>>,
  text: string,
  none: None,
  unknown: (text: string, known: readonly string[]) => void,
): Kind | None | undefined {
  if (text === '') return none;
  const found = (Object.keys(words) as Kind[]).find((it) => it === text || words[it].includes(text));
  if (found === undefined)
    unknown(
      text,
      (Object.keys(words) as Kind[]).map((it) => words[it][0]!),
    );
  return found;
}

/** By name, or by 上级·名称 where two areas share a name; undefined when it is not settled. */
function areaOf(text: string, areas: readonly Area[], say: (facts: Facts) => void): string | null | undefined {
  if (text === '') return null;
  const key = nameKey(text).replace(/[·/>]/g, '·');
  const found = areas.filter(
    (it) => nameKey(it.name) === key || nameKey(fullName(areas, it.id)).endsWith(key.includes('·') ? key : `\0${key}`),
  );
  if (found.length === 1) return found[0]!.id;
  return void say({ field: 'area', kind: found.length === 0 ? 'area-unknown' : 'area-ambiguous', text });
}

const keyOf = ({ projectId, name }: Pick<Site, 'projectId' | 'name'>): string => `${projectId} ${nameKey(name)}`;

function isSame(a: Site, b: Site): boolean {
  const { version: _, ...rest } = a;
  const { version: __, ...other } = b;
  return JSON.stringify(Object.entries(rest).sort()) === JSON.stringify(Object.entries(other).sort());
}

import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { type AreaGeometry, COORDINATE_SYSTEMS, type CoordinateSystem, Geometry, leavesOutline, liesInChina } from './geometry.ts';

/** 点位类别. The last four are places where water comes from. */
export const SITE_KINDS = [
  'housing',
  'road',
  'pipe',
  'parking',
  'green',
  'education',
  'health',
  'care',
  'culture',
  'employment',
  'shelter',
  'market',
  'village-works',
  'other',
  'water-source',
  'water-plant',
  'water-intake',
  'water-supply',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** Where people's water comes from: the coordinates never leave the house, whatever anybody ticks. README, 来源 2. */
export const WATER_KINDS: readonly SiteKind[] = ['water-source', 'water-plant', 'water-intake', 'water-supply'];
export const isWater = (kind: SiteKind): boolean => WATER_KINDS.includes(kind);

/** A place where water comes from that is called something else from now on: what was sealed is not opened by a new name, it is told anew. */
export function staysSealed(before: { readonly kind: SiteKind }, kind: SiteKind): boolean {
  return isWater(before.kind) && !isWater(kind);
}

/** 点位阶段 */
export const SITE_STAGES = ['not-begun', 'under-way', 'done'] as const;
export type SiteStage = (typeof SITE_STAGES)[number];

/** 点位: one place where a project is carried out. A place without coordinates is a name in the list. */
export type Site = {
  readonly id: string;
  readonly projectId: string;
  readonly promiseId: string | null;
  readonly name: string;
  readonly areaId: string | null;
  readonly kind: SiteKind;
  readonly stage: SiteStage;
  /** In CGCS2000, whatever it was captured in. */
  readonly geometry: Geometry | null;
  readonly capturedIn: CoordinateSystem | null;
  /** Whether the public reads of it; the geometry of a water place stays inside all the same. */
  readonly isPublic: boolean;
  readonly version: number;
};

const fields = {
  projectId: z.uuid(),
  promiseId: z.uuid().nullable().default(null),
  name: z.string().trim().min(2).max(60),
  areaId: z.uuid().nullable().default(null),
  kind: z.enum(SITE_KINDS),
  stage: z.enum(SITE_STAGES).default('not-begun'),
  geometry: Geometry.nullable().default(null),
  /** The system that the numbers of `geometry` are in. */
  capturedIn: z.enum(COORDINATE_SYSTEMS).nullable().default(null),
  isPublic: z.boolean().default(true),
};
export const RecordSite = z.object(fields);
/** Left out, the geometry stays as it is: whoever may not see where water comes from may still correct the name. */
export const ChangeSite = z.object({
  siteId: z.uuid(),
  ...fields,
  geometry: Geometry.nullable().optional(),
  capturedIn: z.enum(COORDINATE_SYSTEMS).nullable().optional(),
});
export const RemoveSite = z.object({ siteId: z.uuid(), reason: z.string().trim().min(2).max(300) });

export type SiteInput = z.output<typeof RecordSite>;

export type SiteRefusal =
  | { readonly kind: 'site-name-taken'; readonly name: string }
  | { readonly kind: 'site-system-missing' }
  | { readonly kind: 'site-outside-china'; readonly name: string }
  | { readonly kind: 'site-outside-district'; readonly name: string }
  | { readonly kind: 'site-looks-like-water'; readonly name: string; readonly word: string }
  | { readonly kind: 'site-name-holds-coordinates'; readonly name: string }
  | { readonly kind: 'site-not-of-unit'; readonly name: string };

/** 柳河水厂 is one; 水厂路 and 水厂小区 are named after one. */
const WATER_WORDS = /(水源|水厂|取水口|取水点|水井|机井|泵房|蓄水池|自来水站)(?!路|街|巷|胡同|小区|社区|家属|宿舍|公园)/;

export function waterWord(name: string): string | null {
  return WATER_WORDS.exec(name)?.[1] ?? null;
}

/** Degrees written into a text: 113.1234, 40°05′, 东经113度. */
const WRITTEN_COORDINATES = /\d{2,3}[.．]\d{3,}|\d{2,3}\s*[°度]\s*\d{1,2}|[东西]经\s*\d|[南北]纬\s*\d/;

export function holdsCoordinates(text: string): boolean {
  return WRITTEN_COORDINATES.test(text.normalize('NFKC'));
}

type Known = { readonly sites: readonly Pick<Site, 'id' | 'projectId' | 'name'>[]; readonly outline: AreaGeometry | null };

/** What a site may be; `geometry` has been brought to CGCS2000 before. */
export function settleSite(known: Known, own: Pick<Site, 'id' | 'version'>, input: SiteInput): Result<Site, SiteRefusal> {
  const { id, version } = own;
  const { name, geometry, projectId } = input;
  const fault = siteFault(input, known.outline);
  if (fault !== null) return refuse(fault);
  const isTaken = known.sites.some((it) => it.id !== id && it.projectId === projectId && nameKey(it.name) === nameKey(name));
  if (isTaken) return refuse({ kind: 'site-name-taken', name });
  return accept({ ...input, id, version, capturedIn: geometry === null ? null : input.capturedIn });
}

export function siteFault(
  { name, kind, geometry, capturedIn }: Pick<SiteInput, 'name' | 'kind' | 'geometry' | 'capturedIn'>,
  outline: AreaGeometry | null,
): SiteRefusal | null {
  const word = isWater(kind) ? null : waterWord(name);
  if (word !== null) return { kind: 'site-looks-like-water', name, word };
  if (holdsCoordinates(name)) return { kind: 'site-name-holds-coordinates', name };
  if (geometry === null) return null;
  if (capturedIn === null) return { kind: 'site-system-missing' };
  if (!liesInChina(geometry)) return { kind: 'site-outside-china', name };
  return leavesOutline(geometry, outline) ? { kind: 'site-outside-district', name } : null;
}

/** What the public may see of where a site lies; the one way by which a geometry leaves this stage. */
export function publicGeometry({ kind, isPublic, geometry }: Pick<Site, 'kind' | 'isPublic' | 'geometry'>): Geometry | null {
  return isPublic && !isWater(kind) ? geometry : null;
}

export type SiteAct = 'recorded' | 'changed' | 'imported' | 'removed';

/** 点位变动: who did what to a site and when. Coordinates are named, not repeated. */
export type SiteChange = {
  readonly siteId: string;
  readonly changeNo: number;
  readonly act: SiteAct;
  readonly name: string;
  readonly changes: readonly SiteFieldChange[];
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: string;
};

const WATCHED = ['name', 'projectId', 'promiseId', 'areaId', 'kind', 'stage', 'isPublic'] as const;
export type SiteField = (typeof WATCHED)[number] | 'geometry';
export type SiteFieldChange = { readonly field: SiteField; readonly from: string | boolean | null; readonly to: string | boolean | null };

export function siteChanges(before: Site, after: Site): readonly SiteFieldChange[] {
  const fields = WATCHED.filter((it) => before[it] !== after[it]).map((field) => ({ field, from: before[field], to: after[field] }));
  const isMoved = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
  return isMoved ? [...fields, { field: 'geometry', from: before.geometry?.type ?? null, to: after.geometry?.type ?? null }] : fields;
}

/** 区界: the outline of the district as it was supplied, with where it comes from and its 审图号. */
export type Outline = {
  readonly geometry: AreaGeometry;
  readonly source: string;
  readonly reviewNo: string | null;
  readonly setOn: string;
  readonly version: number;
};

export const SetOutline = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  capturedIn: z.enum(COORDINATE_SYSTEMS),
  source: z.string().trim().min(2).max(120),
  reviewNo: z
    .string()
    .trim()
    .max(40)
    .transform((it) => it || null)
    .nullable()
    .default(null),
});

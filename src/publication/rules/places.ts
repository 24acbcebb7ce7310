import type { AreaKind } from '#/planning/rules/area.ts';
import { type AreaGeometry, boxOf, type Geometry, rounded, simplified } from '#/planning/rules/geometry.ts';
import type { MapSign } from '#/planning/rules/map.ts';
import { type Outline, publicGeometry, type Site, type SiteKind, type SiteStage } from '#/planning/rules/site.ts';
import type { PublicCard } from './cards.ts';
import type { Disruption } from './disruptions.ts';
import type { PublicEvent } from './events.ts';

/** 公开点位: a site as the public reads of it. Where water comes from, it has no geometry. */
export type PublicSite = {
  readonly no: string;
  readonly promiseId: string | null;
  readonly name: string;
  readonly areaId: string | null;
  readonly kind: SiteKind;
  readonly stage: SiteStage;
  readonly geometry: Geometry | null;
};
export type PublicArea = { readonly id: string; readonly name: string; readonly kind: AreaKind; readonly parentId: string | null };
export type PublicOutline = { readonly geometry: AreaGeometry; readonly source: string; readonly reviewNo: string | null };

/** 公开的地点和办事卡: what an edition says of where things are and of what a resident can do. */
export type PublicPlaces = {
  readonly areas: readonly PublicArea[];
  readonly outline: PublicOutline | null;
  /** 公开网址: the web address that codes and calendars point to. */
  readonly address: string | null;
  readonly sites: readonly PublicSite[];
  readonly cards: readonly PublicCard[];
  /** 停水、封路等通知. Earlier editions knew none. */
  readonly disruptions?: readonly Disruption[];
  /** 日程. Earlier editions knew none. */
  readonly events?: readonly PublicEvent[];
  /** 已取消: announced in the edition before, and called off since. Earlier editions said nothing of it. */
  readonly cancelled?: readonly PublicEvent[];
};

export type PlacesHead = Omit<PublicPlaces, 'sites' | 'cards'>;

export const NO_PLACES: PublicPlaces = { areas: [], outline: null, address: null, sites: [], cards: [] };

/** A metre is enough for anybody who looks for a place. */
const PUBLIC_DIGITS = 5;
/** Of the larger side of the district; no map of ours shows less. */
const OUTLINE_SHARE = 1 / 1500;

type Row = { readonly projectId: string; readonly no: string };

/** Public sites in the order of the list; a field added to a site later stays inside until it is named here. */
export function publicSites(sites: readonly Site[], projects: readonly Row[]): readonly PublicSite[] {
  return projects.flatMap(({ projectId, no }) =>
    sites
      .filter((it) => it.projectId === projectId && it.isPublic)
      .map((site) => {
        const geometry = publicGeometry(site);
        const { promiseId, name, areaId, kind, stage } = site;
        return { no, promiseId, name, areaId, kind, stage, geometry: geometry === null ? null : rounded(geometry, PUBLIC_DIGITS) };
      }),
  );
}

export function publicOutline(outline: Outline | null): PublicOutline | null {
  if (outline === null) return null;
  const { west, east, south, north } = boxOf([outline.geometry])!;
  const geometry = rounded(simplified(outline.geometry, Math.max(east - west, north - south) * OUTLINE_SHARE), PUBLIC_DIGITS);
  return { geometry, source: outline.source, reviewNo: outline.reviewNo };
}

export const SIGNS: Readonly<Record<SiteStage, MapSign>> = { 'not-begun': 'empty', 'under-way': 'half', done: 'full' };

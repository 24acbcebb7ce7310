import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { AreaGeometry, liesInChina, positionsOf } from './geometry.ts';

export type OutlineRefusal =
  | { readonly kind: 'outline-unread' }
  | { readonly kind: 'outline-several'; readonly features: number }
  | { readonly kind: 'outline-too-fine'; readonly corners: number; readonly limit: number }
  | { readonly kind: 'outline-outside-china' };

/** The outline of a county from a survey office has some thousands of corners. */
const MOST_CORNERS = 50_000;

const Feature = z.object({ type: z.literal('Feature'), geometry: AreaGeometry });
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** A bare geometry, a feature, or a collection of one feature. */
export function outlineFrom(value: unknown): Result<AreaGeometry, OutlineRefusal> {
  const collection = Collection.safeParse(value);
  if (collection.success && collection.data.features.length !== 1)
    return refuse({ kind: 'outline-several', features: collection.data.features.length });
  const one = collection.success ? collection.data.features[0] : value;
  const feature = Feature.safeParse(one);
  const geometry = feature.success ? feature : AreaGeometry.safeParse(one);
  if (!geometry.success) return refuse({ kind: 'outline-unread' });
  const found = 'geometry' in geometry.data ? geometry.data.geometry : geometry.data;
  const corners = positionsOf(found).length;
  if (corners > MOST_CORNERS) return refuse({ kind: 'outline-too-fine', corners, limit: MOST_CORNERS });
  return liesInChina(found) ? accept(found) : refuse({ kind: 'outline-outside-china' });
}

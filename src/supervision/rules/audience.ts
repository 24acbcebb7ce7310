/**
 * 读者: for whom the same figures are written. Leaders read everything, a leader's page and a unit's page begin with their own part, the public
 * reads no person's name and nothing about what stands in the way.
 */
export type Audience =
  | { readonly kind: 'leaders' }
  | { readonly kind: 'leader'; readonly postId: string }
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'public' };

export function isInternal({ kind }: Audience): boolean {
  return kind !== 'public';
}

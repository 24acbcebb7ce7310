import type { ListKey } from '../rules/edition.ts';

/** Where the public reads a list: the edition in force, or one by its number. */
export function publicPath(district: string, { year, kind }: ListKey, number: number | null = null): string {
  return `/${district}/${year}${number === null ? '' : `/editions/${number}`}${kind === 'ten-things' ? '' : `?kind=${kind}`}`;
}

import type { ListKey } from '../rules/edition.ts';

/** Where the public reads a list: the edition in force, or one by its number. */
export function publicPath(district: string, { year, kind }: ListKey, number: number | null = null): string {
  return `/${district}${kind === 'ten-things' ? '' : `/${kind}`}/${year}${number === null ? '' : `/editions/${number}`}`;
}

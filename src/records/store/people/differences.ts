import type { Reader } from '#/platform/db.ts';
import { type Difference, differenceBetween } from '../../rules/people/difference.ts';
import { loadBlocks } from './blocks.ts';

/** What a file would change against each of those whose place it may take, or (null) as it stands alone. */
export async function differencesOf(
  reader: Reader,
  importNo: number,
  againstNos: readonly (number | null)[],
): Promise<readonly (Difference & { readonly against: number | null })[]> {
  const mine = await loadBlocks(reader, [importNo]);
  const differences = [];
  for (const against of againstNos) {
    const theirs = against === null ? [] : await loadBlocks(reader, [against]);
    differences.push({ against, ...differenceBetween(mine, theirs) });
  }
  return differences;
}

import type { Reader } from '#/platform/db.ts';
import { lineBeside } from '../../rules/people/beside.ts';
import { changesBetween, type ShownDifference } from '../../rules/people/changes.ts';
import { type Difference, differenceBetween, differingRows, type LinePlace } from '../../rules/people/difference.ts';
import { maskName } from '../../rules/people/identity.ts';
import { rowInSheet } from '../../rules/people/importing.ts';
import { loadBeside, loadBlocks } from './blocks.ts';
import { listSealed } from './rows.ts';
import { opener } from './seals.ts';

/** What a file would change against each of those whose place it may take, or (null) beside all of them: then nothing goes, and what they tell already counts once. */
export async function differencesOf(
  reader: Reader,
  importNo: number,
  againstNos: readonly (number | null)[],
): Promise<readonly (Difference & { readonly against: number | null })[]> {
  const mine = await loadBlocks(reader, [importNo]);
  const differences = [];
  for (const against of againstNos) {
    const theirs = await loadBlocks(reader, against === null ? againstNos.filter((it) => it !== null) : [against]);
    differences.push({ against, ...differenceBetween(mine, theirs), ...(against === null && { gone: 0 }) });
  }
  return differences;
}

type Page = { readonly offset: number; readonly limit: number };

/** Row by row what a file would change against another that counts. */
export async function listDifferences(
  reader: Reader,
  importNo: number,
  { against, ...page }: Page & { readonly against: number | null },
): Promise<{ readonly count: number; readonly rows: readonly ShownDifference[] }> {
  const mine = await loadBlocks(reader, [importNo]);
  const { count, rows } = differingRows(mine, against === null ? [] : await loadBlocks(reader, [against]), page);
  const places = rows.map((it) => (it.is ?? it.was)!);
  const blocks = [...new Set(places.map(({ columns }) => columns))];
  const texts = await loadBeside(reader, blocks);
  const beside = new Map(blocks.map((it, n) => [it, texts[n]!]));
  const names = await namesOf(reader, places);
  return {
    count,
    rows: rows.map(({ what, is, was }, n) => {
      const { columns, i } = places[n]!;
      const changes = is === null || was === null ? [] : changesBetween(was, is);
      const { sheet } = lineBeside(beside.get(columns)!, i);
      return { what, sheet, rowNo: rowInSheet(columns.rowNos[i]!), name: names.get(columns.persons[i]!) ?? '', changes };
    }),
  };
}

async function namesOf(reader: Reader, places: readonly LinePlace[]): Promise<ReadonlyMap<number, string>> {
  const open = opener(reader.keys);
  const nos = [...new Set(places.map(({ columns, i }) => columns.persons[i]!))];
  return new Map((await listSealed(reader, nos)).map((it) => [it.no, maskName(open(it).details[0])]));
}

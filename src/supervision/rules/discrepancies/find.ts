import type { Board } from '#/delivery/rules/standing.ts';
import { claimsAgainst } from './claims.ts';
import { CODES, type Discrepancy, type Statement } from './discrepancy.ts';
import { textsAgainst } from './progress-texts.ts';
import { promisesAgainst } from './promises.ts';

/** 对不上的地方: what was published about a list, what the units wrote and what was promised, held against each other. */
export function discrepanciesOf(
  board: Board,
  statements: readonly Statement[],
  /** Progress texts printed with the list, by project. */
  rowTexts: Readonly<Record<string, string>> = {},
): readonly Discrepancy[] {
  const inRows = board.projects.flatMap((it) => [...textsAgainst(it, rowTexts[it.project.id] ?? null), ...promisesAgainst(it)]);
  const found = [...claimsAgainst(board, statements), ...inRows];
  const ofKind = CODES.flatMap((code) => found.filter(({ facts }) => facts.code === code));
  const first = NAMED.flatMap((code) => ofKind.find(({ facts }) => facts.code === code) ?? []);
  return [...first, ...ofKind.filter((it) => !first.includes(it))];
}

/** One of each of the first kinds opens the page; further ones of a kind follow in the order of the list. */
const NAMED = CODES.slice(0, 5);

import { likeness } from '../draft.ts';
import type { FoundItem, FoundList, Where } from './found-list.ts';

/** What an existing list says of an item, as far as it takes to recognise it. */
export type KnownItem = { readonly no: string; readonly text: string; readonly name: string | null };

export type ProgressMatch = {
  readonly no: string;
  readonly progressText: string;
  readonly where: Where;
  /** How surely: the number and the words agree, only the words, or only the number (the table prints no words to compare). */
  readonly by: 'number-and-text' | 'text' | 'number';
  readonly likeness: number;
};

export type UnmatchedRow = {
  readonly label: string;
  readonly text: string;
  readonly where: Where;
  readonly why: 'no-progress' | 'other-text' | 'unknown-number';
};

export type ProgressMatches = {
  readonly matches: readonly ProgressMatch[];
  readonly unmatchedRows: readonly UnmatchedRow[];
  readonly unmatchedItems: readonly KnownItem[];
};

/** Shares of common two-character pairs: with the same number a third is enough, without it two thirds are asked. */
const ENOUGH = { withNumber: 0.3, alone: 0.6 } as const;

/** 进展表对清单: gives each row of a progress table to the item it speaks of. A number alone never overrules words that say otherwise. */
export function matchProgressTable(found: Pick<FoundList, 'items' | 'columns'>, known: readonly KnownItem[]): ProgressMatches {
  const matches: ProgressMatch[] = [];
  const unmatchedRows: UnmatchedRow[] = [];
  const isOnlyProgress =
    found.columns.length > 0 && !found.columns.some(({ role }) => role === 'name' || role === 'content' || role === 'target');
  for (const row of found.items) {
    const progressText = row.progressText ?? (found.columns.some(({ role }) => role === 'progress') ? null : row.text);
    const place = { label: row.label, text: row.text, where: row.where };
    const match = isOnlyProgress ? byNumber(row, known) : byText(row, known);
    if (progressText === null) unmatchedRows.push({ ...place, why: 'no-progress' });
    else if (match === null)
      unmatchedRows.push({ ...place, why: known.some((item) => isSameNumber(item, row)) ? 'other-text' : 'unknown-number' });
    else matches.push({ ...match, progressText, where: row.where });
  }
  const taken = new Set(matches.map((match) => match.no));
  return { matches, unmatchedRows, unmatchedItems: known.filter((item) => !taken.has(item.no)) };
}

type Match = Pick<ProgressMatch, 'no' | 'by' | 'likeness'>;

function byNumber(row: FoundItem, known: readonly KnownItem[]): Match | null {
  const item = known.find((it) => isSameNumber(it, row));
  return item === undefined ? null : { no: item.no, by: 'number', likeness: 0 };
}

function byText(row: FoundItem, known: readonly KnownItem[]): Match | null {
  const scored = known
    .map((item) => ({ no: item.no, isNumber: isSameNumber(item, row), likeness: resemblance(row, item) }))
    .sort((one, other) => other.likeness - one.likeness || Number(other.isNumber) - Number(one.isNumber));
  const [best, second] = scored;
  const numbered = scored.find((it) => it.isNumber);
  // The number decides between items that read alike.
  if (numbered !== undefined && numbered.likeness >= ENOUGH.withNumber && numbered.likeness >= best!.likeness - 0.2) {
    return { no: numbered.no, by: 'number-and-text', likeness: numbered.likeness };
  }
  const isClear = best !== undefined && best.likeness >= ENOUGH.alone && best.likeness > (second?.likeness ?? 0);
  return isClear ? { no: best.no, by: 'text', likeness: best.likeness } : null;
}

const isSameNumber = (item: KnownItem, row: FoundItem) => item.no === row.label || item.no === row.project;

function resemblance(row: FoundItem, item: KnownItem): number {
  const sides = (text: string, name: string | null) => [text, name ?? ''].map(plain).filter((it) => it.length >= 2);
  const scores = sides(row.text, row.name).flatMap((one) => sides(item.text, item.name).map((other) => likeness(one, other)));
  return Math.max(0, ...scores);
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

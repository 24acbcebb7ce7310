import type { ScoreSheet } from './sheet.ts';
import type { UnitScore } from './unit-score.ts';

type Ranked = Pick<UnitScore, 'unitId' | 'total' | 'isVetoed'>;

/** 名次: equal totals share a number; who is vetoed stands behind everybody else; without a total there is no rank. */
export function rankOf(scores: readonly Ranked[], ties: ScoreSheet['ties']): ReadonlyMap<string, number> {
  const judged = scores.filter(({ total }) => total !== null);
  const better = (a: Ranked, b: Ranked) => (a.isVetoed === b.isVetoed ? a.total! > b.total! : b.isVetoed);
  return new Map(
    judged.map((it) => {
      const ahead = judged.filter((other) => better(other, it));
      const before = ties === 'skip' ? ahead.length : new Set(ahead.map(({ total, isVetoed }) => `${isVetoed} ${total}`)).size;
      return [it.unitId, before + 1] as const;
    }),
  );
}

/** 名次变动: who would stand elsewhere by another sheet. */
export type RankMove = {
  readonly unitId: string;
  readonly unit: string;
  readonly was: { readonly rank: number | null; readonly total: number | null; readonly grade: string | null };
  readonly now: { readonly rank: number | null; readonly total: number | null; readonly grade: string | null };
};

/** Those whose rank, total or grade differs, the longest way first. */
export function movesBetween(before: readonly UnitScore[], after: readonly UnitScore[]): readonly RankMove[] {
  const known = new Map(before.map((it) => [it.unitId, it]));
  const seen = ({ rank, total, grade }: UnitScore) => ({ rank, total, grade });
  const moves = after.flatMap((it) => {
    const was = known.get(it.unitId);
    if (was === undefined || (was.rank === it.rank && was.total === it.total && was.grade === it.grade)) return [];
    return [{ unitId: it.unitId, unit: it.unit, was: seen(was), now: seen(it) }];
  });
  const way = ({ was, now }: RankMove) => Math.abs((was.rank ?? 0) - (now.rank ?? 0));
  return moves.toSorted((a, b) => way(b) - way(a));
}

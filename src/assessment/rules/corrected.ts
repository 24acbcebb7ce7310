import type { Appeal, RoundContent } from './round.ts';
import { ranked, totalsOf } from './score.ts';
import type { LineScore, UnitScore } from './unit-score.ts';

/** 申诉后的得分: lines that an upheld appeal set stand as decided; totals, grades and ranks are counted anew. */
export function correctedScores({ sheet, scores }: RoundContent, appeals: readonly Appeal[]): readonly UnitScore[] {
  const upheld = appeals.filter(({ state, points }) => state === 'upheld' && points !== null);
  if (upheld.length === 0) return scores;
  const corrected = scores.map((score) => {
    const own = upheld.filter(({ unitId }) => unitId === score.unitId);
    if (own.length === 0) return score;
    const lines = score.lines.map((line): LineScore => {
      const decided = own.findLast(({ lineKey }) => lineKey === line.key);
      return decided === undefined ? line : { ...line, points: decided.points, byAppeal: true };
    });
    return { ...score, ...totalsOf(sheet, lines) };
  });
  return ranked(sheet, corrected);
}

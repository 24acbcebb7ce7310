import type { CivilDate } from '#/kernel/civil-date.ts';
import { round } from '#/kernel/format.ts';
import type { QuarterFacts, UnitFacts } from './facts.ts';
import { completionShare, entryParts, ofLight, partsOf, type ScorePart, sorted } from './parts.ts';
import { rankOf } from './rank.ts';
import { type BonusLine, type DeductionLine, FULL, type ScoreSheet, type SheetLine } from './sheet.ts';
import type { LineScore, UnitScore } from './unit-score.ts';

/** Points are printed, compared and ranked with two decimals; what prints alike is a tie. */
const DIGITS = 2;

export function scoreUnits(sheet: ScoreSheet, { asOf, units }: QuarterFacts): readonly UnitScore[] {
  return ranked(
    sheet,
    units.map((it) => totalled(sheet, it, linesOf(sheet, it, asOf))),
  );
}

function linesOf(sheet: ScoreSheet, facts: UnitFacts, asOf: CivilDate): readonly LineScore[] {
  return [
    ...sheet.lines.map((it) => lineOf(it, facts, asOf)),
    ...sheet.bonuses.map((it) => bonusOf(it, facts)),
    ...sheet.deductions.map((it) => deductionOf(it, facts, asOf)),
  ];
}

function lineOf({ key, title, source, weight }: SheetLine, facts: UnitFacts, asOf: CivilDate): LineScore {
  const parts = partsOf(source, facts, { key, asOf, weight });
  const common = { key, title, kind: 'line', most: weight, parts } as const;
  if (source === 'manual') return { ...common, points: parts.length === 0 ? null : Math.min(pointsIn(parts), weight) };
  const share = shareOf(parts);
  // Nothing was found wrong: there is nothing better than that.
  if (share === null && source === 'rectified' && parts.length === 0) return { ...common, points: weight };
  return { ...common, points: share === null ? null : share * weight };
}

/** The mean of what counts, each by its weight; null where nothing does. */
function shareOf(parts: readonly ScorePart[]): number | null {
  const counted = parts.filter(({ share, weight }) => share !== null && weight > 0);
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? null : counted.reduce((sum, { share, weight }) => sum + share! * weight, 0) / whole;
}

function pointsIn(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, { facts }) => sum + Number(facts.points), 0);
}

function bonusOf({ key, title, source, each, most }: BonusLine, facts: UnitFacts): LineScore {
  const common = { key, title, kind: 'bonus', most } as const;
  if (source === 'manual') {
    const parts = entryParts(facts, key);
    return { ...common, parts, points: Math.min(pointsIn(parts), most) };
  }
  const parts = workloadParts(facts);
  // 椒江 2018: each further task counts a part more, and only as far as it is done (README 来源 2).
  const load = Math.max(0, parts.reduce((sum, { share, weight }) => sum + (share ?? 0) * weight, 0) - 1);
  return { ...common, parts, points: Math.min(load * each, most) };
}

function workloadParts({ promises }: UnitFacts): readonly ScorePart[] {
  return sorted(
    promises.map((it) => ({
      ...{ key: it.promiseId, of: 'workload', title: it.title, promiseId: it.promiseId, weight: it.difficulty },
      facts: { no: it.no, difficulty: it.difficulty, light: it.light },
      share: completionShare(it),
    })),
  );
}

function deductionOf({ key, title, source, each, most, doubles }: DeductionLine, facts: UnitFacts, asOf: CivilDate): LineScore {
  const matters = mattersOf(source, key, facts, asOf);
  const parts = matters.map(({ part }) => part);
  const cost = [...Map.groupBy(matters, ({ matter }) => matter).values()].reduce(
    (sum, times) => sum + times.reduce((own, { count }, i) => own + count * each * (doubles ? 2 ** i : 1), 0),
    0,
  );
  const points = source === 'manual' ? pointsIn(parts) : cost;
  return { key, title, kind: 'deduction', most, parts, points: most === null ? points : Math.min(points, most) };
}

/** What is taken off for: `matter` says what would be a repetition of what. Parts come in the order of time. */
type Matter = { readonly matter: string; readonly count: number; readonly part: ScorePart };

function mattersOf(source: DeductionLine['source'], key: string, facts: UnitFacts, asOf: CivilDate): readonly Matter[] {
  switch (source) {
    case 'manual':
      return entryParts(facts, key).map((part) => ({ matter: part.key, count: 1, part }));
    case 'red-light':
      return sorted(facts.lights.filter(({ light }) => light === 'red').map((it) => ofLight(it, 0))).map((part) => ({
        matter: part.promiseId!,
        count: 1,
        part,
      }));
    case 'late-report':
      return partsOf('on-time', facts, { key, asOf, weight: 1 }).flatMap((part) => {
        const count = Number(part.facts.due) - Number(part.facts.onTime);
        return count > 0 ? [{ matter: 'reports', count, part }] : [];
      });
    case 'overdue-order':
      return partsOf('orders', facts, { key, asOf, weight: 1 }).flatMap((part) =>
        part.share === 0 ? [{ matter: 'orders', count: 1, part }] : [],
      );
  }
}

type Totals = Pick<UnitScore, 'lines' | 'base' | 'bonus' | 'deduction' | 'total' | 'isVetoed' | 'grade'>;

/** 缺项折算: lines without anything to judge by leave the sheet, and the others count out of a hundred. */
export function totalsOf(sheet: ScoreSheet, lines: readonly LineScore[]): Totals {
  const of = (kind: LineScore['kind']) => lines.filter((it) => it.kind === kind);
  const judged = of('line').filter(({ points }) => points !== null);
  const whole = judged.reduce((sum, { most }) => sum + most!, 0);
  const sum = (some: readonly LineScore[]) => some.reduce((all, { points }) => all + (points ?? 0), 0);
  const base = whole === 0 ? null : round((sum(judged) / whole) * FULL, DIGITS);
  const bonus = round(Math.min(sum(of('bonus')), sheet.bonusMost), DIGITS);
  const deduction = round(sum(of('deduction')), DIGITS);
  const total = base === null ? null : round(Math.max(0, base + bonus - deduction), DIGITS);
  const isVetoed = sheet.deductions.some(({ key, vetoes }) => vetoes && (lines.find((it) => it.key === key)?.points ?? 0) > 0);
  return { lines, base, bonus, deduction, total, isVetoed, grade: gradeOf(sheet, total, isVetoed) };
}

function gradeOf({ grades }: ScoreSheet, total: number | null, isVetoed: boolean): string | null {
  if (total === null) return null;
  if (isVetoed) return grades.at(-1)!.name;
  return (grades.find(({ least }) => total >= least) ?? grades.at(-1)!).name;
}

function totalled(sheet: ScoreSheet, { unitId, unit }: UnitFacts, lines: readonly LineScore[]): UnitScore {
  return { unitId, unit, ...totalsOf(sheet, lines), rank: null };
}

/** Best first; what could not be judged stands last, without a rank. */
export function ranked(sheet: ScoreSheet, scores: readonly UnitScore[]): readonly UnitScore[] {
  const ranks = rankOf(scores, sheet.ties);
  return scores
    .map((it) => ({ ...it, rank: ranks.get(it.unitId) ?? null }))
    .toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || (a.unitId < b.unitId ? -1 : 1));
}

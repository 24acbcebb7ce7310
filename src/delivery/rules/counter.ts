import { type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Point } from './pace.ts';
import { isPercent, type Series } from './series.ts';
import type { CountVersion } from './source.ts';

/** 计数范围: what is counted: a promise, in the whole district or one township, over a period, as it was known on a day. */
export type CountAsked = {
  readonly promiseId: string;
  /** An area and all that lies in it; null is the district. */
  readonly scope: string | null;
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly asOf: CivilDate;
};

/** 实绩数: what records add up to by one version of a definition. */
export type Counted = {
  readonly numerator: number;
  readonly denominator: number | null;
  /** How many records lie behind it. */
  readonly records: number;
  readonly versionNo: number;
};

/** 实绩曲线: what had been counted on the days on which it moved, with the whole that a ratio is of. A new version begins a series of its own: lines are not drawn from one to the next. */
export type CountedSeries = {
  readonly versionNo: number;
  readonly points: readonly (Point & { readonly denominator: number | null })[];
  /** Oldest first; the first is the one that the line begins with. */
  readonly versions: readonly CountVersion[];
  readonly records: number;
  /** 数人: a small number of it may show who it was. */
  readonly isOfPersons?: boolean;
};

/** Records come every day; a line, and the table below it, are read by the week. The last point always stays, and so do both sides of a break. */
function byWeek(points: readonly Point[]): readonly Point[] {
  const weekOf = ({ on }: Point) => Math.floor(dayNumber(on) / 7);
  return points.filter((it, i) => {
    const next = points[i + 1];
    return next === undefined || it.begins || next.begins || weekOf(it) !== weekOf(next);
  });
}

/** 曲线断开的日子: the days on which a new definition began. */
export function breaksOf(points: readonly Point[]): readonly CivilDate[] {
  return points.filter((it) => it.begins).map(({ on }) => on);
}

/** The first point of each new definition, where one lies before it. */
function withBreaks(points: readonly Point[], [, ...later]: readonly CountVersion[]): readonly Point[] {
  return points.map((it, i) => {
    const before = points[i - 1];
    return before !== undefined && later.some(({ from }) => from > before.on && from <= it.on) ? { ...it, begins: true } : it;
  });
}

type Measured = Pick<ProgrammePromise, 'measure' | 'measureUnit'>;

/** Only a ratio is a share of the whole: of any other promise a roster behind it says what the count covers. A ratio of no known whole is not said. */
function inMeasure({ measure, measureUnit }: Measured, { on, value, denominator }: CountedSeries['points'][number]): readonly Point[] {
  if (measure !== 'ratio') return [{ on, value }];
  return denominator === null || denominator === 0 ? [] : [{ on, value: (value / denominator) * (isPercent(measureUnit) ? 100 : 1) }];
}

/** The reports keep their words and stages; the figure is that of the records. Nothing recorded yet is a counted zero. */
export function recordedSeries(series: Series, promise: Measured, counted: CountedSeries, day: CivilDate): Series {
  const measured = counted.points.filter((it) => it.on <= day).flatMap((it) => inMeasure(promise, it));
  const points = byWeek(withBreaks(measured, counted.versions));
  const last = points.at(-1) ?? null;
  const done = last?.value ?? (promise.measure === 'ratio' ? null : 0);
  return { ...series, done, doneOn: last?.on ?? null, doneFrom: done === null ? null : 'records', points, otherMeasure: null };
}

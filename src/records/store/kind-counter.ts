import type { Reader } from '#/platform/db.ts';
import type { CountAsked, DayFigure, Figure, FigureTable } from '../rules/figure.ts';
import type { CountSpec } from '../rules/spec.ts';

/** 实绩种类: how one kind of records is counted; promises name it in the `spec` of their definition. */
export type KindCounter<Spec extends CountSpec> = {
  readonly count: (reader: Reader, spec: Spec, asked: CountAsked) => Promise<Figure>;
  /** The counted figure on each day on which it moved, over a period, by this one definition. */
  readonly days: (reader: Reader, spec: Spec, asked: Pick<CountAsked, 'promiseId' | 'period'>) => Promise<readonly DayFigure[]>;
  readonly parts: (reader: Reader, spec: Spec, asked: CountAsked) => Promise<FigureTable>;
};

import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { BulletinItem } from './bulletin-item.ts';

/** 送审后变动: a figure that reads otherwise now than in the frozen document, and the report that changed it. The document stays as it is. */
export type FigureChange = {
  readonly promiseId: string;
  readonly no: string;
  readonly promise: string;
  readonly measureUnit: string;
  readonly was: ChangedFigure;
  readonly now: ChangedFigure;
  /** The report that the figure rests on now; null where a decision, a plan or an acceptance changed it. */
  readonly report: { readonly id: string; readonly on: CivilDate | null; readonly by: string | null } | null;
};

/** What of a figure is compared; whatever was frozen, a document or an edition of the public pages. */
export type ComparedFigure = Pick<
  BulletinItem,
  'promiseId' | 'no' | 'promise' | 'measureUnit' | 'reportId' | 'doneOn' | 'reportedBy' | 'done' | 'target' | 'stage' | 'light' | 'asOf'
>;

export type ChangedFigure = {
  readonly done: number | null;
  readonly target: number | null;
  readonly stage: string | null;
  readonly light: Light;
};

/** Days alone change no figure: a light that only grew older is no change since 送审. */
export function changesSince(frozen: readonly ComparedFigure[], now: readonly ComparedFigure[]): readonly FigureChange[] {
  const before = new Map(frozen.map((it) => [it.promiseId, it]));
  return now.flatMap((item) => {
    const then = before.get(item.promiseId);
    if (then === undefined || isSame(then, item)) return [];
    const { promiseId, no, promise, measureUnit, reportId, doneOn, reportedBy } = item;
    const report = reportId === null || reportId === then.reportId ? null : { id: reportId, on: doneOn, by: reportedBy };
    return [{ promiseId, no, promise, measureUnit, was: figureOf(then), now: figureOf(item), report }];
  });
}

function isSame(then: ComparedFigure, now: ComparedFigure): boolean {
  const isFigureSame = then.done === now.done && then.target === now.target && then.stage === now.stage;
  return isFigureSame && (then.light === now.light || then.asOf !== now.asOf);
}

function figureOf({ done, target, stage, light }: ComparedFigure): ChangedFigure {
  return { done, target, stage, light };
}

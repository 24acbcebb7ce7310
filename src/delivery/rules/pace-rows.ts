import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Board, Light, Reason } from './standing.ts';

/** 进度机读行: one object for each promise, numbers unrounded; the shape is a promise to other programs. */
export type PaceRow = {
  readonly project: string;
  readonly promise: string;
  readonly unit: string;
  readonly target: number | null;
  readonly done: number | null;
  readonly expected: number | null;
  readonly gapPoints: number | null;
  readonly earnedDays: number | null;
  readonly behindDays: number | null;
  readonly spi: number | null;
  readonly tspi: number | null;
  readonly forecastOn: CivilDate | null;
  readonly effortRatio: number | null;
  readonly reportPoints: number;
  readonly light: Light;
  readonly reasons: readonly Reason[];
};

export function paceRows(board: Board): readonly PaceRow[] {
  return board.projects.flatMap(({ project, promises }) =>
    promises.map(({ promise, done, pace, light, reasons, reportPoints }) => ({
      project: `${project.no} ${project.name}`,
      promise: `${promise.verb}${promise.object}`,
      unit: promise.measureUnit,
      target: promise.target,
      done,
      expected: pace?.expected ?? null,
      gapPoints: pace?.gapPoints ?? null,
      earnedDays: pace?.earnedDays ?? null,
      behindDays: pace?.behindDays ?? null,
      spi: pace?.spi ?? null,
      tspi: pace?.tspi ?? null,
      forecastOn: pace?.forecastOn ?? null,
      effortRatio: pace?.effortRatio ?? null,
      reportPoints,
      light,
      reasons,
    })),
  );
}

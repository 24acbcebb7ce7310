import { dayOf } from '#/kernel/civil-date.ts';
import type { WallRow } from './wall.ts';
import type { WallWords } from './words.ts';

/** 一件实事的几句话: its unit, how fresh the report is, what comes next, and by how much it runs past its deadline. */
export type WallLine = {
  readonly unit: string;
  readonly reported: string;
  /** Empty where nothing is planned. */
  readonly next: string;
  readonly isLate: boolean;
  /** Empty where the deadline is held. */
  readonly overrun: string;
};

export function lineOf({ leadUnit, lastReportOn, next, schedule, overrun }: WallRow, words: WallWords): WallLine {
  return {
    unit: leadUnit ?? words.noUnit,
    reported: words.reported(lastReportOn),
    next: next === null ? (schedule === 'planned' ? words.allDone : '') : words.next(next, next.late === null ? null : dayOf(next.late[0])),
    isLate: next !== null && next.slack < 0,
    overrun: overrun === 0 ? '' : words.overrun(overrun),
  };
}

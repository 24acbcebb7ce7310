import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { IsoWeek } from './iso-week.ts';

/** 碰头缘由: why a week asks about a project: its light, a gate that is near, or something that stands in its way. */
export type AskedBecause =
  | { readonly kind: 'light'; readonly light: 'yellow' | 'red' }
  | { readonly kind: 'gate'; readonly name: string; readonly dueOn: CivilDate; readonly slackDays: number | null }
  | { readonly kind: 'blocker'; readonly blockerId: string; readonly title: string; readonly ageDays: number };

/** 碰头事项: a project that a unit is asked about in a week. */
export type AskedProject = {
  readonly unitId: string;
  readonly projectId: string;
  readonly programmeId: string;
  readonly no: string;
  readonly name: string;
  readonly light: Light;
  readonly because: readonly AskedBecause[];
};

/** 碰头一行: what a unit says of one project: what was done, what comes next, what is the problem, and who is needed. */
export type CheckLine = {
  readonly projectId: string;
  readonly isUnchanged: boolean;
  readonly done: string;
  readonly next: string;
  readonly problem: string;
  readonly needs: string;
};

/** 周碰头记录: what one unit said in one week. The first filing decides whether it came in time. */
export type WeeklyCheck = IsoWeek & {
  readonly unitId: string;
  readonly lines: readonly CheckLine[];
  /** 本周无变化, said of all that was asked. */
  readonly isUnchanged: boolean;
  readonly filedOn: CivilDate;
  readonly filedAt: string;
  readonly filedBy: string;
  readonly filedPost: string;
  readonly onBehalf: boolean;
  readonly dueOn: CivilDate;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
  readonly version: number;
};

/** 报送情况: how a unit answered in a week in which it was asked. `waiting` only before the day is over. */
export type WeekAnswer = 'on-time' | 'late' | 'silent' | 'waiting';

/** 一周一单位: that a unit was asked about so many projects in a week, and what came. */
export type UnitWeek = IsoWeek & {
  readonly unitId: string;
  readonly projects: number;
  readonly dueOn: CivilDate;
  readonly answer: WeekAnswer;
  readonly filedOn: CivilDate | null;
  readonly isUnchanged: boolean;
};

export function weekAnswer(dueOn: CivilDate, filedOn: CivilDate | null, day: CivilDate): WeekAnswer {
  if (filedOn === null || filedOn > day) return dueOn < day ? 'silent' : 'waiting';
  return filedOn > dueOn ? 'late' : 'on-time';
}

import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { DemoKind } from '#/organisation/rules/district.ts';
import type { ScheduleRefusal } from '#/planning/rules/activity.ts';
import type { SiteStage } from '#/planning/rules/site.ts';
import type { Bar } from './bar.ts';

type LegendWord =
  | 'planned'
  | 'critical'
  | 'done'
  | 'late'
  | 'latestStart'
  | 'baseline'
  | 'milestone'
  | 'gate'
  | 'provisional'
  | 'free'
  | 'longFree'
  | 'deadline'
  | 'today';

/** What is written on the drawing, in one language. */
export type WallWords = {
  readonly heading: string;
  readonly label: (title: string, asOf: CivilDate) => string;
  readonly asOf: (on: CivilDate) => string;
  readonly lights: Readonly<Record<Light, string>>;
  readonly demo: Readonly<Record<DemoKind, string>>;
  readonly noUnit: string;
  readonly reported: (on: CivilDate | null) => string;
  /** What comes next; `on` is its latest start. */
  readonly next: (bar: Bar, on: CivilDate | null) => string;
  readonly overrun: (days: number) => string;
  readonly allDone: string;
  readonly noSchedule: string;
  /** What the plan contradicts itself in. */
  readonly refused: (refusal: ScheduleRefusal) => string;
  readonly noProjects: string;
  readonly today: (on: CivilDate) => string;
  readonly deadline: (on: CivilDate) => string;
  readonly month: (month: number) => string;
  readonly year: (year: number) => string;
  readonly slack: (days: number) => string;
  readonly finished: string;
  readonly activity: string;
  readonly slackHead: string;
  readonly baseline: (no: number, on: CivilDate) => string;
  readonly noBaseline: string;
  readonly page: (page: number, pages: number) => string;
  readonly sites: string;
  readonly notOnMap: string;
  readonly moreSites: (count: number) => string;
  readonly stages: Readonly<Record<SiteStage, string>>;
  readonly legend: Readonly<Record<LegendWord, string>>;
};

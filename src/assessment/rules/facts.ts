import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 考评事实: what is known of one promise at the end of a quarter, as the board has it. */
export type PromiseFact = {
  readonly promiseId: string;
  readonly no: string;
  readonly title: string;
  readonly projectId: string;
  /** 难度系数 of its project; 1 where nobody set one. */
  readonly difficulty: number;
  readonly light: Light;
  /** Neither a target nor approved steps: nobody can say how far it is. */
  readonly isWithoutTarget: boolean;
  readonly done: number | null;
  /** By the locked plan, else the straight line. */
  readonly expected: number | null;
  readonly measureUnit: string;
  readonly verifiedShare: number | null;
};

/** The light of a promise at the end of a month (月末灯) as it was frozen, or as the board computes it for a month that is not frozen yet. */
export type LightFact = {
  readonly promiseId: string;
  readonly no: string;
  readonly title: string;
  readonly month: string;
  readonly light: Light;
  readonly caughtUp: boolean;
  readonly difficulty: number;
};

/** A milestone (节点) that was due in the quarter by its baseline. */
export type MilestoneFact = {
  readonly activityId: string;
  readonly title: string;
  readonly project: string;
  readonly dueOn: CivilDate;
  readonly finishedOn: CivilDate | null;
};

/** Of what a unit owed for a month, what came in time. Only months whose due day has passed. */
export type ReportingFact = { readonly period: string; readonly due: number; readonly onTime: number };

/** A figure (核查不符) found wrong that had to be corrected by a day in the quarter. */
export type MismatchFact = {
  readonly verdictId: string;
  readonly promiseId: string;
  readonly title: string;
  readonly dueOn: CivilDate;
  readonly correctedOn: CivilDate | null;
};

/** 督办件: an order to the unit that was due in the quarter; one whose objection was upheld is not among them. */
export type OrderFact = {
  readonly orderId: string;
  readonly no: string;
  readonly matter: string;
  readonly dueOn: CivilDate;
  readonly settledOn: CivilDate | null;
};

/** 人工评分: points by hand, never without evidence and author. */
export type EntryFact = {
  readonly entryId: string;
  readonly lineKey: string;
  readonly points: number;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly enteredBy: string;
  readonly enteredOn: CivilDate;
};

/** 一个单位的考评事实: all that its score is computed from. */
export type UnitFacts = {
  readonly unitId: string;
  readonly unit: string;
  readonly promises: readonly PromiseFact[];
  readonly lights: readonly LightFact[];
  readonly milestones: readonly MilestoneFact[];
  readonly reporting: readonly ReportingFact[];
  readonly mismatches: readonly MismatchFact[];
  readonly orders: readonly OrderFact[];
  readonly entries: readonly EntryFact[];
};

/** 季度考评的事实: of all lead units of a list, as of a day. */
export type QuarterFacts = { readonly asOf: CivilDate; readonly units: readonly UnitFacts[] };

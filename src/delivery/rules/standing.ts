import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import type { GateSlack } from '#/planning/rules/gate.ts';
import type { Measure, Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { DoneFrom } from './report.ts';
import type { Counting } from './source.ts';
import type { Mismatch, VerifiedPart } from './verdict.ts';

/** 灯色（进度灯）: ● 正常 green, ▲ 滞后 yellow, ■ 严重滞后 red, ○ 未到节点 white, ◆ 已完成 closed, ◌ 无数据 grey. Computed, never set. */
export type Light = 'red' | 'yellow' | 'green' | 'grey' | 'white' | 'closed';

/** Why a light is what it is: a code with its facts; `delivery/words.ts` makes the sentence. */
export type Reason = { readonly code: ReasonCode; readonly facts: Readonly<Record<string, number | string | null>> };

export type ReasonCode =
  | 'no-target' // 无目标值
  | 'no-approved-steps' // 没有批准的节点
  | 'no-report' // 无报送
  | 'other-measure' // 报送的口径与承诺不同
  | 'plan-starts-today-or-later' // 启用日之前不按该计划亮灯
  | 'not-yet-due' // P(t) = 0 and A = 0
  | 'target-met-accepted'
  | 'target-met-unverified' // 达标待核验
  | 'deadline-passed'
  | 'gap' // { gapPoints, threshold }
  | 'speed-needed' // { tspi, threshold }
  | 'under-one-unit'
  | 'on-plan'
  | 'bound-kept' // 未超出界限 { done, bound }: ratios, and where lower is better
  | 'bound-missed' // { done, bound, shortPoints }
  | 'from-stage' // 由阶段推得 { stage }
  | 'from-sites' // 由点位推算 { numerator, denominator, sites }
  | 'from-records' // 由实绩计数 { records, versionNo }
  | 'default-line' // 按默认直线推算（单位未报计划）
  | 'few-points' // 单点推算 { reportPoints }
  | 'stale' // { asOf, days }
  | 'mismatch' // 核查不符待更正 { asOf, dueOn }
  | 'under-verified' // { share, needed }
  | 'to-be-verified'; // 待核实: what the public reads in place of the two above

/** 进度: Earned Schedule (Lipke 2003; ISO 21508:2018) of one promise on its locked curve. Days are inclusive counts; nothing is rounded. */
export type Pace = {
  readonly plannedDays: number; // PD
  readonly elapsedDays: number; // AT
  readonly expected: number; // P(t), in the promise's unit
  readonly done: number; // A
  readonly gapPoints: number; // (A − P(t)) ÷ T × 100, negative when behind
  readonly earnedDays: number; // ES
  readonly behindDays: number; // AT − ES
  readonly spi: number; // ES ÷ AT
  readonly tspi: number | null; // (PD − ES) ÷ (PD − AT); null from the deadline on
  readonly forecastOn: CivilDate | null; // null when A = 0
  readonly effortRatio: number | null;
  readonly reportPoints: number;
};

/** 一条承诺的状况: where one promise stands on a day. The one object that board, edition, bulletin and command line read. */
export type PromiseStanding = {
  readonly promise: ProgrammePromise;
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  /** A stage before the first output counts as zero for cumulative counts and stocks, labelled 由阶段推得. */
  readonly doneFrom: DoneFrom | null;
  readonly stage: string | null;
  readonly progressText: string | null;
  readonly reportId: string | null;
  readonly reportedOn: CivilDate | null;
  readonly reportedBy: string | null;
  readonly plan: {
    readonly kind: 'default-line' | 'approved';
    readonly version: number;
    readonly startsOn: CivilDate;
    readonly deadline: CivilDate;
  } | null;
  readonly pace: Pace | null;
  /** Adopted values up to the day, also where no pace can be computed. */
  readonly reportPoints: number;
  readonly light: Light;
  readonly reasons: readonly Reason[];
  readonly stale: boolean;
  /** Verified value ÷ A; null while the district verifies nothing, and where there is nothing to verify. */
  readonly verifiedShare: number | null;
  readonly verified: VerifiedPart | null;
  /** 核查不足: the data-quality hatch, where too little of A is verified. */
  readonly isUnderVerified: boolean;
  /** 核查不符待更正: the figure stands, marked, until its correction is adopted. */
  readonly mismatch: Mismatch | null;
  /** 近两次, of a growing count that has two. */
  readonly lately?: Lately;
  /** 取数依据 on the day of the board; absent where units always reported. */
  readonly counting?: Counting;
  /** Frozen month-end lights of the year, index 0 = January; null where none is frozen. `caughtUp` reads 补上. */
  readonly months: readonly ({ readonly light: Light; readonly caughtUp: boolean } | null)[];
};

/** 近两次: what was added between the last two figures, and what was added before; whether they may be compared is said by whoever shows them. */
export type Lately = { readonly newer: Comparable; readonly older: Comparable };

/** 节点灯: what a stage word is worth: the working days that the work behind it has left, counted back from the deadline. */
export type GateStanding = {
  readonly light: Light;
  readonly reason: 'no-network' | 'not-scheduled' | 'all-done' | 'slack';
  /** The stage as it was reported, and up to which day. */
  readonly stage: string | null;
  readonly reportedOn: CivilDate | null;
  /** The gates of the network that the reports say are passed. */
  readonly reached: readonly string[];
  readonly slack: GateSlack | null;
};

/** 一件实事的状况: its light is the worst of its promises: red > yellow > grey > green > white > closed. */
export type ProjectStanding = {
  readonly project: Project;
  readonly leadUnit: string | null;
  readonly supportingUnits: readonly string[];
  readonly light: Light;
  /** 节点灯, beside the light and never part of it; null where nobody asked for it. */
  readonly gate: GateStanding | null;
  readonly promises: readonly PromiseStanding[];
  readonly lastReportOn: CivilDate | null;
};

/** 看板: a district's programme on a day. */
export type Board = {
  readonly districtName: string;
  readonly programme: Programme;
  readonly asOf: CivilDate;
  readonly elapsedDays: number;
  readonly periodDays: number;
  readonly projects: readonly ProjectStanding[];
  readonly counts: Readonly<Record<Light, number>>;
};

export type { Measure };

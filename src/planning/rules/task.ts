import type { CivilDate } from '#/kernel/civil-date.ts';

/** 资金来源: where the money of a task comes from, as breakdown tables print it. */
export const FUND_SOURCES = ['central', 'province', 'city', 'district', 'bond', 'society'] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** 任务资金: one source of a task's budget, in yuan. */
export type TaskFund = { readonly source: FundSource; readonly yuan: number };

/** 认领情况: a task that was broken down for a unit is open until the unit takes it, or says why it is not its own. */
export type Claim =
  | { readonly state: 'open' }
  | { readonly state: 'claimed'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate }
  | { readonly state: 'declined'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate; readonly reason: string };

/**
 * 分解任务: one piece of a project that a unit answers for (责任分解). It is borne by a post, not by a person: whoever holds the post on a day is
 * responsible on that day (兴庆 2018). The first unit leads (湖州 2020).
 */
export type Task = {
  readonly id: string;
  readonly projectId: string;
  /** The promise that the task serves, where it serves one alone. */
  readonly promiseId: string | null;
  readonly position: number;
  readonly name: string;
  readonly content: string;
  readonly leadUnitId: string;
  readonly supportingUnitIds: readonly string[];
  /** 牵头领导, a post. */
  readonly overseeingPostId: string | null;
  /** 责任岗位 */
  readonly postId: string | null;
  /** 联系人, a post. */
  readonly contactPostId: string | null;
  readonly funds: readonly TaskFund[];
  /** 季度目标, in words, first to fourth. */
  readonly quarterGoals: readonly (string | null)[];
  readonly startOn: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly siteIds: readonly string[];
  readonly claim: Claim;
  readonly version: number;
};

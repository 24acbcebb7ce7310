import type { PromiseStanding } from '#/delivery/rules/standing.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';

/**
 * 通报分类: the one classification of the bulletin (README 来源 1). A grey promise is only ever 无数据 or 无目标值, and a target met but not
 * accepted is not yet 完成.
 */
export type BulletinClass =
  | 'not-started' // 未启动
  | 'preparing' // 前期
  | 'behind' // 推进中·滞后
  | 'on-pace' // 推进中·按序时
  | 'ahead' // 推进中·超序时
  | 'met-unverified' // 达标待核验
  | 'finished-early' // 提前完成
  | 'finished' // 完成
  | 'routine' // 常态化
  | 'adjusted' // 经批准调整
  | 'ended' // 终止
  | 'no-target' // 无目标值
  | 'no-data'; // 无数据

/** Worst news first, as the letter lists them. */
export const CLASSES: readonly BulletinClass[] = [
  'behind',
  'no-data',
  'no-target',
  'not-started',
  'preparing',
  'on-pace',
  'ahead',
  'met-unverified',
  'finished-early',
  'finished',
  'routine',
  'adjusted',
  'ended',
];

export type ClassFacts = {
  readonly standing: PromiseStanding;
  readonly adjustment: Adjustment | null;
  /** 不设年度目标任务、常态化开展 (README 来源 1, 萧县): decided by the office, never guessed. */
  readonly isRoutine: boolean;
  readonly aheadGapPoints: number;
};

/** An adjustment never hides that a promise is behind; only an ending takes it out of the count of work. */
export function classOf({ standing, adjustment, isRoutine, aheadGapPoints }: ClassFacts): BulletinClass {
  if (adjustment?.kind === 'termination') return 'ended';
  const { light } = standing;
  if (light === 'red' || light === 'yellow') return 'behind';
  if (light === 'closed') return isEarly(standing) ? 'finished-early' : 'finished';
  if (light === 'grey') return greyClass(standing, isRoutine);
  if (adjustment !== null) return 'adjusted';
  if (light === 'white') return standing.stage === null ? 'not-started' : 'preparing';
  if (standing.reasons.some((it) => it.code === 'target-met-unverified')) return 'met-unverified';
  return standing.pace !== null && standing.pace.gapPoints > aheadGapPoints ? 'ahead' : 'on-pace';
}

function greyClass({ reasons }: PromiseStanding, isRoutine: boolean): BulletinClass {
  const isWithoutTarget = reasons.some((it) => it.code === 'no-target' || it.code === 'no-approved-steps');
  if (isRoutine && isWithoutTarget) return 'routine';
  return isWithoutTarget ? 'no-target' : 'no-data';
}

function isEarly({ doneOn, plan }: PromiseStanding): boolean {
  return doneOn !== null && plan !== null && doneOn < plan.deadline;
}

/** The class of a row is the worst of its promises, as its light is. */
export function worstClass(classes: readonly BulletinClass[]): BulletinClass {
  return CLASSES.find((it) => classes.includes(it)) ?? 'no-target';
}

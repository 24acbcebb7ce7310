import type { Locale } from '#/kernel/format.ts';
import type { CarryOver, SettledOutcome } from '../rules/settlement.ts';
import type { BonusLine, DeductionLine, Source } from '../rules/sheet.ts';

const zh = {
  sources: {
    completion: '目标完成（完成数 ÷ 按计划应完成数，超过的按足额计，按难度加权）',
    lights: '月末进度灯（正常、完成为足额，滞后和补上为一半，严重滞后、无数据不计）',
    milestones: '节点按期（基线上本季到期的节点、关口）',
    'on-time': '报送按时（应报的数按时到了多少）',
    verified: '数据属实（已核查的占完成数多少）',
    rectified: '核查不符按期更正（没有不符的为足额）',
    orders: '督办件按期办结',
    manual: '人工评分（必须有材料、有评分人）',
  } as Record<Source, string>,
  lines: {
    ...{ completion: '目标完成', lights: '月末进度灯', milestones: '节点按期', 'on-time': '报送按时', verified: '数据属实' },
    ...{ rectified: '核查不符整改', orders: '督办件按期办结', manual: '人工评分' },
  } as Record<Source, string>,
  bonuses: { workload: '任务量（一项以外，每多一项按完成程度加分）', manual: '人工加分（必须有材料）' } as Record<
    BonusLine['source'],
    string
  >,
  deductions: {
    'late-report': '迟报一项',
    'red-light': '月末严重滞后一次',
    'overdue-order': '督办件逾期一件',
    manual: '人工扣分（必须有材料）',
  } as Record<DeductionLine['source'], string>,
  outcomes: {
    'kept-early': '提前完成',
    kept: '按期完成',
    unverified: '达标待核验',
    running: '期限未到',
    'not-kept': '未完成',
    'not-judged': '无法判断',
    ended: '经批准终止',
  } as Record<SettledOutcome, string>,
  ways: { 'next-year': '结转', stopped: '不再实施' } as Record<CarryOver['way'], string>,
  noPriority: '没有对应的重点',
  noLeadUnit: '清单未列牵头单位',
};

export type LabelWords = typeof zh;

const en: LabelWords = {
  sources: {
    completion: 'Targets (done ÷ planned, at most in full, weighed by difficulty)',
    lights: 'Month-end lights (on plan or completed in full, behind or caught up half, far behind or no data none)',
    milestones: 'Milestones in time (milestones and gates of the baseline due in the quarter)',
    'on-time': 'Figures in time (of what was due)',
    verified: 'Figures verified (share of what is done)',
    rectified: 'Wrong figures corrected in time (in full where none was wrong)',
    orders: 'Orders settled in time',
    manual: 'By hand (only with evidence and an author)',
  },
  lines: {
    ...{ completion: 'Targets', lights: 'Month-end lights', milestones: 'Milestones', 'on-time': 'Figures in time', verified: 'Verified' },
    ...{ rectified: 'Corrected', orders: 'Orders in time', manual: 'By hand' },
  },
  bonuses: { workload: 'Workload (each further task, as far as it is done)', manual: 'By hand (only with evidence)' },
  deductions: {
    'late-report': 'A late report',
    'red-light': 'A month-end far behind',
    'overdue-order': 'An order overdue',
    manual: 'By hand (only with evidence)',
  },
  outcomes: {
    'kept-early': 'kept early',
    kept: 'kept',
    unverified: 'target met, not yet accepted',
    running: 'not due yet',
    'not-kept': 'not kept',
    'not-judged': 'cannot be judged',
    ended: 'ended with approval',
  },
  ways: { 'next-year': 'carried over', stopped: 'not continued' },
  noPriority: 'Tied to no priority',
  noLeadUnit: 'no lead unit on the list',
};

export const words: Readonly<Record<Locale, LabelWords>> = { 'zh-CN': zh, en };

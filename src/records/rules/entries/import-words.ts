import type { EventKind, MoneyKind, PayeeClass } from './entry.ts';

type Words<Kind extends string> = Readonly<Record<Kind, readonly [string, ...string[]]>>;

/** What may stand in a cell, and on the screen in Chinese. */
export const EVENT_KIND_WORDS: Words<EventKind> = {
  fair: ['招聘会', '招聘', '专场招聘会'],
  show: ['演出', '送戏', '送戏下乡', '文艺演出'],
  training: ['培训', '培训班'],
  'quick-test': ['快检', '检测批次', '集中检测'],
  community: ['社区活动', '活动'],
};
export const MONEY_KIND_WORDS: Words<MoneyKind> = {
  premium: ['保费'],
  payout: ['赔付', '理赔'],
  subsidy: ['补贴', '补助'],
  purchase: ['采购', '工程款'],
};
export const PAYEE_WORDS: Words<PayeeClass> = {
  person: ['个人'],
  household: ['家庭', '户'],
  firm: ['企业', '个体工商户'],
  insurer: ['保险机构', '保险公司'],
  'public-body': ['机关事业单位', '村社区', '学校'],
};
const STATE_WORDS: Words<'planned' | 'held'> = { planned: ['计划', '拟办', '否', '未办'], held: ['已办', '已举办', '是', '完成'] };

export const ENTRY_WORDS = {
  eventKind: EVENT_KIND_WORDS,
  moneyKind: MONEY_KIND_WORDS,
  payeeClass: PAYEE_WORDS,
  state: STATE_WORDS,
} as const;
export type EntryWordField = keyof typeof ENTRY_WORDS;

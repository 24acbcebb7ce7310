import type { Heads } from '#/planning/rules/sheet.ts';
import type { EntryKind } from './entry.ts';

export const ENTRY_FIELDS = [
  'on',
  'title',
  'place',
  'area',
  'state',
  'eventKind',
  'from',
  'to',
  'host',
  'attended',
  'certified',
  'workKind',
  'quantity',
  'measureUnit',
  'team',
  'acceptedBy',
  'acceptedOn',
  'moneyKind',
  'amount',
  'periodFrom',
  'periodTo',
  'payeeClass',
  'payees',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What heads each column, and what else offices write there. */
export const ENTRY_HEADS: Heads<EntryField> = {
  on: ['日期', '举办日期', '完成日期', '支付日期', '时间'],
  title: ['名称', '活动名称', '内容', '摘要'],
  place: ['地点', '举办地点', '路段', '位置'],
  area: ['所在区域', '村社区', '区域'],
  state: ['状态', '是否已办'],
  eventKind: ['活动类别', '类别'],
  from: ['开始时间', '开始'],
  to: ['结束时间', '结束'],
  host: ['主办单位', '主办', '承办单位'],
  attended: ['参加人数', '到场人数', '签到人数', '人数'],
  certified: ['取证人数', '合格人数'],
  workKind: ['工程内容', '工程类别', '作业内容'],
  quantity: ['数量', '工程量', '完成量'],
  measureUnit: ['单位', '计量单位'],
  team: ['施工队伍', '队伍', '班组'],
  acceptedBy: ['验收单位', '验收人岗位', '验收'],
  acceptedOn: ['验收日期'],
  moneyKind: ['资金类别', '款项'],
  amount: ['金额（元）', '金额(元)', '金额'],
  periodFrom: ['所属期起', '期间起'],
  periodTo: ['所属期止', '期间止'],
  payeeClass: ['收款人类别', '对象类别'],
  payees: ['笔数', '人数（户数）', '对象数'],
};

const COMMON = ['on', 'title', 'place', 'area'] as const;
/** The columns of each kind, in the order of the template. */
export const FIELDS_OF: Readonly<Record<EntryKind, readonly EntryField[]>> = {
  event: [...COMMON, 'eventKind', 'state', 'from', 'to', 'host', 'attended', 'certified'],
  work: [...COMMON, 'workKind', 'quantity', 'measureUnit', 'team', 'acceptedBy', 'acceptedOn'],
  money: [...COMMON, 'moneyKind', 'amount', 'periodFrom', 'periodTo', 'payeeClass', 'payees'],
};
export const NEEDED_OF: Readonly<Record<EntryKind, readonly EntryField[]>> = {
  event: ['on', 'title', 'eventKind', 'host'],
  work: ['on', 'title', 'workKind', 'quantity', 'measureUnit'],
  money: ['on', 'title', 'moneyKind', 'amount', 'payeeClass'],
};

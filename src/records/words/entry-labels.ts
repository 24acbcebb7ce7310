import { periodWords } from '#/kernel/comparison/period-words.ts';
import type { Period } from '#/kernel/comparison/span.ts';
import type { Locale } from '#/kernel/format.ts';
import type { Lack } from '../rules/entries/counting.ts';
import type { EntryKind, EntryState, EventKind, MoneyKind, PayeeClass } from '../rules/entries/entry.ts';
import type { EntryField } from '../rules/entries/import-heads.ts';

export type EntryLabels = {
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly states: Readonly<Record<EntryState, string>>;
  readonly eventKinds: Readonly<Record<EventKind, string>>;
  readonly moneyKinds: Readonly<Record<MoneyKind, string>>;
  readonly payees: Readonly<Record<PayeeClass, string>>;
  readonly lacks: Readonly<Record<Lack, string>>;
  readonly fields: Readonly<Record<EntryField, string>>;
  readonly months: Readonly<Record<'kept' | 'missed' | 'running', string>>;
};

const zh: EntryLabels = {
  kinds: { event: '活动', work: '工程量', money: '资金' },
  states: { planned: '计划', held: '已办', recorded: '已登记', cancelled: '已取消', superseded: '已更正' },
  eventKinds: { fair: '招聘会', show: '演出', training: '培训', 'quick-test': '集中检测', community: '社区活动' },
  moneyKinds: { premium: '保费', payout: '赔付', subsidy: '补贴', purchase: '采购' },
  payees: { person: '个人', household: '家庭', firm: '企业', insurer: '保险机构', 'public-body': '机关事业单位' },
  lacks: {
    place: '缺地点',
    host: '缺主办单位',
    before: '缺施工前照片',
    evidence: '缺照片或佐证',
    attended: '缺参加人数',
    duplicate: '疑似重复，由督查室核实',
    acceptance: '未验收',
    payees: '缺笔数',
    period: '日期不在清单期间',
  },
  fields: {
    on: '日期',
    title: '名称',
    place: '地点',
    area: '所在区域',
    state: '状态',
    eventKind: '活动类别',
    from: '开始时间',
    to: '结束时间',
    host: '主办单位',
    attended: '参加人数',
    certified: '合格（取证）人数',
    workKind: '工程内容',
    quantity: '数量',
    measureUnit: '单位',
    team: '施工队伍',
    acceptedBy: '验收单位',
    acceptedOn: '验收日期',
    moneyKind: '资金类别',
    amount: '金额（元）',
    periodFrom: '所属期起',
    periodTo: '所属期止',
    payeeClass: '收款人类别',
    payees: '笔数（户、人）',
  },
  months: { kept: '● 已达到', missed: '■ 未达到', running: '○ 本月未完' },
};

const en: EntryLabels = {
  kinds: { event: 'Events', work: 'Works', money: 'Money' },
  states: { planned: 'planned', held: 'held', recorded: 'recorded', cancelled: 'cancelled', superseded: 'corrected' },
  eventKinds: { fair: 'job fair', show: 'show', training: 'training', 'quick-test': 'batch of tests', community: 'community activity' },
  moneyKinds: { premium: 'Premium', payout: 'Payout', subsidy: 'Subsidy', purchase: 'Purchase' },
  payees: { person: 'persons', household: 'households', firm: 'firms', insurer: 'insurers', 'public-body': 'public bodies' },
  lacks: {
    place: 'no place',
    host: 'no host',
    before: 'no picture of before',
    evidence: 'no picture or evidence',
    attended: 'attendance missing',
    duplicate: 'may be a duplicate; the office decides',
    acceptance: 'not accepted yet',
    payees: 'number of payees missing',
    period: 'outside the period of the list',
  },
  fields: {
    on: 'Date',
    title: 'Name',
    place: 'Place',
    area: 'Area',
    state: 'State',
    eventKind: 'Kind of event',
    from: 'Begins',
    to: 'Ends',
    host: 'Host',
    attended: 'Attendance',
    certified: 'Passed',
    workKind: 'Kind of works',
    quantity: 'Quantity',
    measureUnit: 'Unit',
    team: 'Team',
    acceptedBy: 'Accepted by',
    acceptedOn: 'Accepted on',
    moneyKind: 'Kind of money',
    amount: 'Amount (yuan)',
    periodFrom: 'Period from',
    periodTo: 'Period to',
    payeeClass: 'Class of payees',
    payees: 'Number of payees',
  },
  months: { kept: '● kept', missed: '■ missed', running: '○ month under way' },
};

export const entryLabels: Readonly<Record<Locale, EntryLabels>> = { 'zh-CN': zh, en };

export const comparisonPeriod = (period: Period, locale: Locale): string => periodWords(period, locale);

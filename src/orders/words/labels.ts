import type { Locale } from '#/kernel/format.ts';
import type { OrderAct, OrderState, SourceKind } from '../rules/order.ts';
import type { Measure, SlipColour } from '../rules/profile.ts';
import type { TimerStep } from '../rules/timers.ts';

const zh = {
  states: {
    ...{ issued: '待签收', signed: '办理中', applied: '申请销号', checked: '材料已核', visited: '现场已核' },
    ...{ closed: '已办结', withdrawn: '已撤销' },
  } as Record<OrderState, string>,
  sources: {
    ...{ instruction: '领导批示', meeting: '会议议定', blocker: '堵点难点', light: '看板亮灯', verification: '核查不符' },
    ...{ hotline: '12345热线', upper: '上级交办', other: '其他' },
  } as Record<SourceKind, string>,
  colours: { blue: '蓝色', yellow: '黄色', red: '红色' } as Record<SlipColour, string>,
  measures: { circular: '通报', talk: '约谈', listing: '挂牌督办' } as Record<Measure, string>,
  measureActs: { circular: '予以通报', talk: '约谈主要负责人', listing: '挂牌督办' } as Record<Measure, string>,
  acts: {
    ...{ sign: '签收', reply: '反馈进展', object: '申辩', extend: '申请延期', apply: '申请销号', check: '材料核查' },
    ...{ visit: '现场核验', close: '办结销号', return: '退回', withdraw: '撤销', 'note-province': '登记省编号', urge: '催办' },
  } as Record<OrderAct, string>,
  steps: {
    ...{ sign: '签收到期', feedback: '反馈到期', remind: '到期提醒', urge: '发催办单', demand: '发督办单' },
    ...{ circular: '呈批通报', talk: '呈批约谈', listing: '呈批挂牌督办' },
  } as Record<TimerStep, string>,
  slips: { urge: '催办单', demand: '督办单' },
  asks: { objection: '申辩', extension: '延期申请' },
  demoBand: '演示数据，不是真实公文',
  names: {
    assign: (number: string) => `交办单${number}`,
    slip: (kind: 'urge' | 'demand', number: string) => `${kind === 'urge' ? '催办单' : '督办单'}${number}`,
    proposal: (measure: string, number: string) => `${measure}呈批单${number}`,
    register: (day: string) => `督办台账-${day}`,
    province: (day: string) => `13710报送-${day}`,
  },
};

/** 督办的字: what states, sources, colours and steps are called. */
export type OrderLabels = typeof zh;

const en: OrderLabels = {
  states: {
    ...{ issued: 'to be signed for', signed: 'under way', applied: 'said to be done', checked: 'evidence checked' },
    ...{ visited: 'verified on site', closed: 'settled', withdrawn: 'withdrawn' },
  } as Record<OrderState, string>,
  sources: {
    ...{ instruction: 'leader’s instruction', meeting: 'meeting', blocker: 'blocker', light: 'light of the board' },
    ...{ verification: 'verification', hotline: '12345 hotline', upper: 'higher level', other: 'other' },
  } as Record<SourceKind, string>,
  colours: { blue: 'blue', yellow: 'yellow', red: 'red' },
  measures: { circular: 'circular', talk: 'formal talk', listing: 'listing' },
  measureActs: { circular: 'name it in a circular', talk: 'talk to its head', listing: 'list it' },
  acts: {
    ...{ sign: 'Sign for it', reply: 'Give feedback', object: 'Object', extend: 'Ask for more time', apply: 'Say it is done' },
    ...{ check: 'Check the evidence', visit: 'Verify on site', close: 'Settle', return: 'Send back', withdraw: 'Withdraw' },
    ...{ 'note-province': 'Note the province’s number', urge: 'Remind' },
  } as Record<OrderAct, string>,
  steps: {
    ...{ sign: 'time to sign for it', feedback: 'time for feedback', remind: 'reminder', urge: 'yellow slip', demand: 'red slip' },
    ...{ circular: 'propose a circular', talk: 'propose a talk', listing: 'propose to list it' },
  } as Record<TimerStep, string>,
  slips: { urge: 'reminder slip', demand: 'demand slip' },
  asks: { objection: 'objection', extension: 'request for more time' },
  demoBand: 'Demonstration data, not a real document',
  names: {
    assign: (number) => `order ${number}`,
    slip: (kind, number) => `${kind === 'urge' ? 'reminder' : 'demand'} ${number}`,
    proposal: (measure, number) => `proposal ${measure} ${number}`,
    register: (day) => `orders-${day}`,
    province: (day) => `13710-${day}`,
  },
};

export const labels: Readonly<Record<Locale, OrderLabels>> = { 'zh-CN': zh, en };

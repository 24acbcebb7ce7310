import type { DutyWords } from '#/kernel/duty.ts';
import type { OrdersDuty } from '../rules/duties.ts';
import { labels } from './labels.ts';

const { 'zh-CN': zhWords, en: enWords } = labels;

const zh: DutyWords<OrdersDuty>['zh-CN'] = {
  'orders.sign': ({ number, matter }) => ({ what: `签收督办件${number}`, why: matter }),
  'orders.reply': ({ number, matter }) => ({ what: `反馈督办件${number}的进展`, why: matter }),
  'orders.settle': ({ number, matter, daysLate }) => ({
    what: `办结督办件${number}`,
    why: `${matter}${daysLate > 0 ? `，已逾期 ${daysLate} 天` : ''}；办完申请销号，附佐证`,
  }),
  'orders.decide': ({ number, matter, ask, unit }) => ({ what: `答复${unit}的${zhWords.asks[ask]}`, why: `督办件${number}：${matter}` }),
  'orders.clear': ({ number, matter, state, unit }) => ({
    what: `${{ applied: '核查销号材料', checked: '现场核验', visited: '办结销号' }[state]}：${unit}`,
    why: `督办件${number}：${matter}`,
  }),
  'orders.propose': ({ number, matter, measure, unit }) => ({
    what: `把${zhWords.measures[measure]}呈批单报领导：${unit}`,
    why: `督办件${number}逾期，催办、督办后仍未办结：${matter}`,
  }),
  'orders.approve': ({ number, matter, measure, unit }) => ({
    what: `批示${zhWords.measures[measure]}呈批单：${unit}`,
    why: `督办件${number}逾期，催办、督办后仍未办结：${matter}`,
  }),
  'orders.carry-out': ({ number, matter, measure, unit }) => ({
    what: `落实${zhWords.measures[measure]}：${unit}`,
    why: `领导已同意，督办件${number}：${matter}`,
  }),
  'orders.revisit': ({ number, matter, unit }) => ({ what: `回头看：${unit}`, why: `督办件${number}抽中回头看：${matter}` }),
  'orders.report': ({ about }) => ({ what: '向领导报告批示办理情况', why: `${about}：交办的事项都已办结` }),
};

const en: DutyWords<OrdersDuty>['en'] = {
  'orders.sign': ({ number, matter }) => ({ what: `Sign for order ${number}`, why: matter }),
  'orders.reply': ({ number, matter }) => ({ what: `Give feedback on order ${number}`, why: matter }),
  'orders.settle': ({ number, matter, daysLate }) => ({
    what: `Settle order ${number}`,
    why: `${matter}${daysLate > 0 ? `, ${daysLate} days late` : ''}; then say that it is done, with evidence`,
  }),
  'orders.decide': ({ number, matter, ask, unit }) => ({
    what: `Answer the ${enWords.asks[ask]} of ${unit}`,
    why: `Order ${number}: ${matter}`,
  }),
  'orders.clear': ({ number, matter, state, unit }) => ({
    what: `${{ applied: 'Check the evidence', checked: 'Verify on site', visited: 'Settle' }[state]}: ${unit}`,
    why: `Order ${number}: ${matter}`,
  }),
  'orders.propose': ({ number, matter, measure, unit }) => ({
    what: `Put the proposal (${enWords.measures[measure]}) before a leader: ${unit}`,
    why: `Order ${number} is late and slips did not help: ${matter}`,
  }),
  'orders.approve': ({ number, matter, measure, unit }) => ({
    what: `Decide the proposal (${enWords.measures[measure]}): ${unit}`,
    why: `Order ${number} is late and slips did not help: ${matter}`,
  }),
  'orders.carry-out': ({ number, matter, measure, unit }) => ({
    what: `Carry out: ${enWords.measures[measure]}, ${unit}`,
    why: `A leader approved it, order ${number}: ${matter}`,
  }),
  'orders.revisit': ({ number, matter, unit }) => ({ what: `Revisit: ${unit}`, why: `Order ${number} was drawn: ${matter}` }),
  'orders.report': ({ about }) => ({ what: 'Report to the leader on his instruction', why: `${about}: every order of it is settled` }),
};

export const dutyWords: DutyWords<OrdersDuty> = { 'zh-CN': zh, en };

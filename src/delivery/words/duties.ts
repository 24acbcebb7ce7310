import type { DutyWords } from '#/kernel/duty.ts';
import type { DeliveryDuty } from '../rules/duties.ts';
import { monthWord } from './review-refusals.ts';

const zh: DutyWords<DeliveryDuty>['zh-CN'] = {
  'delivery.report': ({ promise, period, no, project }) => ({
    what: `报送“${promise}”${monthWord(period, 'zh-CN')}的进展`,
    why: `第 ${no} 项“${project}”，每月报送一次`,
  }),
  'delivery.correct': ({ promise, because }) => ({
    what: `更正“${promise}”的数字`,
    why: because === 'mismatch' ? '督查室核查，与报送的不符' : '督查室退回',
  }),
  'delivery.review': ({ count }) => ({ what: `审核本单位的 ${count} 条报送`, why: '单位内审核通过后，才送督查室' }),
  'delivery.adopt': ({ unit, count }) => ({ what: `审核${unit ?? '随清单'}报送的 ${count} 条进展`, why: '采用后才计入看板' }),
  'delivery.approve-plan': ({ unit, count }) => ({
    what: `审批${unit ?? '未定单位'}报的 ${count} 条计划`,
    why: '批准以前，按默认直线亮灯',
  }),
  'delivery.verify': ({ period, drawn, left }) => ({
    what: `核查${monthWord(period, 'zh-CN')}抽取的样本，还有 ${left} 条`,
    why: `抽取 ${drawn} 条，每条都要现场看`,
  }),
  'delivery.approve-period': ({ period, unanswered }) =>
    unanswered > 0
      ? { what: `补报${monthWord(period, 'zh-CN')}的 ${unanswered} 项进展`, why: '这几项没有报送，也没有说明当月无变化' }
      : { what: `审定${monthWord(period, 'zh-CN')}的数据`, why: '本单位已全部报齐' },
};

const en: DutyWords<DeliveryDuty>['en'] = {
  'delivery.report': ({ promise, period, no, project }) => ({
    what: `Report on “${promise}” for ${monthWord(period, 'en')}`,
    why: `Project ${no}, “${project}”: one report a month`,
  }),
  'delivery.correct': ({ promise, because }) => ({
    what: `Correct the figure of “${promise}”`,
    why: because === 'mismatch' ? 'The supervision office found something else' : 'The supervision office sent it back',
  }),
  'delivery.review': ({ count }) => ({ what: `Review ${count} reports of your unit`, why: 'They go to the supervision office afterwards' }),
  'delivery.adopt': ({ unit, count }) => ({
    what: `Decide ${count} reports of ${unit ?? 'the list itself'}`,
    why: 'Only adopted reports count on the board',
  }),
  'delivery.approve-plan': ({ unit, count }) => ({
    what: `Decide ${count} plans of ${unit ?? 'no unit yet'}`,
    why: 'Until then the light goes by the straight line',
  }),
  'delivery.verify': ({ period, drawn, left }) => ({
    what: `Verify the sample of ${monthWord(period, 'en')}: ${left} to go`,
    why: `${drawn} were drawn by lot, each to be seen on site`,
  }),
  'delivery.approve-period': ({ period, unanswered }) =>
    unanswered > 0
      ? {
          what: `Report on ${unanswered} promises for ${monthWord(period, 'en')}`,
          why: 'Neither a report nor a statement that nothing changed',
        }
      : { what: `Approve the figures of ${monthWord(period, 'en')}`, why: 'Your unit has reported everything' },
};

export const dutyWords: DutyWords<DeliveryDuty> = { 'zh-CN': zh, en };

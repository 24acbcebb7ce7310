import type { DutyWords } from '#/kernel/duty.ts';
import { shortDate } from '#/kernel/format.ts';
import type { RecordsDuty } from '../rules/duties.ts';

const zh: DutyWords<RecordsDuty>['zh-CN'] = {
  'records.event-result': ({ title, on, place }) => ({
    what: `登记“${title}”的结果`,
    why: `计划 ${shortDate(on)}${place === '' ? '' : `在${place}`}举办；办了的填人数、附照片，没办的写明理由取消`,
  }),
  'records.need': ({ visitedOn }) => ({ what: '办结走访中答应的一项需求', why: `${shortDate(visitedOn)}走访时登记，内容只有本单位看得到` }),
};

const en: DutyWords<RecordsDuty>['en'] = {
  'records.event-result': ({ title, on, place }) => ({
    what: `Report the result of “${title}”`,
    why: `Planned for ${shortDate(on, 'en')}${place === '' ? '' : ` at ${place}`}; enter who came, with a photo, or cancel it with the reason`,
  }),
  'records.need': ({ visitedOn }) => ({
    what: 'Meet a need that was noted on a visit',
    why: `Noted on ${shortDate(visitedOn, 'en')}; only your unit can read what it is`,
  }),
};

export const dutyWords: DutyWords<RecordsDuty> = { 'zh-CN': zh, en };

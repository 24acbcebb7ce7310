import type { DutyWords } from '#/kernel/duty.ts';
import { number } from '#/kernel/format.ts';
import type { AssessmentDuty } from '../rules/duties.ts';

const zh: DutyWords<AssessmentDuty>['zh-CN'] = {
  'assessment.look': ({ year, quarter, total, rank }) => ({
    what: `核对${year}年第${quarter}季度考评得分`,
    why: `本单位${total === null ? '没有可以评分的项' : `${number(total)}分${rank === null ? '' : `，第${rank}名`}`}；有异议的申诉，没有异议的确认，过期视为没有异议`,
  }),
  'assessment.decide': ({ year, quarter, unit, line }) => ({
    what: `裁定${unit}的申诉`,
    why: `${year}年第${quarter}季度考评，“${line}”一行；裁定以后才能印发`,
  }),
};

const en: DutyWords<AssessmentDuty>['en'] = {
  'assessment.look': ({ year, quarter, total, rank }) => ({
    what: `Look at the score of quarter ${quarter} of ${year}`,
    why: `${total === null ? 'Nothing could be scored' : `${number(total)} points${rank === null ? '' : `, rank ${rank}`}`}; appeal or confirm, silence counts as agreement`,
  }),
  'assessment.decide': ({ year, quarter, unit, line }) => ({
    what: `Decide the appeal of ${unit}`,
    why: `Quarter ${quarter} of ${year}, line “${line}”; it is published afterwards`,
  }),
};

export const dutyWords: DutyWords<AssessmentDuty> = { 'zh-CN': zh, en };

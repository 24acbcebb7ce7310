import type { Locale } from '#/kernel/format.ts';
import type { DraftProblem } from '../rules/draft-check.ts';

/** One sentence for each point of a draft that is wrong or open. */
export function wordsOfProblem({ code, facts }: DraftProblem, locale: Locale): string {
  const place =
    facts.no === undefined
      ? ''
      : locale === 'en'
        ? `No. ${facts.no}${facts.object ? ` “${facts.object}”` : ''}: `
        : `第 ${facts.no} 项${facts.object ? `“${facts.object}”` : ''}：`;
  return place + (locale === 'en' ? english : chinese)[code](facts);
}

type Say = (facts: DraftProblem['facts']) => string;

const chinese: Record<DraftProblem['code'], Say> = {
  'no-projects': () => '清单里还没有项目',
  'no-title': () => '清单还没有名称',
  'period-reversed': () => '期限的开始日期晚于结束日期',
  'name-missing': () => '缺少项目名称',
  'number-twice': () => '序号重复',
  'target-undecided': () => '没有读出数量，请选分步骤、填一个数，或以后再定',
  'target-missing': () => '没有目标，请填一个数、列出步骤，或选以后再定',
  'target-not-positive': () => '目标应大于 0',
  'range-reversed': () => '上限小于下限',
  'unit-missing': () => '缺少计量单位',
  'object-missing': () => '有一条承诺没有写对象',
  'due-outside-period': ({ dueOn }) => `办理时限 ${dueOn} 不在清单期限内`,
  'quarters-fall': () => '季度目标是累计数，后一季不能小于前一季',
  'quarter-beyond-target': () => '季度目标超过了全年目标',
  'step-title-missing': () => '有一步没有写名称',
  'step-weights': ({ sum }) => `步骤权重合计 ${sum}%，应为 100%`,
  'counting-open': () => '计数口径还没定完',
  'lead-unit-open': () => '牵头单位未定',
  'promise-twice': () => '与同项另一条承诺完全相同',
  'as-of-missing': () => '进展没有填截至日期',
  'as-of-in-future': ({ asOf }) => `进展的截至日期 ${asOf} 在今天之后`,
  'progress-unit-differs': ({ reported, promised }) => `进展写“${reported || '无单位'}”，承诺写“${promised}”，按一比一计入要写理由`,
  'progress-unconfirmed': () => '进展还没核对，冻结后不会报送',
};

const english: Record<DraftProblem['code'], Say> = {
  'no-projects': () => 'the list has no projects yet',
  'no-title': () => 'the list has no title',
  'period-reversed': () => 'the period begins after it ends',
  'name-missing': () => 'the project has no name',
  'number-twice': () => 'the number is used twice',
  'target-undecided': () => 'no quantity found; choose steps, a number, or later',
  'target-missing': () => 'no target; enter a number, list steps, or choose later',
  'target-not-positive': () => 'the target must be more than 0',
  'range-reversed': () => 'the upper end lies below the lower',
  'unit-missing': () => 'no unit of measure',
  'object-missing': () => 'a promise has no object',
  'due-outside-period': ({ dueOn }) => `the due day ${dueOn} lies outside the period`,
  'quarters-fall': () => 'quarter targets are cumulative and must not fall',
  'quarter-beyond-target': () => 'a quarter target passes the target of the year',
  'step-title-missing': () => 'a step has no name',
  'step-weights': ({ sum }) => `step weights add up to ${sum} %, not 100 %`,
  'counting-open': () => 'the counting rule is not settled',
  'lead-unit-open': () => 'no lead unit yet',
  'promise-twice': () => 'the same as another promise of this project',
  'as-of-missing': () => 'the progress has no as-of day',
  'as-of-in-future': ({ asOf }) => `the as-of day ${asOf} lies after today`,
  'progress-unit-differs': ({ reported, promised }) =>
    `progress says “${reported || 'no unit'}”, the promise “${promised}”; counting one for one needs a reason`,
  'progress-unconfirmed': () => 'progress not checked; it will not be reported',
};

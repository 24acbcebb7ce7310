import type { Locale } from '#/kernel/format.ts';
import type { AnswerRefusal, TemplateKind, TemplateRefusal } from '../rules/template.ts';

type Sentences = { readonly [K in TemplateRefusal['kind']]: (facts: Extract<TemplateRefusal, { kind: K }>) => string };

export const templateKinds: Readonly<Record<Locale, Readonly<Record<TemplateKind, string>>>> = {
  'zh-CN': { engineering: '工程建设', service: '服务提供', events: '系列活动', purchase: '购置采购', survey: '摸排调查' },
  en: { engineering: 'works', service: 'service', events: 'events', purchase: 'purchase', survey: 'survey' },
};

const zh: Sentences = {
  'template-title-taken': ({ title }) => `已有名为“${title}”的模板，请换一个名称。`,
  'template-step-twice': ({ name }) => `工序“${name}”写了两次，请改名或合并。`,
  'template-order-wrong': ({ name }) => `“${name}”的前一道工序排在它后面，请调整顺序。`,
  'template-link-twice': ({ name, other }) => `“${name}”与“${other}”的同一种搭接写了两次，请删去一条。`,
  'template-calendar-unknown': ({ name }) => `“${name}”所用的工作历不在本区的工作历中，请重新选择。`,
  'template-below-legal': ({ name, days, minimum, source }) => `“${name}”为 ${days} 天，少于 ${source} 规定的 ${minimum} 天。`,
};
const en: Sentences = {
  'template-title-taken': ({ title }) => `There is a template “${title}” already.`,
  'template-step-twice': ({ name }) => `The step “${name}” is named twice.`,
  'template-order-wrong': ({ name }) => `What comes before “${name}” stands after it.`,
  'template-link-twice': ({ name, other }) => `“${name}” goes by “${other}” twice in the same way: drop one.`,
  'template-calendar-unknown': ({ name }) => `“${name}” goes by a calendar that the district does not have.`,
  'template-below-legal': ({ name, days, minimum, source }) => `“${name}” takes ${days} days, fewer than the ${minimum} of ${source}.`,
};
export const templateSentences: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

type NoAnswers = { readonly [K in AnswerRefusal['kind']]: (facts: Extract<AnswerRefusal, { kind: K }>) => string };
const NO_ANSWER: Readonly<Record<Locale, NoAnswers>> = {
  'zh-CN': {
    'chain-empty': () => '没有剩下的工序。',
    'chain-without-days': ({ name }) => `“${name}”的工作历里没有足够的工作日，请检查工作历。`,
  },
  en: {
    'chain-empty': () => 'No step is left.',
    'chain-without-days': ({ name }) => `The calendar of “${name}” has not enough working days.`,
  },
};

/** Why a chain gives no answer. */
export function noAnswer(refusal: AnswerRefusal, locale: Locale): string {
  return (NO_ANSWER[locale][refusal.kind] as (facts: AnswerRefusal) => string)(refusal);
}

import type { Locale } from '#/kernel/format.ts';
import type { StepRefusal } from '../rules/step.ts';
import type { StepRemark } from '../rules/step-import.ts';

type Sentences = { readonly [K in StepRefusal['kind']]: (facts: Extract<StepRefusal, { kind: K }>) => string };

const zh: Sentences = {
  'steps-not-of-unit': ({ name }) => `“${name}”不是本单位牵头或配合的实事，由牵头、配合单位或督查室填写它的步骤。`,
  'step-name-twice': ({ name }) => `步骤“${name}”写了两次，请改名或合并。`,
  'step-order-circular': ({ name }) => `步骤“${name}”的前一步排在它后面，请调整顺序。`,
  'steps-changed-without-reason': () => '改步骤会改变进度，请写明理由。',
  'step-has-done': ({ name, sites }) => `步骤“${name}”已在 ${sites} 个点位完成，请先撤销完成，再改这一步。`,
  'step-done-already': ({ name, doneOn, byName }) => `步骤“${name}”已由 ${byName} 登记为 ${doneOn} 完成，要改请先撤销。`,
  'step-not-done': ({ name }) => `步骤“${name}”还没有完成，没有可撤销的。`,
  'step-not-needed-here': ({ name }) => `这个点位不做“${name}”。`,
  'step-done-in-future': ({ doneOn, today }) => `完成日期 ${doneOn} 晚于今天（${today}），请核对。`,
  'step-before-needed': ({ name, needs, neededOn }) =>
    neededOn === null
      ? `“${needs}”还没有完成，“${name}”要排在它后面。`
      : `“${needs}”是 ${neededOn} 完成的，“${name}”不会更早，请核对日期。`,
  'step-needed-by': ({ name, by }) => `“${by}”排在“${name}”后面且已完成，请先撤销“${by}”。`,
};
const en: Sentences = {
  'steps-not-of-unit': ({ name }) => `“${name}” is not led or supported by your unit.`,
  'step-name-twice': ({ name }) => `The step “${name}” is named twice.`,
  'step-order-circular': ({ name }) => `What comes before “${name}” stands after it.`,
  'steps-changed-without-reason': () => 'Changing the steps changes the progress: say why.',
  'step-has-done': ({ name, sites }) => `“${name}” is done at ${sites} sites; take that back first.`,
  'step-done-already': ({ name, doneOn, byName }) => `${byName} recorded “${name}” as done on ${doneOn}.`,
  'step-not-done': ({ name }) => `“${name}” is not done yet.`,
  'step-not-needed-here': ({ name }) => `“${name}” is not needed at this site.`,
  'step-done-in-future': ({ doneOn, today }) => `${doneOn} lies after today (${today}).`,
  'step-before-needed': ({ name, needs, neededOn }) =>
    neededOn === null
      ? `“${needs}” comes before “${name}” and is not done.`
      : `“${needs}” was done on ${neededOn}; “${name}” cannot be earlier.`,
  'step-needed-by': ({ name, by }) => `“${by}” rests on “${name}” and is done; take it back first.`,
};
export const stepSentences: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** One sentence for each remark on an imported table of steps. */
export function sentenceOfStepRemark(it: StepRemark, locale: Locale): string {
  const isZh = locale === 'zh-CN';
  switch (it.kind) {
    case 'site-unknown':
      return isZh ? `没有登记过点位“${it.text}”，请核对名称。` : `No site is called “${it.text}”.`;
    case 'not-a-day':
      return isZh
        ? `“${it.text}”不是日期，请写成 2026-06-18，未完成的留空。`
        : `“${it.text}” is no day; write 2026-06-18, or leave the cell empty.`;
    case 'cell-twice':
      return isZh ? `点位“${it.text}”出现了两行，请合并。` : `The site “${it.text}” stands twice.`;
    case 'refused':
      return (stepSentences[locale][it.refusal.kind] as (facts: StepRefusal) => string)(it.refusal);
  }
}

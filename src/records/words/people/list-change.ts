import type { Locale } from '#/kernel/format.ts';
import type { Guarded, GuardedField } from '../../rules/people/list-change.ts';

const NAMES: Readonly<Record<GuardedField, readonly [zh: string, en: string]>> = {
  needsEvidence: ['没有佐证编号的不认定', 'evidence asked for'],
  slots: ['餐次或场次', 'slots'],
  doses: ['剂数', 'doses'],
  doseDaysLeast: ['两剂最少间隔天数', 'least days between doses'],
  isSensitive: ['涉及健康、救助或未成年人', 'health, assistance or minors'],
  statedCount: ['公布的数', 'stated number'],
  isEstimate: ['是“约”数', 'an estimate'],
  asOf: ['截至', 'as of'],
  source: ['来源', 'source'],
};

export const fieldNames = (fields: readonly GuardedField[], locale: Locale): string =>
  fields.map((it) => NAMES[it][locale === 'en' ? 1 : 0]).join(locale === 'en' ? ', ' : '、');

/** What it was and what it is, field by field. */
export function changeText({ before, after }: { readonly before: Guarded; readonly after: Guarded }, locale: Locale): string {
  const fields = Object.keys(after) as readonly GuardedField[];
  return fields
    .map(
      (it) =>
        `${fieldNames([it], locale)}${locale === 'en' ? ': ' : '：'}${valueText(before[it], locale)} → ${valueText(after[it], locale)}`,
    )
    .join(locale === 'en' ? '; ' : '；');
}

function valueText(value: unknown, locale: Locale): string {
  const en = locale === 'en';
  if (typeof value === 'boolean') return value ? (en ? 'yes' : '是') : en ? 'no' : '否';
  if (Array.isArray(value) && value.length > 0) return value.join('、');
  return value === null || Array.isArray(value) ? (en ? 'none' : '无') : String(value);
}

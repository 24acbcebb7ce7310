import type { Locale } from '#/kernel/format.ts';
import type { Condition, EligibilityRule } from '../../rules/people/eligibility.ts';

type Say = { readonly [A in Condition['about']]: (condition: Extract<Condition, { about: A }>) => string };

const zh: Say = {
  age: ({ least, most }) => (most === null ? `满 ${least ?? 0} 周岁` : least === null ? `不超过 ${most} 周岁` : `${least}—${most} 周岁`),
  born: ({ from }) => `${from} 以后出生`,
  sex: ({ is }) => (is === 'f' ? '女性' : '男性'),
  local: () => '本村（社区）居民',
  alone: () => '独居',
  assisted: () => '救助对象',
};
const en: Say = {
  age: ({ least, most }) => (most === null ? `${least ?? 0} or older` : least === null ? `at most ${most}` : `aged ${least} to ${most}`),
  born: ({ from }) => `born on or after ${from}`,
  sex: ({ is }) => (is === 'f' ? 'female' : 'male'),
  local: () => 'of this village',
  alone: () => 'living alone',
  assisted: () => 'in receipt of assistance',
};

export function conditionText(condition: Condition, locale: Locale): string {
  const say = (locale === 'en' ? en : zh)[condition.about] as (it: Condition) => string;
  return say(condition);
}

/** The rule as a sentence; ages are those on the day of the service. */
export function ruleText({ groups, consentUnder14 }: EligibilityRule, locale: Locale): string {
  const [and, or] = locale === 'en' ? [' and ', ', or '] : ['且', '；或 '];
  const said = groups.map((group) => group.map((it) => conditionText(it, locale)).join(and)).join(or);
  const all = said === '' ? (locale === 'en' ? 'everybody' : '所有人') : said;
  if (!consentUnder14) return all;
  return locale === 'en' ? `${all}; under 14 with a guardian’s consent` : `${all}；未满 14 周岁须监护人同意`;
}

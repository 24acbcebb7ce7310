import type { Condition, EligibilityRule, RuleVersion } from '../../rules/people/eligibility.ts';

/**
 * The rule as SQL over the facts of a row `e`: SQL knows three values too, and so says the same as `judge`. Whole numbers and days only, as
 * the schema of the rule admits them.
 */
export function eligibleSql(versions: readonly RuleVersion[]): string {
  const [only, ...later] = versions;
  if (only === undefined) return 'true';
  if (later.length === 0) return ruleSql(only.rule);
  const cases = versions.toReversed().map(({ from, rule }) => `when e.on_day >= date '${from}' then ${ruleSql(rule)}`);
  return `case ${cases.join(' ')} else ${ruleSql(only.rule)} end`;
}

function ruleSql({ groups, consentUnder14 }: EligibilityRule): string {
  const all = groups.length === 0 ? 'true' : `(${groups.map((group) => `(${group.map(conditionSql).join(' and ')})`).join(' or ')})`;
  const consent = `(case when ${olderSql(14)} then true when e.birth_on is null then null else e.consent end)`;
  return consentUnder14 ? `(${all} and ${consent})` : all;
}

function conditionSql(condition: Condition): string {
  switch (condition.about) {
    case 'age':
      return `(${condition.least === null ? '(e.birth_on is not null or null)' : olderSql(condition.least)} and ${condition.most === null ? 'true' : `not ${olderSql(condition.most + 1)}`})`;
    case 'born':
      return `(e.birth_on >= date '${condition.from}')`;
    case 'sex':
      return `(e.sex = '${condition.is}')`;
    case 'local':
      return 'e.is_local';
    case 'alone':
      return 'e.lives_alone';
    case 'assisted':
      return 'e.is_assisted';
  }
}

/**
 * On 1 March after a birthday on 29 February, not before: the same as `ageOn`. So many years have between `most` and `least` days: only the few
 * born within days of the day in question need the calendar.
 */
function olderSql(years: number): string {
  const leaps = Math.floor(years / 4);
  const [least, most] = [365 * years + Math.max(leaps - 3, 0), 365 * years + leaps + 2];
  const days = '(e.on_day - e.birth_on)';
  return `(case when ${days} >= ${most} then true when ${days} < ${least} then false else e.birth_on <= (e.on_day - interval '${years} years')::date end)`;
}

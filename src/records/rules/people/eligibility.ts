import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 条件: one question about a person on the day of the service. A small language of forms, no code. */
export const Condition = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('age'),
    least: z.number().int().min(0).max(120).nullable(),
    most: z.number().int().min(0).max(120).nullable(),
  }),
  z.object({ about: z.literal('born'), from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.object({ about: z.literal('sex'), is: z.enum(['f', 'm']) }),
  z.object({ about: z.literal('local') }),
  z.object({ about: z.literal('alone') }),
  z.object({ about: z.literal('assisted') }),
]);
export type Condition = z.output<typeof Condition>;

/** 资格规则: any of these groups holds, and a group holds when all its conditions do. No group: everybody is eligible. */
export const EligibilityRule = z.object({
  groups: z.array(z.array(Condition).min(1).max(6)).max(6),
  /** 监护人同意: asked of whoever is under 14 on the day; such data are sensitive (PIPL, Art. 28 and 31). */
  consentUnder14: z.boolean().default(false),
});
export type EligibilityRule = z.output<typeof EligibilityRule>;

/** Ages between which nobody is, with the group that asks for them. */
export function swappedAges({ groups }: Pick<EligibilityRule, 'groups'>) {
  return groups.flatMap((group, at) =>
    group.flatMap((it) => {
      const isSwapped = it.about === 'age' && it.least !== null && it.most !== null && it.least > it.most;
      return isSwapped ? [{ group: at + 1, least: it.least!, most: it.most! }] : [];
    }),
  );
}

/** The first group with an age that is told neither from nor up to. */
export function openAge({ groups }: Pick<EligibilityRule, 'groups'>): number | null {
  const at = groups.findIndex((group) => group.some((it) => it.about === 'age' && it.least === null && it.most === null));
  return at < 0 ? null : at + 1;
}

/** 事实: what was recorded of a person with a service; null is not known, which is neither yes nor no. */
export type PersonFacts = {
  readonly onDay: CivilDate;
  readonly birthOn: CivilDate | null;
  readonly sex: 'f' | 'm' | null;
  readonly isLocal: boolean | null;
  readonly livesAlone: boolean | null;
  readonly isAssisted: boolean | null;
  readonly consent: boolean | null;
};

/** 三值: yes, no, and not known. */
export type Truth = boolean | null;

/** 周岁 on a day; whoever is born on 29 February is a year older on 1 March of a year without one. */
export function ageOn(birthOn: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

function holds(condition: Condition, facts: PersonFacts): Truth {
  switch (condition.about) {
    case 'age': {
      if (facts.birthOn === null) return null;
      const age = ageOn(facts.birthOn, facts.onDay);
      return (condition.least === null || age >= condition.least) && (condition.most === null || age <= condition.most);
    }
    case 'born':
      return facts.birthOn === null ? null : facts.birthOn >= condition.from;
    case 'sex':
      return facts.sex === null ? null : facts.sex === condition.is;
    case 'local':
      return facts.isLocal;
    case 'alone':
      return facts.livesAlone;
    case 'assisted':
      return facts.isAssisted;
  }
}

const every = (all: readonly Truth[]): Truth => (all.includes(false) ? false : all.includes(null) ? null : true);
const some = (all: readonly Truth[]): Truth => (all.includes(true) ? true : all.includes(null) ? null : false);

/** The verdict, and each condition's own answer, so that a person can be told why. */
export function judge(
  rule: EligibilityRule,
  facts: PersonFacts,
): { readonly eligible: Truth; readonly answers: readonly (readonly Truth[])[] } {
  const answers = rule.groups.map((group) => group.map((it) => holds(it, facts)));
  const byGroups = answers.length === 0 ? true : some(answers.map(every));
  const isChild = facts.birthOn === null ? null : ageOn(facts.birthOn, facts.onDay) < 14;
  const consented = !rule.consentUnder14 || isChild === false ? true : isChild === null ? null : facts.consent;
  return { eligible: every([byGroups, consented]), answers };
}

const ADULT_ENOUGH = 14;

/** Whether a rule lets children under fourteen in without asking for their guardians' consent (个人信息保护法第三十一条). */
export function lacksConsent({ groups, consentUnder14 }: EligibilityRule): boolean {
  const keepsChildrenOut = (group: readonly Condition[]) => group.some((it) => it.about === 'age' && (it.least ?? 0) >= ADULT_ENOUGH);
  return !consentUnder14 && (groups.length === 0 || !groups.every(keepsChildrenOut));
}

/** 资格规则的一版: in force for services from a day on. */
export type RuleVersion = {
  readonly serviceKindId: string;
  readonly versionNo: number;
  readonly rule: EligibilityRule;
  readonly from: CivilDate;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

/** What a line is judged by: a rule from a day on. */
export type InForce = Pick<RuleVersion, 'from' | 'rule'>;

const UNRULED: InForce = { from: '1900-01-01', rule: { groups: [], consentUnder14: true } };

/** 监护人同意 is asked for wherever data is sensitive: also by a rule from before the data was said to be so, and where there is no rule. */
export function guarded(rules: readonly InForce[], isSensitive: boolean): readonly InForce[] {
  if (!isSensitive) return rules;
  if (rules.length === 0) return [UNRULED];
  return rules.map((it) => (lacksConsent(it.rule) ? { ...it, rule: { ...it.rule, consentUnder14: true } } : it));
}

/** A version as its history tells it: also one that another took the place of on the day on which it was set. */
export type PastRule = RuleVersion & { readonly replacedBy: number | null };

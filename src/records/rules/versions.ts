import type { CountVersion } from '#/delivery/rules/source.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { CountDefinition } from './definition.ts';
import type { RuleVersion } from './people/eligibility.ts';

/** What else of a service decides a count: its rules, and the days on which evidence, slots or doses of it were changed. */
export type Deciding = { readonly rules: readonly RuleVersion[]; readonly changedOn: readonly CivilDate[] };

const NOTHING: Deciding = { rules: [], changedOn: [] };

/**
 * What a promise was counted by, from which day on. Where only the eligible count and their rule changed, a definition goes on under another
 * name: `2.3` is its second version by the third rule. Where the service itself was changed all is counted anew: `2.3.2`.
 */
export function countVersions(definitions: readonly CountDefinition[], decidingOf: ReadonlyMap<string, Deciding>): readonly CountVersion[] {
  return definitions.flatMap(({ versionNo, from, spec }, i) => {
    const until = definitions[i + 1]?.from ?? null;
    const { rules: all, changedOn } = (spec.kind === 'people' ? decidingOf.get(spec.serviceKindId) : undefined) ?? NOTHING;
    const rules = spec.kind === 'people' && spec.counts === 'eligible' ? all : [];
    const nameOn = (day: CivilDate) => {
      const ruleNo = rules.findLast((it) => it.from <= day)?.versionNo ?? 1;
      const changes = changedOn.filter((it) => it <= day).length;
      return [versionNo, ...(rules.length > 1 || changes > 0 ? [ruleNo] : []), ...(changes > 0 ? [changes + 1] : [])].join('.');
    };
    const days = [...new Set([...rules.map((it) => it.from), ...changedOn])]
      .filter((day) => day > from && (until === null || day < until))
      .sort();
    return [
      { from, name: nameOn(from), isAnew: true },
      ...days.map((day) => ({ from: day, name: nameOn(day), isAnew: changedOn.includes(day) })),
    ].filter((it, n, found) => n === 0 || it.name !== found[n - 1]!.name);
  });
}

import type { CountVersion } from '#/delivery/rules/source.ts';
import type { CountDefinition } from './definition.ts';
import type { RuleVersion } from './people/eligibility.ts';

/**
 * What a promise was counted by, from which day on. Where only the eligible count and their rule changed, a definition goes on under another
 * name: `2.3` is its second version by the third rule.
 */
export function countVersions(
  definitions: readonly CountDefinition[],
  rulesOf: ReadonlyMap<string, readonly RuleVersion[]>,
): readonly CountVersion[] {
  return definitions.flatMap(({ versionNo, from, spec }, i) => {
    const until = definitions[i + 1]?.from ?? null;
    const rules = spec.kind === 'people' && spec.counts === 'eligible' ? (rulesOf.get(spec.serviceKindId) ?? []) : [];
    const nameOn = (day: RuleVersion['from']) => {
      const rule = rules.findLast((it) => it.from <= day);
      return rules.length < 2 || rule === undefined ? `${versionNo}` : `${versionNo}.${rule.versionNo}`;
    };
    const days = [...new Set(rules.map((it) => it.from))].filter((day) => day > from && (until === null || day < until)).sort();
    return [{ from, name: nameOn(from), isAnew: true }, ...days.map((day) => ({ from: day, name: nameOn(day), isAnew: false }))].filter(
      (it, n, all) => n === 0 || it.name !== all[n - 1]!.name,
    );
  });
}

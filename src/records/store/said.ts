import type { Reader } from '#/platform/db.ts';
import type { CountDefinition } from '../rules/definition.ts';
import type { CountAsked } from '../rules/figure.ts';
import { lacksConsent } from '../rules/people/eligibility.ts';
import type { DefinitionSaid } from '../rules/said.ts';
import { findRoster, getServiceKind, listRules } from './people/rosters.ts';

/** What has to be known beside a definition, so that one can say what it counts. */
export async function loadSaid(reader: Reader, { spec, versionNo, from }: CountDefinition, asked: CountAsked): Promise<DefinitionSaid> {
  const until = asked.asOf < asked.period.to ? asked.asOf : asked.period.to;
  const said = { spec, versionNo, from, period: { from: asked.period.from, to: until } };
  if (spec.kind !== 'people') return { ...said, service: null };
  const kind = await getServiceKind(reader, spec.serviceKindId);
  const rules = await listRules(reader, kind.id);
  const rule = rules.findLast((it) => it.from <= until) ?? rules[0];
  const roster = spec.rosterId === null ? undefined : await findRoster(reader, spec.rosterId);
  const { name, doses, needsEvidence, isSensitive } = kind;
  return {
    ...said,
    service: {
      ...{ name, doses, needsEvidence },
      asksConsent: isSensitive && (rule === undefined || lacksConsent(rule.rule)),
      rule: rule === undefined ? null : { versionNo: rule.versionNo, from: rule.from },
      roster: roster === undefined ? null : { name: roster.name, asOf: roster.asOf, isEstimate: roster.isEstimate },
    },
  };
}

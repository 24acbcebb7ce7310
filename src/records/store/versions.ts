import type { CountVersion } from '#/delivery/rules/source.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountDefinition } from '../rules/definition.ts';
import { countVersions } from '../rules/versions.ts';
import { listRules } from './people/rosters.ts';

/** By what these definitions of one promise count, with the rules of eligibility that they ask. */
export async function versionsOf(reader: Reader, definitions: readonly CountDefinition[]): Promise<readonly CountVersion[]> {
  const kinds = new Set(definitions.flatMap(({ spec }) => (spec.kind === 'people' ? [spec.serviceKindId] : [])));
  const rules = new Map<string, Awaited<ReturnType<typeof listRules>>>();
  for (const id of kinds) rules.set(id, await listRules(reader, id));
  return countVersions(definitions, rules);
}

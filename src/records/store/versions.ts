import type { CountVersion } from '#/delivery/rules/source.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountDefinition } from '../rules/definition.ts';
import { changesCount } from '../rules/people/list-change.ts';
import { countVersions, type Deciding } from '../rules/versions.ts';
import { listListChanges } from './people/list-changes.ts';
import { listRules } from './people/rosters.ts';

/** By what these definitions of one promise count, with the rules and settings of the services that they name. */
export async function versionsOf(reader: Reader, definitions: readonly CountDefinition[]): Promise<readonly CountVersion[]> {
  const kinds = new Set(definitions.flatMap(({ spec }) => (spec.kind === 'people' ? [spec.serviceKindId] : [])));
  if (kinds.size === 0) return countVersions(definitions, new Map());
  const changes = (await listListChanges(reader)).filter(changesCount);
  const deciding = new Map<string, Deciding>();
  for (const id of kinds) {
    const changedOn = changes.filter(({ listId }) => listId === id).map((it) => it.changedOn);
    deciding.set(id, { rules: await listRules(reader, id), changedOn: [...new Set(changedOn)].sort() });
  }
  return countVersions(definitions, deciding);
}

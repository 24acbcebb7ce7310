import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import { type CountDefinition, definitionOn, type PastDefinition } from '../rules/definition.ts';

const DEFINITION = `promise_id as "promiseId", version_no as "versionNo", spec, from_on as "from", reason, set_by as "setBy", set_on as "setOn", replaced_by as "replacedBy"`;

/** Every version of the definitions of these promises that is or was in force, oldest first. */
export async function listDefinitions(reader: Reader, promiseIds: readonly string[]): Promise<readonly CountDefinition[]> {
  const all = await listPastDefinitions(reader, promiseIds);
  return all.flatMap(({ replacedBy, ...it }) => (replacedBy === null ? [it] : []));
}

/** The same with those that were put right on the day on which they were set. */
export async function listPastDefinitions({ client, district }: Reader, promiseIds: readonly string[]): Promise<readonly PastDefinition[]> {
  const found = await client.query<PastDefinition>({
    name: 'records-definitions',
    text: `select ${DEFINITION} from records.definition where district = $1 and promise_id = any($2::uuid[]) order by promise_id, version_no`,
    values: [district, promiseIds],
  });
  return found.rows;
}

/** Two people do not define one promise at once. */
export async function holdDefinition({ client, district }: Writer, promiseId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.definition ${district} ${promiseId}`]);
}

export async function addDefinition(writer: Writer, it: CountDefinition, replaces: number | null): Promise<void> {
  if (replaces !== null)
    await save(writer, 'records.definition', { promise_id: it.promiseId, version_no: replaces }, { replaced_by: it.versionNo });
  const { promiseId, versionNo, spec, from, reason, setBy, setOn } = it;
  const values = { kind: spec.kind, spec, from_on: from, reason, set_by: setBy, set_on: setOn };
  await add(writer, 'records.definition', { promise_id: promiseId, version_no: versionNo, ...values });
}

/** The definition of each promise that is counted on a day. */
export async function definitionsOn(reader: Reader, promiseIds: readonly string[], asOf: CivilDate): Promise<readonly CountDefinition[]> {
  const versions = await listDefinitions(reader, promiseIds);
  return promiseIds.flatMap((id) => {
    const it = definitionOn(
      versions.filter(({ promiseId }) => promiseId === id),
      asOf,
    );
    return it === null ? [] : [it];
  });
}

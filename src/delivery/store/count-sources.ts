import { derivedShare } from '#/planning/door.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Derived, SourceDecision } from '../rules/count-source.ts';

const DECISION = `promise_id as "promiseId", decision_no as "decisionNo", source, reason, set_by as "setBy", set_on as "setOn"`;

/** Every decision on a promise, newest first. */
export async function listSourceDecisions({ client, district }: Reader, promiseId: string): Promise<readonly SourceDecision[]> {
  const found = await client.query<SourceDecision>({
    name: 'delivery-count-sources',
    text: `select ${DECISION} from delivery.count_source where district = $1 and promise_id = $2 order by decision_no desc`,
    values: [district, promiseId],
  });
  return found.rows;
}

export async function addSourceDecision(writer: Writer, it: SourceDecision): Promise<void> {
  const { promiseId, decisionNo, source, reason, setBy, setOn } = it;
  await add(writer, 'delivery.count_source', {
    promise_id: promiseId,
    decision_no: decisionNo,
    source,
    reason,
    set_by: setBy,
    set_on: setOn,
  });
}

/** What the sites say of those promises whose figure comes from them, with the days on which it grew: a board is asked for many days. */
export async function listDerived(
  reader: Reader,
  promises: readonly Pick<ProgrammePromise, 'id' | 'projectId'>[],
): Promise<Readonly<Record<string, Derived>>> {
  const found = await reader.client.query<{ id: string }>({
    name: 'delivery-from-sites',
    text: `select id from (select distinct on (promise_id) promise_id as id, source from delivery.count_source
             where district = $1 and promise_id = any($2::uuid[]) order by promise_id, decision_no desc) last where source = 'sites'`,
    values: [reader.district, promises.map((it) => it.id)],
  });
  const derived: Record<string, Derived> = {};
  for (const { id } of found.rows) {
    const { projectId } = promises.find((it) => it.id === id)!;
    derived[id] = await derivedShare(reader, { projectId, promiseId: id, asOf: reader.today });
  }
  return derived;
}

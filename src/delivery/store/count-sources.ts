import { Problem } from '#/kernel/problem.ts';
import { derivedShare } from '#/planning/door.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { CountSource, Derived, SourceDay, SourceDecision } from '../rules/count-source.ts';
import type { CountAsked } from '../rules/counter.ts';
import { countersOf } from './counters.ts';

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

/** From which day on which source was in force, by promise, oldest first. */
export async function listSourceDays(
  { client, district }: Reader,
  promiseIds: readonly string[],
): Promise<Readonly<Record<string, readonly SourceDay[]>>> {
  const found = await client.query<SourceDay & { readonly promiseId: string }>({
    name: 'delivery-source-days',
    text: `select promise_id as "promiseId", source, set_on as "setOn" from delivery.count_source
            where district = $1 and promise_id = any($2::uuid[]) order by promise_id, decision_no`,
    values: [district, promiseIds],
  });
  return Object.fromEntries(Map.groupBy(found.rows, (it) => it.promiseId));
}

/** What sites and records say of those promises whose figure comes from them, or once did, with the days on which it moved: a board is asked for many days. */
export async function listDerived(
  reader: Reader,
  promises: readonly Pick<ProgrammePromise, 'id' | 'projectId'>[],
  period: CountAsked['period'],
): Promise<Readonly<Record<string, readonly Derived[]>>> {
  const found = await reader.client.query<{ id: string; source: CountSource }>({
    name: 'delivery-derived',
    text: `select distinct promise_id as id, source from delivery.count_source
            where district = $1 and promise_id = any($2::uuid[]) and source <> 'reports'`,
    values: [reader.district, promises.map((it) => it.id)],
  });
  const derived: Record<string, Derived[]> = {};
  const counters = await countersOf(
    reader,
    found.rows.filter((it) => it.source === 'records').map((it) => it.id),
  );
  for (const { id, source } of found.rows) {
    const { projectId } = promises.find((it) => it.id === id)!;
    const own: Derived =
      source === 'sites'
        ? { from: 'sites', ...(await derivedShare(reader, { projectId, promiseId: id, asOf: reader.today })) }
        : { from: 'records', ...(await getCounter(counters, id).series(reader, { promiseId: id, period })) };
    derived[id] = [...(derived[id] ?? []), own];
  }
  return derived;
}

/** A promise that was switched over is never shown without its counter. */
function getCounter(counters: Awaited<ReturnType<typeof countersOf>>, promiseId: string) {
  const counter = counters.get(promiseId);
  if (counter === undefined) throw new Problem(404, 'no-counter', { promiseId });
  return counter;
}

import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { ListChange, ListUse } from '../../rules/people/list-change.ts';

/** Every change of the rosters and services that asked for a reason, newest first. */
export async function listListChanges({ client, district }: Reader): Promise<readonly ListChange[]> {
  const found = await client.query<ListChange>({
    name: 'records-list-changes',
    text: `select list_id as "listId", change_no as "changeNo", before, after, reason, changed_by as "changedBy", changed_on as "changedOn"
             from records.list_change where district = $1 order by list_id, change_no desc`,
    values: [district],
  });
  return found.rows;
}

export async function addListChange(writer: Writer, it: Omit<ListChange, 'changeNo'>): Promise<void> {
  const { listId, before, after, reason, changedBy, changedOn } = it;
  const last = (await listListChanges(writer)).find((one) => one.listId === listId);
  const said = { before, after, reason, changed_by: changedBy, changed_on: changedOn };
  await add(writer, 'records.list_change', { list_id: listId, change_no: (last?.changeNo ?? 0) + 1, ...said });
}

/** Of every roster and service that is in use, how. */
export async function listUses({ client, district }: Reader): Promise<ReadonlyMap<string, ListUse>> {
  const found = await client.query<ListUse & { readonly id: string }>({
    name: 'records-list-uses',
    text: `select l.id,
             exists (select 1 from records.definition d where d.district = $1 and d.replaced_by is null
                        and (d.spec->>'serviceKindId' = l.id::text or d.spec->>'rosterId' = l.id::text)) as "isNamed",
             exists (select 1 from records.import i where i.district = $1 and i.target_id = l.id and i.state not in ('cancelled', 'failed', 'withdrawn'))
               or exists (select 1 from records.sign_in s where s.district = $1 and s.service_kind_id = l.id) as "hasPersons"
             from (select id from records.roster where district = $1 union all select id from records.service_kind where district = $1) l`,
    values: [district],
  });
  return new Map(found.rows.map(({ id, ...use }) => [id, use]));
}

export const UNUSED: ListUse = { isNamed: false, hasPersons: false };

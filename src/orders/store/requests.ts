import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { UnitRequest } from '../rules/request.ts';

const COLUMNS = `id, item_id as "orderId", ask, reason, progress, wanted_due_on as "wantedDueOn", files, asked_by as "askedBy",
  asked_on as "askedOn", decided_by as "decidedBy", decided_on as "decidedOn", granted, decision, new_due_on as "newDueOn"`;

export async function listRequests({ client, district }: Reader, orderId: string): Promise<readonly UnitRequest[]> {
  const found = await client.query<UnitRequest>({
    name: 'orders-requests',
    text: `select ${COLUMNS} from orders.request where district = $1 and item_id = $2 order by id`,
    values: [district, orderId],
  });
  return found.rows;
}

export async function getRequest({ client, district }: Reader, id: string): Promise<UnitRequest> {
  const found = await client.query<UnitRequest>(`select ${COLUMNS} from orders.request where district = $1 and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-request', { id });
  return found.rows[0];
}

type NewRequest = Pick<UnitRequest, 'id' | 'orderId' | 'ask' | 'reason' | 'progress' | 'wantedDueOn' | 'files' | 'askedBy' | 'askedOn'>;

export async function addRequest(writer: Writer, it: NewRequest): Promise<void> {
  await add(writer, 'orders.request', {
    ...{ id: it.id, item_id: it.orderId, ask: it.ask, reason: it.reason, progress: it.progress, wanted_due_on: it.wantedDueOn },
    ...{ files: it.files, asked_by: it.askedBy, asked_on: it.askedOn },
  });
}

type Decision = { readonly granted: boolean; readonly decision: string; readonly newDueOn: UnitRequest['newDueOn'] };

export async function saveDecision(writer: Writer, id: string, { granted, decision, newDueOn }: Decision): Promise<void> {
  const by = { decided_by: writer.actor.name, decided_on: writer.today };
  await save(writer, 'orders.request', { id }, { granted, decision, new_due_on: newDueOn, ...by });
}

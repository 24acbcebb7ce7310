import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { addMany, type Reader, type Writer } from '#/platform/db.ts';
import type { EventFacts, EventKind, OrderEvent, OrderFile } from '../rules/event.ts';

export type NewEvent = {
  readonly orderId: string;
  readonly kind: EventKind;
  readonly body?: string;
  readonly facts?: EventFacts;
  readonly files?: readonly OrderFile[];
  /** 代录: who did it, where the office writes it down for somebody else. */
  readonly typed?: { readonly name: string; readonly on: CivilDate } | null;
};

export async function addEvents(writer: Writer, events: readonly NewEvent[]): Promise<void> {
  const at = writer.now.toISOString();
  const rows = events.map(({ orderId, kind, body = '', facts = {}, files = [], typed = null }) => ({
    ...{ id: newId(), item_id: orderId, kind, on_day: typed?.on ?? writer.today, at },
    ...{ by_name: typed?.name ?? writer.actor.name, by_post: typed === null ? writer.actor.postTitle : '', is_typed: typed !== null },
    ...{ body, facts, files },
  }));
  await addMany(writer, 'orders.event', rows);
}

/** What happened to an order, in the order in which it happened. */
export async function listEvents({ client, district }: Reader, orderId: string): Promise<readonly OrderEvent[]> {
  const found = await client.query<OrderEvent>({
    name: 'orders-events',
    text: `select id, kind, on_day as "on", at, by_name as "byName", by_post as "byPost", is_typed as "isTyped", body, facts, files
             from orders.event where district = $1 and item_id = $2 order by id`,
    values: [district, orderId],
  });
  return found.rows;
}

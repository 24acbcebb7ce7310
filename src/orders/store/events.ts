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
  if (events.length === 0) return;
  const at = writer.now.toISOString();
  const positions = await lastPositions(
    writer,
    events.map(({ orderId }) => orderId),
  );
  const rows = events.map(({ orderId, kind, body = '', facts = {}, files = [], typed = null }) => {
    const position = (positions.get(orderId) ?? 0) + 1;
    positions.set(orderId, position);
    return {
      ...{ id: newId(), item_id: orderId, position, kind, on_day: typed?.on ?? writer.today, at },
      ...{ by_name: typed?.name ?? writer.actor.name, by_post: typed === null ? writer.actor.postTitle : '', is_typed: typed !== null },
      ...{ body, facts, files },
    };
  });
  await addMany(writer, 'orders.event', rows);
}

async function lastPositions({ client, district }: Reader, orderIds: readonly string[]): Promise<Map<string, number>> {
  const found = await client.query<{ readonly id: string; readonly last: number }>({
    name: 'orders-last-positions',
    text: `select item_id as id, max(position) as last from orders.event where district = $1 and item_id = any($2::uuid[]) group by item_id`,
    values: [district, orderIds],
  });
  return new Map(found.rows.map(({ id, last }) => [id, last]));
}

/** What happened to an order, in the order in which it happened. */
export async function listEvents({ client, district }: Reader, orderId: string): Promise<readonly OrderEvent[]> {
  const found = await client.query<OrderEvent>({
    name: 'orders-events',
    text: `select id, kind, on_day as "on", at, by_name as "byName", by_post as "byPost", is_typed as "isTyped", body, facts, files
             from orders.event where district = $1 and item_id = $2 order by position, id`,
    values: [district, orderId],
  });
  return found.rows;
}

/** What the unit said last of each order: its newest feedback or application. */
export async function lastWords({ client, district }: Reader, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ readonly id: string; readonly body: string }>(
    `select distinct on (item_id) item_id as id, body from orders.event
      where district = $1 and item_id = any($2::uuid[]) and kind in ('replied', 'applied') order by item_id, position desc`,
    [district, orderIds],
  );
  return new Map(found.rows.map((it) => [it.id, it.body]));
}

import { yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { addMany, type Reader, type Writer } from '#/platform/db.ts';
import type { Slip } from '../rules/slip.ts';

const COLUMNS = `id, item_id as "orderId", kind, year, number, colour, reply_by as "replyBy", days_late as "daysLate", for_due_on as "forDueOn", reason,
  issued_by as "issuedBy", issued_on as "issuedOn"`;

/** Slips of these orders, in the order in which they were sent. */
export async function listSlips({ client, district }: Reader, orderIds: readonly string[]): Promise<readonly Slip[]> {
  const found = await client.query<Slip>({
    name: 'orders-slips',
    text: `select ${COLUMNS} from orders.slip where district = $1 and item_id = any($2::uuid[]) order by item_id, id`,
    values: [district, orderIds],
  });
  return found.rows;
}

export type NewSlip = Pick<Slip, 'orderId' | 'kind' | 'colour' | 'replyBy' | 'daysLate' | 'forDueOn' | 'reason'>;

/** Held until the transaction ends, as with the numbers of orders. */
async function lastNumbers({ client, district }: Writer, year: number): Promise<Readonly<Record<string, number>>> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.slip ${district}`]);
  const found = await client.query<{ kind: string; last: number }>(
    'select kind, max(number)::int as last from orders.slip where district = $1 and year = $2 group by kind',
    [district, year],
  );
  return Object.fromEntries(found.rows.map(({ kind, last }) => [kind, last]));
}

/** 开单: numbers of each kind follow one another without gap. */
export async function addSlips(writer: Writer, slips: readonly NewSlip[]): Promise<readonly Slip[]> {
  if (slips.length === 0) return [];
  const year = yearOf(writer.today);
  const last = { urge: 0, demand: 0, ...(await lastNumbers(writer, year)) };
  const issued = { issuedBy: writer.actor.name, issuedOn: writer.today };
  const numbered = slips.map((it): Slip => {
    last[it.kind] += 1;
    return { ...it, ...issued, id: newId(), year, number: last[it.kind] };
  });
  const rows = numbered.map((it) => ({
    ...{ id: it.id, item_id: it.orderId, kind: it.kind, year, number: it.number, colour: it.colour, reply_by: it.replyBy },
    ...{ days_late: it.daysLate, for_due_on: it.forDueOn, reason: it.reason, issued_by: it.issuedBy, issued_on: it.issuedOn },
  }));
  await addMany(writer, 'orders.slip', rows);
  return numbered;
}

import { newId } from '#/kernel/id.ts';
import { addMany, type Reader, saveMany, type Writer } from '#/platform/db.ts';
import type { TimedOrder } from '../rules/timer-outcome.ts';
import type { Timer, TimerStart, TimerStep } from '../rules/timers.ts';

export type NewTimer = TimerStart & { readonly orderId: string };

export async function addTimers(writer: Writer, timers: readonly NewTimer[]): Promise<void> {
  const rows = timers.map(({ orderId, step, dueOn }) => ({ id: newId(), item_id: orderId, step, due_on: dueOn, state: 'waiting' }));
  await addMany(writer, 'orders.timer', rows);
}

/** A timer whose day has come, with its order but for the slips. */
export type DueTimer = Pick<Timer, 'id' | 'step'> & { readonly order: Omit<TimedOrder, 'slips'> };
type Row = Pick<Timer, 'id' | 'step'> & Omit<TimedOrder, 'id' | 'slips'> & { readonly orderId: string };

/** One process at a time goes through what is due; an order that somebody works on at this moment keeps its timers, and they come next time. */
export async function takeDueTimers({ client, district, today }: Writer, limit: number): Promise<readonly DueTimer[]> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.timers ${district}`]);
  const found = await client.query<Row>(
    `select t.id, t.step, i.id as "orderId", i.state, i.due_on as "dueOn", i.sign_by as "signBy", i.signed_on as "signedOn",
            i.feedback_by as "feedbackBy", i.replied_on as "repliedOn",
            i.profile_version as "profileVersion", i.is_urgent as "isUrgent",
            exists (select 1 from orders.request r where r.district = i.district and r.item_id = i.id and r.decided_on is null) as "hasOpenRequest",
            (select count(*)::int from orders.request r where r.district = i.district and r.item_id = i.id and r.ask = 'extension' and r.granted) as extended,
            (select count(*)::int from orders.clearing c where c.district = i.district and c.item_id = i.id and c.result = 'returned') as returned
       from orders.timer t join orders.item i on i.district = t.district and i.id = t.item_id
      where t.district = $1 and t.state = 'waiting' and t.due_on <= $2
      order by t.due_on, array_position('{sign,feedback,remind,urge,demand,circular,talk,listing}'::text[], t.step), t.id limit $3 for update of i skip locked`,
    [district, today, limit],
  );
  return found.rows.map(({ id, step, orderId, ...order }) => ({ id, step, order: { ...order, id: orderId } }));
}

export async function isAnyTimerDue({ client, district, today }: Reader): Promise<boolean> {
  const found = await client.query({
    name: 'orders-timer-due',
    text: `select 1 from orders.timer where district = $1 and state = 'waiting' and due_on <= $2 limit 1`,
    values: [district, today],
  });
  return found.rows.length > 0;
}

export type EndedTimer = Pick<Timer, 'id'> & { readonly state: 'done' | 'dropped' };

export async function endTimers(writer: Writer, ended: readonly EndedTimer[]): Promise<void> {
  const rows = ended.map(({ id, state }) => ({ district: writer.district, id, state, ended_on: writer.today }));
  await saveMany(writer, 'orders.timer', rows);
}

/** What an order waits for; whoever asks holds the order. */
export async function listWaiting({ client, district }: Reader, orderId: string): Promise<readonly Timer[]> {
  const found = await client.query<Timer>(
    `select id, item_id as "orderId", step, due_on as "dueOn" from orders.timer
      where district = $1 and item_id = $2 and state = 'waiting' order by due_on, id`,
    [district, orderId],
  );
  return found.rows;
}

/** What waited falls away, all of it or certain steps, and other steps wait instead. */
export async function replaceTimers(
  writer: Writer,
  orderId: string,
  { without, starts }: { readonly without: readonly TimerStep[] | 'all'; readonly starts: readonly TimerStart[] },
): Promise<void> {
  const gone = (await listWaiting(writer, orderId)).filter(({ step }) => without === 'all' || without.includes(step));
  await endTimers(
    writer,
    gone.map(({ id }) => ({ id, state: 'dropped' })),
  );
  await addTimers(
    writer,
    starts.map((it) => ({ ...it, orderId })),
  );
}

import { newId } from '#/kernel/id.ts';
import { addMany, type Writer } from '#/platform/db.ts';
import type { TimerStart } from '../rules/timers.ts';

export type NewTimer = TimerStart & { readonly orderId: string };

export async function addTimers(writer: Writer, timers: readonly NewTimer[]): Promise<void> {
  const rows = timers.map(({ orderId, step, dueOn }) => ({ id: newId(), item_id: orderId, step, due_on: dueOn, state: 'waiting' }));
  await addMany(writer, 'orders.timer', rows);
}

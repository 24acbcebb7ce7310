import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Clearing } from '../rules/clearing.ts';
import type { OrderFile } from '../rules/event.ts';

const COLUMNS = `id, item_id as "orderId", round, text, files, applied_by as "appliedBy", applied_by_account as "appliedByAccount",
  applied_on as "appliedOn", checked_by as "checkedBy", checked_on as "checkedOn", check_note as "checkNote", visited_by as "visitedBy",
  visited_on as "visitedOn", visit_note as "visitNote", visit_files as "visitFiles", ended_by as "endedBy", ended_on as "endedOn", result,
  end_note as "endNote"`;

export async function listClearings({ client, district }: Reader, orderId: string): Promise<readonly Clearing[]> {
  const found = await client.query<Clearing>({
    name: 'orders-clearings',
    text: `select ${COLUMNS} from orders.clearing where district = $1 and item_id = $2 order by round`,
    values: [district, orderId],
  });
  return found.rows;
}

/** The application that is being looked at; whoever asks holds the order. */
export async function getOpenClearing(writer: Writer, orderId: string): Promise<Clearing> {
  const open = (await listClearings(writer, orderId)).find(({ endedOn }) => endedOn === null);
  if (open === undefined) throw new Problem(404, 'unknown-clearing', { orderId });
  return open;
}

type NewClearing = Pick<Clearing, 'orderId' | 'text' | 'files' | 'appliedBy' | 'appliedByAccount' | 'appliedOn'>;

export async function addClearing(writer: Writer, it: NewClearing): Promise<void> {
  const round = (await listClearings(writer, it.orderId)).length + 1;
  await add(writer, 'orders.clearing', {
    ...{ id: newId(), item_id: it.orderId, round, text: it.text, files: it.files },
    ...{ applied_by: it.appliedBy, applied_by_account: it.appliedByAccount, applied_on: it.appliedOn },
  });
}

export async function saveChecked(writer: Writer, id: string, note: string): Promise<void> {
  await save(writer, 'orders.clearing', { id }, { checked_by: writer.actor.name, checked_on: writer.today, check_note: note });
}

export async function saveVisited(writer: Writer, id: string, note: string, files: readonly OrderFile[]): Promise<void> {
  const by = { visited_by: writer.actor.name, visited_on: writer.today };
  await save(writer, 'orders.clearing', { id }, { ...by, visit_note: note, visit_files: files });
}

export async function saveEnded(writer: Writer, id: string, result: NonNullable<Clearing['result']>, note: string): Promise<void> {
  await save(writer, 'orders.clearing', { id }, { ended_by: writer.actor.name, ended_on: writer.today, result, end_note: note });
}

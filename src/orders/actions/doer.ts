import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import type { Writer } from '#/platform/db.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import { answersFor, type Doer, type DoerRefusal, isAnotherUnit, mayAct, type Typed } from '../rules/doer.ts';
import type { OrderFile } from '../rules/event.ts';
import type { Order, OrderAct } from '../rules/order.ts';
import { getOrderForUpdate } from '../store/orders.ts';
import { listOwnUnits } from '../store/own-units.ts';

export async function doerOf(writer: Writer): Promise<Doer> {
  const { actor, today } = writer;
  const { accountId, name, roles } = actor;
  return { accountId, name, roles, ownUnits: await listOwnUnits(writer, actor.unitId), today };
}

export type UnitTurn = { readonly order: Order; readonly doer: Doer; readonly typed: Typed | null };
type Answering = { readonly orderId: string; readonly typed: Typed | null; readonly files?: readonly OrderFile[] };

/** An order that the unit answers on, held until the transaction ends. */
export async function unitTurn(
  writer: Writer,
  act: OrderAct,
  { orderId, typed, files = [] }: Answering,
): Promise<Result<UnitTurn, DoerRefusal>> {
  const order = await getOrderForUpdate(writer, orderId);
  const doer = await doerOf(writer);
  const answering = answersFor(order, doer, typed);
  if (answering === null) throw new Problem(403, 'other-unit');
  if (!answering.ok) return answering;
  const allowed = mayAct(order, act);
  if (!allowed.ok) return allowed;
  await checkFilesKnown(
    writer,
    files.map(({ digest }) => digest),
  );
  return accept({ order, doer, typed: answering.value });
}

export type OfficeTurn = { readonly order: Order; readonly doer: Doer };

/** An order that the office decides on: by another unit than the one that does the work. */
export async function officeTurn(writer: Writer, act: OrderAct, orderId: string): Promise<Result<OfficeTurn, DoerRefusal>> {
  const order = await getOrderForUpdate(writer, orderId);
  const doer = await doerOf(writer);
  const allowed = mayAct(order, act);
  if (!allowed.ok) return allowed;
  const another = isAnotherUnit(order, doer);
  return another.ok ? accept({ order, doer }) : another;
}

import { z } from 'zod';
import { yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { type DraftDays, type IssueRefusal, matterKey, mayIssue, OrderDraft, type Receiver } from '../rules/draft.ts';
import { numberText } from '../rules/order.ts';
import { firstTimers } from '../rules/timers.ts';
import { addEvents } from '../store/events.ts';
import { addOrders, countInMonth, holdNumbers, lastNumber, listOpenMatters, type NewOrder } from '../store/orders.ts';
import { getProfile, type KnownProfile } from '../store/profile.ts';
import { loadReceivers } from '../store/receivers.ts';
import { addTimers } from '../store/timers.ts';

/** 交办结果: the number an order was given. */
export type IssuedOrder = Pick<NewOrder, 'id' | 'year' | 'number' | 'unitId' | 'dueOn' | 'matter'>;

/** `draft` says which of several was refused, counted from 0. */
export type DraftRefused = IssueRefusal & { readonly draft: number };

/** 交办: all of them or none; numbered one after the other, each with the steps that the calendar takes. */
export async function issueOrders(writer: Writer, drafts: readonly OrderDraft[]): Promise<Result<readonly IssuedOrder[], DraftRefused>> {
  await holdNumbers(writer);
  const known = await getProfile(writer);
  const office = await loadOfficeDays(writer);
  const receivers = await loadReceivers(writer, drafts);
  const before = await loadBefore(writer, drafts);
  const year = yearOf(writer.today);
  const first = (await lastNumber(writer, year)) + 1;
  const orders: NewOrder[] = [];
  for (const [i, draft] of drafts.entries()) {
    const receiver = receivers[i]!;
    const asked = before.get(draft.unitId)!;
    const days = mayIssue(draft, { profile: known.profile, today: writer.today, office, receiver, before: asked });
    if (!days.ok) return refuse({ ...days.refusal, draft: i });
    const order = orderOf(writer, { draft, receiver, known, days: days.value, year, number: first + i });
    orders.push(order);
    asked.open.set(order.matterKey, { number: numberText(order), issuedOn: order.issuedOn });
    asked.countInMonth += 1;
  }
  await store(writer, orders, { profile: known.profile, office });
  return accept(orders.map(({ id, number, unitId, dueOn, matter }) => ({ id, year, number, unitId, dueOn, matter })));
}

type Before = { readonly open: Map<string, { number: string; issuedOn: NewOrder['issuedOn'] }>; countInMonth: number };

async function loadBefore(writer: Writer, drafts: readonly OrderDraft[]): Promise<ReadonlyMap<string, Before>> {
  const unitIds = [...new Set(drafts.map(({ unitId }) => unitId))];
  const counts = await countInMonth(writer, unitIds);
  const before = new Map(unitIds.map((id): [string, Before] => [id, { open: new Map(), countInMonth: counts.get(id) ?? 0 }]));
  const asked = drafts.map(({ unitId, matter }) => ({ unitId, matterKey: matterKey(matter) }));
  for (const { unitId, matterKey: key, issuedOn, ...numbered } of await listOpenMatters(writer, asked))
    before.get(unitId)!.open.set(key, { number: numberText(numbered), issuedOn });
  return before;
}

type Numbered = {
  readonly draft: OrderDraft;
  readonly receiver: Receiver;
  readonly known: KnownProfile;
  readonly days: DraftDays;
  readonly year: number;
  readonly number: number;
};

function orderOf({ actor, today }: Writer, { draft, receiver, known, days, year, number }: Numbered): NewOrder {
  return {
    ...{ id: newId(), year, number, kind: draft.kind, profileVersion: known.version },
    ...{ matter: draft.matter, matterKey: matterKey(draft.matter), requirement: draft.requirement },
    ...{ unitId: draft.unitId, unitName: receiver.unit.name, postId: draft.postId, postTitle: receiver.post?.title ?? null },
    ...{ senderName: actor.name, senderPost: actor.postTitle },
    ...{ sourceKind: draft.sourceKind, sourceId: draft.sourceId, sourceText: draft.sourceText },
    ...{ subjectProjectId: draft.subjectProjectId, isUrgent: draft.isUrgent, overCap: draft.overCap, provinceNumber: null },
    ...{ issuedOn: today, signBy: days.signBy, feedbackBy: days.feedbackBy, firstDueOn: days.dueOn, dueOn: days.dueOn },
    ...{ signedOn: null, repliedOn: null, appliedOn: null, closedOn: null, state: 'issued' },
  };
}

async function store(
  writer: Writer,
  orders: readonly NewOrder[],
  by: { profile: KnownProfile['profile']; office: CalendarSpec },
): Promise<void> {
  await addOrders(writer, orders);
  await addEvents(
    writer,
    orders.map(({ id, dueOn, overCap }) => ({
      orderId: id,
      kind: 'issued',
      facts: { dueOn, overCapBy: overCap?.approvedBy ?? null, overCapReason: overCap?.reason ?? null },
    })),
  );
  await addTimers(
    writer,
    orders.flatMap((order) => firstTimers(order, by).map((it) => ({ ...it, orderId: order.id }))),
  );
}

/** 交办: by the office, one matter to one unit or to several. */
export const issueByOffice = command({
  name: 'orders.issue',
  version: 1,
  input: z.object({ drafts: z.array(OrderDraft).min(1).max(60) }),
  permission: 'orders.issue',
  subject: () => 'orders',
  run: (writer, { drafts }): Promise<Result<readonly IssuedOrder[], DraftRefused>> => issueOrders(writer, drafts),
});

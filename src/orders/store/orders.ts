import { endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Order } from '../rules/order.ts';

export const ORDER_COLUMNS = `i.id, i.year, i.number, i.kind, i.profile_version as "profileVersion", i.matter, i.requirement, i.unit_id as "unitId",
  i.unit_name as "unitName", i.post_id as "postId", i.post_title as "postTitle", i.sender_name as "senderName", i.sender_post as "senderPost",
  i.source_kind as "sourceKind", i.source_id as "sourceId", i.source_text as "sourceText", i.subject_project_id as "subjectProjectId",
  i.is_urgent as "isUrgent", i.province_number as "provinceNumber", i.issued_on as "issuedOn", i.sign_by as "signBy",
  i.feedback_by as "feedbackBy", i.first_due_on as "firstDueOn", i.due_on as "dueOn", i.signed_on as "signedOn",
  i.replied_on as "repliedOn", i.applied_on as "appliedOn", i.closed_on as "closedOn", i.state, i.version`;

export type NewOrder = Omit<Order, 'version'> & {
  readonly matterKey: string;
  readonly overCap: { readonly approvedBy: string; readonly reason: string } | null;
};

/** Held until the transaction ends: numbers of a year are given one after the other, and what is refused leaves no gap. */
export async function holdNumbers({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.number ${district}`]);
}

export async function lastNumber({ client, district }: Writer, year: number): Promise<number> {
  const found = await client.query<{ last: number }>(
    'select coalesce(max(number), 0)::int as last from orders.item where district = $1 and year = $2',
    [district, year],
  );
  return found.rows[0]!.last;
}

export async function addOrders(writer: Writer, orders: readonly NewOrder[]): Promise<void> {
  const rows = orders.map((it) => ({
    ...{ id: it.id, year: it.year, number: it.number, kind: it.kind, profile_version: it.profileVersion },
    ...{ matter: it.matter, matter_key: it.matterKey, requirement: it.requirement },
    ...{ unit_id: it.unitId, unit_name: it.unitName, post_id: it.postId, post_title: it.postTitle },
    ...{ sender_name: it.senderName, sender_post: it.senderPost },
    ...{ source_kind: it.sourceKind, source_id: it.sourceId, source_text: it.sourceText, subject_project_id: it.subjectProjectId },
    ...{ is_urgent: it.isUrgent, over_cap_by: it.overCap?.approvedBy ?? null, over_cap_reason: it.overCap?.reason ?? null },
    ...{ province_number: it.provinceNumber, issued_on: it.issuedOn, sign_by: it.signBy, feedback_by: it.feedbackBy },
    ...{ first_due_on: it.firstDueOn, due_on: it.dueOn, signed_on: it.signedOn, replied_on: it.repliedOn },
    ...{ applied_on: it.appliedOn, closed_on: it.closedOn, state: it.state, version: 1 },
  }));
  await addMany(writer, 'orders.item', rows);
}

/** Holds the row until the transaction ends. */
export async function getOrderForUpdate(writer: Writer, id: string): Promise<Order> {
  const found = await writer.client.query<Order>(
    `select ${ORDER_COLUMNS} from orders.item i where i.district = $1 and i.id = $2 for update`,
    [writer.district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-order', { id });
  return found.rows[0];
}

export async function getOrder({ client, district }: Reader, id: string): Promise<Order> {
  const found = await client.query<Order>({
    name: 'orders-one',
    text: `select ${ORDER_COLUMNS} from orders.item i where i.district = $1 and i.id = $2`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-order', { id });
  return found.rows[0];
}

/** What a step changes on an order. */
export type OrderChange = Partial<Pick<Order, 'state' | 'dueOn' | 'signedOn' | 'repliedOn' | 'appliedOn' | 'closedOn' | 'provinceNumber'>>;
const CHANGED = {
  ...{ state: 'state', dueOn: 'due_on', signedOn: 'signed_on', repliedOn: 'replied_on' },
  ...{ appliedOn: 'applied_on', closedOn: 'closed_on', provinceNumber: 'province_number' },
} as const satisfies Record<keyof OrderChange, string>;

export async function saveOrder(writer: Writer, id: string, change: OrderChange): Promise<void> {
  const values = Object.entries(change).map(([name, value]) => [CHANGED[name as keyof OrderChange], value] as const);
  await save(writer, 'orders.item', { id }, Object.fromEntries(values));
}

export type OpenMatter = { readonly unitId: string; readonly matterKey: string } & Pick<Order, 'year' | 'number' | 'issuedOn'>;

/** Which of these matters these units have been asked for and have not settled yet. */
export async function listOpenMatters(
  { client, district }: Reader,
  asked: readonly Pick<OpenMatter, 'unitId' | 'matterKey'>[],
): Promise<readonly OpenMatter[]> {
  const found = await client.query<OpenMatter>({
    name: 'orders-open-matters',
    text: `select unit_id as "unitId", matter_key as "matterKey", year, number, issued_on as "issuedOn" from orders.item
            where district = $1 and (unit_id, matter_key) in (select * from unnest($2::uuid[], $3::text[])) and state not in ('closed', 'withdrawn')`,
    values: [district, asked.map(({ unitId }) => unitId), asked.map(({ matterKey }) => matterKey)],
  });
  return found.rows;
}

/** 单位当月件数: how many each unit was given in the month of a day; what was withdrawn does not count. */
export async function countInMonth(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { client, district, today } = reader;
  const found = await client.query<{ readonly unitId: string; readonly count: number }>({
    name: 'orders-in-month',
    text: `select unit_id as "unitId", count(*)::int as count from orders.item
            where district = $1 and unit_id = any($2::uuid[]) and issued_on between $3 and $4 and state <> 'withdrawn' group by unit_id`,
    values: [district, unitIds, `${today.slice(0, 8)}01`, endOfMonth(yearOf(today), monthOf(today))],
  });
  return new Map(found.rows.map((it) => [it.unitId, it.count]));
}

/** Who bears this number of the province already; two who give one away at once are heard one after the other. */
export async function findByProvinceNumber(
  { client, district }: Writer,
  wanted: string,
  exceptId: string,
): Promise<Pick<Order, 'year' | 'number'> | null> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.province ${district}`]);
  const found = await client.query<Pick<Order, 'year' | 'number'>>(
    'select year, number from orders.item where district = $1 and province_number = $2 and id <> $3',
    [district, wanted, exceptId],
  );
  return found.rows[0] ?? null;
}

export async function findOrders({ client, district }: Reader, ids: readonly string[]): Promise<readonly Order[]> {
  const found = await client.query<Order>({
    name: 'orders-some',
    text: `select ${ORDER_COLUMNS} from orders.item i where i.district = $1 and i.id = any($2::uuid[]) order by i.year, i.number`,
    values: [district, ids],
  });
  return found.rows;
}

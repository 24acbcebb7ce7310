import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { clearDuty, decideDuty, measureDuties, type OrdersDuty, reportDuty, revisitDuty, unitDuties } from '../rules/duties.ts';
import { isOpen, type Order } from '../rules/order.ts';
import { type Bearer, loadBearers } from './bearers.ts';
import { ORDER_COLUMNS } from './orders.ts';

type Line = { readonly order: Order; readonly bearer: Bearer };

/** What is owed about orders, by units and by the office. */
export async function listOrdersDuties(reader: Reader, until: CivilDate): Promise<readonly OrdersDuty[]> {
  const lines = await openLines(reader);
  const ofUnits = lines.flatMap(({ order, bearer }) => unitDuties({ ...order, ...bearer }, reader.today));
  const duties = [...ofUnits, ...clearings(lines), ...(await ofRows(reader, lines)), ...(await reports(reader))];
  return duties.filter(({ dueOn }) => dueOn <= until);
}

async function openLines(reader: Reader): Promise<readonly Line[]> {
  const { rows } = await reader.client.query<Order>({
    name: 'orders-watched',
    text: `select ${ORDER_COLUMNS} from orders.item i where i.district = $1 and (i.state not in ('closed', 'withdrawn')
             or exists (select 1 from orders.revisit r where r.district = i.district and r.item_id = i.id and r.result is null)
             or exists (select 1 from orders.proposal p where p.district = i.district and p.item_id = i.id and p.state in ('proposed', 'approved')))
            order by i.due_on, i.id`,
    values: [reader.district],
  });
  const bearers = await loadBearers(reader, rows);
  return rows.map((order, i) => ({ order, bearer: bearers[i]! }));
}

function clearings(lines: readonly Line[]): readonly OrdersDuty[] {
  return lines.flatMap(({ order, bearer }) => {
    const { state } = order;
    if (!isOpen(order) || state === 'issued' || state === 'signed' || state === 'closed' || state === 'withdrawn') return [];
    return [clearDuty({ ...order, state }, bearer.unitNow)];
  });
}

type Row =
  | { readonly what: 'ask'; readonly id: string; readonly orderId: string; readonly ask: 'objection' | 'extension'; readonly on: CivilDate }
  | {
      readonly what: 'measure';
      readonly id: string;
      readonly orderId: string;
      readonly measure: 'circular' | 'talk' | 'listing';
      readonly on: CivilDate;
      readonly isApproved: boolean;
      readonly toPostId: string | null;
    }
  | { readonly what: 'revisit'; readonly id: string; readonly orderId: string; readonly on: CivilDate; readonly dueOn: CivilDate };

async function ofRows({ client, district }: Reader, lines: readonly Line[]): Promise<readonly OrdersDuty[]> {
  const { rows } = await client.query<Row>({
    name: 'orders-owed-rows',
    text: `select 'ask' as what, id, item_id as "orderId", ask, null as measure, asked_on as "on", null::boolean as "isApproved", null::uuid as "toPostId", null::date as "dueOn"
             from orders.request where district = $1 and decided_on is null
           union all select 'measure', id, item_id, null, measure, coalesce(decided_on, proposed_on), state = 'approved', to_post_id, null
             from orders.proposal where district = $1 and state in ('proposed', 'approved')
           union all select 'revisit', r.sample_id, r.item_id, null, null, s.drawn_on, null, null, s.due_on
             from orders.revisit r join orders.sample s on s.district = r.district and s.id = r.sample_id where r.district = $1 and r.result is null`,
    values: [district],
  });
  const byOrder = new Map(lines.map((it) => [it.order.id, it]));
  return rows.flatMap((row): readonly OrdersDuty[] => {
    const line = byOrder.get(row.orderId);
    if (line === undefined) return [];
    const { order, bearer } = line;
    if (row.what === 'ask') return [decideDuty(order, bearer.unitNow, { id: row.id, ask: row.ask, askedOn: row.on })];
    if (row.what === 'measure') return measureDuties(order, bearer.unitNow, row);
    return [revisitDuty(order, bearer.unitNow, { id: row.id, drawnOn: row.on, dueOn: row.dueOn })];
  });
}

/** An instruction whose orders are all settled and that was not reported on yet. */
async function reports({ client, district }: Reader): Promise<readonly OrdersDuty[]> {
  const { rows } = await client.query<{ id: string; about: string; doneOn: CivilDate }>({
    name: 'orders-to-report',
    text: `select n.id, n.about, max(i.closed_on) as "doneOn" from orders.instruction n
             join orders.item i on i.district = n.district and i.source_kind = 'instruction' and i.source_id = n.id and i.state <> 'withdrawn'
            where n.district = $1 and n.reported_on is null group by n.id, n.about having bool_and(i.state = 'closed')`,
    values: [district],
  });
  return rows.map(reportDuty);
}

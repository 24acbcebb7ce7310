import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { PAGE_SIZE, type RegisterQuery } from '../rules/filter.ts';
import type { Order, SourceKind } from '../rules/order.ts';
import { ORDER_COLUMNS } from './orders.ts';

/** 督办事实: an order with what the calendar and the unit made of it; agendas, bulletins and assessments count these. */
export type OrderFacts = Order & {
  /** 催办单 and 督办单 it took. */
  readonly urged: number;
  readonly demanded: number;
  /** 申辩: made, and held to be right. */
  readonly objections: number;
  readonly upheld: number;
  readonly extended: number;
  /** How often it was sent back after the unit had said it was done. */
  readonly returned: number;
  /** The day after the limits to sign for it and to give first feedback passed in silence. */
  readonly missedSign: boolean;
  readonly missedFeedback: boolean;
};

export type OrderFactsQuery = {
  /** Issued in these days, or still open in them. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly unitId?: string;
  readonly source?: { readonly kind: SourceKind; readonly id: string };
  readonly onlyOpen?: boolean;
};

const FACTS = `coalesce(e.urged, 0) as urged, coalesce(e.demanded, 0) as demanded, coalesce(e.objections, 0) as objections,
  coalesce(e.upheld, 0) as upheld, coalesce(e.extended, 0) as extended, coalesce(e.returned, 0) as returned,
  coalesce(e.missed_sign, false) as "missedSign", coalesce(e.missed_feedback, false) as "missedFeedback"`;
const EVENTS = `left join lateral (
  select count(*) filter (where kind = 'urged')::int as urged, count(*) filter (where kind = 'demanded')::int as demanded,
         count(*) filter (where kind = 'objected')::int as objections,
         count(*) filter (where kind = 'decided' and facts->>'ask' = 'objection' and (facts->>'granted')::boolean)::int as upheld,
         count(*) filter (where kind = 'decided' and facts->>'ask' = 'extension' and (facts->>'granted')::boolean)::int as extended,
         count(*) filter (where kind = 'returned')::int as returned, bool_or(kind = 'not-signed') as missed_sign,
         bool_or(kind = 'not-replied') as missed_feedback
    from orders.event where district = i.district and item_id = i.id) e on true`;

/** Orders with their facts, by number. */
export async function listOrderFacts({ client, district }: Reader, asked: OrderFactsQuery = {}): Promise<readonly OrderFacts[]> {
  const { from = null, to = null, unitId = null, source = null, onlyOpen = false } = asked;
  const found = await client.query<OrderFacts>({
    name: 'orders-facts',
    text: `select ${ORDER_COLUMNS}, ${FACTS} from orders.item i ${EVENTS}
            where i.district = $1 and ($2::date is null or coalesce(i.closed_on, 'infinity'::date) >= $2) and ($3::date is null or i.issued_on <= $3)
              and ($4::uuid is null or i.unit_id = $4) and ($5::text is null or (i.source_kind = $5 and i.source_id = $6::uuid))
              and (not $7 or i.state not in ('closed', 'withdrawn'))
            order by i.year, i.number`,
    values: [district, from, to, unitId, source?.kind ?? null, source?.id ?? null, onlyOpen],
  });
  return found.rows;
}

const MATCHES = `($2::uuid[] is null or i.unit_id = any($2)) and ($3::uuid is null or i.unit_id = $3)
  and ($4::text is null or i.source_kind = $4) and ($5::text is null or i.kind = $5) and ($6::int is null or i.year = $6)
  and ($7::text is null or position(lower($7) in lower(i.matter || ' ' || i.requirement || ' ' || i.unit_name || ' 〔' || i.year || '〕' || i.number || '号'
    || ' ' || coalesce(i.province_number, ''))) > 0)`;
const SHOWN = `case $8 when 'open' then i.state not in ('closed', 'withdrawn') when 'overdue' then i.state in ('issued', 'signed') and i.due_on < $9::date
  when 'unit' then i.state in ('issued', 'signed') when 'office' then i.state in ('applied', 'checked', 'visited')
  when 'closed' then i.state = 'closed' when 'withdrawn' then i.state = 'withdrawn' else true end`;

/** How many orders each way of showing has, for the same filters otherwise. */
export type RegisterCounts = Readonly<Record<RegisterQuery['show'], number>>;

function matching({ district }: Reader, asked: RegisterQuery): readonly unknown[] {
  const { units, unitId = null, sourceKind = null, kind = null, year = null, text = null } = asked;
  return [district, units, unitId, sourceKind, kind, year, text === '' ? null : text];
}

/** 督办台账: one page of it, or all of it for a file; what is most urgent first, what is over newest first. */
export async function listRegister(reader: Reader, asked: RegisterQuery, page: number | null): Promise<readonly OrderFacts[]> {
  const found = await reader.client.query<OrderFacts>({
    name: 'orders-register',
    text: `select ${ORDER_COLUMNS}, ${FACTS} from (
             select i.* from orders.item i where i.district = $1 and ${MATCHES} and ${SHOWN}
              order by i.state in ('closed', 'withdrawn'), case when i.state in ('closed', 'withdrawn') then null else i.due_on end, i.year desc, i.number desc
              limit $10 offset $11) i ${EVENTS}
            order by i.state in ('closed', 'withdrawn'), case when i.state in ('closed', 'withdrawn') then null else i.due_on end, i.year desc, i.number desc`,
    values: [
      ...matching(reader, asked),
      asked.show,
      asked.today,
      page === null ? 20_000 : PAGE_SIZE,
      page === null ? 0 : (page - 1) * PAGE_SIZE,
    ],
  });
  return found.rows;
}

export async function countRegister(reader: Reader, asked: RegisterQuery): Promise<RegisterCounts> {
  const found = await reader.client.query<RegisterCounts>({
    name: 'orders-register-counts',
    text: `select count(*) filter (where i.state not in ('closed', 'withdrawn'))::int as open,
                  count(*) filter (where i.state in ('issued', 'signed') and i.due_on < $8::date)::int as overdue,
                  count(*) filter (where i.state in ('issued', 'signed'))::int as unit,
                  count(*) filter (where i.state in ('applied', 'checked', 'visited'))::int as office,
                  count(*) filter (where i.state = 'closed')::int as closed, count(*) filter (where i.state = 'withdrawn')::int as withdrawn,
                  count(*)::int as "all"
             from orders.item i where i.district = $1 and ${MATCHES}`,
    values: [...matching(reader, asked), asked.today],
  });
  return found.rows[0]!;
}

/** 单位月度件数: how many orders a unit was given in a month of a year; what was withdrawn does not count. */
export type UnitMonth = { readonly unitId: string; readonly month: number; readonly count: number };

export async function listUnitMonths({ client, district }: Reader, year: number): Promise<readonly UnitMonth[]> {
  const found = await client.query<UnitMonth>({
    name: 'orders-unit-months',
    text: `select unit_id as "unitId", extract(month from issued_on)::int as month, count(*)::int as count from orders.item
            where district = $1 and year = $2 and state <> 'withdrawn' group by 1, 2 order by 1, 2`,
    values: [district, year],
  });
  return found.rows;
}

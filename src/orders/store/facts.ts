import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
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

/** Orders with their facts, by number. */
export async function listOrderFacts({ client, district }: Reader, asked: OrderFactsQuery = {}): Promise<readonly OrderFacts[]> {
  const { from = null, to = null, unitId = null, source = null, onlyOpen = false } = asked;
  const found = await client.query<OrderFacts>({
    name: 'orders-facts',
    text: `select ${ORDER_COLUMNS}, coalesce(e.urged, 0) as urged, coalesce(e.demanded, 0) as demanded, coalesce(e.objections, 0) as objections,
                  coalesce(e.upheld, 0) as upheld, coalesce(e.extended, 0) as extended, coalesce(e.returned, 0) as returned,
                  coalesce(e.missed_sign, false) as "missedSign", coalesce(e.missed_feedback, false) as "missedFeedback"
             from orders.item i left join lateral (
               select count(*) filter (where kind = 'urged')::int as urged, count(*) filter (where kind = 'demanded')::int as demanded,
                      count(*) filter (where kind = 'objected')::int as objections,
                      count(*) filter (where kind = 'decided' and facts->>'ask' = 'objection' and (facts->>'granted')::boolean)::int as upheld,
                      count(*) filter (where kind = 'decided' and facts->>'ask' = 'extension' and (facts->>'granted')::boolean)::int as extended,
                      count(*) filter (where kind = 'returned')::int as returned, bool_or(kind = 'not-signed') as missed_sign,
                      bool_or(kind = 'not-replied') as missed_feedback
                 from orders.event where district = i.district and item_id = i.id) e on true
            where i.district = $1 and ($2::date is null or coalesce(i.closed_on, 'infinity'::date) >= $2) and ($3::date is null or i.issued_on <= $3)
              and ($4::uuid is null or i.unit_id = $4) and ($5::text is null or (i.source_kind = $5 and i.source_id = $6::uuid))
              and (not $7 or i.state not in ('closed', 'withdrawn'))
            order by i.year, i.number`,
    values: [district, from, to, unitId, source?.kind ?? null, source?.id ?? null, onlyOpen],
  });
  return found.rows;
}

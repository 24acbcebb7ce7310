import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { Paid, SetAside } from '../rules/money.ts';

export async function listSetAside({ client, district }: Reader, programmeId: string): Promise<readonly SetAside[]> {
  const found = await client.query<SetAside>({
    name: 'supervision-set-aside',
    text: `select t.project_id as "projectId", f.source, sum(f.yuan)::float8 as yuan
             from planning.task t
             join planning.task_fund f on f.district = t.district and f.task_id = t.id
            where t.district = $1 and t.programme_id = $2
            group by t.project_id, f.source
            order by array_position('{central,province,city,district,bond,society}'::text[], f.source)`,
    values: [district, programmeId],
  });
  return found.rows;
}

const PROVEN = 'cardinality(e.evidence) > 0';

type PaidAsked = { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate };

/** What an insurer pays out is not what the district paid; a payment counts with its voucher. */
export async function listPaid({ client, district }: Reader, { programmeId, from, to }: PaidAsked): Promise<readonly Paid[]> {
  const found = await client.query<Paid>({
    name: 'supervision-paid',
    text: `select p.project_id as "projectId", (count(*) filter (where ${PROVEN}))::int as count,
                  coalesce(sum(e.amount_fen) filter (where ${PROVEN}), 0)::float8 as fen,
                  (count(*) filter (where ${PROVEN} and e.on_day >= $3))::int as "monthCount",
                  coalesce(sum(e.amount_fen) filter (where ${PROVEN} and e.on_day >= $3), 0)::float8 as "monthFen",
                  (count(*) filter (where not ${PROVEN}))::int as "openCount",
                  coalesce(sum(e.amount_fen) filter (where not ${PROVEN}), 0)::float8 as "openFen"
             from records.entry e
             join programme.promise p on p.district = e.district and p.id = e.promise_id
             join programme.project j on j.district = p.district and j.id = p.project_id
            where e.district = $1 and j.programme_id = $2 and e.kind = 'money' and e.money_kind <> 'payout'
              and e.state = 'recorded' and e.on_day <= $4
            group by p.project_id`,
    values: [district, programmeId, from, to],
  });
  return found.rows;
}

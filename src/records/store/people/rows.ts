import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';

/** One record behind a figure, with the row of the file that it stands in; who it is stays sealed until it is read for a purpose. */
export type StoredRow = {
  readonly personNo: number;
  readonly sealedDetails: string;
  readonly sealedIdentity: string | null;
  readonly onDay: CivilDate;
  readonly slot: string;
  readonly doseNo: number;
  readonly areaId: string;
  readonly evidence: string | null;
  readonly hasEvidence: boolean;
  readonly importNo: number | null;
  readonly fileName: string | null;
  readonly sheet: string | null;
  readonly rowNo: number | null;
};

export type RowsAsked = {
  readonly targetId: string;
  readonly areaId: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly offset: number;
};

export const ROWS_A_PAGE = 50;

export async function listRows(
  { client, district }: Reader,
  { targetId, areaId, from, to, offset }: RowsAsked,
): Promise<{ readonly rows: readonly StoredRow[]; readonly count: number }> {
  const found = await client.query<StoredRow & { count: number }>(
    `with recursive inside as (select id from planning.area where district = $1 and id = $3
       union all select a.id from planning.area a join inside i on a.parent_id = i.id where a.district = $1),
     r as (
       select e.person_no, e.on_day, e.slot, e.dose_no, e.area_id, e.evidence, e.has_evidence, e.import_no, i.file_name, e.sheet, e.row_no
         from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no and i.state = 'accepted'
        where e.district = $1 and e.target_id = $2 and e.on_day between $4 and $5
       union all
       select s.person_no, s.on_day, s.slot, 1, s.area_id, null, true, null, null, null, null
         from records.sign_in s where s.district = $1 and s.service_kind_id = $2 and s.on_day between $4 and $5)
     select r.person_no as "personNo", p.sealed_details as "sealedDetails", p.sealed_identity as "sealedIdentity", r.on_day as "onDay", r.slot, r.dose_no as "doseNo",
            r.area_id as "areaId", r.evidence, r.has_evidence as "hasEvidence", r.import_no as "importNo", r.file_name as "fileName", r.sheet, r.row_no as "rowNo",
            count(*) over ()::int as count
       from r join records.person p on p.district = $1 and p.no = r.person_no
      where $3::uuid is null or r.area_id in (select id from inside)
      order by r.on_day desc, r.person_no limit ${ROWS_A_PAGE} offset $6`,
    [district, targetId, areaId, from, to, offset],
  );
  return { rows: found.rows, count: found.rows[0]?.count ?? 0 };
}

export type SealedPerson = { readonly no: number; readonly sealedIdentity: string | null; readonly sealedDetails: string };

export async function listSealed({ client, district }: Reader, nos: readonly number[]): Promise<readonly SealedPerson[]> {
  const found = await client.query<SealedPerson>(
    `select no, sealed_identity as "sealedIdentity", sealed_details as "sealedDetails" from records.person where district = $1 and no = any($2::int[])`,
    [district, nos],
  );
  return found.rows;
}

/** Units that keep records of a person; others do not open who it is. */
export async function unitsOfPerson({ client, district }: Reader, no: number): Promise<readonly string[]> {
  const found = await client.query<{ unitId: string }>(
    `select distinct i.unit_id as "unitId" from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no where e.district = $1 and e.person_no = $2`,
    [district, no],
  );
  if (found.rowCount === 0) throw new Problem(404, 'unknown-person', { no });
  return found.rows.map((it) => it.unitId);
}

export type DoseRow = {
  readonly personNo: number;
  readonly areaId: string;
  readonly sealedDetails: string;
  readonly given: readonly { readonly doseNo: number; readonly on: CivilDate }[];
};

/** Each person on the roster (or, without one, with any dose) and what was given; the series is judged by the rule. */
export async function listDoses({ client, district }: Reader, serviceKindId: string, rosterId: string | null): Promise<readonly DoseRow[]> {
  const found = await client.query<DoseRow>(
    `with doses as (select e.person_no, min(e.area_id::text)::uuid as area_id, jsonb_agg(distinct jsonb_build_object('doseNo', e.dose_no, 'on', e.on_day)) as given
         from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no and i.state = 'accepted'
        where e.district = $1 and e.target_id = $2 group by e.person_no),
     listed as (select e.person_no, min(e.area_id::text)::uuid as area_id from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no and i.state = 'accepted'
        where e.district = $1 and e.target_id = $3 group by e.person_no)
     select p.no as "personNo", coalesce(l.area_id, d.area_id) as "areaId", p.sealed_details as "sealedDetails", coalesce(d.given, '[]') as given
       from listed l full join doses d on d.person_no = l.person_no join records.person p on p.district = $1 and p.no = coalesce(l.person_no, d.person_no) order by p.no limit 20000`,
    [district, serviceKindId, rosterId],
  );
  return found.rows;
}

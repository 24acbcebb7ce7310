import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountAsked } from '../../rules/figure.ts';
import { rowInSheet } from '../../rules/people/importing.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { basisOf } from './basis.ts';
import { TOWNSHIPS, unitOf } from './count.ts';

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

/** A cell: a township (null: what lies in none) or a month; neither is the whole figure. */
export type CellAsked = { readonly areaId?: string | null; readonly month?: string };

/** The rows of a cell, how many they are, and what they add up to: the number that the cell shows. */
export type CellRows = { readonly rows: readonly StoredRow[]; readonly count: number; readonly numerator: number };

export const ROWS_A_PAGE = 50;

/** Exactly the rows that the count counts, of one cell; a month has those who were first counted in it. */
export async function listRows(
  reader: Reader,
  {
    spec,
    asked,
    cell,
    offset,
  }: { readonly spec: PeopleSpec; readonly asked: CountAsked; readonly cell: CellAsked; readonly offset: number },
): Promise<CellRows> {
  const basis = await basisOf(reader, spec, asked);
  const { key, where, sum } = unitOf(spec, basis);
  const keys = key.map((_, i) => `k${i}`).join(', ');
  const place = cell.areaId === undefined ? '$7::uuid is null' : 't.top is not distinct from $7::uuid';
  const found = await reader.client.query<{ rows: readonly StoredRow[] | null; count: number; numerator: number }>(
    `with e as (select e.*, ${key.map((it, i) => `${it} as k${i}`).join(', ')}, min(e.on_day) over (partition by ${key.join(', ')}) as first_on
                 from (${basis.rowsOf()}) e left join ${TOWNSHIPS} t on t.id = e.area_id where ${where} and ${place}),
       cell as materialized (select * from e where $8::text is null or to_char(first_on, 'YYYY-MM') = $8),
       page as (select ${COLUMNS} from cell c join records.person p on p.district = $1 and p.no = c.person_no
                  left join records.import i on i.district = $1 and i.no = c.import_no order by c.on_day desc, c.person_no, c.import_no, c.row_no limit ${ROWS_A_PAGE} offset $9)
     select (select json_agg(page) from page) as rows, (select count(*) from cell)::int as count,
            (select coalesce(sum(u.part), 0) from (select ${sum} as part from cell e group by ${keys}) u)::int as numerator`,
    [...basis.parameters, cell.areaId ?? null, cell.month ?? null, offset],
  );
  const { rows, ...counts } = found.rows[0]!;
  return { rows: (rows ?? []).map((it) => ({ ...it, rowNo: it.rowNo === null ? null : rowInSheet(it.rowNo) })), ...counts };
}

const COLUMNS = `c.person_no as "personNo", p.sealed_details as "sealedDetails", p.sealed_identity as "sealedIdentity", c.on_day as "onDay", c.slot, c.dose_no as "doseNo",
  c.area_id as "areaId", c.evidence, c.has_evidence as "hasEvidence", nullif(c.import_no, 0) as "importNo", i.file_name as "fileName", c.sheet, c.row_no as "rowNo"`;

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

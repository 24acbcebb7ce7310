import { type CivilDate, dayOf } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountAsked } from '../../rules/figure.ts';
import type { Columns } from '../../rules/people/columns.ts';
import { rowInSheet } from '../../rules/people/importing.ts';
import { type CellAsked, type OpenedLine, openCell } from '../../rules/people/opened.ts';
import { hasEvidence } from '../../rules/people/selection.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { basisOf } from './basis.ts';

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

/** The rows of a page of a cell, how many the cell has, and what they add up to: the number that it shows. */
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
  const { blocks, basis } = await basisOf(reader, spec, asked);
  const { page, ...counts } = openCell(blocks, basis, cell, { offset, limit: ROWS_A_PAGE });
  return { rows: await readPage(reader, page), ...counts };
}

type Kept = Pick<StoredRow, 'sealedDetails' | 'sealedIdentity' | 'evidence' | 'fileName' | 'sheet'>;

/** What stands beside the columns: who it is, sealed, and the row of the file. */
async function readPage({ client, district }: Reader, page: readonly OpenedLine[]): Promise<readonly StoredRow[]> {
  const asked = page.map(({ columns, i }) => ({ importNo: columns.importNo, rowNo: columns.rowNos[i]!, personNo: columns.persons[i]! }));
  const found = await client.query<Kept>(
    `select p.sealed_details as "sealedDetails", p.sealed_identity as "sealedIdentity", e.evidence, i.file_name as "fileName", e.sheet
       from unnest($2::int[], $3::int[], $4::int[]) with ordinality as a (import_no, row_no, person_no, place)
       join records.person p on p.district = $1 and p.no = a.person_no
       left join records.roll_line e on e.district = $1 and e.import_no = a.import_no and e.row_no = a.row_no
       left join records.import i on i.district = $1 and i.no = a.import_no order by a.place`,
    [district, asked.map((it) => it.importNo), asked.map((it) => it.rowNo), asked.map((it) => it.personNo)],
  );
  return page.map(({ columns, i }, n) => ({ ...found.rows[n]!, ...told(columns, i) }));
}

function told(columns: Columns, i: number): Omit<StoredRow, keyof Kept> {
  const isFromFile = columns.importNo !== 0;
  return {
    personNo: columns.persons[i]!,
    onDay: dayOf(columns.onDays[i]!),
    slot: columns.slots[columns.slotOf[i]!]!,
    doseNo: columns.doses[i]!,
    areaId: columns.areas[columns.areaOf[i]!]!,
    hasEvidence: hasEvidence(columns, i),
    importNo: isFromFile ? columns.importNo : null,
    rowNo: isFromFile ? rowInSheet(columns.rowNos[i]!) : null,
  };
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

import { type CivilDate, dayOf } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountAsked } from '../../rules/figure.ts';
import { lineBeside } from '../../rules/people/beside.ts';
import type { Columns } from '../../rules/people/columns.ts';
import { rowInSheet } from '../../rules/people/importing.ts';
import { type CellAsked, type OpenedLine, openCell } from '../../rules/people/opened.ts';
import { hasEvidence } from '../../rules/people/selection.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { countingOf } from './basis.ts';
import { loadBeside, STANDS } from './blocks.ts';
import { IN_SEAL, type InSeal, WITH_SEAL } from './seals.ts';

/** One record behind a figure, with the row of the file that it stands in; who it is stays sealed until it is read for a purpose. */
export type StoredRow = InSeal & {
  readonly personNo: number;
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
export type RowsPage = { readonly offset: number; readonly limit: number };

/** Exactly the rows that the count counts, of one cell; a month has those who were first counted in it. */
export async function listRows(
  reader: Reader,
  {
    spec,
    asked,
    cell,
    page: wanted,
  }: { readonly spec: PeopleSpec; readonly asked: CountAsked; readonly cell: CellAsked; readonly page: RowsPage },
): Promise<CellRows> {
  const { loadAll, basis } = await countingOf(reader, spec, asked);
  const { page, ...counts } = openCell(await loadAll(), basis, cell, wanted);
  return { rows: await readPage(reader, page), ...counts };
}

type Sealed = Pick<StoredRow, 'sealed' | 'place' | 'fileName'>;
type Kept = Sealed & Pick<StoredRow, 'evidence' | 'sheet'>;

/** What stands beside the columns: who it is, sealed, and the row of the file. */
async function readPage(reader: Reader, page: readonly OpenedLine[]): Promise<readonly StoredRow[]> {
  const { client, district } = reader;
  const found = await client.query<Sealed>(
    `select ${IN_SEAL}, i.file_name as "fileName"
       from unnest($2::int[], $3::int[]) with ordinality as a (import_no, person_no, place)
       join records.person p on p.district = $1 and p.no = a.person_no ${WITH_SEAL}
       left join records.import i on i.district = $1 and i.no = a.import_no order by a.place`,
    [district, page.map(({ columns }) => columns.importNo), page.map(({ columns, i }) => columns.persons[i]!)],
  );
  const blocks = [...new Set(page.map((it) => it.columns))].filter((it) => it.importNo !== 0);
  const texts = await loadBeside(reader, blocks);
  const beside = new Map(blocks.map((it, n) => [it, texts[n]!]));
  return page.map(({ columns, i }, n) => {
    const texts = beside.get(columns);
    return { ...found.rows[n]!, ...(texts ? lineBeside(texts, i) : NO_TEXTS), ...told(columns, i) };
  });
}

const NO_TEXTS = { evidence: null, sheet: null } as const;

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

export type SealedPerson = InSeal & { readonly no: number };

/** Each seal is read once, however many of its persons are asked for. */
export async function listSealed({ client, district }: Reader, nos: readonly number[]): Promise<readonly SealedPerson[]> {
  const found = await client.query<{ readonly sealed: string; readonly fromNo: number; readonly nos: readonly number[] }>(
    `select l.sealed, l.from_no as "fromNo", s.nos from
       (select p.sealed_from, array_agg(p.no order by p.no) as nos from records.person p where p.district = $1 and p.no = any($2::int[]) group by 1) s
       join records.person_seal l on l.district = $1 and l.from_no = s.sealed_from order by l.from_no`,
    [district, nos],
  );
  return found.rows.flatMap(({ sealed, fromNo, nos: own }) => own.map((no) => ({ no, sealed, place: no - fromNo })));
}

/** Units that keep records of a person; others do not open who it is. */
export async function listsOfPerson(
  { client, district }: Reader,
  no: number,
): Promise<readonly { readonly unitId: string; readonly isSensitive: boolean }[]> {
  const found = await client.query<{ unitId: string; isSensitive: boolean }>(
    `select distinct i.unit_id as "unitId", coalesce(k.is_sensitive, r.is_sensitive, true) as "isSensitive" from ${STANDS} s
       join records.roll_block b on b.district = $1 and b.import_no = s.import_no and b.chunk_no = s.chunk_no
       join records.import i on i.district = b.district and i.no = b.import_no
       left join records.service_kind k on k.district = i.district and k.id = i.target_id
       left join records.roster r on r.district = i.district and r.id = i.target_id
      where b.district = $1
     union
     select k.unit_id, k.is_sensitive from records.sign_in s
       join records.service_kind k on k.district = s.district and k.id = s.service_kind_id
      where s.district = $1 and s.person_no = $2`,
    [district, no],
  );
  if (found.rowCount === 0) throw new Problem(404, 'unknown-person', { no });
  return found.rows;
}

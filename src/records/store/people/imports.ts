import { Problem } from '#/kernel/problem.ts';
import { add, addMany, erase, type Reader, save, type Writer } from '#/platform/db.ts';
import { type Import, type ReadyRow, rowInSheet } from '../../rules/people/importing.ts';
import type { LineFault } from '../../rules/people/line.ts';
import { addBlock } from './blocks.ts';

const IMPORT = `no, target, target_id as "targetId", unit_id as "unitId", file_digest as "fileDigest", file_name as "fileName", file_bytes as "fileBytes",
  state, supersedes_no as "supersedesNo", chunks, rows_taken as "rowsTaken", rows_refused as "rowsRefused", bytes_read as "bytesRead", trouble,
  opened_by as "openedBy", opened_at as "openedAt", settled_by as "settledBy", settled_at as "settledAt"`;

export async function listImports({ client, district }: Reader, targetId: string | null = null): Promise<readonly Import[]> {
  const found = await client.query<Import>({
    name: 'records-imports',
    text: `select ${IMPORT} from records.import where district = $1 and ($2::uuid is null or target_id = $2) order by no desc limit 500`,
    values: [district, targetId],
  });
  return found.rows;
}

export async function getImport({ client, district }: Reader, no: number): Promise<Import> {
  const found = await client.query<Import>(`select ${IMPORT} from records.import where district = $1 and no = $2`, [district, no]);
  const it = found.rows[0];
  if (it === undefined) throw new Problem(404, 'unknown-import', { no });
  return it;
}

/** Those that wait to be read, or were interrupted, the oldest first. */
export async function listUnread({ client, district }: Reader): Promise<readonly Import[]> {
  const found = await client.query<Import>({
    name: 'records-unread',
    text: `select ${IMPORT} from records.import where district = $1 and state in ('waiting', 'reading') order by no limit 100`,
    values: [district],
  });
  return found.rows;
}

/** Imports of one district take their turn where numbers are given out and lists change. */
export async function holdImports({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.import ${district}`]);
}

export async function addImport(
  writer: Writer,
  it: Omit<
    Import,
    | 'no'
    | 'openedAt'
    | 'state'
    | 'chunks'
    | 'rowsTaken'
    | 'rowsRefused'
    | 'bytesRead'
    | 'trouble'
    | 'supersedesNo'
    | 'settledBy'
    | 'settledAt'
  >,
): Promise<number> {
  const found = await writer.client.query<{ no: number }>('select coalesce(max(no), 0) + 1 as no from records.import where district = $1', [
    writer.district,
  ]);
  const no = found.rows[0]!.no;
  const file = { file_digest: it.fileDigest, file_name: it.fileName, file_bytes: it.fileBytes };
  const opened = { state: 'waiting', opened_by: it.openedBy, opened_at: writer.now.toISOString() };
  await add(writer, 'records.import', { no, target: it.target, target_id: it.targetId, unit_id: it.unitId, ...file, ...opened });
  return no;
}

export async function saveImport(
  writer: Writer,
  no: number,
  it: Partial<Pick<Import, 'state' | 'supersedesNo' | 'chunks' | 'rowsTaken' | 'rowsRefused' | 'bytesRead' | 'trouble'>>,
  isSettled = false,
): Promise<void> {
  const values = {
    ...(it.state && { state: it.state }),
    ...(it.supersedesNo !== undefined && { supersedes_no: it.supersedesNo }),
    ...(it.chunks !== undefined && { chunks: it.chunks, rows_taken: it.rowsTaken, rows_refused: it.rowsRefused, bytes_read: it.bytesRead }),
    ...(it.trouble !== undefined && { trouble: it.trouble }),
    ...(isSettled && { settled_by: writer.actor.name, settled_at: writer.now.toISOString() }),
  };
  await save(writer, 'records.import', { no }, values);
}

type Placed = { readonly importNo: number; readonly chunkNo: number; readonly targetId: string };

/** One batch of rows with the persons that nobody knew yet. */
export async function addRows(writer: Writer, { importNo, chunkNo, targetId }: Placed, rows: readonly ReadyRow[]): Promise<void> {
  const { numbers, added } = await knownOrNew(writer, { importNo, chunkNo }, rows);
  const placed = { import_no: importNo, chunk_no: chunkNo, target_id: targetId };
  // Sent one behind the other: the next is made ready while the database writes the one before.
  const persons = addMany(writer, 'records.person', added);
  const lines = rows.map((it) => ({ ...placed, row_no: it.rowNo, sheet: it.sheet, person_no: numbers.get(keyOf(it))!, ...it.entry }));
  await Promise.all([persons, addMany(writer, 'records.roll_line', lines), addBlock(writer, importNo, chunkNo, lines)]);
}

const keyOf = ({ person }: Pick<ReadyRow, 'person'>) => person.identityDigest ?? `${person.detailsDigest} alike`;

export async function holdPersons({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.person ${district}`]);
}

type Numbered = { readonly numbers: ReadonlyMap<string, number>; readonly added: readonly Readonly<Record<string, unknown>>[] };

/** Numbers of the persons of these rows; whoever is new gets the next one, and is to be added. */
async function knownOrNew(
  writer: Writer,
  { importNo, chunkNo }: Omit<Placed, 'targetId'>,
  rows: readonly Pick<ReadyRow, 'person'>[],
): Promise<Numbered> {
  const { client, district } = writer;
  const known = await client.query<{ key: string; no: number }>({
    name: 'records-known-persons',
    text: `select identity_digest as key, no from records.person where district = $1 and identity_digest = any($2)
           union all
           select details_digest || ' alike', min(no) from records.person where district = $1 and details_digest = any($3) and identity_digest is null group by details_digest`,
    values: [
      district,
      rows.flatMap((it) => it.person.identityDigest ?? []),
      rows.filter((it) => it.person.identityDigest === null).map((it) => it.person.detailsDigest),
    ],
  });
  const numbers = new Map(known.rows.map((it) => [it.key, it.no]));
  const fresh = new Map<string, ReadyRow['person']>();
  for (const row of rows) if (!numbers.has(keyOf(row)) && row.person.sealed !== null) fresh.set(keyOf(row), row.person);
  if (fresh.size === 0) return { numbers, added: [] };
  const last = await client.query<{ no: number }>('select coalesce(max(no), 0) as no from records.person where district = $1', [district]);
  let no = last.rows[0]!.no;
  const added = [...fresh].map(([key, person]) => {
    numbers.set(key, ++no);
    const sealed = { sealed_identity: person.sealed!.identity, sealed_details: person.sealed!.details };
    return {
      no,
      identity_digest: person.identityDigest,
      details_digest: person.detailsDigest,
      has_phone: person.hasPhone,
      ...sealed,
      import_no: importNo,
      chunk_no: chunkNo,
    };
  });
  return { numbers, added };
}

export async function addFaults(
  writer: Writer,
  { importNo, chunkNo }: Omit<Placed, 'targetId'>,
  from: number,
  faults: readonly LineFault[],
): Promise<void> {
  const row = (it: LineFault, i: number) => ({
    import_no: importNo,
    fault_no: from + i,
    chunk_no: chunkNo,
    sheet: it.sheet,
    row_no: it.rowNo,
    field: it.field,
    kind: it.kind,
    facts: it.facts,
  });
  await addMany(writer, 'records.import_fault', faults.map(row));
}

/** Takes the lines of a file back for good. */
export async function eraseLines(writer: Writer, importNo: number): Promise<void> {
  await erase(writer, 'records.roll_block', { import_no: importNo });
  await erase(writer, 'records.roll_line', { import_no: importNo });
}

/** Persons that came with a file go too, where nothing else speaks of them. */
export async function erasePersonsOf(writer: Writer, importNo: number): Promise<void> {
  const { client, district } = writer;
  const left = await client.query(
    `select 1 from records.person p where p.district = $1 and p.import_no = $2 and (
       exists (select from records.roll_line e where e.district = p.district and e.person_no = p.no)
       or exists (select from records.sign_in s where s.district = p.district and s.person_no = p.no)) limit 1`,
    [district, importNo],
  );
  if (left.rowCount === 0) await erase(writer, 'records.person', { import_no: importNo });
}

export async function countFaults({ client, district }: Reader, importNo: number): Promise<number> {
  const found = await client.query<{ count: number }>(
    'select count(*)::int as count from records.import_fault where district = $1 and import_no = $2',
    [district, importNo],
  );
  return found.rows[0]!.count;
}

export type StoredFault = LineFault & { readonly faultNo: number };

export async function listFaults({ client, district }: Reader, importNo: number, most: number): Promise<readonly StoredFault[]> {
  const found = await client.query<StoredFault>(
    `select fault_no as "faultNo", sheet, row_no as "rowNo", field, kind, facts from records.import_fault
      where district = $1 and import_no = $2 order by fault_no limit $3`,
    [district, importNo, most],
  );
  return found.rows.map((it) => ({ ...it, rowNo: rowInSheet(it.rowNo) }));
}

/** What a file would change against the one whose place it takes: rows only here, only there, by person, day, slot and dose. */
export async function differenceOf(
  { client, district }: Reader,
  importNo: number,
  againstNo: number | null,
): Promise<{ readonly added: number; readonly gone: number; readonly same: number }> {
  const keys = (no: string) =>
    `select person_no, on_day, slot, dose_no, quantity, area_id, has_evidence from records.roll_line where district = $1 and import_no = ${no}`;
  const found = await client.query<{ added: number; gone: number; same: number }>(
    `with mine as (${keys('$2')}), theirs as (${keys('$3')}), added as (select * from mine except select * from theirs), gone as (select * from theirs except select * from mine)
     select (select count(*) from added)::int as added, (select count(*) from gone)::int as gone,
            ((select count(*) from (select distinct * from mine) m) - (select count(*) from added))::int as same`,
    [district, importNo, againstNo ?? 0],
  );
  return found.rows[0]!;
}

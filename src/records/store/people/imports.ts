import { Problem } from '#/kernel/problem.ts';
import { add, addMany, erase, type Reader, save, type Writer } from '#/platform/db.ts';
import type { BlockPlace } from '../../rules/people/columns.ts';
import { type Import, rowInSheet } from '../../rules/people/importing.ts';
import type { LineFault } from '../../rules/people/line.ts';

const IMPORT = `no, target, target_id as "targetId", unit_id as "unitId", file_digest as "fileDigest", file_name as "fileName", file_bytes as "fileBytes",
  state, supersedes_no as "supersedesNo", chunks, rows_taken as "rowsTaken", rows_refused as "rowsRefused", bytes_read as "bytesRead", trouble,
  opened_by as "openedBy", opened_at as "openedAt", settled_by as "settledBy", settled_at as "settledAt",
  withdrawn_because as "withdrawnBecause", withdrawn_by as "withdrawnBy", withdrawn_on as "withdrawnOn"`;

export async function listImports({ client, district }: Reader, targetId: string | null = null): Promise<readonly Import[]> {
  const found = await client.query<Import>({
    name: 'records-imports',
    text: `select ${IMPORT} from records.import where district = $1 and ($2::uuid is null or target_id = $2) order by no desc`,
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
    | 'withdrawnBecause'
    | 'withdrawnBy'
    | 'withdrawnOn'
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

export async function withdraw(writer: Writer, no: number, because: string): Promise<void> {
  const said = { withdrawn_because: because, withdrawn_by: writer.actor.name, withdrawn_on: writer.today };
  await save(writer, 'records.import', { no }, { state: 'withdrawn', ...said });
}

export async function addFaults(
  writer: Writer,
  { importNo, chunkNo }: BlockPlace,
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

/** Of an import that was taken back nobody asks what was wrong with it. */
export async function eraseFaults(writer: Writer, importNo: number): Promise<void> {
  await erase(writer, 'records.import_fault', { import_no: importNo });
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

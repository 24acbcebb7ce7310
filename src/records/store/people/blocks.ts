import type { CivilDate } from '#/kernel/civil-date.ts';
import { copyOut } from '#/platform/copy-out.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import { type Columns, type CountedLine, columnsOf, decodeColumns, encodeColumns } from '../../rules/people/columns.ts';

/** A batch as it will be counted, beside its lines. */
export async function addBlock(writer: Writer, importNo: number, chunkNo: number, lines: readonly CountedLine[]): Promise<void> {
  if (lines.length === 0) return;
  const columns = Buffer.from(encodeColumns(columnsOf(importNo, lines)));
  await add(writer, 'records.roll_block', { import_no: importNo, chunk_no: chunkNo, lines: lines.length, columns });
}

/** All lines of these imports. */
export async function loadBlocks(reader: Reader, importNos: readonly number[]): Promise<readonly Columns[]> {
  if (importNos.length === 0) return [];
  const blocks = await copyBlocks(reader, importNos);
  const found = new Set(blocks.map((it) => it.importNo));
  return [
    ...blocks,
    ...(await readLines(
      reader,
      importNos.filter((it) => !found.has(it)),
    )),
  ];
}

async function copyBlocks({ client, district }: Reader, importNos: readonly number[]): Promise<Columns[]> {
  const blocks: Columns[] = [];
  const nos = importNos.map(Number).join(', ');
  await copyOut(
    client,
    `select import_no, columns from records.roll_block where district = '${district}' and import_no in (${nos}) order by import_no, chunk_no`,
    ([no, columns]) => blocks.push(decodeColumns(no!.readInt32BE(), columns!)),
  );
  return blocks;
}

const FACTS = 'birth_on, sex, is_local, lives_alone, is_assisted, consent';
type Read = Omit<CountedLine, 'couple_no'> & { readonly import_no: number; readonly couple_no: string | number | null };

const numbered = (it: Read): CountedLine => ({ ...it, couple_no: it.couple_no === null ? null : Number(it.couple_no) });

/** Lists that were taken in before there were blocks. */
async function readLines({ client, district }: Reader, importNos: readonly number[]): Promise<readonly Columns[]> {
  if (importNos.length === 0) return [];
  const found = await client.query<Read>(
    `select import_no, row_no, person_no, on_day, slot, dose_no, quantity, area_id, has_evidence, couple_no, ${FACTS}
       from records.roll_line where district = $1 and import_no = any($2::int[]) order by import_no, row_no`,
    [district, importNos],
  );
  return importNos.map((no) => columnsOf(no, found.rows.filter((it) => it.import_no === no).map(numbered)));
}

/** Whoever signed in for a service up to a day: one block, each one dose with his presence as evidence. */
export async function loadSignIns({ client, district }: Reader, serviceKindId: string, until: CivilDate): Promise<Columns> {
  const found = await client.query<Read>({
    name: 'records-signed-in',
    text: `select 0 as import_no, (row_number() over (order by on_day, person_no, slot))::int as row_no, person_no, on_day, slot, 1 as dose_no, 1 as quantity, area_id,
                  true as has_evidence, null::bigint as couple_no, ${FACTS}
             from records.sign_in where district = $1 and service_kind_id = $2 and on_day <= $3`,
    values: [district, serviceKindId, until],
  });
  return columnsOf(0, found.rows.map(numbered));
}

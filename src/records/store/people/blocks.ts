import type { CivilDate } from '#/kernel/civil-date.ts';
import { copyOut } from '#/platform/copy-out.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Beside } from '../../rules/people/beside.ts';
import { type BlockPlace, type Columns, type CountedLine, columnsOf, decodeColumns, encodeColumns } from '../../rules/people/columns.ts';

/** A batch of lines: as they are counted, and what is read beside them (see `Beside`). */
export async function addBlock(writer: Writer, columns: Columns, beside: string): Promise<void> {
  const { importNo, chunkNo, length } = columns;
  const place = { import_no: importNo, chunk_no: chunkNo };
  await add(writer, 'records.roll_block', { ...place, lines: length, columns: Buffer.from(encodeColumns(columns)), beside });
}

/** All lines of these imports, as they are counted. */
export async function loadBlocks(reader: Reader, importNos: readonly number[]): Promise<readonly Columns[]> {
  const blocks: Columns[] = [];
  await copyBlocks(reader, importNos, (place, bytes) => blocks.push(decodeColumns(place, bytes)));
  return blocks;
}

/**
 * The same batch by batch, as they come from the database: what is counted needs no room, and is counted while the database reads on. Each batch lies
 * where the one before it lay.
 */
export async function eachBlock(reader: Reader, importNos: readonly number[], take: (block: Columns) => void): Promise<void> {
  let room = new Uint8Array(1 << 15);
  await copyBlocks(reader, importNos, (place, bytes) => {
    if (bytes.length > room.length) room = new Uint8Array(bytes.length * 2);
    take(decodeColumns(place, bytes, room));
  });
}

type EachBytes = (place: BlockPlace, bytes: Buffer) => void;

async function copyBlocks({ client, district }: Reader, importNos: readonly number[], each: EachBytes): Promise<void> {
  if (importNos.length === 0) return;
  const nos = importNos.map(Number).join(', ');
  await copyOut(
    client,
    `select import_no, chunk_no, columns from records.roll_block where district = '${district}' and import_no in (${nos}) order by import_no, chunk_no`,
    ([importNo, chunkNo, columns]) => each({ importNo: importNo!.readInt32BE(), chunkNo: chunkNo!.readInt32BE() }, columns!),
  );
}

/** What stands beside the columns of a batch. */
export async function loadBeside({ client, district }: Reader, places: readonly BlockPlace[]): Promise<readonly Beside[]> {
  const found = await client.query<{ beside: string }>(
    `select b.beside from unnest($2::int[], $3::int[]) with ordinality as a (import_no, chunk_no, place)
       join records.roll_block b on b.district = $1 and b.import_no = a.import_no and b.chunk_no = a.chunk_no order by a.place`,
    [district, places.map((it) => it.importNo), places.map((it) => it.chunkNo)],
  );
  return found.rows.map((it) => JSON.parse(it.beside) as Beside);
}

/** Where a person stands: the batch that he came with, and those in which he was met again. */
export const STANDS = `(select import_no, chunk_no from records.person where district = $1 and no = $2
   union all select import_no, chunk_no from records.roll_person where district = $1 and person_no = $2)`;

const FACTS = 'birth_on, sex, is_local, lives_alone, is_assisted, consent';

/** No import has this number. */
const SIGNED_IN = { importNo: 0, chunkNo: 0 } as const;

/** Whoever signed in for a service up to a day: one block, each one dose with his presence as evidence. */
export async function loadSignIns({ client, district }: Reader, serviceKindId: string, until: CivilDate): Promise<Columns> {
  const found = await client.query<CountedLine>({
    name: 'records-signed-in',
    text: `select (row_number() over (order by on_day, person_no, slot))::int as row_no, person_no, on_day, slot, 1 as dose_no, 1 as quantity, area_id,
                  true as has_evidence, null::bigint as couple_no, ${FACTS}
             from records.sign_in where district = $1 and service_kind_id = $2 and on_day <= $3`,
    values: [district, serviceKindId, until],
  });
  return columnsOf(SIGNED_IN, found.rows);
}

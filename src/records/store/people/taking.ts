import { addMany, type Writer } from '#/platform/db.ts';
import { seal } from '#/platform/secrets.ts';
import { type BlockPlace, decodeColumns } from '../../rules/people/columns.ts';
import type { ReadyPerson } from '../../rules/people/importing.ts';
import { PERSONS_A_SEAL, SEAL_PLACE, sealText, type Who } from '../../rules/people/sealed-persons.ts';
import { addBlock } from './blocks.ts';

type Batch = { readonly persons: readonly ReadyPerson[]; readonly columns: Uint8Array; readonly beside: string };

/** One batch of lines with the persons that nobody knew yet. */
export async function addLines(writer: Writer, place: BlockPlace, { persons, columns, beside }: Batch): Promise<void> {
  if (persons.length === 0) return;
  const { numbers, added, seals, again } = await numbersOf(writer, place, persons);
  const block = decodeColumns(place, columns);
  for (const [i, person] of persons.entries()) {
    const no = numbers.get(keyOf(person));
    // A number that is missing would be written as nought, and be somebody.
    if (no === undefined) throw new Error(`line ${i} of batch ${place.chunkNo} of import ${place.importNo} is nobody's`);
    block.persons[i] = no;
  }
  // Sent one behind the other: the next is made ready while the database writes the one before.
  await Promise.all([
    addMany(writer, 'records.person', added),
    addMany(writer, 'records.person_seal', seals),
    addBlock(writer, block, beside),
  ]);
  await addMany(writer, 'records.roll_person', again);
}

const keyOf = ([identityDigest, detailsDigest]: ReadyPerson) => identityDigest ?? `${detailsDigest} alike`;

export async function holdPersons({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.person ${district}`]);
}

type Row = Readonly<Record<string, unknown>>;
type Numbered = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly added: readonly Row[];
  readonly seals: readonly Row[];
  readonly again: readonly Row[];
};

/** Numbers of those who stand in a batch; whoever is new gets the next one, and is to be added; whoever was known stands in one more batch. */
async function numbersOf(writer: Writer, { importNo, chunkNo }: BlockPlace, persons: readonly ReadyPerson[]): Promise<Numbered> {
  const { client, district } = writer;
  // One by one through the index of what identifies, and planned anew for each batch: of a table that fills up within a minute PostgreSQL has no
  // statistics yet, and would rather read all persons of the district for each batch. `+ 0` keeps it from looking for the least number first.
  const known = await client.query<{ key: string; no: number }>({
    text: `select asked.key, found.no from unnest($2::text[]) as asked (key)
           cross join lateral (select no from records.person where district = $1 and identity_digest = asked.key limit 1) found
           union all
           select asked.key || ' alike', found.no from unnest($3::text[]) as asked (key)
           cross join lateral (select min(no + 0) as no from records.person
             where district = $1 and details_digest = asked.key and identity_digest is null and import_no = any($4::int[])) found
           where found.no is not null`,
    values: [
      district,
      [...new Set(persons.flatMap(([identityDigest]) => identityDigest ?? []))].sort(),
      [...new Set(persons.flatMap(([identityDigest, detailsDigest]) => (identityDigest === null ? detailsDigest : [])))].sort(),
      await listInPlace(writer, importNo),
    ],
  });
  const placed = { import_no: importNo, chunk_no: chunkNo };
  const numbers = new Map(known.rows.map((it) => [it.key, it.no]));
  const again = known.rows.map((it) => ({ person_no: it.no, ...placed }));
  const fresh = new Map<string, ReadyPerson>();
  for (const it of persons) if (it[3] !== null && !numbers.has(keyOf(it))) fresh.set(keyOf(it), it);
  if (fresh.size === 0) return { numbers, added: [], seals: [], again };
  const last = await client.query<{ no: number }>('select coalesce(max(no), 0) as no from records.person where district = $1', [district]);
  const first = last.rows[0]!.no + 1;
  const added = [...fresh].map(([key, [identityDigest, detailsDigest, hasPhone]], i) => {
    numbers.set(key, first + i);
    const digests = { identity_digest: identityDigest, details_digest: detailsDigest };
    return { no: first + i, ...digests, has_phone: hasPhone, sealed_from: first + i - (i % PERSONS_A_SEAL), ...placed };
  });
  const whos = [...fresh.values()].map(([, , , who]) => who!);
  return { numbers, added, seals: sealsOf(writer, importNo, first, whos), again };
}

/**
 * Imports among which rows that look alike and have no paper are one person's: this one, and those whose place it takes in a roster, of which one list is in
 * force at a time. In other files it is for a person to decide (see decision 0051).
 */
async function listInPlace({ client, district }: Writer, importNo: number): Promise<readonly number[]> {
  const found = await client.query<{ no: number }>({
    name: 'records-in-place',
    text: `select i.no from records.import i
             join records.import own on own.district = $1 and own.no = $2 and own.target_id = i.target_id and (own.no = i.no or own.target = 'roster')
            where i.district = $1`,
    values: [district, importNo],
  });
  return found.rows.map(({ no }) => no);
}

/** The new persons, as many to a seal as `PERSONS_A_SEAL`. */
function sealsOf({ keys }: Writer, importNo: number, first: number, whos: readonly Who[]): readonly Row[] {
  return Array.from({ length: Math.ceil(whos.length / PERSONS_A_SEAL) }, (_, i) => {
    const from = i * PERSONS_A_SEAL;
    const sealed = seal(keys, SEAL_PLACE, sealText(whos.slice(from, from + PERSONS_A_SEAL)));
    return { from_no: first + from, import_no: importNo, sealed };
  });
}

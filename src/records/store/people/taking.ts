import { addMany, type Writer } from '#/platform/db.ts';
import { type BlockPlace, decodeColumns } from '../../rules/people/columns.ts';
import type { ReadyPerson } from '../../rules/people/importing.ts';
import { addBlock } from './blocks.ts';

type Batch = { readonly persons: readonly ReadyPerson[]; readonly columns: Uint8Array; readonly beside: string };

/** One batch of lines with the persons that nobody knew yet. */
export async function addLines(writer: Writer, place: BlockPlace, { persons, columns, beside }: Batch): Promise<void> {
  if (persons.length === 0) return;
  const { numbers, added, again } = await numbersOf(writer, place, persons);
  const block = decodeColumns(place, columns);
  for (const [i, person] of persons.entries()) {
    const no = numbers.get(keyOf(person));
    // A number that is missing would be written as nought, and be somebody.
    if (no === undefined) throw new Error(`line ${i} of batch ${place.chunkNo} of import ${place.importNo} is nobody's`);
    block.persons[i] = no;
  }
  // Sent one behind the other: the next is made ready while the database writes the one before.
  await Promise.all([addMany(writer, 'records.person', added), addBlock(writer, block, beside)]);
  await addMany(writer, 'records.roll_person', again);
}

const keyOf = ({ identityDigest, detailsDigest }: ReadyPerson) => identityDigest ?? `${detailsDigest} alike`;

export async function holdPersons({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.person ${district}`]);
}

type Row = Readonly<Record<string, unknown>>;
type Numbered = { readonly numbers: ReadonlyMap<string, number>; readonly added: readonly Row[]; readonly again: readonly Row[] };

/** Numbers of those who stand in a batch; whoever is new gets the next one, and is to be added; whoever was known stands in one more batch. */
async function numbersOf(
  { client, district }: Writer,
  { importNo, chunkNo }: BlockPlace,
  persons: readonly ReadyPerson[],
): Promise<Numbered> {
  const known = await client.query<{ key: string; no: number }>({
    name: 'records-known-persons',
    text: `select identity_digest as key, no from records.person where district = $1 and identity_digest = any($2)
           union all
           select details_digest || ' alike', min(no) from records.person where district = $1 and details_digest = any($3) and identity_digest is null group by details_digest`,
    values: [
      district,
      persons.flatMap((it) => it.identityDigest ?? []),
      persons.filter((it) => it.identityDigest === null).map((it) => it.detailsDigest),
    ],
  });
  const placed = { import_no: importNo, chunk_no: chunkNo };
  const numbers = new Map(known.rows.map((it) => [it.key, it.no]));
  const again = known.rows.map((it) => ({ person_no: it.no, ...placed }));
  const fresh = new Map<string, ReadyPerson>();
  for (const it of persons) if (it.sealed !== null && !numbers.has(keyOf(it))) fresh.set(keyOf(it), it);
  if (fresh.size === 0) return { numbers, added: [], again };
  const last = await client.query<{ no: number }>('select coalesce(max(no), 0) as no from records.person where district = $1', [district]);
  const added = [...fresh].map(([key, { identityDigest, detailsDigest, hasPhone, sealed }], i) => {
    const no = last.rows[0]!.no + i + 1;
    numbers.set(key, no);
    const digests = { identity_digest: identityDigest, details_digest: detailsDigest };
    return { no, ...digests, has_phone: hasPhone, sealed_identity: sealed!.identity, sealed_details: sealed!.details, ...placed };
  });
  return { numbers, added, again };
}

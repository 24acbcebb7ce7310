import { erase, eraseMany, type Reader, saveMany, type Writer } from '#/platform/db.ts';
import { seal, unseal } from '#/platform/secrets.ts';
import { PERSONS_A_SEAL, SEAL_PLACE, sealWithout } from '../../rules/people/sealed-persons.ts';

/** Takes the lines of a file back for good, and every person whom nothing speaks of any more. */
export async function eraseImport(writer: Writer, importNo: number): Promise<void> {
  await erase(writer, 'records.roll_person', { import_no: importNo });
  await erase(writer, 'records.roll_block', { import_no: importNo });
  const gone = await listUnspoken(writer, importNo);
  await eraseMany(
    writer,
    'records.person',
    gone.map(({ no }) => ({ no })),
  );
  await emptySeals(writer, [...new Set(gone.map(({ sealedFrom }) => sealedFrom))]);
}

type Unspoken = { readonly no: number; readonly sealedFrom: number };

/** Who came with this file, or with one that was taken back before, and stands in no other list, signed in nowhere, and was taken for nobody else. */
async function listUnspoken({ client, district }: Reader, importNo: number): Promise<readonly Unspoken[]> {
  const found = await client.query<Unspoken>(
    `select p.no, p.sealed_from as "sealedFrom" from records.person p
      where p.district = $1
        and p.import_no in (select i.no from records.import i where i.district = $1 and (i.no = $2 or i.state in ('cancelled', 'failed', 'withdrawn')))
        and not exists (select from records.roll_person r where r.district = $1 and r.person_no = p.no)
        and not exists (select from records.sign_in s where s.district = $1 and s.person_no = p.no)
        and not exists (select from records.sign_in_taken_back s where s.district = $1 and s.person_no = p.no)
        and not exists (select from records.person_link l where l.district = $1 and p.no in (l.person_no, l.other_no))
      order by p.no`,
    [district, importNo],
  );
  return found.rows;
}

/** A seal of which nobody is left goes too; of another only who is left stays in it. */
async function emptySeals(writer: Writer, froms: readonly number[]): Promise<void> {
  const { client, district, keys } = writer;
  const found = await client.query<{ from: number; sealed: string; left: readonly number[] }>(
    `select l.from_no as "from", l.sealed,
            array(select p.no from records.person p where p.district = $1 and p.no >= l.from_no and p.no < l.from_no + $3 and p.sealed_from = l.from_no) as left
       from records.person_seal l where l.district = $1 and l.from_no = any($2)`,
    [district, froms, PERSONS_A_SEAL],
  );
  const [empty, kept] = [found.rows.filter((it) => it.left.length === 0), found.rows.filter((it) => it.left.length > 0)];
  await eraseMany(
    writer,
    'records.person_seal',
    empty.map((it) => ({ from_no: it.from })),
  );
  const without = (it: (typeof kept)[number]) => {
    const left = new Set(it.left.map((no) => no - it.from));
    return seal(
      keys,
      SEAL_PLACE,
      sealWithout(unseal(keys, SEAL_PLACE, it.sealed), (place) => left.has(place)),
    );
  };
  await saveMany(
    writer,
    'records.person_seal',
    kept.map((it) => ({ from_no: it.from, sealed: without(it) })),
  );
}

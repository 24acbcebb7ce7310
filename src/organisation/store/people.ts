import { Problem } from '#/kernel/problem.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import { lookupDigest, seal, unseal } from '#/platform/secrets.ts';
import type { Person } from '../rules/person.ts';

const PLACE = 'organisation.person.phone';
type Row = Omit<Person, 'phone'> & { readonly phone: string | null };
const COLUMNS = `id, name, phone, account_id as "accountId", version`;

function personOf({ keys }: Reader, row: Row): Person {
  return { ...row, phone: row.phone === null ? '' : unseal(keys, PLACE, row.phone) };
}

export async function listPeople(reader: Reader): Promise<readonly Person[]> {
  const found = await reader.client.query<Row>(`select ${COLUMNS} from organisation.person where district = $1 order by name, id`, [
    reader.district,
  ]);
  return found.rows.map((row) => personOf(reader, row));
}

export async function getPerson(reader: Reader, id: string): Promise<Person> {
  const found = await reader.client.query<Row>(`select ${COLUMNS} from organisation.person where district = $1 and id = $2`, [
    reader.district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-person', { id });
  return personOf(reader, found.rows[0]);
}

/** Holds the person until the transaction ends: a name and an account given at once are both kept. */
export async function getPersonForUpdate(writer: Writer, id: string): Promise<Person> {
  await writer.client.query('select 1 from organisation.person where district = $1 and id = $2 for update', [writer.district, id]);
  return getPerson(writer, id);
}

/** The person behind an account, in this district; an account of nobody here does not exist here. */
export async function getPersonOfAccount(reader: Reader, accountId: string): Promise<Person> {
  const found = await reader.client.query<Row>(`select ${COLUMNS} from organisation.person where district = $1 and account_id = $2`, [
    reader.district,
    accountId,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-account', { id: accountId });
  return personOf(reader, found.rows[0]);
}

export async function savePerson(writer: Writer, it: Person): Promise<void> {
  const phone = it.phone === '' ? null : seal(writer.keys, PLACE, it.phone);
  const digest = it.phone === '' ? null : lookupDigest(writer.keys, PLACE, it.phone);
  await save(writer, 'organisation.person', { id: it.id }, { name: it.name, phone, phone_digest: digest, account_id: it.accountId });
}

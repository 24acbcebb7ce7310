import { type CanonicalForm, canonicalForm } from './canonical.ts';
import { add, rowDigest, type Writer } from './db.ts';
import { shapeOf, type TableShape } from './shape.ts';
import type { WaitingRow } from './transaction.ts';

type Row = Readonly<Record<string, unknown>>;

/** Answers that a command did not wait for; they belong to the list of its changes. */
const unread = new WeakMap<Writer['changes'], Promise<unknown>[]>();

/**
 * Inserts one new row as `add` does, and does not wait for the answer where the row's stored form is known beforehand: entry, outcome and
 * commit can follow in the same message. Where the database refuses the row, all of that comes to nothing, and the command fails with its word.
 */
export async function addUnread(writer: Writer, table: string, row: Row): Promise<void> {
  const shape = await shapeOf(writer.client, table);
  const { form, text } = insertOf(shape, writer.district, Object.keys(row));
  const written = form?.textOf(row) ?? null;
  if (form === null || written === null) return add(writer, table, row);
  const values = [writer.district, ...Object.entries(row).map(([column, value]) => shape.encode(column, value))];
  if (writer.sharing === undefined) send(writer, { name: shape.statementName, text, values });
  else writer.sharing.rows.push({ name: shape.statementName, text, values });
  writer.changes.push({ table, key: form.keyOf(row), digest: rowDigest(writer, table, written), erased: false });
}

function send({ client, changes }: Writer, { name, text, values }: WaitingRow): void {
  const statement = text(1);
  const sent = client.query({ name: name(statement), text: statement, values: [...values] });
  sent.catch(() => {});
  unread.set(changes, [...(unread.get(changes) ?? []), sent]);
}

/** What is to be heard before the command counts as done; the fault of the first that failed. */
export async function readUnread(writer: Writer): Promise<void> {
  await Promise.all(unread.get(writer.changes) ?? []);
}

type Insert = { readonly form: CanonicalForm | null; readonly text: WaitingRow['text'] };
const inserts = new Map<string, Insert>();

function insertOf(shape: TableShape, district: string, columns: readonly string[]): Insert {
  const key = [shape.table, district, ...columns].join(' ');
  const known = inserts.get(key);
  if (known !== undefined) return known;
  const names = ['district', ...columns].map((it) => shape.quote(it));
  const tuple = (row: number) => `(${names.map((_, i) => `$${row * names.length + i + 1}`).join(', ')})`;
  const texts: string[] = [];
  const text = (rows: number) =>
    (texts[rows] ??=
      `insert into ${shape.name} (${names.join(', ')}) values ${Array.from({ length: rows }, (_, row) => tuple(row)).join(', ')}`);
  const made = { form: canonicalForm(shape, district, columns, true), text };
  inserts.set(key, made);
  return made;
}

import { arrayText } from './array-text.ts';
import { type CanonicalForm, canonicalForm } from './canonical.ts';
import type { Actor } from './roles.ts';
import { keyedDigest } from './secrets.ts';
import { shapeOf, type TableShape } from './shape.ts';
import type { Reader } from './transaction.ts';

export type { Actor, Role } from './roles.ts';
export type { ActingReader, Db, Reader } from './transaction.ts';

/** One row changed by a command: `digest` is keyed over the row as it stands afterwards, null when it is gone. */
export type Change = { readonly table: string; readonly key: string; readonly digest: string | null; readonly erased: boolean };

/** A transaction that may write, on behalf of an actor; every write leaves a change for the journal. */
export type Writer = Reader & {
  readonly actor: Actor;
  readonly commandId: string;
  /** Versions the person saw when he decided, by subject. */
  readonly base: Readonly<Record<string, number>>;
  readonly changes: Change[];
};

type Row = Readonly<Record<string, unknown>>;

/** Canonical form 1 of a row: PostgreSQL's jsonb text without nulls, so that a later nullable column changes no old digest. */
export const CANONICAL_FORM = 1;
const CANONICAL = 'jsonb_strip_nulls(to_jsonb(t))::text';
export const canonicalRow = CANONICAL;

export function rowDigest(reader: Pick<Reader, 'keys' | 'district'>, table: string, canonical: string, keyId?: string): string {
  return keyedDigest(reader.keys, 'journal', `${CANONICAL_FORM}\n${reader.district}\n${table}\n${canonical}`, keyId);
}

/** What every write gives back: the key of the change as the database writes it (the primary key without the district), and the row. */
function returning(shape: TableShape): string {
  return `returning jsonb_build_array(${shape.key.map((column) => `t.${shape.quote(column)}`).join(', ')}) as key, ${CANONICAL} as row`;
}

/** Updates the row with this key, or inserts it when there is none; a `version` column counts up. */
export async function save(writer: Writer, table: string, key: Row, values: Row): Promise<void> {
  const shape = await shapeOf(writer.client, table);
  const columns = Object.keys(values);
  const parameters = [writer.district, ...Object.entries(key), ...Object.entries(values)].map((it) =>
    Array.isArray(it) ? shape.encode(it[0], it[1]) : it,
  );
  const sets = columns.map((column, i) => `${shape.quote(column)} = $${i + 2 + Object.keys(key).length}`);
  if (shape.versioned && !columns.includes('version')) sets.push('version = t.version + 1');
  const where = Object.keys(key).map((column, i) => `t.${shape.quote(column)} = $${i + 2}`);
  const text = `update ${shape.name} t set ${sets.join(', ')} where t.district = $1${where.map((it) => ` and ${it}`).join('')} ${returning(shape)}`;
  const updated = await writer.client.query<Written>({ name: shape.statementName(text), text, values: parameters });
  if (updated.rowCount === 0) return add(writer, table, { ...key, ...values });
  note(writer, table, updated.rows[0]!);
}

/** Inserts one new row; the district is the writer's. */
export async function add(writer: Writer, table: string, row: Row): Promise<void> {
  const shape = await shapeOf(writer.client, table);
  const columns = Object.keys(row);
  const text = `insert into ${shape.name} as t (district${columns.map((it) => `, ${shape.quote(it)}`).join('')}) values ($1${columns
    .map((_, i) => `, $${i + 2}`)
    .join('')}) ${returning(shape)}`;
  const inserted = await writer.client.query<Written>({
    name: shape.statementName(text),
    text,
    values: [writer.district, ...columns.map((column) => shape.encode(column, row[column]))],
  });
  note(writer, table, inserted.rows[0]!);
}

/**
 * Inserts many rows set-wise: one journal entry for the batch, a keyed digest for each row. All rows have the same columns.
 * (PostgreSQL refuses COPY into a table with row-level security, so the rows travel as one array a column, or, where a column is not plain enough, as one
 * JSON document a chunk.)
 */
export async function addMany(writer: Writer, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const shape = await shapeOf(writer.client, table);
  const names = Object.keys(rows[0]!);
  const columns = names.map((it) => shape.quote(it));
  const text = `insert into ${shape.name} as t (district, ${columns.join(', ')})
    select $1, ${columns.map((it) => `r.${it}`).join(', ')} from jsonb_populate_recordset(null::${shape.name}, $2::jsonb) r`;
  const form = canonicalForm(shape, writer.district, names);
  const arrays = names.map((it, i) => `$${i + 2}::${shape.types.get(it)}[]`).join(', ');
  const plain = `insert into ${shape.name} (district, ${columns.join(', ')}) select $1, r.* from unnest(${arrays}) r`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    if (form !== null && (await addPlain(writer, { table, text: plain, form, names }, chunk))) continue;
    const inserted = await writer.client.query<Written>(`${text} ${returning(shape)}`, [writer.district, JSON.stringify(chunk)]);
    for (const it of inserted.rows) note(writer, table, it);
  }
}

type Plainly = { readonly table: string; readonly text: string; readonly form: CanonicalForm; readonly names: readonly string[] };

/** Rows whose stored form is known beforehand need not come back to be digested. False where one is not so plain. */
async function addPlain(writer: Writer, { table, text, form, names }: Plainly, rows: readonly Row[]): Promise<boolean> {
  const texts: string[] = [];
  for (const row of rows) {
    const written = form.textOf(row);
    if (written === null) return false;
    texts.push(written);
  }
  const sent = writer.client.query(text, [writer.district, ...names.map((name) => arrayText(rows.map((row) => row[name])))]);
  sent.catch(() => {});
  for (const [i, row] of rows.entries())
    writer.changes.push({ table, key: form.keyOf(row), digest: rowDigest(writer, table, texts[i]!), erased: false });
  const { rowCount } = await sent;
  if (rowCount !== rows.length) throw new Error(`${table}: ${rowCount} of ${rows.length} rows were added`);
  return true;
}

const CHUNK = 5_000;

/**
 * Updates many rows set-wise, each by its whole key; a `version` counts up. All rows have the same columns, and all must be there: one that is
 * not, or stands twice, is a fault, and nothing is kept. Rows are taken in the order of their keys, so that two batches wait for each other once.
 */
export async function saveMany(writer: Writer, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const shape = await shapeOf(writer.client, table);
  const columns = Object.keys(rows[0]!).filter((it) => !shape.key.includes(it));
  const sets = columns.map((it) => `${shape.quote(it)} = r.${shape.quote(it)}`);
  if (shape.versioned && !columns.includes('version')) sets.push('version = t.version + 1');
  const { given, held } = batchOf(shape);
  const text = `with ${given}, ${held} update ${shape.name} t set ${sets.join(', ')} from r ${ofBatch(shape)} ${returning(shape)}`;
  await inChunks(writer, { table, text, rows }, (it: Written) => note(writer, table, it));
}

/** Deletes many rows set-wise, each by its whole key; all must be there. */
export async function removeMany(writer: Writer, table: string, keys: readonly Row[]): Promise<void> {
  await takeMany(writer, table, keys, false);
}

/** As `removeMany`, for personal data: each leaves a tombstone (see `erase`). */
export async function eraseMany(writer: Writer, table: string, keys: readonly Row[]): Promise<void> {
  await takeMany(writer, table, keys, true);
}

async function takeMany(writer: Writer, table: string, keys: readonly Row[], erased: boolean): Promise<void> {
  if (keys.length === 0) return;
  const shape = await shapeOf(writer.client, table);
  const { given, held } = batchOf(shape);
  const text = `with ${given}, ${held} delete from ${shape.name} t using r ${ofBatch(shape)} ${returning(shape)}`;
  await inChunks(writer, { table, text, rows: keys }, ({ key }: Written) =>
    writer.changes.push({ table, key: JSON.stringify(key), digest: null, erased }),
  );
}

/** The rows of a batch, and the rows of the table that they mean, held in the order of their keys until the transaction ends. */
function batchOf(shape: TableShape): { readonly given: string; readonly held: string } {
  const keys = shape.key.map((it) => `t.${shape.quote(it)}`).join(', ');
  return {
    given: `r as materialized (select * from jsonb_populate_recordset(null::${shape.name}, $2::jsonb))`,
    held: `held as materialized (select 1 as one from ${shape.name} t join r on ${sameKey(shape)} where t.district = $1 order by ${keys} for no key update of t)`,
  };
}

const sameKey = (shape: TableShape): string => shape.key.map((it) => `t.${shape.quote(it)} = r.${shape.quote(it)}`).join(' and ');
/** Counting what is held makes that come first. */
const ofBatch = (shape: TableShape): string => `where t.district = $1 and ${sameKey(shape)} and (select count(*) from held) > 0`;

type Batch = { readonly table: string; readonly text: string; readonly rows: readonly Row[] };

async function inChunks(writer: Writer, { table, text, rows }: Batch, each: (row: Written) => unknown): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const written = await writer.client.query<Written>(text, [writer.district, JSON.stringify(chunk)]);
    if (written.rowCount !== chunk.length) throw new Error(`${written.rowCount} of ${chunk.length} rows of ${table} are there`);
    written.rows.forEach(each);
  }
}

/** Deletes the row with this key; the journal keeps that it was there. */
export async function remove(writer: Writer, table: string, key: Row): Promise<void> {
  await take(writer, table, key, false);
}

/** 依法删除: deletes a row of personal data for good; the journal keeps a tombstone that says it was erased, not what it said. */
export async function erase(writer: Writer, table: string, key: Row): Promise<void> {
  await take(writer, table, key, true);
}

async function take(writer: Writer, table: string, key: Row, erased: boolean): Promise<void> {
  const shape = await shapeOf(writer.client, table);
  const columns = Object.keys(key);
  const keys = shape.key.map((column) => `t.${shape.quote(column)}`).join(', ');
  const gone = await writer.client.query<{ key: unknown[] }>(
    `delete from ${shape.name} t where t.district = $1${columns.map((it, i) => ` and t.${shape.quote(it)} = $${i + 2}`).join('')}
      returning jsonb_build_array(${keys}) as key`,
    [writer.district, ...columns.map((column) => shape.encode(column, key[column]))],
  );
  for (const row of gone.rows) writer.changes.push({ table, key: JSON.stringify(row.key), digest: null, erased });
}

type Written = { readonly key: readonly unknown[]; readonly row: string };

function note(writer: Writer, table: string, { key, row }: Written): void {
  writer.changes.push({ table, key: JSON.stringify(key), digest: rowDigest(writer, table, row), erased: false });
}

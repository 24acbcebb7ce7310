import { z } from 'zod';
import { accept } from '#/kernel/result.ts';
import { command } from './command.ts';
import { saveMany, type Writer } from './db.ts';
import type { SealedColumn } from './module.ts';
import { lookupDigest, seal, sealedUnder, unseal } from './secrets.ts';
import { shapeOf } from './shape.ts';

const Members = z.object({ table: z.string(), key: z.string(), lookups: z.array(z.string()).readonly() });
const Column = z.object({ column: z.string(), lookup: z.string().optional(), members: Members.optional() });
/** Where a batch ended: the key of its last row, by column. */
const After = z.record(z.string(), z.unknown()).nullable();
export type After = z.output<typeof After>;

const RotateSealed = z.object({ table: z.string(), columns: z.array(Column).min(1), after: After, most: z.number().int().positive() });
type RotateSealed = z.output<typeof RotateSealed>;

/** 换钥: writes the encrypted values of a batch of rows anew under the current key, with their look-up digests. What is under it already stays. */
export const rotateSealed = command({
  name: 'platform.rotate-sealed',
  version: 1,
  input: RotateSealed,
  permission: 'platform.rotate-keys',
  subject: () => 'keys',
  async run(writer, batch) {
    const { rows, key } = await readBatch(writer, batch);
    const old = rows.filter((row) =>
      batch.columns.some(({ column }) => row[column] != null && sealedUnder(row[column]) !== writer.keys.current),
    );
    const valuesOf = (row: Sealed) => Object.assign({}, ...batch.columns.map((it) => anew(writer, batch.table, it, row[it.column])));
    const keyOf = (row: Sealed) => Object.fromEntries(key.map((it) => [it, row[it]]));
    await saveMany(
      writer,
      batch.table,
      old.map((row) => ({ ...keyOf(row), ...valuesOf(row) })),
    );
    for (const it of batch.columns) if (it.members) await saveMembers(writer, batch.table, it, old, key[0]!);
    const last = rows.at(-1);
    return accept({ rewritten: old.length, after: last === undefined || rows.length < batch.most ? null : keyOf(last) });
  },
});

type Sealed = Readonly<Record<string, string>>;

async function readBatch({ client, district }: Writer, { table, columns, after, most }: RotateSealed) {
  const shape = await shapeOf(client, table);
  const keys = shape.key.map((it) => shape.quote(it));
  const later =
    after === null ? 'true' : `(${keys}) > (select ${keys.map((it) => `r.${it}`)} from jsonb_populate_record(null::${shape.name}, $2) r)`;
  const found = await client.query<Sealed>(
    `select ${keys}, ${columns.map((it) => shape.quote(it.column))} from ${shape.name} where district = $1 and ${later} order by ${keys} limit ${most} for update`,
    after === null ? [district] : [district, JSON.stringify(after)],
  );
  return { rows: found.rows, key: shape.key };
}

function anew({ keys }: Writer, table: string, { column, lookup }: z.output<typeof Column>, sealed: string | null | undefined) {
  if (sealed == null) return { [column]: null, ...(lookup && { [lookup]: null }) };
  const place = `${table}.${column}`;
  const plain = unseal(keys, place, sealed);
  return { [column]: seal(keys, place, plain), ...(lookup && { [lookup]: lookupDigest(keys, place, plain) }) };
}

/** The digests of those who lie in these seals; a place may be empty. */
async function saveMembers(
  writer: Writer,
  table: string,
  { column, members }: z.output<typeof Column>,
  seals: readonly Sealed[],
  key: string,
) {
  const { keys } = writer;
  const { lookups, ...of } = members!;
  const digestOf = (name: string, text: string | null | undefined) =>
    text == null ? null : lookupDigest(keys, `${of.table}.${name}`, text);
  const lyingIn = (seal: Sealed) =>
    JSON.parse(unseal(keys, `${table}.${column}`, seal[column]!)) as readonly (readonly (string | null)[] | null)[];
  const rowOf = (seal: Sealed, texts: readonly (string | null)[], i: number) => ({
    [of.key]: Number(seal[key]) + i,
    ...Object.fromEntries(lookups.map((name, n) => [name, digestOf(name, texts[n])])),
  });
  const rows = seals.flatMap((seal) => lyingIn(seal).flatMap((texts, i) => (texts === null ? [] : [rowOf(seal, texts, i)])));
  await saveMany(writer, of.table, rows);
}

/** The columns of one table are written together. */
export function byTable(columns: readonly SealedColumn[]): readonly Pick<RotateSealed, 'table' | 'columns'>[] {
  const tables = [...new Set(columns.map((it) => it.table))];
  return tables.map((table) => ({ table, columns: columns.filter((it) => it.table === table).map(({ table: _, ...rest }) => rest) }));
}

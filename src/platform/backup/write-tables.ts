import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { checkDistrict } from '../transaction.ts';
import { digesting } from './digest-stream.ts';
import { LEFT_OUT, type TablePart } from './manifest.ts';
import { type BackupTable, quoted } from './tables.ts';

export type Said = (line: string) => void;

/** Writes every table as PostgreSQL's own text, packed; the caller's transaction is one moment for all of them. */
export type Wanted = {
  readonly tables: readonly BackupTable[];
  readonly districts: readonly string[];
  readonly folder: string;
  readonly say: Said;
  readonly ownChain: ReadonlySet<string>;
};

export async function writeTables(
  client: pg.ClientBase,
  { tables, districts, folder, say, ownChain }: Wanted,
): Promise<readonly TablePart[]> {
  const parts: TablePart[] = [];
  for (const it of tables.filter(({ table }) => !(table in LEFT_OUT))) {
    const part = await writeTable(client, it, districts, { folder, isOrdered: ownChain.has(it.table) });
    if (part.rows > 0) say(`${it.table}: ${part.rows} 行 rows, ${part.bytes} 字节 bytes`);
    parts.push(part);
  }
  return parts;
}

type How = { readonly folder: string; readonly isOrdered: boolean };

async function writeTable(
  client: pg.ClientBase,
  it: BackupTable,
  districts: readonly string[],
  { folder, isOrdered }: How,
): Promise<TablePart> {
  const part = `tables/${it.table}.copy.zst`;
  const counted = { rows: 0 };
  const digest = digesting();
  const packed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  const file = fs.createWriteStream(path.join(folder, part), { mode: 0o600, flush: true });
  await pipeline(rowsOf(client, it, districts, { counted, isOrdered }), packed, digest.stream, file);
  return { table: it.table, columns: [...it.columns], rows: counted.rows, part, ...digest.result() };
}

/** The rows of one district after the other: within one transaction each is named in turn, and row-level security shows it. */
async function* rowsOf(
  client: pg.ClientBase,
  it: BackupTable,
  districts: readonly string[],
  { counted, isOrdered }: { readonly counted: { rows: number }; readonly isOrdered: boolean },
) {
  const columns = it.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  for (const district of it.isByDistrict ? districts : [null]) {
    if (district !== null) await client.query(`set local luoshi.district = '${checkDistrict(district)}'`);
    const where = district === null ? '' : ` where district = '${district}'`;
    // In the order in which rows lie there would stand in which order they came.
    const order = isOrdered ? ' order by 1, 2, 3' : '';
    const rows = client.query(copyTo(`copy (select ${columns} from ${quoted(client, it.table)}${where}${order}) to stdout`));
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) counted.rows += 1;
      yield chunk;
    }
  }
}

/** A line break inside a value is written as `\n`: each line is a row. */
const LINE_END = 10;

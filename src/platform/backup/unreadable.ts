import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Module } from '../module.ts';
import { sealedBy } from '../sealed-file.ts';
import { quoted } from './tables.ts';

/** What stays closed without the right key: columns with the number of their sealed values, and sealed files. */
export type Unreadable = {
  readonly columns: readonly { readonly table: string; readonly column: string; readonly values: number }[];
  readonly files: number;
};

/** Asked as the owner, in a transaction that puts row-level security back as it was. */
export async function findUnreadable(client: pg.ClientBase, modules: readonly Module[], filesFolder: string): Promise<Unreadable> {
  const columns: Unreadable['columns'][number][] = [];
  for (const { table, column } of modules.flatMap((it) => it.sealed ?? [])) {
    const name = quoted(client, table);
    await client.query(`begin; alter table ${name} no force row level security`);
    const found = await client.query<{ count: number }>(`select count(${client.escapeIdentifier(column)})::int as count from ${name}`);
    await client.query('rollback');
    columns.push({ table, column, values: found.rows[0]!.count });
  }
  return { columns, files: countSealed(filesFolder) };
}

function countSealed(folder: string): number {
  const found = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return found.filter((it) => it.isFile() && sealedBy(headOf(path.join(it.parentPath, it.name))) !== null).length;
}

function headOf(file: string): Buffer {
  const [handle, head] = [fs.openSync(file, 'r'), Buffer.alloc(64)];
  const read = fs.readSync(handle, head);
  fs.closeSync(handle);
  return head.subarray(0, read);
}

import { z } from 'zod';
import { accept } from '#/kernel/result.ts';
import { command } from './command.ts';
import { save } from './db.ts';
import { lookupDigest, seal, unseal } from './secrets.ts';
import { shapeOf } from './shape.ts';

const Column = z.object({ table: z.string(), column: z.string(), lookup: z.string().optional() });

/** Writes every encrypted value of a district anew under the current key, with its look-up digest. */
export const rotateSealed = command({
  name: 'platform.rotate-sealed',
  version: 1,
  input: z.object({ columns: z.array(Column) }),
  permission: 'platform.rotate-keys',
  subject: () => 'keys',
  async run(writer, { columns }) {
    let rewritten = 0;
    for (const { table, column, lookup } of columns) {
      const place = `${table}.${column}`;
      const shape = await shapeOf(writer.client, table);
      const keys = shape.key.map((it) => shape.quote(it)).join(', ');
      const rows = await writer.client.query<Record<string, string>>(
        `select ${keys}, ${shape.quote(column)} as sealed from ${shape.name} where district = $1 and ${shape.quote(column)} is not null for update`,
        [writer.district],
      );
      for (const { sealed, ...key } of rows.rows) {
        const plain = unseal(writer.keys, place, sealed!);
        const values = { [column]: seal(writer.keys, place, plain), ...(lookup && { [lookup]: lookupDigest(writer.keys, place, plain) }) };
        await save(writer, table, key, values);
        rewritten += 1;
      }
    }
    return accept({ rewritten });
  },
});

import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What the catalogue says of a table: enough to write a row safely and to name it in the journal. */
export type TableShape = {
  readonly table: string;
  readonly name: string;
  /** Primary key columns without the district, in order. */
  readonly key: readonly string[];
  readonly versioned: boolean;
  /** Types by column, with their lengths. */
  readonly types: ReadonlyMap<string, string>;
  /** Columns that get a value where none is given. */
  readonly filled: ReadonlySet<string>;
  quote(column: string): string;
  encode(column: string, value: unknown): unknown;
  statementName(sql: string): string;
};

const shapes = new Map<string, TableShape>();

/** Reads a table's shape once; an unknown table or one without a primary key is a fault. */
export async function shapeOf(client: pg.ClientBase, table: string): Promise<TableShape> {
  const known = shapes.get(table);
  if (known !== undefined) return known;
  const columns = await client.query<Column>(
    `select a.attname as column, format_type(a.atttypid, a.atttypmod) as type, array_position(i.indkey::int2[], a.attnum) as place,
            a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as filled
       from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  const shape = makeShape(table, columns.rows);
  shapes.set(table, shape);
  return shape;
}

type Column = { readonly column: string; readonly type: string; readonly place: number | null; readonly filled: boolean };

function makeShape(table: string, columns: readonly Column[]): TableShape {
  const types = new Map(columns.map((it) => [it.column, it.type]));
  const key = columns.filter((it) => it.place !== null).sort((a, b) => a.place! - b.place!);
  if (key[0]?.column !== 'district') throw new Error(`${table} is no table whose primary key leads with district`);
  const encode = (column: string, value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    return types.get(column)?.startsWith('json') ? JSON.stringify(value) : value;
  };
  return {
    table,
    name: table.split('.').map(quoteName).join('.'),
    key: key.slice(1).map((it) => it.column),
    versioned: types.has('version'),
    types,
    filled: new Set(columns.flatMap((it) => (it.filled ? [it.column] : []))),
    quote(column) {
      if (!types.has(column)) throw new Error(`${table} has no column ${column}`);
      return quoteName(column);
    },
    encode,
    statementName,
  };
}

const statementNames = new Map<string, string>();
const MOST_REMEMBERED = 10_000;

function statementName(sql: string): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = createHash('md5').update(sql).digest('base64url');
  if (statementNames.size >= MOST_REMEMBERED) statementNames.clear();
  statementNames.set(sql, name);
  return name;
}

function quoteName(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not a name of ours: ${name}`);
  return `"${name}"`;
}

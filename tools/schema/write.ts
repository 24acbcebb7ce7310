import type { Table } from './catalogue.ts';

const HEAD = `-- The tables of the database, as a freshly migrated one has them. Written by \`node tools/schema.ts\` for reading and review;
-- the migrations in src/*/migrations make a database, this file does not. The job library's schema "pgboss" is not shown.
--
-- Every table leads its keys with \`district\` and is closed to every other district by row-level security (at the end of this file); the
-- few that belong to no district say so. "may" is what the application's role is granted; the owner that migrates is another role.`;

const SECURITY = '-- Row-level security, forced on the owner too: a transaction sees the district it has named, and no other.';

/** The whole description: one block a schema, one block a table, and row-level security at the end. */
export function writeSchema(tables: readonly Table[], functions: readonly string[]): string {
  const schemas = Map.groupBy(tables, (it) => it.schema);
  const blocks = [...schemas].map(([schema, of]) => [`create schema ${schema};`, ...of.map(writeTable)].join('\n\n'));
  const security = [SECURITY, ...tables.filter((it) => it.isSecured || it.policies.length > 0).map(writeSecurity)].join('\n\n');
  return `${[HEAD, ...blocks, ...functions, security].join('\n\n\n')}\n`;
}

function writeTable(it: Table): string {
  const lines = [...it.columns, ...it.constraints].map((line) => `  ${line}`);
  return [
    `-- may: ${it.rights.join(', ') || 'nothing'}${it.isSecured ? '' : '; of no district'}`,
    `create table ${nameOf(it)} (\n${lines.join(',\n')}\n);`,
    ...it.indexes.map((sql) => `${inLowerCase(sql)};`),
  ].join('\n');
}

function writeSecurity(it: Table): string {
  const name = nameOf(it);
  const secured = `alter table ${name} enable row level security;\nalter table ${name} force row level security;`;
  return [...(it.isSecured ? [secured] : []), ...it.policies.map((sql) => `${sql};`)].join('\n');
}

const nameOf = ({ schema, name }: Table) => `${schema}.${/^[a-z_]+$/.test(name) ? name : `"${name}"`}`;

/** The catalogue writes the first words of an index in capitals. */
function inLowerCase(sql: string): string {
  return sql.replace(/^CREATE (UNIQUE )?INDEX (.+?) ON (.+?) USING btree /, (_, unique, name, on) => {
    return `create ${unique ? 'unique ' : ''}index ${name} on ${on} `;
  });
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { describeSchema, SCHEMA_FILE, SCHEMAS, withFreshDatabase } from './describe.ts';

const written = fs.readFileSync(SCHEMA_FILE, 'utf8');
const withoutComments = (sql: string) => sql.replace(/^--.*\n/gm, '');

test('schema.sql shows the tables that the migrations make (if not: node tools/schema.ts)', async () => {
  assert.equal(written, await withFreshDatabase(describeSchema));
});

test('schema.sql says everything: what it makes in an empty database is described by the same text', async () => {
  const again = await withFreshDatabase(async (client) => {
    for (const schema of SCHEMAS) await client.query(`drop schema if exists ${schema} cascade`);
    await client.query(written);
    return describeSchema(client);
  });

  assert.equal(withoutComments(again), withoutComments(written));
});

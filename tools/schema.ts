/** Writes `schema.sql` anew from the catalogue of a freshly migrated database: `node tools/schema.ts`. */
import fs from 'node:fs';
import { describeSchema, SCHEMA_FILE, withFreshDatabase } from './schema/describe.ts';

const text = await withFreshDatabase(describeSchema);
fs.writeFileSync(SCHEMA_FILE, text);
console.log(`${SCHEMA_FILE}: ${text.match(/^create table /gm)?.length ?? 0} tables`);

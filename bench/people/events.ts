import pg from 'pg';
import { type CountedLine, columnsOf, encodeColumns } from '#/records/rules/people/columns.ts';
import { CHUNK_ROWS } from '#/records/rules/people/importing.ts';
import type { Scene } from './scene.ts';

export type Events = { readonly kindId: string; readonly persons: number; readonly each: number };

/** Two million services of persons who are there already, written beside the journal: what is measured is how they are counted. */
export async function addEvents({ code, ownerUrl, unitId, areas }: Scene, { kindId, persons, each }: Events): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`select set_config('luoshi.district', $1, false)`, [code]);
    const imported = await client.query<{ no: number }>(
      `insert into records.import (district, no, target, target_id, unit_id, file_digest, file_name, file_bytes, state, opened_by, opened_at)
       select $1, max(no) + 1, 'service', $2, $3, repeat('0', 64), '样本.csv', 1, 'accepted', '样本', now() from records.import where district = $1 returning no`,
      [code, kindId, unitId],
    );
    await client.query(
      `insert into records.roll_line (district, import_no, row_no, chunk_no, target_id, person_no, on_day, area_id, has_evidence, evidence, sex, birth_on)
       select $1, $2, (p - 1) * $6::int + e, ((p - 1) * $6::int + e - 1) / ${CHUNK_ROWS}, $3, p, date '2026-01-05' + ((p * 7 + e * 31) % 160), ($4::uuid[])[1 + (p * 13 + (p % 20 = 0)::int * e) % $7],
              (p + e) % 50 <> 0, 'Y', case when p % 2 = 0 then 'f' else 'm' end, date '2019-06-01' - (p % 21000)
         from generate_series(1, $5::int) p, generate_series(1, $6::int) e`,
      [code, imported.rows[0]!.no, kindId, areas, persons, each, areas.length],
    );
    await addBlocks(client, code, imported.rows[0]!.no);
  } finally {
    await client.end();
  }
}

/** What the product writes beside each batch of lines. */
async function addBlocks(client: pg.Client, code: string, importNo: number): Promise<void> {
  for (let chunkNo = 0; ; chunkNo++) {
    const lines = await client.query<CountedLine>(
      `select row_no, person_no, on_day::text, slot, dose_no, quantity, area_id, has_evidence, couple_no, birth_on::text, sex, is_local, lives_alone, is_assisted, consent
         from records.roll_line where district = $1 and import_no = $2 and row_no > $3 and row_no <= $4 order by row_no`,
      [code, importNo, chunkNo * CHUNK_ROWS, (chunkNo + 1) * CHUNK_ROWS],
    );
    if (lines.rowCount === 0) return;
    await client.query('insert into records.roll_block (district, import_no, chunk_no, lines, columns) values ($1, $2, $3, $4, $5)', [
      code,
      importNo,
      chunkNo,
      lines.rowCount,
      Buffer.from(encodeColumns(columnsOf(importNo, lines.rows))),
    ]);
  }
}

/** PostgreSQL does both by itself within a minute of a load. */
export async function vacuum({ ownerUrl }: Pick<Scene, 'ownerUrl'>): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (const table of ['roll_line', 'person', 'import', 'sign_in']) await client.query(`vacuum analyze records.${table}`);
  } finally {
    await client.end();
  }
}

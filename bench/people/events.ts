import pg from 'pg';
import { addDays } from '#/kernel/civil-date.ts';
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
    await addBlocks(client, { code, importNo: imported.rows[0]!.no, areas, persons, each });
  } finally {
    await client.end();
  }
}

type Asked = {
  readonly code: string;
  readonly importNo: number;
  readonly areas: readonly string[];
  readonly persons: number;
  readonly each: number;
};

/** As the product stores a list: batches of lines, and where each person stands again. */
async function addBlocks(client: pg.Client, { code, importNo, areas, persons, each }: Asked): Promise<void> {
  const batches = Math.ceil((persons * each) / CHUNK_ROWS);
  for (let chunkNo = 0; chunkNo < batches; chunkNo++) {
    const from = chunkNo * CHUNK_ROWS;
    const rows = Array.from({ length: Math.min(CHUNK_ROWS, persons * each - from) }, (_, i) => from + i);
    const lines = rows.map((row) => lineOf(row, each, areas));
    const columns = Buffer.from(encodeColumns(columnsOf({ importNo, chunkNo }, lines)));
    await client.query(
      'insert into records.roll_block (district, import_no, chunk_no, lines, columns, beside) values ($1, $2, $3, $4, $5, $6)',
      [...[code, importNo, chunkNo, lines.length, columns], JSON.stringify({ sheets: [[0, null]], evidence: lines.map(() => 'Y') })],
    );
    const nos = [...new Set(lines.map((it) => it.person_no))];
    await client.query(
      'insert into records.roll_person (district, person_no, import_no, chunk_no) select $1, no, $2, $3 from unnest($4::int[]) no',
      [...[code, importNo, chunkNo, nos]],
    );
  }
}

function lineOf(row: number, each: number, areas: readonly string[]): CountedLine {
  const person = Math.floor(row / each) + 1;
  const nth = (row % each) + 1;
  const area = (person * 13 + (person % 20 === 0 ? nth : 0)) % areas.length;
  return {
    ...{
      row_no: row + 1,
      person_no: person,
      on_day: addDays('2026-01-05', (person * 7 + nth * 31) % 160),
      slot: '',
      dose_no: 1,
      quantity: 1,
    },
    ...{ area_id: areas[area]!, has_evidence: (person + nth) % 50 !== 0, birth_on: addDays('2019-06-01', -(person % 21_000)) },
    ...{ sex: person % 2 === 0 ? 'f' : 'm', couple_no: null, is_local: null, lives_alone: null, is_assisted: null, consent: null },
  };
}

/** PostgreSQL does both by itself within a minute of a load. */
export async function vacuum({ ownerUrl }: Pick<Scene, 'ownerUrl'>): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (const table of ['roll_block', 'roll_person', 'person', 'import', 'sign_in']) await client.query(`vacuum analyze records.${table}`);
  } finally {
    await client.end();
  }
}

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept } from '#/kernel/result.ts';
import { type Composition, compose } from '../compose.ts';
import type { TestApp } from '../testing.ts';
import { type Command, command } from './command.ts';
import type { Writer } from './db.ts';
import { openPool } from './pool.ts';

export type Trial<Value> = Command<Record<string, never>, Value, never>;

/** One command that does just this, so that the platform is tried through the door that every stage goes through. */
export function trial<Value>(run: (writer: Writer) => Promise<Value>): Trial<Value> {
  return command({
    name: 'platform.trial',
    version: 1,
    input: z.object({}) as z.ZodType<Record<string, never>>,
    permission: 'platform.trial',
    subject: () => 'trial',
    run: async (writer) => accept(await run(writer)),
  });
}

/** The same installation run by another process: nothing is shared but the database. */
export async function anotherProcess(t: TestContext, app: TestApp): Promise<Composition> {
  const { rows } = await app.world.pool.query<{ name: string }>('select current_database() as name');
  const { connectionString } = app.world.pool.options as { connectionString: string };
  const pool = openPool(connectionString, 4);
  t.after(() => pool.end());
  assert.ok(connectionString.includes(rows[0]!.name));
  return compose({ pool, keys: app.world.keys, filesFolder: app.world.filesFolder, today: '2026-06-18' });
}

/** A row of every kind of column that a report has. */
export const reportRow = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: newId(),
  programme_id: newId(),
  promise_id: newId(),
  as_of: '2026-06-18',
  value_kind: 'cumulative',
  value: 12.5,
  denominator: null,
  measure_unit: '处',
  in_measure: true,
  stage: null,
  before_output: false,
  steps_done: [],
  body: '本月按计划推进。\n“引号”与\\反斜线\t',
  evidence: [],
  overrides: [],
  state: 'submitted',
  unit_id: newId(),
  submitted_by: '样本·甲',
  submitted_at: '2026-06-18T02:00:00.120Z',
  on_behalf: false,
  version: 1,
  ...change,
});

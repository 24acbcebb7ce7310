import type pg from 'pg';
import type { Composition } from '#/compose.ts';

/** Loads the demo's districts into an empty installation. */
export async function loadDemo(_composition: Composition, _pool: pg.Pool, _say: (line: string) => void): Promise<void> {}

/** What `npm start` prints of the demo's accounts. */
export async function demoAccountLines(_composition: Composition): Promise<readonly string[]> {
  return [];
}

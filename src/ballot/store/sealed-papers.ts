import { createHash } from 'node:crypto';
import { add, type Db, type Reader, remove, type Writer } from '#/platform/db.ts';

type PaperRow = { district: string; box_id: string; tracker: string; credential: string; content: string };
const tables = (db: Db) => db.withTables<{ 'ballot.sealed_paper': PaperRow }>();

/** One after the other: what the box holds is counted and added to by one at a time, and nobody adds while it is closed. */
export async function lockBox({ client, district }: Reader, boxId: string): Promise<void> {
  const name = createHash('sha256').update(`box ${district} ${boxId}`).digest().readBigInt64BE();
  await client.query('select pg_advisory_xact_lock($1)', [name.toString()]);
}

export async function countPapers({ db, district }: Reader, boxId: string): Promise<number> {
  const found = await tables(db)
    .selectFrom('ballot.sealed_paper')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('district', '=', district)
    .where('box_id', '=', boxId)
    .executeTakeFirstOrThrow();
  return found.count;
}

export async function findTrackerOf({ db, district }: Reader, boxId: string, credential: string): Promise<string | null> {
  const found = await tables(db)
    .selectFrom('ballot.sealed_paper')
    .select('tracker')
    .where('district', '=', district)
    .where('box_id', '=', boxId)
    .where('credential', '=', credential)
    .executeTakeFirst();
  return found?.tracker ?? null;
}

export async function hasTracker({ db, district }: Reader, boxId: string, tracker: string): Promise<boolean> {
  const found = await tables(db)
    .selectFrom('ballot.sealed_paper')
    .select('tracker')
    .where('district', '=', district)
    .where('box_id', '=', boxId)
    .where('tracker', '=', tracker)
    .executeTakeFirst();
  return found !== undefined;
}

export async function addPaper(
  writer: Writer,
  boxId: string,
  paper: { tracker: string; credential: string; content: string },
): Promise<void> {
  await add(writer, 'ballot.sealed_paper', { box_id: boxId, ...paper });
}

export type SealedPaper = { readonly tracker: string; readonly credential: string; readonly content: string };

/** In the order of their fingerprints, which says nothing about the order of their coming. */
export function listPapers({ db, district }: Reader, boxId: string): Promise<SealedPaper[]> {
  return tables(db)
    .selectFrom('ballot.sealed_paper')
    .select(['tracker', 'credential', 'content'])
    .where('district', '=', district)
    .where('box_id', '=', boxId)
    .orderBy('tracker')
    .execute();
}

/**
 * 混匀: writes all papers of a box anew, in the order of their fingerprints and in one transaction, so that neither the place of a row nor the
 * number of its transaction says when it came. The journal keeps no list of them: their chain is the archive.
 */
export async function layAnew(writer: Writer, boxId: string, papers: readonly SealedPaper[]): Promise<void> {
  const unlisted: Writer = { ...writer, changes: [] };
  for (const { tracker } of papers) await remove(unlisted, 'ballot.sealed_paper', { box_id: boxId, tracker });
  for (const it of papers) await addPaper(unlisted, boxId, it);
}

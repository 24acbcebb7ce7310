import type { Reader } from '#/platform/db.ts';
import { getEdition, type StoredEdition, tables } from './editions.ts';

/** A figure with the edition it stands in and its place among earlier and later figures of the same promise. */
export type FigureRecord = {
  readonly id: string;
  readonly promiseId: string;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly stored: StoredEdition;
};

export async function findFigure(reader: Reader, id: string): Promise<FigureRecord | null> {
  const row = await tables(reader.db)
    .selectFrom('publication.figure')
    .select(['edition_id', 'promise_id', 'supersedes'])
    .where('district', '=', reader.district)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const stored = await getEdition(reader, row.edition_id);
  if (stored.edition.state !== 'published') return null;
  const later = await tables(reader.db)
    .selectFrom('publication.figure as f')
    .innerJoin('publication.edition as e', (join) => join.onRef('e.id', '=', 'f.edition_id').onRef('e.district', '=', 'f.district'))
    .select('f.id')
    .where('f.district', '=', reader.district)
    .where('f.supersedes', '=', id)
    .where('e.state', '=', 'published')
    .orderBy('e.number', 'desc')
    .executeTakeFirst();
  return { id, promiseId: row.promise_id, supersedes: row.supersedes, supersededBy: later?.id ?? null, stored };
}

export async function listPublishedFigureIds(reader: Reader): Promise<readonly string[]> {
  const rows = await tables(reader.db)
    .selectFrom('publication.figure as f')
    .innerJoin('publication.edition as e', (join) => join.onRef('e.id', '=', 'f.edition_id').onRef('e.district', '=', 'f.district'))
    .select('f.id')
    .where('f.district', '=', reader.district)
    .where('e.state', '=', 'published')
    .orderBy('f.id')
    .execute();
  return rows.map((it) => it.id);
}

import { Problem } from '#/kernel/problem.ts';
import type { Db, Reader, Writer } from '#/platform/db.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { EditionContent, PublicProject, PublicPromise } from '../rules/content.ts';
import type { Edition, EditionLine, ListKey } from '../rules/edition.ts';
import type { PlacesHead } from '../rules/places.ts';
import type { ContentFinding } from '../rules/screening.ts';
import { picturesOfEdition } from './edition-pictures.ts';
import { placesOfEdition } from './edition-places.ts';
import { keptEdition } from './kept-editions.ts';

type Head = Omit<EditionContent, 'projects' | 'places'> & { readonly places?: PlacesHead } & {
  readonly projects: readonly Omit<PublicProject, 'promises' | 'pictures'>[];
};

type EditionRow = {
  district: string;
  id: string;
  programme_id: string;
  year: number;
  kind: ProgrammeKind;
  number: number | null;
  state: Edition['state'];
  as_of: Edition['asOf'];
  head: Head;
  digest: string;
  disclosure: Edition['disclosure'];
  serial: number;
  serial_year: number;
  corrects: number | null;
  correction_reason: string | null;
  findings: readonly ContentFinding[];
  prepared: Edition['prepared'];
  reviewed: Edition['reviewed'];
  signed: Edition['signed'];
  published: Edition['published'];
  version: number;
};
type FigureRow = {
  district: string;
  id: string;
  edition_id: string;
  promise_id: string;
  project_no: string;
  project_position: number;
  position: number;
  content: PublicPromise;
  supersedes: string | null;
};
type OverrideRow = {
  district: string;
  edition_id: string;
  key: string;
  kind: string;
  masked: string;
  reason: string;
  reviewer: string;
  reviewed_on: string;
};

export const tables = (db: Db) =>
  db.withTables<{ 'publication.edition': EditionRow; 'publication.figure': FigureRow; 'publication.override': OverrideRow }>();

/** An edition as it is kept: with the findings of its screening and the id of each figure's row. */
export type StoredEdition = {
  readonly edition: Edition;
  readonly findings: readonly ContentFinding[];
  /** Promise id → figure id. */
  readonly figureIds: ReadonlyMap<string, string>;
};

const editions = ({ db, district }: Reader) => tables(db).selectFrom('publication.edition').where('district', '=', district);
const found = (reader: Reader) => editions(reader).select(['id', 'version', 'state']);

async function whole(reader: Reader, row: Pick<EditionRow, 'id' | 'version' | 'state'> | undefined): Promise<StoredEdition | null> {
  return row === undefined ? null : keptEdition(reader, row, () => withFigures(reader, row.id));
}

async function withFigures(reader: Reader, id: string): Promise<StoredEdition> {
  const row = await editions(reader).selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const figures = await tables(reader.db)
    .selectFrom('publication.figure')
    .selectAll()
    .where('district', '=', reader.district)
    .where('edition_id', '=', row.id)
    .orderBy('project_position')
    .orderBy('position')
    .execute();
  const byProject = Map.groupBy(figures, (it) => it.project_no);
  const pictures = row.head.form === 1 ? null : await picturesOfEdition(reader, row.id);
  const projects = row.head.projects.map((it) => ({
    ...it,
    promises: (byProject.get(it.no) ?? []).map(({ content }) => content),
    ...(pictures !== null && { pictures: pictures.get(it.projectId) ?? [] }),
  }));
  const { places: kept, ...head } = row.head;
  const places = kept === undefined ? {} : { places: { ...kept, ...(await placesOfEdition(reader, row.id)) } };
  return {
    edition: editionOf(row, { ...head, projects, ...places }),
    findings: row.findings,
    figureIds: new Map(figures.map((it) => [it.promise_id, it.id])),
  };
}

function editionOf(row: EditionRow, content: EditionContent): Edition {
  const { id, year, kind, number, state, digest, disclosure, corrects, prepared, reviewed, signed, published, version } = row;
  const [programmeId, asOf, correctionReason] = [row.programme_id, row.as_of, row.correction_reason];
  return {
    id,
    programmeId,
    year,
    kind,
    number,
    state,
    asOf,
    content,
    digest,
    disclosure,
    corrects,
    correctionReason,
    prepared,
    reviewed,
    signed,
    published,
    version,
  };
}

/** 现行公开版: the published edition that speaks of the latest day; of two for one day, the later one. */
export async function findCurrentEdition(reader: Reader, { year, kind }: ListKey): Promise<StoredEdition | null> {
  const row = await found(reader)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .where('state', '=', 'published')
    .orderBy('as_of', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return whole(reader, row);
}

export async function findEditionByNumber(reader: Reader, { year, kind }: ListKey, number: number): Promise<StoredEdition | null> {
  return whole(
    reader,
    await found(reader).where('year', '=', year).where('kind', '=', kind).where('number', '=', number).executeTakeFirst(),
  );
}

export async function findOpenDraft(reader: Reader, { year, kind }: ListKey): Promise<StoredEdition | null> {
  const row = await found(reader)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .where('state', 'in', ['prepared', 'reviewed', 'signed'])
    .executeTakeFirst();
  return whole(reader, row);
}

export async function getEdition(reader: Reader, id: string): Promise<StoredEdition> {
  const edition = await whole(reader, await found(reader).where('id', '=', id).executeTakeFirst());
  if (edition === null) throw new Problem(404, 'unknown-edition', { id });
  return edition;
}

/** Holds the row until the transaction ends: two people do not take the same step. */
export async function getEditionForUpdate(writer: Writer, id: string): Promise<StoredEdition> {
  const held = await tables(writer.db)
    .selectFrom('publication.edition')
    .select('id')
    .where('district', '=', writer.district)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  if (held.length === 0) throw new Problem(404, 'unknown-edition', { id });
  return getEdition(writer, id);
}

export async function listEditions(reader: Reader, states: readonly Edition['state'][]): Promise<readonly EditionLine[]> {
  const rows = await editions(reader)
    .select(['id', 'year', 'kind', 'number', 'state', 'as_of as asOf', 'corrects', 'correction_reason as correctionReason'])
    .select(['prepared', 'reviewed', 'signed', 'published', 'digest', 'disclosure'])
    .select(({ ref }) => [ref('head', '->').key('counts').as('counts'), ref('head', '->>').key('title').as('title')])
    .select(({ ref }) => ref('head', '->>').key('districtName').as('districtName'))
    .where('state', 'in', states)
    .orderBy('year', 'desc')
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute();
  return rows as readonly EditionLine[];
}

export async function findLastNumber(reader: Reader, { year, kind }: ListKey): Promise<number> {
  const row = await tables(reader.db)
    .selectFrom('publication.edition')
    .select((it) => it.fn.max('number').as('number'))
    .where('district', '=', reader.district)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** The next serial of the 索引号 in a year; a withdrawn draft leaves its serial unused. */
export async function nextSerial(reader: Reader, year: number): Promise<number> {
  const row = await tables(reader.db)
    .selectFrom('publication.edition')
    .select((it) => it.fn.max('serial').as('serial'))
    .where('district', '=', reader.district)
    .where('serial_year', '=', year)
    .executeTakeFirst();
  return (row?.serial ?? 0) + 1;
}

/** The numbers that later editions name as corrected: number of the corrected → number of the correcting one. */
export async function findCorrections(
  reader: Reader,
  { year, kind }: ListKey,
): Promise<ReadonlyMap<number, { readonly number: number; readonly reason: string }>> {
  const rows = await editions(reader)
    .select(['corrects', 'number', 'correction_reason'])
    .where('year', '=', year)
    .where('kind', '=', kind)
    .where('state', '=', 'published')
    .where('corrects', 'is not', null)
    .orderBy('number')
    .execute();
  return new Map(rows.map((it) => [it.corrects!, { number: it.number!, reason: it.correction_reason! }]));
}

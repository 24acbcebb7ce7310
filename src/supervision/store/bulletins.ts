import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Db, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { BulletinMonth, StoredBulletin } from '../rules/bulletin-state.ts';
import type { Statement } from '../rules/discrepancies/discrepancy.ts';
import type { BulletinSettings } from '../rules/settings.ts';
import type { TextBlock } from '../rules/text-block.ts';

type StatementRow = {
  district: string;
  id: string;
  programme_id: string;
  body: string;
  source: string;
  published_on: CivilDate;
  recorded_by: string;
  recorded_at: string;
};
type BulletinRow = {
  district: string;
  id: string;
  programme_id: string;
  year: number;
  month: number;
  issue: number | null;
  settings: BulletinSettings;
  state: StoredBulletin['state'];
  prepared_by: string;
  prepared_at: string;
  as_of: CivilDate | null;
  issued_by: string | null;
  issued_on: CivilDate | null;
  issued_at: string | null;
  file_digest: string | null;
  public_digest: string | null;
  version: number;
};
type TextRow = {
  district: string;
  id: string;
  bulletin_id: string;
  block: TextBlock;
  body: string | null;
  written_by: string;
  written_at: string;
};

const tables = (db: Db) =>
  db.withTables<{ 'supervision.statement': StatementRow; 'supervision.bulletin': BulletinRow; 'supervision.bulletin_text': TextRow }>();

const STATEMENT = ['id', 'programme_id as programmeId', 'body as text', 'source', 'published_on as publishedOn'] as const;
const BULLETIN = ['id', 'programme_id as programmeId', 'year', 'month', 'issue', 'settings', 'state', 'version'] as const;
const ISSUED = [
  'as_of as asOf',
  'issued_by as issuedBy',
  'issued_on as issuedOn',
  'file_digest as fileDigest',
  'public_digest as publicDigest',
] as const;

export function listStatements({ db, district }: Reader, programmeId: string): Promise<Statement[]> {
  return tables(db)
    .selectFrom('supervision.statement')
    .select(STATEMENT)
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .orderBy('published_on')
    .orderBy('recorded_at')
    .execute();
}

export async function addStatement(writer: Writer, { id, programmeId, text, source, publishedOn }: Statement): Promise<void> {
  const recorded = { recorded_by: writer.actor.name, recorded_at: writer.now.toISOString() };
  await add(writer, 'supervision.statement', { id, programme_id: programmeId, body: text, source, published_on: publishedOn, ...recorded });
}

/** Two who record the same one at once wait for each other here: the second finds what the first wrote. */
export async function findStatementForWriting(writer: Writer, id: string): Promise<Statement | undefined> {
  await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`supervision.statement ${writer.district} ${id}`]);
  return tables(writer.db)
    .selectFrom('supervision.statement')
    .select(STATEMENT)
    .where('district', '=', writer.district)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function removeStatement(writer: Writer, id: string): Promise<void> {
  const known = await tables(writer.db)
    .selectFrom('supervision.statement')
    .select('id')
    .where('district', '=', writer.district)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known === undefined) throw new Problem(404, 'unknown-statement', { id });
  await remove(writer, 'supervision.statement', { id });
}

export function listBulletins({ db, district }: Reader, programmeId: string): Promise<StoredBulletin[]> {
  return tables(db)
    .selectFrom('supervision.bulletin')
    .select([...BULLETIN, ...ISSUED])
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .orderBy('year')
    .orderBy('month')
    .execute();
}

export function findBulletin({ db, district }: Reader, programmeId: string, month: BulletinMonth): Promise<StoredBulletin | undefined> {
  return tables(db)
    .selectFrom('supervision.bulletin')
    .select([...BULLETIN, ...ISSUED])
    .where('district', '=', district)
    .where('programme_id', '=', programmeId)
    .where('year', '=', month.year)
    .where('month', '=', month.month)
    .executeTakeFirst();
}

/** Holds the row until the transaction ends, so that nobody rewords what another is issuing. */
export function getBulletinForUpdate({ db, district }: Writer, id: string): Promise<StoredBulletin> {
  return tables(db)
    .selectFrom('supervision.bulletin')
    .select([...BULLETIN, ...ISSUED])
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem(404, 'unknown-bulletin', { id }));
}

type Prepared = Pick<StoredBulletin, 'id' | 'programmeId' | 'year' | 'month' | 'issue' | 'settings'>;

export async function savePrepared(writer: Writer, { id, programmeId, ...rest }: Prepared): Promise<void> {
  const prepared = { state: 'prepared', prepared_by: writer.actor.name, prepared_at: writer.now.toISOString() };
  await save(writer, 'supervision.bulletin', { id }, { programme_id: programmeId, ...rest, ...prepared });
}

export async function saveIssue(writer: Writer, id: string, issue: number): Promise<void> {
  await save(writer, 'supervision.bulletin', { id }, { issue });
}

export async function saveIssued(
  writer: Writer,
  id: string,
  issued: { readonly asOf: CivilDate; readonly fileDigest: string; readonly publicDigest: string | null },
): Promise<void> {
  await save(
    writer,
    'supervision.bulletin',
    { id },
    {
      state: 'issued',
      as_of: issued.asOf,
      issued_by: writer.actor.name,
      issued_on: writer.today,
      issued_at: writer.now.toISOString(),
      file_digest: issued.fileDigest,
      public_digest: issued.publicDigest,
    },
  );
}

export type StoredText = {
  readonly block: TextBlock;
  readonly text: string | null;
  readonly writtenBy: string;
  readonly writtenAt: string;
};

/** Every wording of a bulletin, oldest first. */
export function listTexts({ db, district }: Reader, bulletinId: string): Promise<StoredText[]> {
  return tables(db)
    .selectFrom('supervision.bulletin_text')
    .select(['block', 'body as text', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where('district', '=', district)
    .where('bulletin_id', '=', bulletinId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
}

export async function addText(writer: Writer, bulletinId: string, block: TextBlock, text: string | null): Promise<void> {
  const written = { written_by: writer.actor.name, written_at: writer.now.toISOString() };
  await add(writer, 'supervision.bulletin_text', { id: newId(), bulletin_id: bulletinId, block, body: text, ...written });
}

import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Db, type Reader, save, type Writer } from '#/platform/db.ts';
import type { CirculationStep, SignedStep } from '../rules/circulation.ts';
import type { DocumentKey, FrozenDocument } from '../rules/document.ts';

type DocumentRow = {
  district: string;
  id: string;
  programme_id: string;
  kind: FrozenDocument['kind'];
  reader: string;
  year: number;
  month: number;
  edition: number;
  state: FrozenDocument['state'];
  needs_countersign: boolean;
  as_of: FrozenDocument['asOf'];
  content: FrozenDocument['content'];
  digest: string;
  file_digest: string | null;
  public_digest: string | null;
  scan_digest: string | null;
  scan_name: string | null;
  returned_reason: string | null;
  version: number;
};
type StepRow = {
  district: string;
  document_id: string;
  position: number;
  step: CirculationStep | 'returned';
  name: string;
  post: string;
  on_day: SignedStep['on'];
  recorded_by: string;
  is_typed: boolean;
};

const tables = (db: Db) => db.withTables<{ 'supervision.document': DocumentRow; 'supervision.document_step': StepRow }>();

async function withSteps(reader: Reader, rows: readonly DocumentRow[]): Promise<readonly FrozenDocument[]> {
  if (rows.length === 0) return [];
  const steps = await tables(reader.db)
    .selectFrom('supervision.document_step')
    .select(['document_id', 'step', 'name', 'post', 'on_day as on', 'recorded_by as recordedBy', 'is_typed as isTyped'])
    .where('district', '=', reader.district)
    .where(
      'document_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  const byDocument = Map.groupBy(steps, (it) => it.document_id);
  return rows.map((row) =>
    documentOf(
      row,
      (byDocument.get(row.id) ?? []).map(({ document_id: _, ...step }) => step),
    ),
  );
}

function documentOf(row: DocumentRow, steps: FrozenDocument['steps']): FrozenDocument {
  const { id, kind, reader, year, month, edition, state, content, digest, version } = row;
  return {
    id,
    programmeId: row.programme_id,
    kind,
    reader,
    year,
    month,
    edition,
    state,
    needsCountersign: row.needs_countersign,
    asOf: row.as_of,
    content,
    digest,
    fileDigest: row.file_digest,
    publicDigest: row.public_digest,
    scan: row.scan_digest === null ? null : { digest: row.scan_digest, name: row.scan_name! },
    returnedReason: row.returned_reason,
    version,
    steps,
  };
}

const documents = ({ db, district }: Reader) => tables(db).selectFrom('supervision.document').selectAll().where('district', '=', district);

/** Every freezing of one document, the newest first. */
export async function listDocuments(reader: Reader, key: DocumentKey): Promise<readonly FrozenDocument[]> {
  const rows = await documents(reader)
    .where('programme_id', '=', key.programmeId)
    .where('kind', '=', key.kind)
    .where('reader', '=', key.reader)
    .where('year', '=', key.year)
    .where('month', '=', key.month)
    .orderBy('edition', 'desc')
    .execute();
  return withSteps(reader, rows);
}

/** The freezing that stands: circulating or signed, not sent back. */
export async function findStanding(reader: Reader, key: DocumentKey): Promise<FrozenDocument | null> {
  return (await listDocuments(reader, key)).find((it) => it.state !== 'returned') ?? null;
}

export async function getDocument(reader: Reader, id: string): Promise<FrozenDocument> {
  const [found] = await withSteps(reader, await documents(reader).where('id', '=', id).execute());
  if (found === undefined) throw new Problem(404, 'unknown-document', { id });
  return found;
}

/** Holds the row until the transaction ends: two people do not take the same step. */
export async function getDocumentForUpdate(writer: Writer, id: string): Promise<FrozenDocument> {
  const [found] = await withSteps(writer, await documents(writer).where('id', '=', id).forUpdate().execute());
  if (found === undefined) throw new Problem(404, 'unknown-document', { id });
  return found;
}

/** Two people who freeze the same document, or leave lines out of it, wait for each other. */
export async function holdDocument({ client, district }: Writer, { programmeId, kind, reader, year, month }: DocumentKey): Promise<void> {
  const name = `supervision.document ${district} ${programmeId} ${kind} ${reader} ${year}-${month}`;
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

type NewDocument = Omit<FrozenDocument, 'state' | 'fileDigest' | 'publicDigest' | 'scan' | 'returnedReason' | 'version' | 'steps'>;

export async function addDocument(writer: Writer, it: NewDocument): Promise<void> {
  const { programmeId, needsCountersign, asOf, ...rest } = it;
  const columns = { programme_id: programmeId, needs_countersign: needsCountersign, as_of: asOf };
  await add(writer, 'supervision.document', { ...rest, ...columns, state: 'circulating' });
}

type NewStep = Omit<SignedStep, 'step'> & { readonly step: CirculationStep | 'returned' };

export async function addStep(writer: Writer, documentId: string, position: number, it: NewStep): Promise<void> {
  const { on, recordedBy, isTyped, ...rest } = it;
  const columns = { on_day: on, recorded_by: recordedBy, recorded_at: writer.now.toISOString(), is_typed: isTyped };
  await add(writer, 'supervision.document_step', { document_id: documentId, position, ...rest, ...columns });
}

export async function saveSigned(writer: Writer, id: string, files: Pick<FrozenDocument, 'fileDigest' | 'publicDigest'>): Promise<void> {
  const columns = { state: 'signed', file_digest: files.fileDigest, public_digest: files.publicDigest };
  await save(writer, 'supervision.document', { id }, columns);
}

export async function saveReturned(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'supervision.document', { id }, { state: 'returned', returned_reason: reason });
}

export async function saveScan(writer: Writer, id: string, scan: { readonly digest: string; readonly name: string }): Promise<void> {
  await save(writer, 'supervision.document', { id }, { scan_digest: scan.digest, scan_name: scan.name });
}

export type CirculationSetting = {
  readonly version: number;
  readonly needsCountersign: boolean;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: FrozenDocument['asOf'];
};

/** 会签要不要, oldest first. */
export async function listCirculationSettings({ client, district }: Reader): Promise<readonly CirculationSetting[]> {
  const found = await client.query<CirculationSetting>({
    name: 'supervision-circulation',
    text: `select setting_version as version, needs_countersign as "needsCountersign", reason, set_by as "setBy", set_on as "setOn"
             from supervision.circulation_setting where district = $1 order by setting_version`,
    values: [district],
  });
  return found.rows;
}

export async function addCirculationSetting(writer: Writer, it: Omit<CirculationSetting, 'setBy' | 'setOn'>): Promise<void> {
  const { version, needsCountersign, reason } = it;
  const columns = {
    setting_version: version,
    needs_countersign: needsCountersign,
    reason,
    set_by: writer.actor.name,
    set_on: writer.today,
  };
  await add(writer, 'supervision.circulation_setting', columns);
}

export async function needsCountersign(reader: Reader): Promise<boolean> {
  return (await listCirculationSettings(reader)).at(-1)?.needsCountersign ?? false;
}

/** 请定事项 of a leader's page: the newest wording, null where the standing sentence holds. */
export async function findDecision({ client, district }: Reader, key: Omit<DocumentKey, 'kind'>): Promise<DecisionSentence | null> {
  const found = await client.query<DecisionSentence>(
    `select body as text, written_by as "writtenBy", written_at as "writtenAt" from supervision.decision_sentence
      where district = $1 and programme_id = $2 and reader = $3 and year = $4 and month = $5 order by written_at desc, id desc limit 1`,
    [district, key.programmeId, key.reader, key.year, key.month],
  );
  return found.rows[0] ?? null;
}

export type DecisionSentence = { readonly text: string | null; readonly writtenBy: string; readonly writtenAt: string };

export async function addDecision(writer: Writer, key: Omit<DocumentKey, 'kind'>, text: string | null): Promise<void> {
  const { programmeId, reader, year, month } = key;
  const written = { written_by: writer.actor.name, written_at: writer.now.toISOString() };
  await add(writer, 'supervision.decision_sentence', {
    id: newId(),
    programme_id: programmeId,
    reader,
    year,
    month,
    body: text,
    ...written,
  });
}

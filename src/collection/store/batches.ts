import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { BatchState, StoredBatch } from '../rules/batch.ts';
import type { LockedChange } from '../rules/candidate.ts';
import type { OpenBatch } from '../rules/duties.ts';
import type { SignField } from '../rules/form.ts';
import type { ReturnedFile } from '../rules/staging.ts';

const BATCH = `id, programme_id as "programmeId", period, unit_id as "unitId", state, received_on as "receivedOn", opened_by as "openedBy",
  opened_at as "openedAt", settled_by as "settledBy", settled_at as "settledAt", version`;

export async function findBatch({ client, district }: Reader, id: string): Promise<StoredBatch | undefined> {
  const text = `select ${BATCH} from collection.batch where district = $1 and id = $2`;
  const found = await client.query<StoredBatch>({ name: 'collection-batch', text, values: [district, id] });
  return found.rows[0];
}

export async function getBatch(reader: Reader, id: string): Promise<StoredBatch> {
  return (await findBatch(reader, id)) ?? unknown(id);
}

/** Holds the batch until the transaction ends, so that nobody adds to what another is confirming. */
export async function getBatchForUpdate({ client, district }: Writer, id: string): Promise<StoredBatch> {
  const text = `select ${BATCH} from collection.batch where district = $1 and id = $2 for update`;
  return (await client.query<StoredBatch>(text, [district, id])).rows[0] ?? unknown(id);
}

function unknown(batchId: string): never {
  throw new Problem(404, 'unknown-batch', { batchId });
}

/** Batches of a period, newest first; `unitId` narrows to those of one unit. */
export async function listBatches(
  { client, district }: Reader,
  of: { programmeId: string; period: string; unitId: string | null },
): Promise<readonly StoredBatch[]> {
  const found = await client.query<StoredBatch>({
    name: 'collection-batches',
    text: `select ${BATCH} from collection.batch where district = $1 and programme_id = $2 and period = $3 and ($4::uuid is null or unit_id = $4)
            order by opened_at desc, id desc`,
    values: [district, of.programmeId, of.period, of.unitId],
  });
  return found.rows;
}

/** Batches that nobody has confirmed or discarded, with how many files lie in them. */
export async function listOpenBatches({ client, district, today }: Reader): Promise<readonly OpenBatch[]> {
  const found = await client.query<OpenBatch>({
    name: 'collection-open-batches',
    text: `select b.id, b.period, b.unit_id as "unitId", b.received_on as "receivedOn", count(f.digest)::int as files,
             least((b.opened_at at time zone 'Asia/Shanghai')::date, $2::date) as "openedOn"
             from collection.batch b left join collection.returned_file f on f.district = b.district and f.batch_id = b.id
            where b.district = $1 and b.state = 'open' group by b.district, b.id order by b.opened_at, b.id`,
    values: [district, today],
  });
  return found.rows;
}

export async function addBatch(
  writer: Writer,
  it: Pick<StoredBatch, 'id' | 'programmeId' | 'period' | 'unitId' | 'receivedOn'>,
): Promise<void> {
  await add(writer, 'collection.batch', {
    id: it.id,
    programme_id: it.programmeId,
    period: it.period,
    unit_id: it.unitId,
    state: 'open',
    received_on: it.receivedOn,
    opened_by: writer.actor.name,
    opened_at: writer.now.toISOString(),
  });
}

/** Counts its version up: whoever looked at the batch before sees that it changed. */
export async function touchBatch(
  writer: Writer,
  { id, receivedOn }: { readonly id: string; readonly receivedOn: CivilDate },
): Promise<void> {
  await save(writer, 'collection.batch', { id }, { received_on: receivedOn });
}

export async function settleBatch(writer: Writer, id: string, state: Exclude<BatchState, 'open'>): Promise<void> {
  await save(writer, 'collection.batch', { id }, { state, settled_by: writer.actor.name, settled_at: writer.now.toISOString() });
}

const FILE = `digest, name, kind, unit_id as "unitId", promise_id as "promiseId", reading, seal, refusal, added_by as "addedBy", added_at as "addedAt"`;

export async function listFiles({ client, district }: Reader, batchId: string): Promise<readonly ReturnedFile[]> {
  const text = `select ${FILE} from collection.returned_file where district = $1 and batch_id = $2 order by added_at, digest`;
  return (await client.query<ReturnedFile>({ name: 'collection-files', text, values: [district, batchId] })).rows;
}

export async function saveFile(writer: Writer, batchId: string, it: Omit<ReturnedFile, 'addedBy' | 'addedAt'>): Promise<void> {
  const { digest, name, kind, unitId, promiseId, reading, seal, refusal } = it;
  const said = { name, kind, unit_id: unitId, promise_id: promiseId, reading, seal, refusal };
  const added = { added_by: writer.actor.name, added_at: writer.now.toISOString() };
  await save(writer, 'collection.returned_file', { batch_id: batchId, digest }, { ...said, ...added });
}

export async function removeFile(writer: Writer, batchId: string, digest: string): Promise<void> {
  await remove(writer, 'collection.returned_file', { batch_id: batchId, digest });
}

export type EarlierTaking = { readonly digest: string; readonly on: CivilDate; readonly by: string };

/** Which of these files came in with a confirmed batch and gave it something: a row that became a report, or evidence beside one. */
export async function findTakenFiles({ client, district }: Reader, digests: readonly string[]): Promise<readonly EarlierTaking[]> {
  const found = await client.query<EarlierTaking>({
    name: 'collection-taken-files',
    text: `select distinct on (f.digest) f.digest, b.received_on as on, b.settled_by as by
             from collection.returned_file f join collection.batch b on b.district = f.district and b.id = f.batch_id
            where f.district = $1 and f.digest = any($2) and b.state = 'confirmed'
              and exists (select 1 from collection.taken_row t
                           where t.district = f.district and t.batch_id = f.batch_id
                             and (t.digest = f.digest or f.kind = 'evidence' and t.unit_id = f.unit_id and (f.promise_id is null or t.promise_id = f.promise_id)))
            order by f.digest, b.settled_at`,
    values: [district, digests],
  });
  return found.rows;
}

/** 代录的来处: which file, sheet and row a report came out of. */
export type TakenRow = {
  readonly reportId: string;
  readonly batchId: string;
  readonly promiseId: string;
  readonly unitId: string;
  readonly period: string;
  readonly digest: string;
  readonly sheet: string;
  readonly rowNumber: number;
  readonly receivedOn: CivilDate;
  readonly evidenceList: string;
  readonly changes: readonly LockedChange[];
  readonly signs: Readonly<Record<SignField, string>>;
};

export async function addTakenRow(writer: Writer, it: TakenRow): Promise<void> {
  await add(writer, 'collection.taken_row', {
    report_id: it.reportId,
    batch_id: it.batchId,
    promise_id: it.promiseId,
    unit_id: it.unitId,
    period: it.period,
    digest: it.digest,
    sheet: it.sheet,
    row_number: it.rowNumber,
    received_on: it.receivedOn,
    evidence_list: it.evidenceList,
    changes: it.changes,
    signs: it.signs,
    taken_by: writer.actor.name,
    taken_at: writer.now.toISOString(),
  });
}

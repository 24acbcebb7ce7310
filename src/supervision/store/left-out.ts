import { newId } from '#/kernel/id.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { DocumentKey } from '../rules/document.ts';
import type { LeftOut } from '../rules/left-out.ts';

export type StoredLeftOut = LeftOut & {
  readonly id: string;
  readonly restoredBy: string | null;
  readonly restoredOn: LeftOut['recordedOn'] | null;
};

/** Every line that was ever left out of a document, those put back among them, in the order of recording. */
export async function listLeftOut({ client, district }: Reader, key: DocumentKey): Promise<readonly StoredLeftOut[]> {
  const found = await client.query<StoredLeftOut>({
    name: 'supervision-left-out',
    text: `select id, promise_id as "promiseId", basis, reason, decided_by as "decidedBy", decided_on as "decidedOn", recorded_by as "recordedBy",
                  recorded_on as "recordedOn", restored_by as "restoredBy", restored_on as "restoredOn"
             from supervision.left_out where district = $1 and programme_id = $2 and kind = $3 and reader = $4 and year = $5 and month = $6
            order by recorded_on, id`,
    values: [district, key.programmeId, key.kind, key.reader, key.year, key.month],
  });
  return found.rows;
}

/** Those that are left out now. */
export async function listLeftOutNow(reader: Reader, key: DocumentKey): Promise<readonly LeftOut[]> {
  const rows = await listLeftOut(reader, key);
  return rows.filter((it) => it.restoredOn === null).map(({ id: _, restoredBy: __, restoredOn: ___, ...it }) => it);
}

export async function addLeftOut(writer: Writer, key: DocumentKey, it: LeftOut): Promise<void> {
  const { promiseId, basis, reason, decidedBy, decidedOn, recordedBy, recordedOn } = it;
  const { programmeId, kind, reader, year, month } = key;
  const who = { decided_by: decidedBy, decided_on: decidedOn, recorded_by: recordedBy, recorded_on: recordedOn };
  const which = { programme_id: programmeId, kind, reader, year, month, promise_id: promiseId };
  await add(writer, 'supervision.left_out', { id: newId(), ...which, basis, reason, ...who });
}

export async function saveRestored(writer: Writer, id: string): Promise<void> {
  await save(writer, 'supervision.left_out', { id }, { restored_by: writer.actor.name, restored_on: writer.today });
}

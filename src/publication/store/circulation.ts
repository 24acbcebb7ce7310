import { newId } from '#/kernel/id.ts';
import { add, addMany, type Db, type Reader, save, type Writer } from '#/platform/db.ts';
import type { FigureChange } from '#/supervision/rules/changes-since.ts';
import type { LeftOut } from '#/supervision/rules/left-out.ts';
import type { Countersign } from '../rules/circulation.ts';
import type { Step } from '../rules/edition.ts';

type CirculationRow = {
  district: string;
  id: string;
  scan_digest: string | null;
  scan_name: string | null;
  changes: readonly FigureChange[] | null;
};
type CountersignRow = {
  district: string;
  edition_id: string;
  unit_id: string;
  unit: string;
  name: string | null;
  post: string | null;
  on_day: Step['on'] | null;
  recorded_by: string | null;
  is_typed: boolean;
};
const tables = (db: Db) => db.withTables<{ 'publication.edition': CirculationRow; 'publication.edition_countersign': CountersignRow }>();

/** What stands beside an edition on its way, besides the steps themselves. */
export type Circulation = {
  readonly scan: { readonly digest: string; readonly name: string } | null;
  readonly countersigns: readonly Countersign[];
  /** 送审后变动 as the signer knew it; null before the signature. */
  readonly changesAtSigning: readonly FigureChange[] | null;
};

export async function circulationOf({ db, district }: Reader, editionId: string): Promise<Circulation> {
  const edition = await tables(db)
    .selectFrom('publication.edition')
    .select(['scan_digest', 'scan_name', 'changes'])
    .where('district', '=', district)
    .where('id', '=', editionId)
    .executeTakeFirst();
  const rows = await tables(db)
    .selectFrom('publication.edition_countersign')
    .selectAll()
    .where('district', '=', district)
    .where('edition_id', '=', editionId)
    .orderBy('unit')
    .execute();
  const digest = edition?.scan_digest ?? null;
  return {
    scan: digest === null ? null : { digest, name: edition!.scan_name! },
    countersigns: rows.map(countersignOf),
    changesAtSigning: edition?.changes ?? null,
  };
}

function countersignOf({
  unit_id: unitId,
  unit,
  name,
  post,
  on_day: on,
  recorded_by: recordedBy,
  is_typed: isTyped,
}: CountersignRow): Countersign {
  if (name === null) return { unitId, unit, signed: null };
  return { unitId, unit, signed: { name, post: post!, on: on!, ...(isTyped && { recordedBy: recordedBy! }) } };
}

export async function addCountersigns(
  writer: Writer,
  editionId: string,
  units: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await addMany(
    writer,
    'publication.edition_countersign',
    units.map((it) => ({ edition_id: editionId, unit_id: it.id, unit: it.name, is_typed: false })),
  );
}

export async function saveCountersign(
  writer: Writer,
  editionId: string,
  unitId: string,
  { name, post, on, recordedBy }: Step,
): Promise<void> {
  const columns = { name, post, on_day: on, recorded_by: recordedBy ?? name, is_typed: recordedBy !== undefined };
  await save(writer, 'publication.edition_countersign', { edition_id: editionId, unit_id: unitId }, columns);
}

export async function saveScan(writer: Writer, editionId: string, scan: { readonly digest: string; readonly name: string }): Promise<void> {
  await save(writer, 'publication.edition', { id: editionId }, { scan_digest: scan.digest, scan_name: scan.name });
}

export async function saveChanges(writer: Writer, editionId: string, changes: readonly FigureChange[]): Promise<void> {
  await save(writer, 'publication.edition', { id: editionId }, { changes });
}

export type StoredLeftOut = LeftOut & {
  readonly id: string;
  readonly restoredBy: string | null;
  readonly restoredOn: LeftOut['recordedOn'] | null;
};

/** Every line that editions of a list ever left out, those put back among them, in the order of recording. */
export async function listLeftOut({ client, district }: Reader, programmeId: string): Promise<readonly StoredLeftOut[]> {
  const found = await client.query<StoredLeftOut>({
    name: 'publication-left-out',
    text: `select id, promise_id as "promiseId", basis, reason, decided_by as "decidedBy", decided_on as "decidedOn", recorded_by as "recordedBy",
                  recorded_on as "recordedOn", restored_by as "restoredBy", restored_on as "restoredOn"
             from publication.left_out where district = $1 and programme_id = $2 order by recorded_on, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function addLeftOut(writer: Writer, programmeId: string, it: LeftOut): Promise<void> {
  const { promiseId, basis, reason, decidedBy, decidedOn, recordedBy, recordedOn } = it;
  const who = { decided_by: decidedBy, decided_on: decidedOn, recorded_by: recordedBy, recorded_on: recordedOn };
  await add(writer, 'publication.left_out', { id: newId(), programme_id: programmeId, promise_id: promiseId, basis, reason, ...who });
}

export async function saveRestored(writer: Writer, id: string): Promise<void> {
  await save(writer, 'publication.left_out', { id }, { restored_by: writer.actor.name, restored_on: writer.today });
}

import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { DuplicateShare } from '../../rules/people/duplicate-share.ts';
import type { ServiceKind } from '../../rules/people/roster.ts';

/** Every share that was set, newest first within a kind of service. */
export async function listDuplicateShares({ client, district }: Reader): Promise<readonly DuplicateShare[]> {
  const found = await client.query<DuplicateShare>({
    name: 'records-duplicate-shares',
    text: `select service_kind_id as "serviceKindId", version_no as "versionNo", most::float8 as most, reason, set_by as "setBy", set_on as "setOn"
             from records.duplicate_share where district = $1 order by service_kind_id, version_no desc`,
    values: [district],
  });
  return found.rows;
}

/** The share in force: the last that was set, or the one that the kind of service was set up with. */
export async function mostDuplicates(reader: Reader, { id, duplicatesMost }: Pick<ServiceKind, 'id' | 'duplicatesMost'>): Promise<number> {
  return (await listDuplicateShares(reader)).find((it) => it.serviceKindId === id)?.most ?? duplicatesMost;
}

export async function addDuplicateShare(
  writer: Writer,
  { serviceKindId, versionNo, most, reason, setBy, setOn }: DuplicateShare,
): Promise<void> {
  const said = { most, reason, set_by: setBy, set_on: setOn };
  await add(writer, 'records.duplicate_share', { service_kind_id: serviceKindId, version_no: versionNo, ...said });
}

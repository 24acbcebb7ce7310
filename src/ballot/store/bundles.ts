import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { BundleFigures } from '../rules/figures.ts';

/** 捆: papers tied together; its serial stands on the cover, on no paper. */
export type Bundle = {
  readonly id: string;
  readonly roundId: string;
  readonly serial: number;
  readonly figures: BundleFigures | null;
  readonly settledBy: string | null;
  readonly settledReason: string | null;
};

/** 录入: what one person read off a bundle. */
export type BundleEntry = {
  readonly id: string;
  readonly bundleId: string;
  readonly seat: 1 | 2;
  readonly accountId: string;
  readonly keyedBy: string;
  readonly figures: BundleFigures;
  readonly sourceName: string | null;
};

const BUNDLE = `select id, round_id as "roundId", serial, figures, settled_by as "settledBy", settled_reason as "settledReason"
    from ballot.bundle where district = $1`;

export async function listBundles({ client, district }: Reader, roundId: string): Promise<readonly Bundle[]> {
  return (await client.query<Bundle>(`${BUNDLE} and round_id = $2 order by serial`, [district, roundId])).rows;
}

/** Holds the bundle: two who key it in at once come one after the other. */
export async function getBundleForUpdate(writer: Writer, id: string): Promise<Bundle> {
  const found = await writer.client.query<Bundle>(`${BUNDLE} and id = $2 for update`, [writer.district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-bundle', { id });
  return found.rows[0];
}

export async function listEntries({ client, district }: Reader, roundId: string): Promise<readonly BundleEntry[]> {
  const found = await client.query<BundleEntry>(
    `select e.id, e.bundle_id as "bundleId", e.seat, e.account_id as "accountId", e.keyed_by as "keyedBy", e.figures, e.source_name as "sourceName"
       from ballot.bundle_entry e join ballot.bundle b on b.district = e.district and b.id = e.bundle_id
      where e.district = $1 and b.round_id = $2 and e.withdrawn_reason is null order by e.bundle_id, e.seat`,
    [district, roundId],
  );
  return found.rows;
}

type NewEntry = Omit<BundleEntry, 'accountId' | 'keyedBy'> & { readonly sourceDigest: string | null };

export async function addEntry(writer: Writer, { id, bundleId, seat, figures, sourceName, sourceDigest }: NewEntry): Promise<void> {
  const who = { account_id: writer.actor.accountId, keyed_by: writer.actor.name, keyed_at: writer.now.toISOString() };
  await add(writer, 'ballot.bundle_entry', {
    id,
    bundle_id: bundleId,
    seat,
    figures,
    ...who,
    source_name: sourceName,
    source_digest: sourceDigest,
  });
}

export async function saveEntryWithdrawn(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'ballot.bundle_entry', { id }, { withdrawn_reason: reason, withdrawn_by: writer.actor.name });
}

export async function saveBundleSettled(
  writer: Writer,
  id: string,
  figures: BundleFigures | null,
  by: string | null,
  reason: string | null,
): Promise<void> {
  await save(writer, 'ballot.bundle', { id }, { figures, settled_by: by, settled_reason: reason });
}

/** Only before anybody keyed anything in. */
export async function removeBundles(writer: Writer, roundId: string): Promise<void> {
  await remove(writer, 'ballot.bundle', { round_id: roundId });
}

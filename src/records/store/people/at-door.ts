import { add, type Writer } from '#/platform/db.ts';
import { lookupDigest, seal } from '#/platform/secrets.ts';
import type { ReadVisitor } from '../../rules/people/at-door.ts';
import { detailsText, PLACES, SEAL_PLACE, sealText } from '../../rules/people/sealed-persons.ts';

/** No import has this number: whoever came with it stood at a door. */
const AT_THE_DOOR = { import_no: 0, chunk_no: 0 } as const;

/**
 * The number of who stands at the door: by his paper whoever has it; without one whoever was told alike at the door of the same service (see decision 0053);
 * else a new one. To be called while persons are held.
 */
export async function personAtDoor(
  writer: Writer,
  serviceKindId: string,
  { name, identity, birthOn, phone }: ReadVisitor,
): Promise<number> {
  const details = detailsText([name, birthOn, phone]);
  const detailsDigest = lookupDigest(writer.keys, PLACES.details, details);
  const identityDigest = identity === null ? null : lookupDigest(writer.keys, PLACES.identity, identity.number);
  const known = await findKnown(writer, { serviceKindId, identityDigest, detailsDigest });
  if (known !== null) return known;
  const last = await writer.client.query<{ no: number }>('select coalesce(max(no), 0) as no from records.person where district = $1', [
    writer.district,
  ]);
  const no = last.rows[0]!.no + 1;
  const digests = { identity_digest: identityDigest, details_digest: detailsDigest, has_phone: phone !== '' };
  await add(writer, 'records.person', { no, ...digests, sealed_from: no, ...AT_THE_DOOR });
  const sealed = seal(writer.keys, SEAL_PLACE, sealText([[identity?.number ?? null, details]]));
  await add(writer, 'records.person_seal', { from_no: no, import_no: AT_THE_DOOR.import_no, sealed });
  return no;
}

type Asked = { readonly serviceKindId: string; readonly identityDigest: string | null; readonly detailsDigest: string };

async function findKnown({ client, district }: Writer, { serviceKindId, identityDigest, detailsDigest }: Asked): Promise<number | null> {
  const found =
    identityDigest !== null
      ? await client.query<{ no: number }>('select no from records.person where district = $1 and identity_digest = $2', [
          district,
          identityDigest,
        ])
      : await client.query<{ no: number }>(
          `select p.no from records.person p
            where p.district = $1 and p.details_digest = $2 and p.identity_digest is null and p.import_no = $3
              and (exists (select from records.sign_in s where s.district = $1 and s.person_no = p.no and s.service_kind_id = $4)
                or exists (select from records.sign_in_taken_back s where s.district = $1 and s.person_no = p.no and s.service_kind_id = $4))
            order by p.no limit 1`,
          [district, detailsDigest, AT_THE_DOOR.import_no, serviceKindId],
        );
  return found.rows[0]?.no ?? null;
}

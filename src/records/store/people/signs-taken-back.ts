import type { CivilDate } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import { add, type Reader, remove, type Writer } from '#/platform/db.ts';
import { within } from '../../rules/areas.ts';
import { IN_SEAL, type InSeal, WITH_SEAL } from './seals.ts';
import type { SignInKey } from './sign-ins.ts';

const KEPT = `id as sign_in_id, service_kind_id, person_no, on_day, slot, area_id, way, device_at, signed_at, signed_by, consent, sex, birth_on, is_local,
  lives_alone, is_assisted, event_id`;

/** The sign-in goes to those that were taken back, whole, and counts no more. */
export async function takeBackSignIn(writer: Writer, { serviceKindId, personNo, onDay, slot }: SignInKey, reason: string): Promise<void> {
  const key = { service_kind_id: serviceKindId, person_no: personNo, on_day: onDay, slot };
  const found = await writer.client.query<Readonly<Record<string, unknown>>>(
    `select ${KEPT} from records.sign_in where district = $1 and service_kind_id = $2 and person_no = $3 and on_day = $4 and slot = $5`,
    [writer.district, serviceKindId, personNo, onDay, slot],
  );
  const back = { reason, taken_back_by: writer.actor.name, taken_back_at: writer.now.toISOString() };
  await add(writer, 'records.sign_in_taken_back', { id: writer.commandId, ...found.rows[0]!, ...back });
  await remove(writer, 'records.sign_in', key);
}

type TakenBack = { readonly takenBackBy: string; readonly reason: string };

/** Whoever took this very sign-in back before; those from before sign-ins had ids are never told apart. */
export async function findTakenBack(
  { client, district }: Reader,
  { serviceKindId, onDay }: SignInKey,
  signInId: string | null,
): Promise<TakenBack | undefined> {
  const found = await client.query<TakenBack>(
    `select taken_back_by as "takenBackBy", reason from records.sign_in_taken_back
      where district = $1 and service_kind_id = $2 and on_day = $3 and sign_in_id = $4`,
    [district, serviceKindId, onDay, signInId],
  );
  return found.rows[0];
}

export type ShownTakenBack = InSeal &
  TakenBack & { readonly id: string; readonly no: number; readonly slot: string; readonly signedBy: string };

type Asked = { readonly serviceKindId: string; readonly areaId: string; readonly onDay: CivilDate; readonly eventId: string | null };

/** What was taken back of a day, at an event or at a place and all that lies in it; the last first. */
export async function listTakenBack(reader: Reader, { serviceKindId, areaId, onDay, eventId }: Asked): Promise<readonly ShownTakenBack[]> {
  const inside = within(await listAreas(reader), areaId);
  const found = await reader.client.query<ShownTakenBack>(
    `select b.id, p.no, b.slot, b.signed_by as "signedBy", b.taken_back_by as "takenBackBy", b.reason, ${IN_SEAL}
       from records.sign_in_taken_back b
       join records.person p on p.district = $1 and p.no = b.person_no ${WITH_SEAL}
      where b.district = $1 and b.service_kind_id = $2 and b.on_day = $3 and (b.event_id = $4 or ($4::uuid is null and b.area_id = any($5::uuid[])))
      order by b.taken_back_at desc, b.id`,
    [reader.district, serviceKindId, onDay, eventId, [...inside]],
  );
  return found.rows;
}

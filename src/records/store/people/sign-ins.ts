import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';

/** What the newest accepted roster says of a person; it is written beside the sign-in, as it was on the day. */
export type ListedFacts = {
  readonly consent: boolean | null;
  readonly sex: string | null;
  readonly birthOn: CivilDate | null;
  readonly isLocal: boolean | null;
  readonly livesAlone: boolean | null;
  readonly isAssisted: boolean | null;
};

const FACTS = `e.consent, e.sex, e.birth_on as "birthOn", e.is_local as "isLocal", e.lives_alone as "livesAlone", e.is_assisted as "isAssisted"`;

/** Of the lists of the unit whose service it is. */
export async function findListed({ client, district }: Reader, serviceKindId: string, personNo: number): Promise<ListedFacts | undefined> {
  const found = await client.query<ListedFacts>({
    name: 'records-listed',
    text: `select ${FACTS} from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no
             join records.service_kind k on k.district = i.district and k.unit_id = i.unit_id and k.id = $3
            where e.district = $1 and e.person_no = $2 and i.target = 'roster' and i.state = 'accepted' order by e.import_no desc limit 1`,
    values: [district, personNo, serviceKindId],
  });
  return found.rows[0];
}

export type Signed = { readonly onDay: CivilDate; readonly slot: string; readonly signedBy: string };
export type SignInKey = { readonly serviceKindId: string; readonly personNo: number; readonly onDay: CivilDate; readonly slot: string };

export async function findSigned(
  { client, district }: Reader,
  { serviceKindId, personNo, onDay, slot }: SignInKey,
): Promise<Signed | undefined> {
  const found = await client.query<Signed>({
    name: 'records-signed',
    text: `select on_day as "onDay", slot, signed_by as "signedBy" from records.sign_in
            where district = $1 and service_kind_id = $2 and person_no = $3 and on_day = $4 and slot = $5`,
    values: [district, serviceKindId, personNo, onDay, slot],
  });
  return found.rows[0];
}

/** Two phones for one person: the second waits here, and then finds him signed in. */
export async function holdSignIn({ client, district }: Reader, { serviceKindId, personNo, onDay, slot }: SignInKey): Promise<void> {
  await client.query({
    name: 'records-hold-sign-in',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`sign-in ${district} ${serviceKindId} ${personNo} ${onDay} ${slot}`],
  });
}

type Adding = SignInKey & { readonly areaId: string; readonly way: string; readonly deviceAt: string | null };

export async function addSignIn(writer: Writer, it: Adding, facts: ListedFacts): Promise<void> {
  const { serviceKindId, personNo, onDay, slot, areaId, way, deviceAt } = it;
  const { consent, sex, birthOn, isLocal, livesAlone, isAssisted } = facts;
  const told = { consent, sex, birth_on: birthOn, is_local: isLocal, lives_alone: livesAlone, is_assisted: isAssisted };
  const signed = { signed_at: writer.now.toISOString(), signed_by: writer.actor.name };
  await add(writer, 'records.sign_in', {
    service_kind_id: serviceKindId,
    person_no: personNo,
    on_day: onDay,
    slot,
    area_id: areaId,
    way,
    device_at: deviceAt,
    ...signed,
    ...told,
  });
}

export type ListedPerson = {
  readonly no: number;
  readonly areaId: string;
  readonly sealedDetails: string;
  readonly slots: readonly string[];
};

/** The persons that may sign in, of a place and all that lies in it, with the slots that they have had on the day. */
export async function listForSignIn(
  { client, district }: Reader,
  asked: { readonly serviceKindId: string; readonly rosterId: string; readonly areaId: string; readonly onDay: CivilDate },
): Promise<readonly ListedPerson[]> {
  const found = await client.query<ListedPerson>(
    `with recursive inside as (select id from planning.area where district = $1 and id = $3
       union all select a.id from planning.area a join inside i on a.parent_id = i.id where a.district = $1)
     select distinct on (p.no) p.no, e.area_id as "areaId", p.sealed_details as "sealedDetails",
            coalesce((select array_agg(s.slot) from records.sign_in s where s.district = $1 and s.service_kind_id = $4 and s.person_no = p.no and s.on_day = $5), '{}') as slots
       from records.roll_line e join records.import i on i.district = e.district and i.no = e.import_no and i.state = 'accepted'
       join records.person p on p.district = e.district and p.no = e.person_no
      where e.district = $1 and e.target_id = $2 and e.area_id in (select id from inside) order by p.no limit 1000`,
    [district, asked.rosterId, asked.areaId, asked.serviceKindId, asked.onDay],
  );
  return found.rows;
}

import type { CivilDate } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import { within } from '../../rules/areas.ts';
import { decodeColumns, factsAt, type ToldFacts } from '../../rules/people/columns.ts';
import { acceptedNos } from './basis.ts';
import { loadBlocks, STANDS } from './blocks.ts';
import { IN_SEAL, type InSeal, WITH_SEAL } from './seals.ts';

/** What the newest accepted roster says of a person; it is written beside the sign-in, as it was on the day. */
export type ListedFacts = ToldFacts;

/** Of the lists of the unit whose service it is. */
export async function findListed({ client, district }: Reader, serviceKindId: string, personNo: number): Promise<ListedFacts | undefined> {
  const found = await client.query<{ importNo: number; chunkNo: number; columns: Buffer }>({
    name: 'records-listed',
    text: `select b.import_no as "importNo", b.chunk_no as "chunkNo", b.columns from ${STANDS} s
             join records.import i on i.district = $1 and i.no = s.import_no and i.target = 'roster' and i.state = 'accepted'
             join records.service_kind k on k.district = $1 and k.id = $3 and k.unit_id = i.unit_id
             join records.roll_block b on b.district = $1 and b.import_no = s.import_no and b.chunk_no = s.chunk_no
            order by b.import_no desc, b.chunk_no limit 1`,
    values: [district, personNo, serviceKindId],
  });
  const block = found.rows[0];
  if (block === undefined) return undefined;
  const columns = decodeColumns(block, block.columns);
  return factsAt(columns, columns.persons.indexOf(personNo));
}

export type Signed = { readonly id: string | null; readonly onDay: CivilDate; readonly slot: string; readonly signedBy: string };
export type SignInKey = {
  readonly serviceKindId: string;
  readonly personNo: number;
  readonly onDay: CivilDate;
  readonly slot: string;
  /** At an event nobody signs in twice, also when its hour has moved. */
  readonly eventId?: string | null;
};

export async function findSigned(
  { client, district }: Reader,
  { serviceKindId, personNo, onDay, slot, eventId = null }: SignInKey,
): Promise<Signed | undefined> {
  const found = await client.query<Signed>({
    name: 'records-signed',
    text: `select id, on_day as "onDay", slot, signed_by as "signedBy" from records.sign_in
            where district = $1 and service_kind_id = $2 and person_no = $3 and on_day = $4 and (slot = $5 or event_id = $6)`,
    values: [district, serviceKindId, personNo, onDay, slot, eventId],
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
  const { serviceKindId, personNo, onDay, slot, eventId = null, areaId, way, deviceAt } = it;
  const signed = { id: writer.commandId, signed_at: writer.now.toISOString(), signed_by: writer.actor.name };
  await add(writer, 'records.sign_in', {
    service_kind_id: serviceKindId,
    person_no: personNo,
    on_day: onDay,
    slot,
    event_id: eventId,
    area_id: areaId,
    way,
    device_at: deviceAt,
    ...signed,
    ...facts,
  });
}

export type ListedPerson = InSeal & {
  readonly no: number;
  readonly areaId: string;
  /** False for who came and stands on no list. */
  readonly isListed: boolean;
  readonly signed: readonly SlotTaken[];
};

/** A slot that somebody has had, at which event, and by which sign-in. */
export type SlotTaken = { readonly slot: string; readonly eventId: string | null; readonly id: string | null; readonly by: string };

type Asked = {
  readonly serviceKindId: string;
  /** Null where no list is there: only who came is shown. */
  readonly rosterId: string | null;
  readonly areaId: string;
  readonly onDay: CivilDate;
  readonly eventId?: string | null;
};

const MOST_LISTED = 1_000;

/** The persons that may sign in, of a place and all that lies in it, and those who came without standing on the list, with the slots of the day that each has had. */
export async function listForSignIn(reader: Reader, asked: Asked): Promise<readonly ListedPerson[]> {
  const { client, district } = reader;
  const { serviceKindId, rosterId, areaId, onDay } = asked;
  const inside = within(await listAreas(reader), areaId);
  const places = new Map<number, string>();
  for (const { length, persons, areas, areaOf } of rosterId === null ? [] : await loadBlocks(reader, await acceptedNos(reader, rosterId)))
    for (let i = 0; i < length; i++) if (inside.has(areas[areaOf[i]!]!)) places.set(persons[i]!, areas[areaOf[i]!]!);
  const nos = [...places.keys()].sort((a, b) => a - b).slice(0, MOST_LISTED);
  const others = (await listCame(reader, asked, inside)).filter((it) => !places.has(it.no)).slice(0, MOST_LISTED);
  for (const it of others) places.set(it.no, it.areaId);
  const found = await client.query<Omit<ListedPerson, 'areaId' | 'isListed'>>(
    `select p.no, ${IN_SEAL},
            coalesce((select jsonb_agg(jsonb_build_object('slot', s.slot, 'eventId', s.event_id, 'id', s.id, 'by', s.signed_by) order by s.slot)
                        from records.sign_in s where s.district = $1 and s.service_kind_id = $3 and s.person_no = p.no and s.on_day = $4), '[]') as signed
       from records.person p ${WITH_SEAL} where p.district = $1 and p.no = any($2::int[]) order by p.no`,
    [district, [...nos, ...others.map(({ no }) => no)], serviceKindId, onDay],
  );
  const isOther = new Set(others.map(({ no }) => no));
  return found.rows.map((it) => ({ ...it, areaId: places.get(it.no)!, isListed: !isOther.has(it.no) }));
}

/** Whoever signed in on the day: at the event, or at these places. */
async function listCame(
  { client, district }: Reader,
  { serviceKindId, onDay, eventId = null }: Asked,
  inside: ReadonlySet<string>,
): Promise<readonly { readonly no: number; readonly areaId: string }[]> {
  const found = await client.query<{ no: number; areaId: string }>(
    `select distinct on (person_no) person_no as no, area_id as "areaId" from records.sign_in
      where district = $1 and service_kind_id = $2 and on_day = $3 and (event_id = $4 or ($4::uuid is null and area_id = any($5::uuid[]))) order by person_no`,
    [district, serviceKindId, onDay, eventId, [...inside]],
  );
  return found.rows;
}
